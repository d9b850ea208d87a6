#include "models/dispersion/dense_gas_slices.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/dispersion/dense_gas_constants.hpp"
#include "models/numeric/lanes.hpp"
#include "models/numeric/roots.hpp"
#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

constexpr double kNearest = 1e-3;     // of the first slice's half width
constexpr double kSmallest = 1e-300;  // whose logarithm stands for nothing
constexpr double kLogStep = std::numbers::ln10 / kSlicesPerDecade;
constexpr double kOne = 6.0;      // erf of it is 1
constexpr double kNothing = 8.0;  // erfc of it is 1e-29

double bounded_log(double value) { return std::log(std::max(value, kSmallest)); }

/// erf((y + core) / edge) - erf((y - core) / edge), of its tail too. The far edge is left out where it is less than 1e-9 of the
/// near one.
double even_stretch(double y_m, double core_m, double edge_m) {
  constexpr double kFarEdge = 20.7;  // erfc falls like exp(-x^2)
  const double outer = (y_m - core_m) / edge_m;
  const double inner = (y_m + core_m) / edge_m;
  if (outer > kNothing) return 0.0;
  if (outer > 0.0) return std::erfc(outer) - (inner * inner - outer * outer > kFarEdge ? 0.0 : std::erfc(inner));
  return (inner > kOne ? 1.0 : std::erf(inner)) + (outer < -kOne ? 1.0 : std::erf(-outer));
}

}  // namespace

DenseGasSlices::DenseGasSlices(const DenseGas& cloud, double z_m)
    : edge_m_(cloud.path().first_m()),
      nearest_m_(kNearest * cloud.section(edge_m_)->half_width_m),
      log_nearest_(std::log(nearest_m_)) {
  const double ln_pure = std::log(cloud.mixture().pure_kg_m3());
  const double length = cloud.path().last_m() - edge_m_;
  const int count = 1 + static_cast<int>(std::floor(std::log(length / nearest_m_) / kLogStep));
  for (int i = 0; i < count; ++i) {
    const double x = place_m(static_cast<std::size_t>(i));
    const std::optional<DenseGas::OnAxis> here = cloud.on_axis(x, z_m);
    if (!here) break;
    const double middle = even_stretch(0.0, here->edges.core_m, here->edges.edge_m);
    slices_.push_back({ln_pure + bounded_log(here->volume_fraction) - std::log(middle), here->edges.core_m,
                       here->edges.edge_m, here->arrival_s});
  }
}

double DenseGasSlices::place_m(std::size_t slice) const {
  return edge_m_ + nearest_m_ * std::exp(kLogStep * static_cast<double>(slice));
}

double DenseGasSlices::last_m() const { return place_m(std::max<std::size_t>(slices_.size(), 1) - 1); }

bool DenseGasSlices::find(double x_m, Slice& slice) const {
  if (!(x_m >= edge_m_)) return false;
  return find_at((std::log(std::max(x_m - edge_m_, nearest_m_)) - log_nearest_) / kLogStep, slice);
}

bool DenseGasSlices::find_at(double place, Slice& slice) const {
  const auto i = static_cast<std::size_t>(place);
  if (i + 1 >= slices_.size()) return false;
  const double part = place - static_cast<double>(i);
  const auto between = [&](double Slice::*of) { return (1.0 - part) * slices_[i].*of + part * slices_[i + 1].*of; };
  slice = {between(&Slice::ln_middle), between(&Slice::core_m), between(&Slice::edge_m), between(&Slice::arrival_s)};
  return true;
}

double DenseGasSlices::concentration_kg_m3(double x_m, double y_m) const {
  Slice slice;
  if (!find(x_m, slice)) return 0.0;
  return std::exp(slice.ln_middle) * even_stretch(std::abs(y_m), slice.core_m, slice.edge_m);
}

double DenseGasSlices::ln_concentration(double x_m, double y_m) const {
  Slice slice;
  if (!find(x_m, slice)) return -std::numeric_limits<double>::infinity();
  return slice.ln_middle + std::log(even_stretch(std::abs(y_m), slice.core_m, slice.edge_m));
}

void DenseGasSlices::ln_concentrations(std::span<const double> x_m, std::span<const double> y_m,
                                       std::span<double> out) const {
  constexpr double kNowhere = -std::numeric_limits<double>::infinity();
  std::array<double, kBlock> along{};
  std::array<double, kBlock> middle{};
  for (std::size_t begin = 0; begin < out.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, out.size() - begin);
    const std::span<double> log_along = std::span(along).first(count);
    for (std::size_t i = 0; i < count; ++i) log_along[i] = std::max(x_m[begin + i] - edge_m_, nearest_m_);
    log_of(log_along, log_along);
    const std::span<double> stretch = out.subspan(begin, count);
    for (std::size_t i = 0; i < count; ++i) {
      Slice slice;
      const bool inside = x_m[begin + i] >= edge_m_ && find_at((log_along[i] - log_nearest_) / kLogStep, slice);
      middle.at(i) = inside ? slice.ln_middle : kNowhere;
      stretch[i] = inside ? even_stretch(std::abs(y_m[begin + i]), slice.core_m, slice.edge_m) : 1.0;
      if (stretch[i] > kSmallest) continue;
      middle.at(i) = kNowhere;
      stretch[i] = 1.0;
    }
    log_of(stretch, stretch);
    for (std::size_t i = 0; i < count; ++i) stretch[i] += middle.at(i);
  }
}

std::optional<double> DenseGasSlices::farthest_m(double concentration_kg_m3) const {
  std::vector<double> x;
  std::vector<double> values;
  for (std::size_t i = 0; i + 1 < slices_.size(); ++i) {
    x.push_back(place_m(i));
    values.push_back(this->concentration_kg_m3(x.back(), 0.0));
  }
  if (x.empty()) return std::nullopt;
  if (values.back() >= concentration_kg_m3) return last_m();
  return outermost_crossing([this](double at) { return this->concentration_kg_m3(at, 0.0); }, x, values,
                            concentration_kg_m3);
}

double DenseGasSlices::arrival_s(double x_m) const {
  Slice slice;
  if (find(x_m, slice)) return slice.arrival_s;
  return x_m < edge_m_ ? slices_.front().arrival_s : slices_.back().arrival_s;
}

double DenseGasSlices::width_m(double x_m) const {
  Slice slice;
  if (!find(std::max(x_m, edge_m_), slice)) return 0.0;
  return std::sqrt(slice.core_m * slice.core_m / 3.0 + 0.5 * slice.edge_m * slice.edge_m);
}

}  // namespace sise
