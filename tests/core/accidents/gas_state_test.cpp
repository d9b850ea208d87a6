// What comes out of a vessel: vapour, or vapour with droplets, by words or by temperature and pressure.
#include "core/accidents/gas_state.hpp"

#include <boost/test/unit_test.hpp>

#include "models/base/error.hpp"

namespace tt = boost::test_tools;

namespace sise {
namespace {

/// Ammonia's numbers, rounded.
Substance ammonia() {
  Substance s;
  s.id = "ammonia";
  s.name_en = "Ammonia";
  s.name_zh = "氨";
  const auto property = [&s](const char* name, double value) {
    s.properties[name] = SourcedValue{value, "", "made up", "", Confidence::seen};
  };
  property("molar_mass_kg_mol", 0.01703);
  property("boiling_point_K", 239.8);
  property("gas_heat_capacity_J_kgK", 2170.0);
  property("liquid_heat_capacity_J_kgK", 4700.0);
  property("heat_of_vaporization_J_kg", 1.37e6);
  property("liquid_density_kg_m3", 682.0);
  property("critical_temperature_K", 405.5);
  property("critical_pressure_Pa", 11.35e6);
  property("acentric_factor", 0.253);
  return s;
}

const Weather kAir{.temperature_K = 293.15};

}  // namespace

BOOST_AUTO_TEST_SUITE(gas_states)

BOOST_AUTO_TEST_CASE(words_say_whether_liquid_leaves) {
  const Substance s = ammonia();
  for (const char* liquid : {"加压液化", "液态", "liquefied", "liquid"}) {
    BOOST_TEST(flashes(s, {.temperature_K = 293.15, .state = liquid}, kAir), liquid);
  }
  for (const char* gas : {"气体", "气态", "gas", "vapour"}) {
    BOOST_TEST(!flashes(s, {.temperature_K = 293.15, .pressure_abs_Pa = 2e6, .state = gas}, kAir), gas);
  }
}

// At 20 °C ammonia has a vapour pressure of some 860 kPa.
BOOST_AUTO_TEST_CASE(without_words_temperature_and_pressure_say_it) {
  const Substance s = ammonia();
  BOOST_TEST(flashes(s, {.temperature_K = 293.15, .pressure_abs_Pa = 1e6}, kAir));
  BOOST_TEST(!flashes(s, {.temperature_K = 293.15, .pressure_abs_Pa = 3e5}, kAir));
  BOOST_TEST(!flashes(s, {.temperature_K = 500.0, .pressure_abs_Pa = 14e6}, kAir));  // above its critical point
  BOOST_TEST(!flashes(s, {}, kAir));
  BOOST_TEST(!flashes(s, {.temperature_K = 245.0, .state = "低温液化"}, kAir));  // 5 K of superheat: a boiling pool
}

// f = 4700 (293.15 - 239.8) / 1.37e6 = 0.183: half of the airborne part is droplets.
BOOST_AUTO_TEST_CASE(what_flashes_leaves_at_its_boiling_point_with_as_many_droplets_as_vapour) {
  const Substance s = ammonia();
  const GasState mist = gas_state(&s, {.temperature_K = 293.15, .state = "加压液化"}, kAir);
  BOOST_TEST(mist.liquid_fraction == 0.5, tt::tolerance(1e-9));
  BOOST_TEST(mist.temperature_K == 239.8, tt::tolerance(5e-3));
  BOOST_TEST(mist.density_kg_m3 == 1.73, tt::tolerance(0.01));
  BOOST_TEST(mist.heat.heat_of_vaporization_J_kg == 1.37e6);
  BOOST_TEST(*weigh(mist, {.rate_kg_s = 1.0}, {.wind_speed_m_s = 3.0}).slumps);

  const GasState vapour = gas_state(&s, {}, kAir);
  BOOST_TEST(vapour.liquid_fraction == 0.0);
  BOOST_TEST(vapour.temperature_K == 293.15);
  BOOST_TEST(vapour.density_kg_m3 == 0.708, tt::tolerance(0.01));
  BOOST_TEST(!*weigh(vapour, {.rate_kg_s = 1.0}, {.wind_speed_m_s = 3.0}).slumps);
}

// Boils at -33.4 °C: a record that calls it a gas at -45 °C is wrong in one of both; a cold liquid is a pool.
BOOST_AUTO_TEST_CASE(a_gas_stated_colder_than_it_boils_is_refused_with_a_remedy) {
  const Substance s = ammonia();
  try {
    static_cast<void>(gas_state(&s, {.temperature_K = 228.15, .state = "gas"}, kAir));
    BOOST_FAIL("a gas below its boiling point was taken");
  } catch (const ModelError& error) {
    const Diagnostic& first = error.diagnostics().front();
    BOOST_TEST(first.code == "gas_below_boiling_point");
    BOOST_TEST(first.message.en.starts_with("Ammonia is stated as gas at -45.0 °C"));
    BOOST_TEST(!first.remedy.en.empty());
    BOOST_TEST(!first.remedy.zh.empty());
  }
  BOOST_TEST(gas_state(&s, {.temperature_K = 228.15, .state = "liquid"}, kAir).temperature_K == 293.15);
  BOOST_TEST(gas_state(&s, {.temperature_K = 239.5, .state = "gas"}, kAir).liquid_fraction == 0.0);  // a rounded one
}

BOOST_AUTO_TEST_CASE(a_cloud_whose_heat_is_unknown_is_told) {
  Substance s = ammonia();
  s.properties.erase("gas_heat_capacity_J_kgK");
  const GasState cold = gas_state(&s, {.temperature_K = 293.15, .state = "加压液化"}, kAir);
  BOOST_TEST(cold.heat.molar_mass_kg_mol == 0.0);
  BOOST_TEST(dense_model_codes(cold, 293.15) == std::vector<std::string>{"cloud_without_heat"}, tt::per_element());
  BOOST_TEST(dense_model_codes(gas_state(&s, {}, kAir), 293.15).empty());
  BOOST_TEST(gas_state(nullptr, {}, kAir).density_kg_m3 == 0.0);
}

// Of what stays warmer than it boils only the gas has to be known.
BOOST_AUTO_TEST_CASE(a_warm_gas_needs_no_liquid) {
  Substance s = ammonia();
  s.properties.erase("liquid_heat_capacity_J_kgK");
  BOOST_TEST(gas_state(&s, {}, kAir).heat.molar_mass_kg_mol == 0.01703);
  BOOST_TEST(gas_state(&s, {}, {.temperature_K = 239.0}).heat.molar_mass_kg_mol == 0.0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
