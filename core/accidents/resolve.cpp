#include "core/accidents/resolve.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/accidents/property_lookup.hpp"
#include "core/accidents/source_places.hpp"
#include "core/accidents/source_point.hpp"
#include "core/grid/interruption.hpp"
#include "core/study/completeness.hpp"
#include "models/substances/borrowed_physics.hpp"

namespace sise {
namespace {

constexpr double kCalm_m_s = 1.0;  // calm counts as 1 m/s in district risk

/// "toxic probit (probit_a, probit_b, probit_n)".
std::string missing_constants(const Substance* substance, const HarmPack& harm) {
  std::string names;
  for (const std::string& name :
       missing_toxic_properties(harm.toxic_basis, substance != nullptr ? *substance : Substance{})) {
    names += (names.empty() ? "" : ", ") + name;
  }
  return names.empty() ? "toxic rule in harm pack '" + harm.id + "'" : "toxic probit (" + names + ")";
}

ToxicProbit probit_of(const AccidentSite& site, PropertyLookup& ask) {
  const HarmPack& harm = *site.harm;
  std::optional<ToxicProbit> probit;
  if (ask.substance() != nullptr) {
    probit = toxic_probit_by(harm.toxic_basis, *ask.substance(), harm.slot_probability, harm.slod_probability,
                             site.ambient.temperature_K, site.ambient.pressure_Pa);
  }
  if (probit) return *probit;
  const std::string lacks = missing_constants(ask.substance(), harm);
  ask.fault("missing_property",
            {"substance '" + ask.scenario().substance + "' has no known " + lacks,
             "物质 '" + ask.scenario().substance + "' 缺少 " + lacks},
            "substance");
  return {};
}

/// Which model carries the gas of an accident; the same for its poison and its flames.
class Carrier {
 public:
  Carrier(const Scenario& scenario, const Substance* substance, const AccidentSite& site)
      : air_K_(site.ambient.temperature_K) {
    const BorrowedPhysics physics(substance, site.substances);
    borrowed_ = physics.borrowed();
    gas_ = gas_state(physics.substance(), site.storage, site.ambient);
    Weather air = site.ambient;
    air.wind_speed_m_s = site.wind_m_s;
    weight_ = weigh(gas_, {scenario.rate_kg_s.value_or(0.0), std::nullopt}, air);
    dispersion_ = chosen_dispersion(site.dispersion, weight_.slumps);
  }

  template <class Release>
  void carry(Release& release) const {
    release.gas = gas_;
    release.dispersion = dispersion_;
  }
  void carry(EffectEvent& event) const {
    if (FlammableRelease* gas = gas_of(event)) carry(*gas);
  }
  [[nodiscard]] const GasWeight& weight() const { return weight_; }
  /// What a reader of its results must know.
  [[nodiscard]] std::vector<std::string> codes() const {
    std::vector<std::string> codes =
        is_for_heavy_gas(dispersion_) ? dense_model_codes(gas_, air_K_) : passive_model_codes(weight_);
    if (borrowed_) codes.emplace_back("surrogate_property");
    return codes;
  }

