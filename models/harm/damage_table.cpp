#include "models/harm/damage_table.hpp"

#include <algorithm>

namespace sise {

std::span<const DamageLevel> DamageTable::reached_by(double value) const {
  const auto end =
      std::find_if(levels.begin(), levels.end(), [value](const DamageLevel& l) { return l.value > value; });
  return {levels.begin(), end};
}

}  // namespace sise
