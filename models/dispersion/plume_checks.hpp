// What a plume cannot be asked.
#pragma once
#include <cstddef>
#include <initializer_list>

#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// Throws ModelError with every impossible parameter.
void check_plume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options);

/// Throws ModelError where the arrays of a batch differ in length.
void check_batch_sizes(std::size_t size, std::initializer_list<std::size_t> others);

}  // namespace sise
