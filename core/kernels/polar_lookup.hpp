// The vectorised inner loop of table look-up.
#pragma once
#include <cstddef>
#include <span>

namespace sise {

/// A PolarTable as its inner loop sees it. Rows hold `bearings` nodes, preceded by one and followed by three repeats.
struct PolarLookup {
  const float* ln_values = nullptr;
  std::size_t stride = 0;
  double bearings = 0.0;
  double intervals = 0.0;
  double ln_first = 0.0;
  double rings_per_ln = 0.0;
  double nodes_to_first = 0.0;  ///< added to a grid bearing counted in nodes
  double first_m = 0.0;
  double reach_m = 0.0;
  double first_ring_mean = 0.0;
};

/// K at each offset, see PolarTable::evaluate. Sizes are equal.
void polar_lookup(const PolarLookup& table, std::span<const double> dx_m, std::span<const double> dy_m,
                  std::span<double> out);

}  // namespace sise
