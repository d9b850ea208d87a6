#include "core/kernels/effect_table.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace sise {

std::size_t EffectTable::bytes(const EffectAxes& axes) { return axes.rings * (axes.bearings + 1) * sizeof(float); }

EffectTable::EffectTable(const EffectAxes& axes, std::span<const double> values) : axes_(axes) {
  values_.reserve(axes.rings * (axes.bearings + 1));
  for (std::size_t ring = 0; ring < axes.rings; ++ring) {
    const std::span<const double> row = values.subspan(ring * axes.bearings, axes.bearings);
    for (const double value : row) values_.push_back(static_cast<float>(value));
    values_.push_back(static_cast<float>(row.front()));
  }
}

double EffectTable::at(double dx_m, double dy_m, double grid_north_deg) const {
  if (empty()) return 0.0;
  const double r_m = std::sqrt(dx_m * dx_m + dy_m * dy_m);
  if (r_m > axes_.reach_m()) return 0.0;
  const double ring = std::min(r_m / axes_.step_m, static_cast<double>(axes_.rings - 1));
  const auto ring_below = std::min(static_cast<std::size_t>(ring), axes_.rings - 2);

  const auto bearings = static_cast<double>(axes_.bearings);
  const double bearing_deg = std::atan2(dx_m, dy_m) * (180.0 / std::numbers::pi) + grid_north_deg;
  double node = (bearing_deg - axes_.first_bearing_deg) / axes_.bearing_step_deg();
  node -= bearings * std::floor(node / bearings);
  const auto node_below = std::min(static_cast<std::size_t>(node), axes_.bearings - 1);

  const double outward = ring - static_cast<double>(ring_below);
  const double across = node - static_cast<double>(node_below);
  const float* inner = values_.data() + ring_below * (axes_.bearings + 1) + node_below;
  const float* outer = inner + axes_.bearings + 1;
  const auto along = [across](const float* at) {
    return (1.0 - across) * static_cast<double>(at[0]) + across * static_cast<double>(at[1]);
  };
  const double below = along(inner);
  const double above = along(outer);
  if (below == 0.0 || above == 0.0) return (1.0 - outward) * below + outward * above;
  return below * std::exp(outward * std::log(above / below));
}

}  // namespace sise
