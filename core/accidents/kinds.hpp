// Kinds of accidents: one table, one row per kind. Whoever reads, checks, computes, judges or tells of a scenario asks it.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/accidents/effect_event.hpp"
#include "core/study/scenario.hpp"
#include "models/base/text.hpp"
#include "models/harm/harm_pack.hpp"

namespace sise {

class PropertyLookup;

/// What is measured around an accident, and what a level is compared with.
enum class HazardQuantity { concentration_kg_m3, overpressure_pa, radiation_w_m2 };
[[nodiscard]] std::string_view name_of(HazardQuantity quantity);

/// What must be known of the substance.
enum class SubstanceNeed {
  none,       ///< it may stand there, nothing is asked of it
  poison,     ///< a toxic probit
  flammable,  ///< it burns, with the row's properties
};

/// What people die of, which a harm pack must have a rule for.
enum class Harm {
  poison,
  blast,           ///< with the impulse, where the pack wants it
  blast_pressure,  ///< models that give the pressure alone
  heat,
  flame,  ///< whoever stands in a burning cloud dies by any pack
};

using FieldNames = std::vector<std::string_view>;  ///< of scenario_fields()

/// What happens instead in a share of accidents, above 0 to 1.
struct OtherWay {
  EffectEvent effect;
  double share = 0.5;
};

struct AccidentKind {
  ScenarioKind kind;
  std::string_view incident_name;  ///< as [source] kind names it
  Text label;

  FieldNames needs;      ///< without all of these nothing can be computed
  FieldNames needs_one;  ///< nor without one of these
  FieldNames allows;     ///< what else is used

  /// An incident's source has exactly one of its amounts (those of a release may be a vessel), and what may stand beside it.
  FieldNames incident_amounts;
  FieldNames incident_allows;

  SubstanceNeed substance = SubstanceNeed::none;
  std::vector<std::string_view> properties;  ///< that its event may ask for; some follow from others
  Harm harm = Harm::flame;
  HazardQuantity measures = HazardQuantity::concentration_kg_m3;
  std::string_view endpoints;  ///< the set of levels of an incident that names none

  bool is_gas_in_an_incident = false;  ///< its concentration is asked for, not its effect
  bool incident_needs_weather = true;
  bool level_jet = false;  ///< along the ground, by a model of flares: results say `horizontal_jet`
  bool (*has_plume)(const Scenario&) = nullptr;
  bool (*goes_with_the_wind)(const Scenario&) = nullptr;
  EffectEvent (*event)(PropertyLookup&) = nullptr;  ///< null: a toxic release
  /// What happens instead in some of such accidents; null: nothing else does.
  std::optional<OtherWay> (*otherwise)(const Scenario&, const EffectEvent&) = nullptr;
};

/// In the order in which they are told.
[[nodiscard]] std::span<const AccidentKind> accident_kinds();
/// Throws std::invalid_argument for a kind that has no row.
[[nodiscard]] const AccidentKind& kind_row(ScenarioKind kind);

[[nodiscard]] std::string_view name_of(ScenarioKind kind);
[[nodiscard]] std::optional<ScenarioKind> scenario_kind_from(std::string_view name);
[[nodiscard]] std::optional<ScenarioKind> incident_kind_from(std::string_view name);

/// Does the kind use this number?
[[nodiscard]] bool takes(const AccidentKind& row, std::string_view field);

/// Whether a pack has a rule for such deaths, and their name.
struct HarmRule {
  bool known = true;
  Text deaths;
};
[[nodiscard]] HarmRule rule_for(Harm harm, const HarmPack& pack);

}  // namespace sise
