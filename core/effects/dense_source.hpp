// From a release to the dense cloud's own terms: how wide it leaves, with what heat.
#pragma once
#include "core/effects/concentration_field.hpp"
#include "models/dispersion/dense_gas.hpp"

namespace sise {

/// A release goes on for a release's own length, or for two hours and more without an end.
[[nodiscard]] bool has_end(double duration_s);

/// Over its pool where one is known. Else, with no hole known, the gas leaves as slowly as the wind blows: from the ground
/// where its stream touches it, else as a jet along the wind. A cloud whose path cannot be followed with its heat is followed
/// without. Throws ModelError where nothing is known of its density.
[[nodiscard]] DenseGas dense_cloud(const GasSource& release, const Weather& weather, const DispersionOptions& options);

/// All at once, as a block on the ground twice as wide as high.
[[nodiscard]] DenseGas dense_cloud_at_once(double mass_kg, const GasState& gas, const Weather& weather,
                                           const DispersionOptions& options);

}  // namespace sise
