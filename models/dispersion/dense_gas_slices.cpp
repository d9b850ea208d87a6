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

constexpr double kNearest = 1e-2;     // of the first slice's half width
constexpr double kSmallest = 1e-300;  // whose logarithm stands for nothing
constexpr double kLogStep = std::numbers::ln10 / kSlicesPerDecade;
constexpr double kSlicesPerLog = 1.0 / kLogStep;
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
  slices_.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const double x = place_m(static_cast<std::size_t>(i));
    const std::optional<DenseGas::OnAxis> here = cloud.on_axis(x, z_m);
    if (!here) break;
    const double middle = even_stretch(0.0, here->edges.core_m, here->edges.edge_m);
    const auto held = [](double value) { return static_cast<float>(value); };
    slices_.push_back({held(ln_pure + bounded_log(here->volume_fraction) - std::log(middle)), held(here->edges.core_m),
                       held(here->edges.edge_m), held(here->arrival_s)});
  }
}

double DenseGasSlices::place_m(std::size_t slice) const {
  return edge_m_ + nearest_m_ * std::exp(kLogStep * static_cast<double>(slice));
}

double DenseGasSlices::last_m() const { return place_m(std::max<std::size_t>(slices_.size(), 1) - 1); }

bool DenseGasSlices::find(double x_m, Slice& slice) const {
  return x_m >= edge_m_ && between(std::log(std::max(x_m - edge_m_, nearest_m_)), slice);
}

bool DenseGasSlices::between(double ln_from_edge, Slice& slice) const {
  const double place = std::max(0.0, (ln_from_edge - log_nearest_) / kLogStep);
  const auto i = static_cast<std::size_t>(place);
  if (i + 1 >= slices_.size()) return false;
  const double part = place - static_cast<double>(i);
  const auto mean = [&](float Held::*of) {
    return (1.0 - part) * static_cast<double>(slices_[i].*of) + part * static_cast<double>(slices_[i + 1].*of);
  };
  slice = {mean(&Held::ln_middle), mean(&Held::core_m), mean(&Held::edge_m), mean(&Held::arrival_s)};
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

// even_stretch() with both tails in one go.
void DenseGasSlices::ln_concentrations(std::span<const double> x_m, std::span<const double> y_m,
                                       std::span<double> out) const {
  constexpr double kNowhere = -std::numeric_limits<double>::infinity();
  std::array<double, kBlock> outer;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::array<double, kBlock> inner;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::array<double, kBlock> tail;   // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t begin = 0; begin < out.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, out.size() - begin);
    const std::span<double> here = out.subspan(begin, count);
    const auto first = [&](std::array<double, kBlock>& block) { return std::span(block).first(count); };
    for (std::size_t i = 0; i < count; ++i) here[i] = std::max(x_m[begin + i] - edge_m_, nearest_m_);
    log_of(here, here);
    for (std::size_t i = 0; i < count; ++i) {
      const double place = std::max(0.0, (here[i] - log_nearest_) * kSlicesPerLog);
      const auto at = static_cast<std::size_t>(place);
      if (x_m[begin + i] < edge_m_ || at + 1 >= slices_.size()) {
        here[i] = kNowhere;
        outer[i] = inner[i] = tail[i] = 0.0;
        continue;
      }
      const double part = place - static_cast<double>(at);
      const auto mean = [&](float Held::*of) {
        return (1.0 - part) * static_cast<double>(slices_[at].*of) + part * static_cast<double>(slices_[at + 1].*of);
      };
      const double core_m = mean(&Held::core_m);
      const double per_m = 1.0 / mean(&Held::edge_m);
      const double y = std::abs(y_m[begin + i]);
      here[i] = mean(&Held::ln_middle);
      outer[i] = (y - core_m) * per_m;
      inner[i] = (y + core_m) * per_m;
      tail[i] = std::abs(outer[i]);
    }
    erfc_of(first(inner), first(inner));
    erfc_of(first(tail), first(tail));
    for (std::size_t i = 0; i < count; ++i) {
      const double stretch = outer[i] > 0.0 ? tail[i] - inner[i] : 2.0 - tail[i] - inner[i];
      tail[i] = outer[i] > kNothing ? 0.0 : stretch;
      outer[i] = std::max(tail[i], kSmallest);
    }
    log_of(first(outer), first(outer));
    for (std::size_t i = 0; i < count; ++i) here[i] = tail[i] > 0.0 ? here[i] + outer[i] : kNowhere;
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
  return x_m < edge_m_ ? static_cast<double>(slices_.front().arrival_s) : static_cast<double>(slices_.back().arrival_s);
}

double DenseGasSlices::width_m(double x_m) const {
  Slice slice;
  if (!find(std::max(x_m, edge_m_), slice)) return 0.0;
  return std::sqrt(slice.core_m * slice.core_m / 3.0 + 0.5 * slice.edge_m * slice.edge_m);
}

}  // namespace sise
