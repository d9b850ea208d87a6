#include "models/dispersion/plume_slice.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/numeric/gauss_legendre.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr std::size_t kHeights = 65;
constexpr double kEdgeTolerance = 1e-9;  // the mass there vanishes with the width
constexpr double kSigmas = 4.0;          // the peak is never farther from the release height

/// Where the parabola through three equally spaced values has its vertex, in steps from the middle one.
double vertex(double before, double middle, double after) {
  const double curvature = before - 2.0 * middle + after;
  return curvature < 0.0 ? 0.5 * (before - after) / curvature : 0.0;
}

}  // namespace

PlumeSlice::PlumeSlice(const GaussianPlume& plume, double x_m)
    : plume_(&plume),
      x_m_(x_m),
      sigma_y_m_(plume.sigma_y_m(x_m)),
      sigma_z_m_(plume.sigma_z_m(x_m)),
      height_m_(plume.source().height_m),
      top_m_(plume.mixing_height_m().value_or(std::numeric_limits<double>::infinity())) {
  find_peak();
}

double PlumeSlice::on_axis_kg_m3(double z_m) const { return plume_->concentration_kg_m3(x_m_, 0.0, z_m); }

template <std::size_t n>
void PlumeSlice::on_axis_kg_m3(const std::array<double, n>& z_m, std::array<double, n>& out_kg_m3) const {
  std::array<double, n> x_m{};
  x_m.fill(x_m_);
  const std::array<double, n> y_m{};
  plume_->concentrations(x_m, y_m, z_m, out_kg_m3);
}

// The profile has one maximum, near which its logarithm is almost a parabola.
void PlumeSlice::find_peak() {
  const double low = std::max(0.0, height_m_ - kSigmas * sigma_z_m_);
  const double high = std::min(top_m_, height_m_ + kSigmas * sigma_z_m_);
  const double step = (high - low) / static_cast<double>(kHeights - 1);
  std::array<double, kHeights> z{};
  for (std::size_t i = 0; i < kHeights; ++i) z.at(i) = low + step * static_cast<double>(i);
  z.back() = high;
  std::array<double, kHeights> profile{};
  on_axis_kg_m3(z, profile);
  const auto best = static_cast<std::size_t>(std::max_element(profile.begin(), profile.end()) - profile.begin());
  peak_height_m_ = z.at(best);
  peak_kg_m3_ = profile.at(best);
  if (best == 0 || best + 1 == kHeights) return;
  const double shift =
      vertex(std::log(profile.at(best - 1)), std::log(profile.at(best)), std::log(profile.at(best + 1)));
  const double between = on_axis_kg_m3(peak_height_m_ + shift * step);
  if (between <= peak_kg_m3_) return;
  peak_height_m_ += shift * step;
  peak_kg_m3_ = between;
}

double PlumeSlice::lower_edge_m(double level_kg_m3) const {
  if (peak_height_m_ == 0.0 || on_axis_kg_m3(0.0) >= level_kg_m3) return 0.0;
  return brent([&](double z_m) { return on_axis_kg_m3(z_m) - level_kg_m3; }, 0.0, peak_height_m_, kEdgeTolerance);
}

double PlumeSlice::upper_edge_m(double level_kg_m3) const {
  // The release and its image in the ground are each below peak e^(-(z-h)^2/2 sigma_z^2); images in a lid may add more.
  const double reach = sigma_z_m_ * std::sqrt(2.0 * std::log(4.0 * peak_kg_m3_ / level_kg_m3));
  double outer = std::min(top_m_, height_m_ + reach);
  if (on_axis_kg_m3(outer) >= level_kg_m3) outer = top_m_;
  if (peak_height_m_ >= outer || on_axis_kg_m3(outer) >= level_kg_m3) return outer;
  return brent([&](double z_m) { return on_axis_kg_m3(z_m) - level_kg_m3; }, peak_height_m_, outer, kEdgeTolerance);
}

double PlumeSlice::mass_above_kg_m(double level_kg_m3) const {
  if (peak_kg_m3_ <= level_kg_m3) return 0.0;
  const double low = lower_edge_m(level_kg_m3);
  const double high = upper_edge_m(level_kg_m3);
  // The width vanishes like a root at the edges: z = middle + half sin t makes the integrand smooth.
  const double middle = 0.5 * (low + high);
  const double half = 0.5 * (high - low);
  double sum = 0.0;
  for (const double begin : {-0.5 * std::numbers::pi, 0.0}) {
    const auto nodes = gauss_nodes(begin, begin + 0.5 * std::numbers::pi);
    std::array<double, kGaussNodes> z{};
    for (std::size_t i = 0; i < nodes.size(); ++i) z.at(i) = middle + half * std::sin(nodes.at(i).at);
    std::array<double, kGaussNodes> axis{};
    on_axis_kg_m3(z, axis);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      if (axis.at(i) <= level_kg_m3) continue;
      const double width = std::erf(std::sqrt(std::log(axis.at(i) / level_kg_m3)));
      sum += nodes.at(i).weight * half * std::cos(nodes.at(i).at) * axis.at(i) * width;
    }
  }
  return sum * sigma_y_m_ * std::sqrt(2.0 * std::numbers::pi);
}

}  // namespace sise
