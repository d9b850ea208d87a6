#include "core/kernels/polar_table.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/polar_lookup.hpp"

namespace sise {
namespace {

constexpr double kSmallest = 1e-34;  // far below every risk that means anything, well inside single precision
constexpr std::size_t kBefore = 1;   // nodes repeated before the first bearing
constexpr std::size_t kAfter = 3;    // and after the last: a bearing rounded up to 360 degrees still finds its four

std::size_t stride_of(const PolarAxes& axes) { return axes.bearings + kBefore + kAfter; }

}  // namespace

std::size_t PolarTable::bytes(const PolarAxes& axes) {
  return axes.intervals == 0 ? 0 : axes.rings() * stride_of(axes) * sizeof(float);
}

PolarTable::PolarTable(const PolarAxes& axes, std::span<const double> values) : axes_(axes) {
  const std::size_t n = axes.bearings;
  const std::size_t stride = stride_of(axes);
  ln_values_.resize(axes.rings() * stride);
  for (std::size_t ring = 0; ring < axes.rings(); ++ring) {
    const std::span<const double> row = values.subspan(ring * n, n);
    for (std::size_t j = 0; j < stride; ++j) {
      const double k = std::max(row[(j + n - kBefore) % n], kSmallest);
      ln_values_[ring * stride + j] = static_cast<float>(std::log(k));
    }
  }
  for (const double k : values.subspan(n, n)) first_ring_mean_ += k / static_cast<double>(n);
}

void PolarTable::evaluate(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg,
                          std::span<double> out) const {
  if (empty()) {
    std::fill(out.begin(), out.end(), 0.0);
    return;
  }
  PolarLookup lookup;
  lookup.ln_values = ln_values_.data();
  lookup.stride = stride_of(axes_);
  lookup.bearings = static_cast<double>(axes_.bearings);
  lookup.intervals = static_cast<double>(axes_.intervals);
  lookup.ln_first = std::log(axes_.first_m);
  lookup.rings_per_ln = 1.0 / std::log(axes_.ratio);
  lookup.nodes_to_first = (grid_north_deg - axes_.first_bearing_deg) / axes_.bearing_step_deg();
  lookup.first_m = axes_.first_m;
  lookup.reach_m = axes_.reach_m();
  lookup.first_ring_mean = first_ring_mean_;
  polar_lookup(lookup, dx_m, dy_m, out);
}

}  // namespace sise
