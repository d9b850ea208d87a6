#include "core/accidents/resolve.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/accidents/expanded_jet.hpp"
#include "core/accidents/property_lookup.hpp"
#include "core/accidents/scenario_fields.hpp"

namespace sise {
namespace {

Substance burning(const std::string& id, const std::map<std::string, double>& properties) {
  Substance substance;
  substance.id = id;
  substance.name_en = id;
  substance.name_zh = id;
  for (const auto& [name, value] : properties) {
    substance.properties.emplace(name, SourcedValue{value, "", "test", "test", Confidence::seen});
  }
  substance.hazard_flags.insert("flammable");
  return substance;
}

SubstanceTable substance_table() {
  Substance propane = burning("propane", {{"molar_mass_kg_mol", 0.0441},
                                          {"gas_gamma", 1.13},
                                          {"lfl_volume_fraction", 0.017},
                                          {"ufl_volume_fraction", 0.109},
                                          {"heat_of_combustion_J_kg", 46.35e6},
                                          {"burning_rate_kg_m2_s", 0.099},
                                          {"burning_rate_k_beta_1_m", 1.4}});
  Substance mixture = burning("lpg", {});
  mixture.surrogates = {"propane"};
  Substance chlorine = burning("chlorine", {{"molar_mass_kg_mol", 0.0709}});
  chlorine.hazard_flags.clear();
  return SubstanceTable({propane, mixture, chlorine});
}

Scenario scenario(ScenarioKind kind, const std::string& substance) {
  Scenario result;
  result.unit_id = "U1";
  result.case_id = "C1";
  result.kind = kind;
  result.substance = substance;
  return result;
}

Accident resolved(const Scenario& s, const Weather& ambient = {}) {
  const SubstanceTable substances = substance_table();
  return resolve_accident(s, {.substances = substances, .ambient = ambient});
}

template <class Event>
Event event_of(const Scenario& s, const Weather& ambient = {}) {
  return std::get<Event>(resolved(s, ambient).risk.effects.front());
}

std::vector<std::string> codes(const Scenario& s) {
  std::vector<std::string> found;
  for (const Diagnostic& d : resolved(s).faults) found.push_back(d.code + " " + d.where.field);
  return found;
}

/// A scenario with every number that its kind can use.
Scenario complete(const AccidentKind& row, const std::string& substance) {
  Scenario s = scenario(row.kind, substance);
  for (const ScenarioField& field : scenario_fields()) {
    if (takes(row, field.name)) field.set(s, field.name == "pressure_abs_kPa" ? 1.5e6 : 5.0);
  }
  return s;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(resolve_suite, *boost::unit_test::tolerance(1e-9))

BOOST_AUTO_TEST_CASE(a_fireball_s_fraction_follows_the_burst_pressure) {
  Scenario s = scenario(ScenarioKind::fireball, "propane");
  s.mass_kg = 1e5;
  const auto known = [&] { return event_of<FireballEvent>(s).source; };
  BOOST_TEST(known().radiative_fraction == 0.4);
  s.pressure_abs_Pa = 1.5e6;
  BOOST_TEST(known().radiative_fraction == radiative_fraction_at_burst(1.5e6));
  BOOST_TEST(known().heat_of_combustion_J_kg == 46.35e6);
  BOOST_TEST(resolved(s).faults.empty());
}

BOOST_AUTO_TEST_CASE(a_mixture_burns_like_its_surrogate_and_says_so) {
  Scenario s = scenario(ScenarioKind::pool_fire, "lpg");
  s.pool_diameter_m = 10.0;
  const Accident accident = resolved(s);
  BOOST_TEST(accident.faults.empty());
  BOOST_TEST(std::get<PoolFireEvent>(accident.risk.effects.front()).source.burning_rate_kg_m2_s ==
             0.099 * -std::expm1(-14.0));
  BOOST_TEST(accident.warnings == std::vector<std::string>{"surrogate_property"}, boost::test_tools::per_element());
}

// Its liquid's vapour pressure does not reach down to the air's: no number may end the run.
BOOST_AUTO_TEST_CASE(what_is_not_known_to_boil_is_carried_as_gas) {
  Substance thin = burning("thin", {{"molar_mass_kg_mol", 0.0441},
                                    {"lfl_volume_fraction", 0.02},
                                    {"ufl_volume_fraction", 0.1},
                                    {"boiling_point_K", 230.0},
                                    {"liquid_heat_capacity_J_kgK", 2500.0},
                                    {"heat_of_vaporization_J_kg", 4e5},
                                    {"liquid_density_kg_m3", 580.0},
                                    {"antoine_a", 9.0},
                                    {"antoine_b_K", 800.0},
                                    {"antoine_c_K", -20.0},
                                    {"antoine_min_K", 300.0},
                                    {"antoine_max_K", 340.0}});
  const SubstanceTable substances({thin});
  Scenario s = scenario(ScenarioKind::flash_fire, "thin");
  s.rate_kg_s = 1.0;
  const AccidentSite site{.substances = substances, .ambient = {}, .storage = {.state = "liquefied"}};
  BOOST_CHECK_NO_THROW((void)resolve_accident(s, site));
  BOOST_TEST(resolve_accident(s, site).gas->slumps.value_or(false));  // as a gas: heavier than air
}

BOOST_AUTO_TEST_CASE(a_fuel_that_was_measured_to_burn_bright_does_so) {
  Substance lng = burning("methane", {{"burning_rate_kg_m2_s", 0.078}});
  for (const auto& [name, value] :
       {std::pair{"pool_emissive_power_w_m2", 265e3}, {"pool_emissive_extinction_1_m", 0.3}}) {
    lng.properties.emplace(name, SourcedValue{value, "", "test", "test", Confidence::recalled});
  }
  const SubstanceTable substances({lng});
  Scenario s = scenario(ScenarioKind::pool_fire, "methane");
  s.pool_diameter_m = 35.0;
  const Accident accident = resolve_accident(s, {.substances = substances, .ambient = {}});
  BOOST_TEST_REQUIRE(accident.faults.empty());
  const PoolFireSource& source = std::get<PoolFireEvent>(accident.risk.effects.front()).source;
  BOOST_TEST_REQUIRE(source.bright.has_value());
  BOOST_TEST(source.bright->emissive_power_w_m2 == 265e3);
  BOOST_TEST((accident.confidence == Confidence::recalled));  // the mark of what moved it
  s.substance = "propane";
  s.pool_diameter_m = 10.0;
  BOOST_TEST(!event_of<PoolFireEvent>(s).source.bright.has_value());
}

// CPR 14E (Yellow Book) 1997, eqs. 6.37-6.40, printed with the throat's pressure.
BOOST_AUTO_TEST_CASE(an_expanded_jet_is_isentropic) {
  const double gamma = 1.3;
  const double gas_constant = 518.3;
  const double throat_Pa = 5e6 * std::pow(2.0 / (gamma + 1.0), gamma / (gamma - 1.0));
  const double printed_mach =
      std::sqrt(((gamma + 1.0) * std::pow(throat_Pa / 101325.0, (gamma - 1.0) / gamma) - 2.0) / (gamma - 1.0));
  const ExpandedJet jet = expanded_jet(gamma, gas_constant, 288.0, 5e6, 101325.0);
  BOOST_TEST(jet.speed_m_s / std::sqrt(gamma * gas_constant * jet.temperature_K) == printed_mach);
  // Energy: what the gas loses in heat is its speed.
  const double heat_capacity = gas_constant * gamma / (gamma - 1.0);
  BOOST_TEST(0.5 * jet.speed_m_s * jet.speed_m_s == heat_capacity * (288.0 - jet.temperature_K));
  // Below choking: sonic.
  const ExpandedJet weak = expanded_jet(gamma, gas_constant, 288.0, 101325.0, 101325.0);
  BOOST_TEST(weak.speed_m_s == std::sqrt(gamma * gas_constant * weak.temperature_K));
}

BOOST_AUTO_TEST_CASE(limits_of_flammability_become_concentrations_at_ambient_conditions) {
  Scenario s = scenario(ScenarioKind::vce, "propane");
  s.rate_kg_s = 5.0;
  s.blast_class = 7;
  Weather winter;
  winter.temperature_K = 263.15;
  const auto event = event_of<CloudExplosionEvent>(s, winter);
  BOOST_TEST(event.release->lfl_kg_m3 == 0.017 * 101325.0 * 0.0441 / (8.314462618 * 263.15));
  BOOST_TEST(event.release->ufl_kg_m3 / event.release->lfl_kg_m3 == 0.109 / 0.017);
  BOOST_TEST(*event.blast_class == 7);
}

BOOST_AUTO_TEST_CASE(a_stated_flammable_mass_needs_no_release) {
  Scenario s = scenario(ScenarioKind::vce, "propane");
  s.flammable_mass_kg = 2000.0;
  const auto event = event_of<CloudExplosionEvent>(s);
  BOOST_TEST(!event.release.has_value());
  BOOST_TEST(*event.flammable_mass_kg == 2000.0);
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_told_all_at_once) {
  BOOST_TEST(codes(scenario(ScenarioKind::fireball, "propane")) == std::vector<std::string>{"missing_value mass_kg"},
             boost::test_tools::per_element());
  Scenario jet = scenario(ScenarioKind::jet_fire, "chlorine");
  BOOST_TEST(codes(jet) == std::vector<std::string>{"does_not_burn substance"}, boost::test_tools::per_element());
  BOOST_TEST(codes(scenario(ScenarioKind::explosion, "")) == std::vector<std::string>{"missing_value tnt_kg"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_kind_resolves_with_what_its_row_names_and_not_without) {
  for (const AccidentKind& row : accident_kinds()) {
    const Scenario whole = complete(row, "propane");
    BOOST_TEST_INFO(row.kind.name());
    BOOST_TEST(resolved(whole).faults.empty());
    for (const std::string_view need : row.needs) {
      Scenario without = scenario(row.kind, "propane");
      for (const ScenarioField& field : scenario_fields()) {
        if (takes(row, field.name) && field.name != need) field.set(without, 5.0);
      }
      BOOST_TEST(!resolved(without).faults.empty());
    }
    if (!row.needs_one.empty()) BOOST_TEST(!resolved(scenario(row.kind, "propane")).faults.empty());
    const bool is_release = row.event == nullptr;
    BOOST_TEST(resolved(whole).risk.toxic.has_value() == is_release);
    BOOST_TEST(resolved(whole).risk.effects.size() == (is_release ? 0U : 1U));
    BOOST_TEST(resolved(whole).gas.has_value() == row.has_plume(whole));
  }
}

BOOST_AUTO_TEST_CASE(a_kind_may_not_ask_for_what_its_row_does_not_name) {
  const Scenario s = complete(kind_row(ScenarioKind::fireball), "propane");
  const SubstanceTable substances = substance_table();
  const Weather air;
  PropertyLookup ask(s, substances, air);
  BOOST_CHECK_THROW((void)ask.known("gas_gamma"), std::invalid_argument);
  BOOST_CHECK_THROW((void)ask.given("length_m"), std::invalid_argument);
}

BOOST_AUTO_TEST_CASE(an_accident_is_as_sure_as_the_least_sure_property) {
  SubstanceTable substances = substance_table();
  Substance doubtful = *substances.find("propane");
  doubtful.id = "doubtful";
  doubtful.properties.at("heat_of_combustion_J_kg").confidence = Confidence::recalled;
  const SubstanceTable with_doubt({doubtful});
  const Weather air;
  Scenario s = scenario(ScenarioKind::fireball, "doubtful");
  s.mass_kg = 1000.0;
  const Accident accident = resolve_accident(s, {.substances = with_doubt, .ambient = air});
  BOOST_CHECK(accident.confidence == Confidence::recalled);
  BOOST_TEST(accident.warnings == std::vector<std::string>{"recalled_property"}, boost::test_tools::per_element());
  s.substance = "propane";
  BOOST_CHECK(resolved(s).confidence == Confidence::seen);
}

BOOST_AUTO_TEST_CASE(a_jet_leaves_at_the_pressure_of_its_unit_unless_it_has_its_own) {
  const SubstanceTable substances = substance_table();
  const Weather air;
  Scenario s = scenario(ScenarioKind::jet_fire, "propane");
  s.rate_kg_s = 8.0;
  AccidentSite site{.substances = substances, .ambient = air};
  site.storage.pressure_abs_Pa = 5e6;
  const auto speed = [&](const Scenario& jet) {
    return std::get<JetFireEvent>(resolve_accident(jet, site).risk.effects.front()).source.jet_velocity_m_s;
  };
  Scenario own = s;
  own.pressure_abs_Pa = 5e6;
  BOOST_TEST(speed(s) == speed(own));
  own.pressure_abs_Pa = 9e6;
  BOOST_TEST(speed(s) < speed(own));
  BOOST_TEST(resolve_accident(s, site).warnings == std::vector<std::string>{"horizontal_jet"},
             boost::test_tools::per_element());
}

/// What unit U1's risk is made of.
RiskInputs inputs_of(const std::vector<Scenario>& scenarios, UnitWarnings& warnings) {
  class Flat : public Projection {
   public:
    [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
    [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
    [[nodiscard]] double convergence_deg(Point) const override { return 0.0; }
  };
  Study study;
  study.units.emplace_back().id = "U1";
  study.units.front().geometry.points = {{0.0, 0.0}};
  study.rose.rows = {{std::nullopt, Stability::D, 3.0, 1.0}};
  study.scenarios = scenarios;
  const std::vector<Accident> accidents = resolve_accidents(study, substance_table());
  warnings = unit_warnings(study, accidents);
  return risk_inputs(study, accidents, Flat());
}

// The true direction of a jet, else half along the ground, half upright.
BOOST_AUTO_TEST_CASE(a_jet_of_unknown_direction_lies_half_the_time_and_stands_half_the_time) {
  Scenario jet = scenario(ScenarioKind::jet_fire, "propane");
  jet.rate_kg_s = 8.0;
  jet.frequency_per_year = 4e-6;
  UnitWarnings warnings;
  const std::vector<RiskCase> cases = inputs_of({jet}, warnings).units.front().cases;
  BOOST_TEST_REQUIRE(cases.size() == 2U);
  BOOST_TEST(cases[0].frequency_per_year == 2e-6);
  BOOST_TEST(cases[1].frequency_per_year == 2e-6);
  BOOST_TEST(std::get<JetFireEvent>(cases[0].effects.front()).source.jet_angle_deg == 0.0);
  BOOST_TEST(std::get<JetFireEvent>(cases[1].effects.front()).source.jet_angle_deg == 90.0);
  BOOST_TEST((cases[0].way == AccidentWay::one && cases[1].way == AccidentWay::other));
  BOOST_TEST(warnings.front() == std::vector<std::string>{"jet_direction_unknown"}, boost::test_tools::per_element());
  jet.jet_direction_deg = 45.0;
  const std::vector<RiskCase> stated = inputs_of({jet}, warnings).units.front().cases;
  BOOST_TEST_REQUIRE(stated.size() == 1U);
  BOOST_TEST(stated[0].frequency_per_year == 4e-6);
  BOOST_TEST((stated[0].way == AccidentWay::only));
  BOOST_TEST(warnings.front() == std::vector<std::string>{"horizontal_jet"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_stated_share_of_jets_stands_upright) {
  UnitWarnings warnings;
  Scenario jet = scenario(ScenarioKind::jet_fire, "propane");
  jet.rate_kg_s = 5.0;
  jet.frequency_per_year = 4e-6;
  jet.upright_share = 0.75;
  const std::vector<RiskCase> some = inputs_of({jet}, warnings).units.front().cases;
  BOOST_TEST_REQUIRE(some.size() == 2U);
  BOOST_TEST(some[0].frequency_per_year == 1e-6);
  BOOST_TEST(some[1].frequency_per_year == 3e-6);
  BOOST_TEST(warnings.front() == std::vector<std::string>{"horizontal_jet"}, boost::test_tools::per_element());
  jet.upright_share = 1.0;
  const std::vector<RiskCase> all = inputs_of({jet}, warnings).units.front().cases;
  BOOST_TEST_REQUIRE(all.size() == 1U);
  BOOST_TEST(all[0].frequency_per_year == 4e-6);
  BOOST_TEST(std::get<JetFireEvent>(all[0].effects.front()).source.jet_angle_deg == 90.0);
  BOOST_TEST((all[0].way == AccidentWay::only));
  BOOST_TEST(warnings.front().empty());
  jet.upright_share = 0.5;
  jet.jet_direction_deg = 45.0;
  const std::vector<RiskCase> along = inputs_of({jet}, warnings).units.front().cases;
  BOOST_TEST_REQUIRE(along.size() == 2U);
  BOOST_TEST(std::get<JetFireEvent>(along[0].effects.front()).bearing_deg.value() == 45.0);
  BOOST_TEST(!std::get<JetFireEvent>(along[1].effects.front()).bearing_deg.has_value());
  jet.upright_share = 0.0;
  BOOST_TEST(inputs_of({jet}, warnings).units.front().cases.size() == 1U);
}

// Liquefied petroleum gas is as heavy as the propane that stands in for it.
BOOST_AUTO_TEST_CASE(the_cloud_of_a_mixture_has_the_weight_of_its_stand_in) {
  const SubstanceTable substances = substance_table();
  const Weather air;
  Scenario s = scenario(ScenarioKind::flash_fire, "lpg");
  s.rate_kg_s = 20.0;
  const Accident accident = resolve_accident(s, {.substances = substances, .ambient = air});
  BOOST_TEST(accident.gas->heavy.value());
  BOOST_TEST(std::get<FlashFireEvent>(accident.risk.effects.front()).release.gas.molar_mass_kg_mol == 0.0441);
  BOOST_TEST(accident.warnings == std::vector<std::string>{"surrogate_property"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_heavy_gas_is_told_with_its_reason_and_carried_by_what_was_chosen) {
  const SubstanceTable substances = substance_table();
  const Weather air;
  Scenario s = scenario(ScenarioKind::toxic, "chlorine");
  s.rate_kg_s = 50.0;
  AccidentSite site{.substances = substances, .ambient = air};
  site.dispersion = passive_dispersion;
  const Accident heavy = resolve_accident(s, site);
  BOOST_TEST(*heavy.gas->heavy);
  BOOST_TEST(heavy.gas->reason.en.find("Richardson number") != std::string::npos);
  BOOST_TEST(heavy.warnings == std::vector<std::string>{"heavy_gas_passive_model"}, boost::test_tools::per_element());
  BOOST_TEST(heavy.risk.toxic->dispersion == "passive");
  BOOST_TEST(heavy.risk.toxic->gas.molar_mass_kg_mol == 0.0709);
  site.dispersion = auto_dispersion;
  const Accident slumping = resolve_accident(s, site);
  BOOST_TEST(slumping.risk.toxic->dispersion == "dense_gas");
  BOOST_TEST(slumping.warnings.empty());
  s.rate_kg_s = 1e-4;
  site.wind_m_s = 10.0;
  BOOST_TEST(resolve_accident(s, site).warnings.empty());
  BOOST_TEST(resolve_accident(s, site).risk.toxic->dispersion == "passive");
  s.substance = "unheard_of";
  BOOST_TEST(resolve_accident(s, site).warnings == std::vector<std::string>{"gas_density_unknown"},
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
