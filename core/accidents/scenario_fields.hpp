// The numbers of a scenario, one row each: how tables and incident files name them, and what they may be.
#pragma once
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include "core/study/scenario.hpp"

namespace sise {

struct ScenarioField {
  std::string_view name;  ///< ending in the unit that people write
  double low = 0.0;
  double high = std::numeric_limits<double>::infinity();
  bool low_open = true;                                     ///< `low` itself is not allowed
  bool whole = false;                                       ///< a whole number
  bool has_default = false;                                 ///< it has a value although nobody gives one
  std::optional<double> (*get)(const Scenario&) = nullptr;  ///< in SI
  void (*set)(Scenario&, double) = nullptr;
};

/// In the order in which they are told.
[[nodiscard]] std::span<const ScenarioField> scenario_fields();
/// Throws std::invalid_argument for a name that is none.
[[nodiscard]] const ScenarioField& scenario_field(std::string_view name);

}  // namespace sise