 private:
  GasState gas_{};
  double air_K_;
  bool borrowed_ = false;
  GasWeight weight_{};
  std::string dispersion_{};
};

ToxicRelease toxic_release(const Scenario& scenario, const AccidentSite& site, PropertyLookup& ask) {
  ToxicRelease release;
  release.rate_kg_s = ask.given("rate_kg_s");
  release.duration_s = scenario.duration_s;
  release.height_m = scenario.height_m;
  if (site.harm != nullptr) release.probit = probit_of(site, ask);
  return release;
}

/// A jet leaves at the pressure of its unit where the scenario states none.
Scenario with_unit_pressure(Scenario scenario, const AccidentSite& site) {
  const bool jet = kind_row(scenario.kind).level_jet;
  if (jet && !scenario.pressure_abs_Pa) scenario.pressure_abs_Pa = site.storage.pressure_abs_Pa;
  return scenario;
}

void resolve_event(const AccidentKind& row, PropertyLookup& ask, Accident& accident) {
  const bool asks_to_burn = row.substance == SubstanceNeed::flammable;
  // Without a substance that burns there is no event to compute; the problem told here ends the run.
  if (asks_to_burn && !ask.burns()) {
    accident.risk.effects.emplace_back(BlastEvent{});
    return;
  }
  accident.risk.effects.push_back(row.event(ask));
  if (row.otherwise != nullptr) accident.otherwise = row.otherwise(ask.scenario(), accident.risk.effects.front());
  if (!accident.otherwise || accident.otherwise->share < 1.0) return;
  accident.risk.effects.front() = accident.otherwise->effect;
  accident.otherwise.reset();
}

double slowest_wind_m_s(const WindRose& rose) {
  double slowest = 1e9;
  for (const WindRoseRow& row : rose.rows) slowest = std::min(slowest, row.speed_m_s < 0.5 ? kCalm_m_s : row.speed_m_s);
  return slowest;
}

std::map<std::string, std::size_t> index_of(const std::vector<Unit>& units) {
  std::map<std::string, std::size_t> index;
  for (std::size_t i = 0; i < units.size(); ++i) index.emplace(units[i].id, i);
  return index;
}

}  // namespace

Accident resolve_accident(const Scenario& written, const AccidentSite& site) {
  const Scenario scenario = with_unit_pressure(written, site);
  const AccidentKind& row = kind_row(scenario.kind);
  PropertyLookup ask(scenario, site.substances, site.ambient);
  Accident accident;
  accident.kind = scenario.kind;
  accident.risk.case_id = scenario.case_id;
  accident.risk.frequency_per_year = scenario.frequency_per_year;
  if (row.event == nullptr) {
    accident.risk.toxic = toxic_release(scenario, site, ask);
  } else {
    resolve_event(row, ask, accident);
  }
  std::set<std::string> codes(ask.warnings().begin(), ask.warnings().end());
  if (row.level_jet && scenario.upright_share.value_or(0.0) < 1.0) codes.insert("horizontal_jet");
  if (row.has_plume(scenario)) {
    try {
      const Carrier carrier(scenario, ask.substance(), site);
      accident.gas = carrier.weight();
      if (accident.risk.toxic) carrier.carry(*accident.risk.toxic);
      for (EffectEvent& event : accident.risk.effects) carrier.carry(event);
      for (std::string& code : carrier.codes()) codes.insert(std::move(code));
    } catch (const ModelError& error) {  // told with its unit and case, and with all other faults
      const Diagnostic& first = error.diagnostics().front();
      const std::string field = first.where.field.empty() ? "substance" : first.where.field;
      ask.fault(first.code.c_str(), first.message, field, first.remedy);
    }
  }
  accident.warnings.assign(codes.begin(), codes.end());
  accident.confidence = ask.confidence();
  accident.faults = ask.faults();
  return accident;
}

std::vector<Accident> resolve_accidents(const Study& study, const SubstanceTable& substances) {
  const std::map<std::string, std::size_t> index = index_of(study.units);
  AccidentSite site{.substances = substances, .ambient = study.ambient};
  site.harm = &study.harm;
  site.dispersion = study.model.dispersion;
  site.wind_m_s = slowest_wind_m_s(study.rose);
  std::vector<Accident> accidents;
  accidents.reserve(study.scenarios.size());
  for (const Scenario& scenario : study.scenarios) {
    stop_if_interrupted();
    const std::size_t unit = index.at(scenario.unit_id);
    const Unit& keeps = study.units[unit];
    site.storage = {keeps.temperature_K, keeps.pressure_abs_Pa, keeps.state};
    accidents.push_back(resolve_accident(scenario, site));
    accidents.back().unit = unit;
  }
  return accidents;
}

namespace {

void add_cases(const Accident& accident, std::vector<RiskCase>& cases) {
  cases.push_back(accident.risk);
  if (!accident.otherwise) return;
  const OtherWay& way = *accident.otherwise;
  RiskCase other = accident.risk;
  other.frequency_per_year *= way.share;
  cases.back().frequency_per_year *= 1.0 - way.share;
  cases.back().way = AccidentWay::one;
  other.effects = {way.effect};
  other.way = AccidentWay::other;
  cases.push_back(std::move(other));
}

}  // namespace

bool counts_as_new(const Study& study, const Unit& unit) {
  return unit.is_new || study.criteria.facilities == FacilityScale::new_build;
}

RiskInputs risk_inputs(const Study& study, const std::vector<Accident>& accidents, const Projection& projection) {
  RiskInputs inputs;
  inputs.rose = study.rose;
  inputs.ambient = study.ambient;
  inputs.model = study.model;
  inputs.harm = study.harm;
  inputs.units.reserve(study.units.size());
  for (const Unit& unit : study.units) {
    const Point place = source_point(unit.geometry);
    RiskUnit& one = inputs.units.emplace_back();
    one.id = unit.id;
    one.is_new = counts_as_new(study, unit);
    one.day_share = unit.details.day_share;
    one.source = place;
    one.convergence_deg = projection.convergence_deg(place);
    for (const Point& there : source_places(unit)) one.along.push_back({there, projection.convergence_deg(there)});
  }
  Problems problems;
  for (const Accident& accident : accidents) {
    if (is_undrawn_line(study.units[accident.unit])) continue;
    for (const Diagnostic& fault : accident.faults) problems.add(fault);
    add_cases(accident, inputs.units[accident.unit].cases);
  }
  problems.throw_if_errors<InputError>();
  return inputs;
}

namespace {

/// The unit names goods that are no known substance, and yet one is computed.
bool is_stand_in(const Unit& unit, const Scenario& scenario) {
  return unit.substance.empty() && !unit.substance_text.empty() && !scenario.substance.empty();
}

}  // namespace

UnitWarnings unit_warnings(const Study& study, const std::vector<Accident>& accidents) {
  std::vector<std::set<std::string>> codes(study.units.size());
  for (std::size_t i = 0; i < accidents.size(); ++i) {
    const Accident& accident = accidents[i];
    if (is_undrawn_line(study.units[accident.unit])) continue;
    for (const std::string& code : accident.warnings) {
      const bool unknown = accident.otherwise && !study.scenarios[i].upright_share && code == "horizontal_jet";
      codes[accident.unit].insert(unknown ? "jet_direction_unknown" : code);
    }
    if (is_stand_in(study.units[accident.unit], study.scenarios[i])) codes[accident.unit].insert("stand_in_substance");
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
