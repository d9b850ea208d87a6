// What a plume cannot be asked.
#pragma once
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// Throws ModelError with every impossible parameter.
void check_plume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options);

}  // namespace sise
