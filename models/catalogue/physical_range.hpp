// What a number can be at all: one table for every key, column and parameter of that name, whoever reads it.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/catalogue/model.hpp"

namespace sise {

/// Bounds in the unit in which the name ends. They are wide: nothing that exists lies outside, a slipped unit or a number
/// that stands for "unknown" mostly does. A model's own range is narrower and stands beside it.
struct PhysicalRange {
  std::string_view name;
  double low = 0.0;    ///< smallest value; 0 where the quantity may vanish
  double least = 0.0;  ///< smallest value of a quantity that has to be there
  double high = 0.0;
};

[[nodiscard]] const std::vector<PhysicalRange>& physical_ranges();

/// nullptr: no number of ours has that name.
[[nodiscard]] const PhysicalRange* physical_range(std::string_view name);

/// Narrows a parameter's own bounds to what its name allows.
void keep_physical(ModelParameter& parameter);

}  // namespace sise
