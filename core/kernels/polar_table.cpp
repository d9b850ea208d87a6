#include "core/kernels/polar_table.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/polar_lookup.hpp"
#include "core/kernels/ring_axes.hpp"

namespace sise {
namespace {

constexpr double kSmallest = 1e-34;  // far below every risk that means anything, well inside single precision
constexpr std::size_t kBefore = 1;   // nodes repeated before the first bearing
constexpr std::size_t kAfter = 3;    // and after the last: a bearing rounded up to 360 degrees still finds its four

std::size_t stride_of(const PolarAxes& axes) { return axes.bearings + kBefore + kAfter; }

}  // namespace

std::size_t PolarTable::bytes(const PolarAxes& axes) { return axes.rings * stride_of(axes) * sizeof(float); }

PolarTable::PolarTable(const PolarAxes& axes)
    : axes_(axes), ln_values_(axes.rings * stride_of(axes), static_cast<float>(std::log(kSmallest))) {}

void PolarTable::set_ring(std::size_t ring, std::span<const double> values) {
  const std::size_t n = axes_.bearings;
  const std::size_t stride = stride_of(axes_);
  float* row = ln_values_.data() + ring * stride;
  for (std::size_t j = 0; j < n; ++j) {
    row[j + kBefore] = static_cast<float>(std::log(std::max(values[j], kSmallest)));
  }
  row[0] = row[n];
  for (std::size_t j = 0; j < kAfter; ++j) row[n + kBefore + j] = row[kBefore + j];
}

double PolarTable::reach_above_m(double level) const {
  constexpr double kBetweenNodes = 0.01;  // of ln K: what the interpolation may rise above its nodes
  if (empty() || level < kSmallest) return axes_.reach_m;
  const auto least = static_cast<float>(std::log(level) - kBetweenNodes);
  const std::size_t stride = stride_of(axes_);
  for (std::size_t ring = axes_.rings; ring-- > 0;) {
    const float* row = ln_values_.data() + ring * stride;
    if (*std::max_element(row, row + stride) >= least) return std::min(axes_.reach_m, RingAxes::ring_m(ring + 1));
  }
  return 0.0;
}

double PolarTable::most_at(double r_m) const {
  constexpr double kBetweenNodes = 0.01;  // of ln K, as in reach_above_m
  if (empty() || r_m > axes_.reach_m) return 0.0;
  const std::size_t stride = stride_of(axes_);
  const double ring = std::log1p(r_m / RingAxes::scale_m) / RingAxes::step;
  const auto last = static_cast<std::size_t>(axes_.rings - 1);
  const std::size_t inner = std::min(static_cast<std::size_t>(ring), last);
  const std::size_t outer = std::min(inner + 1, last);
  const float* row = ln_values_.data();
  const float highest = std::max(*std::max_element(row + inner * stride, row + (inner + 1) * stride),
                                 *std::max_element(row + outer * stride, row + (outer + 1) * stride));
  return std::exp(static_cast<double>(highest) + kBetweenNodes);
}

void PolarTable::add(const PolarPlaces& places, double* out) const {
  if (empty() || places.nearest_m > axes_.reach_m) return;
  PolarLookup lookup;
  lookup.ln_values = ln_values_.data();
  lookup.stride = stride_of(axes_);
  lookup.bearings = static_cast<double>(axes_.bearings);
  lookup.last_base = static_cast<double>(axes_.rings - 3);
  lookup.rings_per_ln = 1.0 / RingAxes::step;
  lookup.first_turns = axes_.first_bearing_deg / 360.0;
  lookup.reach_m = axes_.reach_m;
  add_polar_lookup(lookup, places, out);
}

}  // namespace sise
