#include "core/accidents/scenario_event.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <stdexcept>

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

SubstanceTable table() {
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

std::vector<std::string> codes(const Scenario& s) {
  Problems problems;
  (void)scenario_event(s, table(), {}, problems);
  std::vector<std::string> found;
  for (const Diagnostic& d : problems.all()) found.push_back(d.code + " " + d.where.field);
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(scenario_event_suite, *boost::unit_test::tolerance(1e-9))

BOOST_AUTO_TEST_CASE(a_fireball_s_fraction_follows_the_burst_pressure) {
  Scenario s = scenario(ScenarioKind::fireball, "propane");
  s.mass_kg = 1e5;
  Problems problems;
  const auto known = [&] { return std::get<FireballEvent>(scenario_event(s, table(), {}, problems).event).source; };
  BOOST_TEST(known().radiative_fraction == 0.4);
  s.pressure_abs_Pa = 1.5e6;
  BOOST_TEST(known().radiative_fraction == radiative_fraction_at_burst(1.5e6));
  BOOST_TEST(known().heat_of_combustion_J_kg == 46.35e6);
  BOOST_TEST(problems.all().empty());
}

BOOST_AUTO_TEST_CASE(a_mixture_burns_like_its_surrogate_and_says_so) {
  Scenario s = scenario(ScenarioKind::pool_fire, "lpg");
  s.pool_diameter_m = 10.0;
  Problems problems;
  const ScenarioEvent event = scenario_event(s, table(), {}, problems);
  BOOST_TEST(problems.all().empty());
  BOOST_TEST(std::get<PoolFireEvent>(event.event).source.burning_rate_kg_m2_s == 0.099 * -std::expm1(-14.0));
  BOOST_TEST(event.warnings == std::vector<std::string>{"surrogate_property"}, boost::test_tools::per_element());
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
  Problems problems;
  const auto event = std::get<CloudExplosionEvent>(scenario_event(s, table(), winter, problems).event);
  BOOST_TEST(event.release->lfl_kg_m3 == 0.017 * 101325.0 * 0.0441 / (8.314462618 * 263.15));
  BOOST_TEST(event.release->ufl_kg_m3 / event.release->lfl_kg_m3 == 0.109 / 0.017);
  BOOST_TEST(*event.blast_class == 7);
}

BOOST_AUTO_TEST_CASE(a_stated_flammable_mass_needs_no_release) {
  Scenario s = scenario(ScenarioKind::vce, "propane");
  s.flammable_mass_kg = 2000.0;
  Problems problems;
  const auto event = std::get<CloudExplosionEvent>(scenario_event(s, table(), {}, problems).event);
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
  Problems problems;
  BOOST_CHECK_THROW((void)scenario_event(scenario(ScenarioKind::toxic, "propane"), table(), {}, problems),
                    std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
