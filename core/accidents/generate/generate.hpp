// From the records of a study's units to scenarios: parts, cases of a frequency pack, releases, event trees.
#pragma once
#include <set>
#include <string>

#include "core/accidents/generate/event_trees.hpp"
#include "core/accidents/generate/frequency_pack.hpp"
#include "core/accidents/generate/generator_rules.hpp"
#include "core/accidents/generate/record.hpp"
#include "core/accidents/generate/trace.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// The data that scenarios are made from.
struct GeneratorData {
  FrequencyPacks packs;
  EventTrees trees;
  GeneratorRules rules;
};

/// Scenarios of one unit; their indices in the trace start at `first`.
struct UnitGeneration {
  UnitTrace trace;
  std::vector<Scenario> scenarios;
};
[[nodiscard]] UnitGeneration generate_unit(const Unit& unit, const std::vector<UnitContent>& contents,
                                           const GeneratorContext& context, std::size_t first);

/// What one unit is generated with: the study's air, wind and harm pack.
[[nodiscard]] GeneratorContext generator_context(const Study& study, const SubstanceTable& substances,
                                                 const GeneratorData& data);

/// Scenarios for every unit that the study's own rows do not name; the trace of one whose rows are just those that would be made
/// has what they rest on. Nothing is thrown for what a record lacks: that stands in its trace.
[[nodiscard]] Generation generate(const Study& study, const SubstanceTable& substances, const GeneratorData& data);

/// Adds the scenarios to the study's own, what they rest on to Study::generated, and the reasons of what was not generated, or
/// only in part, to Study::not_generated.
void take_over(Study& study, const Generation& generation);

}  // namespace sise
