// What a series of puffs cannot be asked.
#pragma once
#include <vector>

#include "models/dispersion/puff_series.hpp"

namespace sise {

/// Throws ModelError with every impossible parameter.
void check_puff_series(const Emission& emission, const std::vector<WindStep>& wind, const Weather& air,
                       const PlumeOptions& options, double nearest_m);

}  // namespace sise
