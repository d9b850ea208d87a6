// From the end of an event tree to a row of [scenarios].
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "core/accidents/generate/event_trees.hpp"
#include "core/accidents/generate/part.hpp"
#include "core/accidents/generate/release.hpp"
#include "core/study/scenario.hpp"

namespace sise {

/// One case of a part, and what leaves it; none for what explodes or smokes where it lies.
struct CaseEvent {
  const Part& part;
  const FrequencyCase& of;
  std::optional<PartRelease> release;
  double longest_s = 0.0;
};

/// The tree that follows, and whose ignition its branches take.
struct Following {
  std::string tree;
  std::string fluid;  ///< of EventTrees::ignition_of; empty: nothing asks
};
[[nodiscard]] Following following(const CaseEvent& event, const UnitRecord& record);

/// Why a leaf has no row.
struct NoRow {
  Text why;
};

/// The scenario of a leaf, without ids and frequency. Numbers are written with six digits, so that a table gives them back
/// as they are. NoRow where no model stands behind the outcome; throws ModelError for a property that is lacking.
[[nodiscard]] std::variant<Scenario, NoRow> scenario_of(std::string_view outcome, const CaseEvent& event,
                                                        const UnitRecord& record);

/// What a tree may end with.
[[nodiscard]] std::vector<std::string> known_outcomes();

/// "none": nothing happens.
[[nodiscard]] bool is_nothing(std::string_view outcome);

}  // namespace sise
