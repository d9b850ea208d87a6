// Which properties belong together, with their names for people.
#pragma once
#include <string_view>
#include <vector>

#include "models/base/text.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// A group is unknown of a substance when none of its properties is there.
struct PropertyGroup {
  std::string_view id;  ///< "flammable_limits"
  Text label;
  std::vector<std::string_view> beginnings;  ///< what the names of its properties begin with
  bool of_fluids = false;                    ///< of what flows, evaporates or is a gas
};

/// In the order in which people read them.
[[nodiscard]] const std::vector<PropertyGroup>& property_groups();

[[nodiscard]] bool belongs_to(std::string_view property, const PropertyGroup& group);

/// The groups of which nothing is known although it may be asked for.
[[nodiscard]] std::vector<const PropertyGroup*> unknown_groups(const Substance& substance);
/// The groups of fluids that a solid which does not boil (a dust, an explosive) has nothing of, and needs nothing of.
[[nodiscard]] std::vector<const PropertyGroup*> needless_groups(const Substance& substance);

}  // namespace sise
