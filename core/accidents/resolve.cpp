#include "core/accidents/resolve.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/accidents/scenario_event.hpp"
#include "core/accidents/source_point.hpp"
#include "core/study/completeness.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/heavy_gas.hpp"

namespace sise {
namespace {

constexpr double kCalm_m_s = 1.0;  // calm counts as 1 m/s in district risk

std::optional<ToxicProbit> probit_of(const Substance* substance, const Study& study) {
  if (substance == nullptr) return std::nullopt;
  const HarmPack& harm = study.harm;
  return toxic_probit_by(harm.toxic_basis, *substance, harm.slot_probability, harm.slod_probability,
                         study.ambient.temperature_K, study.ambient.pressure_Pa);
}

/// "toxic probit (probit_a, probit_b, probit_n)".
std::string missing_constants(const Substance* substance, const HarmPack& harm) {
  std::string names;
  for (const std::string& name :
       missing_toxic_properties(harm.toxic_basis, substance != nullptr ? *substance : Substance{})) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return names.empty() ? "toxic rule in harm pack '" + harm.id + "'" : "toxic probit (" + names + ")";
}

void report_missing(Problems& problems, const Scenario& scenario, const std::string& property) {
  problems.error("missing_property",
                 {"case '" + scenario.case_id + "': substance '" + scenario.substance + "' has no known " + property,
                  "情景 '" + scenario.case_id + "':物质 '" + scenario.substance + "' 缺少 " + property},
                 {.feature = scenario.unit_id, .field = "substance"});
}

/// A jet leaves at the pressure of its unit where the scenario states none.
Scenario with_unit_pressure(Scenario scenario, const Unit& unit) {
  if (scenario.kind == ScenarioKind::jet_fire && !scenario.pressure_abs_Pa) {
    scenario.pressure_abs_Pa = unit.pressure_abs_Pa;
  }
  return scenario;
}

ScenarioEvent effect_event(const Scenario& scenario, const Unit& unit, const Study& study,
                           const SubstanceTable& substances, Problems& problems) {
  return scenario_event(with_unit_pressure(scenario, unit), substances, study.ambient, problems);
}

RiskCase resolve(const Scenario& scenario, const Unit& unit, const Study& study, const SubstanceTable& substances,
                 Problems& problems) {
  RiskCase result;
  result.case_id = scenario.case_id;
  result.frequency_per_year = scenario.frequency_per_year;
  if (scenario.kind == ScenarioKind::explosion) {
    result.effects.emplace_back(BlastEvent{scenario.tnt_kg.value()});
    return result;
  }
  if (scenario.kind != ScenarioKind::toxic) {
    result.effects.push_back(effect_event(scenario, unit, study, substances, problems).event);
    return result;
  }
  const Substance* substance = substances.find(scenario.substance);
  const std::optional<ToxicProbit> probit = probit_of(substance, study);
  if (!probit) report_missing(problems, scenario, missing_constants(substance, study.harm));
  result.toxic = ToxicRelease{scenario.rate_kg_s.value(),
                              scenario.duration_s,
                              scenario.height_m,
                              probit.value_or(ToxicProbit{}),
                              {},
                              chosen_dispersion(study.model.dispersion, std::nullopt)};
  return result;
}

double slowest_wind_m_s(const WindRose& rose) {
  double slowest = 1e9;
  for (const WindRoseRow& row : rose.rows) slowest = std::min(slowest, row.speed_m_s < 0.5 ? kCalm_m_s : row.speed_m_s);
  return slowest;
}

/// Heavy, not heavy, or (nullopt) not to be told for want of a property.
std::optional<bool> heavy(const Study& study, const Unit& unit, const Scenario& scenario, const Substance* substance) {
  if (substance == nullptr) return std::nullopt;
  const std::optional<double> molar_mass = substance->get("molar_mass_kg_mol");
  if (!molar_mass) return std::nullopt;
  const double boiling_K = substance->get("boiling_point_K").value_or(0.0);
  const double storage_K = unit.temperature_K.value_or(study.ambient.temperature_K);
  ContinuousRelease release;
  release.rate_kg_s = scenario.rate_kg_s.value_or(0.0);
  release.density_kg_m3 =
      ideal_gas_density_kg_m3(*molar_mass, std::max(boiling_K, storage_K), study.ambient.pressure_Pa);
  release.air_density_kg_m3 =
      ideal_gas_density_kg_m3(air_molar_mass_kg_mol, study.ambient.temperature_K, study.ambient.pressure_Pa);
  release.wind_10m_m_s = slowest_wind_m_s(study.rose);
  return is_heavy(release);
}

bool has_plume(const Scenario& scenario) {
  return scenario.kind == ScenarioKind::toxic || scenario.kind == ScenarioKind::flash_fire ||
         (scenario.kind == ScenarioKind::vce && scenario.rate_kg_s);
}

void add_density_codes(const Study& study, const Unit& unit, const Scenario& scenario, const SubstanceTable& substances,
                       std::set<std::string>& codes) {
  const std::optional<bool> verdict = heavy(study, unit, scenario, substances.find(scenario.substance));
  if (!verdict) codes.insert("gas_density_unknown");
  if (verdict.value_or(false)) codes.insert("heavy_gas_passive_model");
}

std::map<std::string, std::size_t> index_of(const std::vector<Unit>& units) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < units.size(); ++i) index.emplace(units[i].id, i);
  return index;
}

}  // namespace

