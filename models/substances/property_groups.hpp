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
};

/// In the order in which people read them.
[[nodiscard]] const std::vector<PropertyGroup>& property_groups();

[[nodiscard]] bool belongs_to(std::string_view property, const PropertyGroup& group);

/// The groups of which nothing is known.
[[nodiscard]] std::vector<const PropertyGroup*> unknown_groups(const Substance& substance);

}  // namespace sise
