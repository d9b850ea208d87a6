#include "models/dispersion/dense_gas_slices.hpp"

#include "models/dispersion/dense_gas_constants.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace sise {
namespace {

constexpr double kNearest = 1e-3;     // of the first slice's half width
constexpr double kSmallest = 1e-300;  // whose logarithm stands for nothing
constexpr double kLogStep = std::numbers::ln10 / kSlicesPerDecade;

double bounded_log(double value) { return std::log(std::max(value, kSmallest)); }

}  // namespace

DenseGasSlices::DenseGasSlices(const DenseGas& cloud, double z_m)
    : edge_m_(cloud.path().first_m()),
      nearest_m_(kNearest * cloud.section(edge_m_)->half_width_m),
      log_nearest_(std::log(nearest_m_)),
      pure_kg_m3_(cloud.mixture().pure_kg_m3()) {
  const double length = cloud.path().last_m() - edge_m_;
  const int count = 1 + static_cast<int>(std::floor(std::log(length / nearest_m_) / kLogStep));
  for (int i = 0; i < count; ++i) {
    const double x = edge_m_ + nearest_m_ * std::exp(kLogStep * i);
    const std::optional<CloudSection> section = cloud.section(x);
    if (!section) break;
    const SliceEdges edges = cloud.edges(*section);
    slices_.push_back({bounded_log(cloud.volume_fraction(x, 0.0, z_m)), bounded_log(edges.core_m), bounded_log(edges.edge_m)});
  }
}

bool DenseGasSlices::find(double x_m, Slice& slice) const {
  if (!(x_m >= edge_m_)) return false;
  const double place = (std::log(std::max(x_m - edge_m_, nearest_m_)) - log_nearest_) / kLogStep;
  const auto i = static_cast<std::size_t>(place);
  if (i + 1 >= slices_.size()) return false;
  const double part = place - static_cast<double>(i);
  const auto between = [&](double Slice::*of) { return (1.0 - part) * slices_[i].*of + part * slices_[i + 1].*of; };
  slice = {between(&Slice::on_axis), between(&Slice::core), between(&Slice::edge)};
  return true;
}

double DenseGasSlices::concentration_kg_m3(double x_m, double y_m) const {
  Slice slice;
  if (!find(x_m, slice)) return 0.0;
  const double core = std::exp(slice.core);
  const double edge = std::exp(slice.edge);
  const double across = (std::erf((y_m + core) / edge) - std::erf((y_m - core) / edge)) / (2.0 * std::erf(core / edge));
  return pure_kg_m3_ * std::exp(slice.on_axis) * across;
}

double DenseGasSlices::width_m(double x_m) const {
  Slice slice;
  if (!find(std::max(x_m, edge_m_), slice)) return 0.0;
  const double core = std::exp(slice.core);
  const double edge = std::exp(slice.edge);
  return std::sqrt(core * core / 3.0 + 0.5 * edge * edge);
}

}  // namespace sise
