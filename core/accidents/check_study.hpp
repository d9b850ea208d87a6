// The one place where a study is found sound or not, whoever made it: files, a program, a live feed.
#pragma once
#include <optional>
#include <vector>

#include "core/study/study.hpp"
#include "models/base/error.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// Numbers and properties that a scenario lacks, and a pool that the bund of its unit does not hold; empty: none. Says the field
/// (`where.field`); who knows the file adds the place.
[[nodiscard]] std::vector<Diagnostic> scenario_faults(const Scenario& scenario, const Unit& unit,
                                                      const SubstanceTable& substances);

/// What its scenarios ask of a study as a whole: a wind rose, and a rule of the harm pack for every way to die. Packs are never
/// mixed: a rule that the pack lacks is not borrowed from another. Places are dotted keys of a project
/// ("weather.wind_rose", "harm.pack").
void check_what_scenarios_need(const Study& study, Problems& problems);

/// A unit says how much of its accidents happens by day, and the study does not say where people are then: that would change
/// nothing. nullopt: it does not, or they are known.
[[nodiscard]] std::optional<Diagnostic> unused_day_share(const Study& study, const Unit& unit, Location where);

/// Everything: a grid, units and targets with ids of their own and shapes, scenarios of known units with numbers in their range
/// and what their kind needs, a rose that sums to 1. All problems at once; a study without errors can be computed, unless
/// a model finds itself outside its range.
void check_study(const Study& study, const SubstanceTable& substances, Problems& problems);

}  // namespace sise
