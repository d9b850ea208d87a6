// From scenarios to accidents: substance, event, warnings and confidence settled once, for whoever asks afterwards.
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/kinds.hpp"
#include "core/accidents/risk_inputs.hpp"
#include "core/grid/projection.hpp"
#include "core/study/study.hpp"
#include "models/base/confidence.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// One scenario, or the source of an incident, with every name resolved.
struct Accident {
  std::size_t unit = 0;  ///< index into the study's units
  ScenarioKind kind = ScenarioKind::toxic;
  RiskCase risk;                             ///< its release or its effect
  std::optional<OtherWay> otherwise{};       ///< what happens instead in some of such accidents
  std::optional<GasWeight> gas{};            ///< of a gas that the wind carries
  std::vector<std::string> warnings;         ///< codes, in alphabetical order: see resolve_accident()
  Confidence confidence = Confidence::seen;  ///< the weakest mark of the properties that it rests on
  std::vector<Diagnostic> faults;            ///< what it lacks; its numbers are then placeholders
};

/// Where and how a scenario happens, as far as it matters for what happens.
struct AccidentSite {
  const SubstanceTable& substances;
  const Weather& ambient;
  const HarmPack* harm = nullptr;           ///< null: nobody asks who dies of a poison
  std::string dispersion{auto_dispersion};  ///< the model wanted
  GasStorage storage{};                     ///< a jet leaves at its pressure where its scenario states none
  double wind_m_s = 1.0;                    ///< the slowest that carries a gas
};

/// Never throws for what a scenario lacks: that is among the faults. Warnings: "heavy_gas_passive_model" where HJ 169-2018
/// calls a release heavy while the model that carries it is a passive one; "gas_density_unknown" where that cannot be told;
/// "cloud_without_heat" where a dense cloud is carried without its heat, because too little is known of the substance;
/// "horizontal_jet" where a jet fire is computed by a model of flares; "surrogate_property" and "recalled_property" for the
/// substances of fires and vapour clouds, the former also for clouds.
[[nodiscard]] Accident resolve_accident(const Scenario& written, const AccidentSite& site);

/// All scenarios of a study, in its order.
[[nodiscard]] std::vector<Accident> resolve_accidents(const Study& study, const SubstanceTable& substances);

/// On a map that is drawn on the scale of new facilities, every unit counts as new.
[[nodiscard]] bool counts_as_new(const Study& study, const Unit& unit);

/// One risk unit per unit of the study, in its order; a unit without accidents and a line have no cases. A unit stands
/// at its point, or at a point on its line or polygon. An accident that may go one of two ways is two cases, each half
/// as frequent. Throws InputError with the faults of all accidents.
[[nodiscard]] RiskInputs risk_inputs(const Study& study, const std::vector<Accident>& accidents,
                                     const Projection& projection);

/// Per unit of a study, the codes that every decision resting on its risk must carry: those of its accidents, with
/// "jet_direction_unknown" in place of "horizontal_jet" where half of the jets stand upright, and "stand_in_substance".
using UnitWarnings = std::vector<std::vector<std::string>>;
[[nodiscard]] UnitWarnings unit_warnings(const Study& study, const std::vector<Accident>& accidents);

/// The codes of several units together, each once, in alphabetical order.
[[nodiscard]] std::vector<std::string> codes_of(const UnitWarnings& warnings, const std::vector<std::size_t>& units);

}  // namespace sise
