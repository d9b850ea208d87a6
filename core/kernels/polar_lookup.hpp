// The vectorised inner loops of looking a kernel up.
#pragma once
#include <cstddef>
#include <span>

#include "core/kernels/polar_places.hpp"

namespace sise {

/// A PolarTable as its inner loop sees it. Rows hold `bearings` nodes, preceded by one and followed by three repeats.
struct PolarLookup {
  const float* ln_values = nullptr;
  std::size_t stride = 0;
  double bearings = 0.0;
  double last_base = 0.0;  ///< last ring that has two rings beyond it
  double rings_per_ln = 0.0;
  double first_turns = 0.0;
  double reach_m = 0.0;
};

/// Adds K at each place, see PolarTable::add.
void add_polar_lookup(const PolarLookup& table, const PolarPlaces& places, double* out);

/// A row of rims and the wind that turns it, as the inner loop sees them.
struct RimLookup {
  const float* versines = nullptr;
  const float* jumps = nullptr;
  double first_m = 0.0, last_m = 0.0, first_ln = 0.0, steps_per_ln = 0.0, steps = 0.0;
  double factor = 1.0;
  /// Cumulative density by the direction that the wind blows to: see RoseCumulative.
  const double* sectors = nullptr;
  std::size_t stride = 0;
  double count = 0.0;
  double first_turns = 0.0;
  double total = 0.0;
};

/// Adds factor · jump · (C(θ + φ) − C(θ − φ)) at each place, φ the row's edge at its distance.
void add_rim_lookup(const RimLookup& rim, const PolarPlaces& places, double* out);

}  // namespace sise
