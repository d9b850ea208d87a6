// Whether a scenario of a fire or a vapour cloud can be computed: its numbers, its substance, its bund.
#pragma once
#include <functional>
#include <string_view>

#include "core/study/scenario.hpp"
#include "core/study/unit.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// One row of a scenario table, as far as a message needs it.
struct ScenarioRow {
  std::function<Location(std::string_view field)> at;
  std::function<bool(std::string_view field)> is_filled;  ///< something stands there, right or wrong
};

/// Tells every number and property that the scenario lacks, and a pool that its bund does not hold. The scenario's
/// substance is known. What stands there but is wrong has been told already and is not told again.
void check_effect(const Scenario& scenario, const Unit& unit, const SubstanceTable& substances, const ScenarioRow& row,
                  GroupedProblems& problems);

}  // namespace sise
