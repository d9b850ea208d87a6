#include "core/accidents/outflow.hpp"

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
  const VesselRelease release = release_from(gas_leak(20.0), chlorine(), "chlorine", {});
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
  const VesselRelease release = release_from(leak, chlorine(), "chlorine", {});
  BOOST_TEST(release.emission.empty());
  BOOST_TEST(release.duration_s == 60.0);
  BOOST_TEST(*release.rate_kg_s == release.outflow.history.total_kg / 60.0);
  BOOST_TEST(release.note.code == "release_ends_with_isolation");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