bool counts_as_new(const Study& study, const Unit& unit) {
  return unit.is_new || study.criteria.facilities == FacilityScale::new_build;
}

RiskInputs risk_inputs(const Study& study, const SubstanceTable& substances, const Projection& projection) {
  RiskInputs inputs;
  inputs.rose = study.rose;
  inputs.ambient = study.ambient;
  inputs.model = study.model;
  inputs.harm = study.harm;
  inputs.units.reserve(study.units.size());
  for (const Unit& unit : study.units) {
    const Point place = source_point(unit.geometry);
    inputs.units.push_back({unit.id, counts_as_new(study, unit), place, projection.convergence_deg(place), {}});
  }
  const std::map<std::string, std::size_t> index = index_of(study.units);
  Problems problems;
  for (const Scenario& scenario : study.scenarios) {
    const std::size_t unit = index.at(scenario.unit_id);
    if (is_line_source(study.units[unit])) continue;
    inputs.units[unit].cases.push_back(resolve(scenario, study.units[unit], study, substances, problems));
  }
  problems.throw_if_errors<InputError>();
  return inputs;
}

UnitWarnings risk_warnings(const Study& study, const SubstanceTable& substances) {
  const std::map<std::string, std::size_t> index = index_of(study.units);
  std::vector<std::set<std::string>> codes(study.units.size());
  for (const Scenario& scenario : study.scenarios) {
    const std::size_t unit = index.at(scenario.unit_id);
    if (is_line_source(study.units[unit])) continue;
    if (has_plume(scenario)) add_density_codes(study, study.units[unit], scenario, substances, codes[unit]);
    if (scenario.kind == ScenarioKind::jet_fire) codes[unit].insert("horizontal_jet");
    if (scenario.kind == ScenarioKind::toxic || scenario.kind == ScenarioKind::explosion) continue;
    Problems ignored;  // risk_inputs() tells them
    const ScenarioEvent event = effect_event(scenario, study.units[unit], study, substances, ignored);
    codes[unit].insert(event.warnings.begin(), event.warnings.end());
  }
  UnitWarnings lists;
  lists.reserve(codes.size());
  for (const std::set<std::string>& set : codes) lists.emplace_back(set.begin(), set.end());
  return lists;
}

std::vector<std::string> codes_of(const UnitWarnings& warnings, const std::vector<std::size_t>& units) {
  std::set<std::string> codes;
  for (const std::size_t unit : units) codes.insert(warnings.at(unit).begin(), warnings.at(unit).end());
  return {codes.begin(), codes.end()};
}

}  // namespace sise
