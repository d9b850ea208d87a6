// How much of a substance the largest plants hold, from data/substances/inventories.csv.
#pragma once
#include <optional>

#include "models/base/text.hpp"
#include "models/substances/substance.hpp"

namespace sise {

struct LargestInventory {
  double kg = 0.0;
  Text example;  ///< the plants that it was taken from
};

/// The first row of the file that names the substance, all of its flags, or everything.
[[nodiscard]] LargestInventory largest_inventory(const Substance& substance);

}  // namespace sise
