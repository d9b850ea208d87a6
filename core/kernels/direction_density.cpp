#include "core/kernels/direction_density.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kSameCentreDeg = 1e-6;  // two centres closer than this are one
constexpr int kFewestSectors = 3;        // fewer evenly spread centres are a rose with empty sectors left out

double wrapped_deg(double deg, double turn) {
  const double w = deg - turn * std::floor(deg / turn);
  return w < turn ? w : 0.0;
}

std::vector<double> distinct_sorted(const std::vector<double>& centres_deg) {
  std::vector<double> all;
  all.reserve(centres_deg.size());
  for (const double c : centres_deg) {
    const double turned = wrapped_deg(c, 360.0);
    all.push_back(360.0 - turned < kSameCentreDeg ? 0.0 : turned);
  }
  std::sort(all.begin(), all.end());
  const auto same = [](double a, double b) { return b - a < 2.0 * kSameCentreDeg; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
  return all;
}

bool all_on_lattice(const std::vector<double>& centres, double width) {
  return std::all_of(centres.begin(), centres.end(), [&](double c) {
    const double sectors = (c - centres.front()) / width;
    return std::abs(sectors - std::round(sectors)) * width < 2.0 * kSameCentreDeg;
  });
}

SectorLayout layout_through(double centre, int count) { return {wrapped_deg(centre, 360.0 / count), count}; }

double limited_edge(double m_before, double m_left, double m_right, double m_after) {
  const double edge = (7.0 * (m_left + m_right) - (m_before + m_after)) / 12.0;
  return std::clamp(edge, 0.0, 3.0 * std::min(m_left, m_right));
}

}  // namespace

SectorLayout sector_layout(const std::vector<double>& centres_deg) {
  const std::vector<double> centres = distinct_sorted(centres_deg);
  if (centres.empty()) return {0.0, 16};
  const int filled = static_cast<int>(centres.size());
  if (filled >= kFewestSectors && all_on_lattice(centres, 360.0 / filled)) {
    return layout_through(centres.front(), filled);
  }
  for (const int count : std::array{16, 12, 36, 24, 18, 32, 20, 72, 360}) {
    if (all_on_lattice(centres, 360.0 / count)) return layout_through(centres.front(), count);
  }
  throw InputError(
      "uneven_rose",
      {"the wind rose's directions are not the centres of equally wide sectors", "风玫瑰的风向不是等宽扇区的中心方位"},
      {}, {"use 8, 12, 16 or 36 equally wide sectors", "请使用 8、12、16 或 36 个等宽扇区"});
}

SectorParabola::SectorParabola(double left, double mean, double right)
    : left_(left), mean_(mean), right_(right), bend_(6.0 * mean - 3.0 * (left + right)) {
  double lowest = std::min(left, right);
  if (bend_ < 0.0) {  // opens upwards: its vertex may lie inside the sector
    const double vertex = 0.5 * (right - left + bend_) / bend_;
    if (vertex > 0.0 && vertex < 1.0) lowest = std::min(lowest, unscaled(vertex));
  }
  if (lowest < 0.0) share_ = mean / (mean - lowest);
}

double SectorParabola::unscaled(double xi) const { return left_ + xi * (right_ - left_ + bend_ * (1.0 - xi)); }

// The maximum with zero only removes the rounding of a parabola that touches the axis.
double SectorParabola::at(double xi) const { return std::max(0.0, mean_ + share_ * (unscaled(xi) - mean_)); }

std::array<double, 3> SectorParabola::polynomial() const {
  return {mean_ + share_ * (left_ - mean_), share_ * (right_ - left_ + bend_), -share_ * bend_};
}

DirectionDensity::DirectionDensity(const SectorLayout& layout, const std::vector<double>& sector_totals,
                                   double uniform_total)
    : layout_(layout), uniform_per_rad_(uniform_total / (2.0 * std::numbers::pi)), total_(uniform_total) {
  const std::size_t n = sector_totals.size();
  const double width_rad = 2.0 * std::numbers::pi / layout.count;
  std::vector<double> mean(n);
  for (std::size_t k = 0; k < n; ++k) {
    mean[k] = sector_totals[k] / width_rad;
    total_ += sector_totals[k];
  }
  const auto m = [&](std::size_t k) { return mean[k % n]; };
  std::vector<double> right_edge(n);
  for (std::size_t k = 0; k < n; ++k) right_edge[k] = limited_edge(m(k + n - 1), m(k), m(k + 1), m(k + 2));
  sectors_.reserve(n);
  for (std::size_t k = 0; k < n; ++k) sectors_.emplace_back(right_edge[(k + n - 1) % n], mean[k], right_edge[k]);
}

DirectionDensity::Place DirectionDensity::place_of(double from_deg) const {
  const double position = wrapped_deg(from_deg - layout_.first_edge_deg(), 360.0) / layout_.width_deg();
  const auto k = std::min(static_cast<std::size_t>(position), sectors_.size() - 1);
  return {k, position - static_cast<double>(k)};
}

double DirectionDensity::per_rad(double from_deg) const {
  const Place place = place_of(from_deg);
  return uniform_per_rad_ + sectors_[place.sector].at(place.xi);
}

DirectionDensity sum_of(const std::vector<DirectionDensity>& densities) {
  // Limits have been applied already: parabolas that are nowhere negative add up as they are.
  DirectionDensity sum = densities.front();
  for (std::size_t d = 1; d < densities.size(); ++d) {
    const DirectionDensity& more = densities[d];
    for (std::size_t k = 0; k < sum.sectors_.size(); ++k) {
      const SectorParabola& a = sum.sectors_[k];
      const SectorParabola& b = more.sectors_[k];
      sum.sectors_[k] = SectorParabola(a.at(0.0) + b.at(0.0), a.mean() + b.mean(), a.at(1.0) + b.at(1.0));
    }
    sum.uniform_per_rad_ += more.uniform_per_rad_;
    sum.total_ += more.total_;
  }
  return sum;
}

std::array<double, 3> DirectionDensity::polynomial_per_rad(std::size_t sector) const {
  std::array<double, 3> c = sectors_[sector].polynomial();
  c[0] += uniform_per_rad_;
  return c;
}

bool DirectionDensity::has_empty_sectors() const {
  const auto empty = [](const SectorParabola& sector) { return sector.mean() == 0.0; };
  const auto count = std::count_if(sectors_.begin(), sectors_.end(), empty);
  return count > 0 && count < static_cast<std::ptrdiff_t>(sectors_.size());
}

}  // namespace sise
