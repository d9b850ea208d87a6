#include "core/accidents/outflow.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>

namespace sise {
namespace {

Substance chlorine() {
  Substance substance;
  substance.id = "chlorine";
  const auto property = [&](const char* name, double value) {
    substance.properties.emplace(name, SourcedValue{value, "", "test", "test", Confidence::seen});
  };
  property("molar_mass_kg_mol", 0.0709);
  property("gas_gamma", 1.325);
  return substance;
}

/// Its numbers, rounded.
Substance benzene() {
  Substance substance;
  substance.id = "benzene";
  const auto property = [&](const char* name, double value) {
    substance.properties.emplace(name, SourcedValue{value, "", "test", "test", Confidence::seen});
  };
  property("molar_mass_kg_mol", 0.0781);
  property("boiling_point_K", 353.2);
  property("melting_point_K", 278.7);
  property("liquid_density_kg_m3", 876.0);
  property("liquid_heat_capacity_J_kgK", 1740.0);
  property("heat_of_vaporization_J_kg", 394e3);
  property("critical_temperature_K", 562.0);
  property("critical_pressure_Pa", 4.9e6);
  property("acentric_factor", 0.21);
  return substance;
}

VesselLeak liquid_leak() {
  VesselLeak leak;
  leak.hole_diameter_m = 0.1;
  leak.inventory_kg = 100e3;
  leak.volume_m3 = 150.0;
  leak.liquid_head_m = 5.0;
  return leak;
}

VesselLeak gas_leak(double inventory_kg) {
  VesselLeak leak;
  leak.hole_diameter_m = 0.01;
  leak.inventory_kg = inventory_kg;
  leak.pressure.gauge_Pa = 2e5;
  leak.volume_m3 = inventory_kg / (301325.0 * 0.0709 / (8.314462618 * 293.15));
  leak.phase = VesselPhase::gas;
  return leak;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(outflow_suite)

BOOST_AUTO_TEST_CASE(a_gauge_pressure_stands_over_the_ambient_one) {
  BOOST_TEST(*VesselPressure({}, 2e5).absolute_over_Pa(1e5) == 3e5);
  BOOST_TEST(*VesselPressure(2e5, {}).absolute_over_Pa(1e5) == 2e5);
  BOOST_TEST(!VesselPressure().absolute_over_Pa(1e5).has_value());
}

BOOST_AUTO_TEST_CASE(a_vessel_that_empties_becomes_steps_of_equal_mass) {
  const VesselRelease release = release_from(gas_leak(20.0), chlorine(), {});
  BOOST_TEST(!release.rate_kg_s.has_value());
  BOOST_REQUIRE(release.emission.size() > 2U);
  double mass_kg = 0.0;
  double first_kg = 0.0;
  for (std::size_t i = 0; i + 1 < release.emission.size(); ++i) {
    const double step_kg =
        release.emission[i].rate_kg_s * (release.emission[i + 1].from_s - release.emission[i].from_s);
    if (i == 0) first_kg = step_kg;
    BOOST_TEST(step_kg == first_kg, boost::test_tools::tolerance(1e-6));
    mass_kg += step_kg;
  }
  BOOST_TEST(mass_kg == release.outflow.history.total_kg, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(release.emission.back().rate_kg_s == 0.0);
  BOOST_TEST(release.note.code == "release_ends_with_inventory");
}

BOOST_AUTO_TEST_CASE(a_vessel_that_is_closed_early_is_a_steady_release) {
  VesselLeak leak = gas_leak(5000.0);
  leak.isolation_s = 60.0;
  const VesselRelease release = release_from(leak, chlorine(), {});
  BOOST_TEST(release.emission.empty());
  BOOST_TEST(release.duration_s == 60.0);
  BOOST_TEST(*release.rate_kg_s == release.outflow.history.total_kg / 60.0);
  BOOST_TEST(release.note.code == "release_ends_with_isolation");
}

// 100 t of a liquid through a hole: a pool in its bund evaporates, with the wind's air as warm as before.
BOOST_AUTO_TEST_CASE(a_liquid_that_does_not_boil_becomes_a_pool_that_evaporates) {
  VesselLeak leak = liquid_leak();
  leak.bund_m2 = 400.0;
  const VesselRelease release = release_from(leak, benzene(), {.wind_speed_m_s = 3.0, .temperature_K = 293.15});
  BOOST_TEST((release.outflow.phase == VesselPhase::liquid));
  BOOST_TEST(release.outflow.rained_out_kg == release.outflow.history.total_kg);
  BOOST_TEST(release.outflow.pool_m2 <= 400.0 * 1.001);
  BOOST_TEST(release.pool_m2 == release.outflow.pool_m2);
  BOOST_TEST(release.outflow.evaporated_kg > 0.0);
  BOOST_TEST(release.outflow.evaporated_kg < release.outflow.rained_out_kg);
  BOOST_TEST(release.gas.temperature_K == 293.15);
  BOOST_TEST(release.gas.liquid_fraction == 0.0);
  BOOST_TEST(release.duration_s <= 8.0 * 3600.0 + 1e-6);
  // Without a bund it spreads, evaporates faster, and says so.
  leak.bund_m2.reset();
  const VesselRelease open = release_from(leak, benzene(), {.wind_speed_m_s = 3.0, .temperature_K = 293.15});
  BOOST_TEST(open.outflow.evaporated_kg > release.outflow.evaporated_kg);
  BOOST_TEST((std::find(open.warnings.begin(), open.warnings.end(), "pool_unbounded") != open.warnings.end()));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
