// The front door: which phase, which defaults, and that each phase's own model answers.
#include "models/release/vessel.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/release/vessel_gas.hpp"
#include "models/substances/fluid.hpp"
#include "tests/models/release/release_fixtures.hpp"

using sise::ReleaseHistory;
using sise::VesselPhase;
using sise::VesselSource;
using sise::test::warns;

namespace {

constexpr double kVesselAmbient_Pa = 101325.0;
constexpr double kAmbient_K = 298.15;

VesselPhase phase_at(const sise::Substance& substance, std::optional<double> pressure_Pa, double temperature_K) {
  VesselSource source;
  source.pressure_Pa = pressure_Pa;
  source.temperature_K = temperature_K;
  return vessel_phase(source, substance, kVesselAmbient_Pa, kAmbient_K);
}

VesselSource chlorine_tank() {
  VesselSource source;
  source.hole_diameter_m = 0.02;
  source.inventory_kg = 10000.0;
  source.volume_m3 = 10.0;
  return source;
}

ReleaseHistory release(const VesselSource& source, const sise::Substance& substance) {
  return vessel_release(source, substance, kVesselAmbient_Pa, kAmbient_K);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vessel)

BOOST_AUTO_TEST_CASE(phase_follows_from_substance_temperature_and_pressure) {
  BOOST_TEST((phase_at(sise::test::chlorine(), std::nullopt, 298.15) == VesselPhase::two_phase));
  BOOST_TEST((phase_at(sise::test::chlorine(), 4e5, 298.15) == VesselPhase::gas));
  BOOST_TEST((phase_at(sise::test::chlorine(), 7.5e5, 298.15) == VesselPhase::two_phase));          // almost saturated
  BOOST_TEST((phase_at(sise::test::chlorine(), 40e5, 430.0) == VesselPhase::gas));                  // above critical
  BOOST_TEST((phase_at(sise::test::chlorine(), kVesselAmbient_Pa, 238.0) == VesselPhase::liquid));  // refrigerated
  BOOST_TEST((phase_at(sise::test::toluene(), kVesselAmbient_Pa, 298.15) == VesselPhase::liquid));
  BOOST_TEST((phase_at(sise::test::toluene(), 6e5, 420.0) == VesselPhase::two_phase));
}

BOOST_AUTO_TEST_CASE(a_solid_is_refused) {
  VesselSource source = chlorine_tank();
  source.temperature_K = 160.0;
  BOOST_TEST(sise::test::error_of([&] { return release(source, sise::test::chlorine()); }) == "below_melting");
}

BOOST_AUTO_TEST_CASE(gas_is_the_gas_model) {
  VesselSource source = chlorine_tank();
  source.inventory_kg = 100.0;
  source.pressure_Pa = 4e5;
  source.volume_m3.reset();
  const ReleaseHistory history = release(source, sise::test::chlorine());
  const sise::Fluid chlorine(sise::test::chlorine());
  const ReleaseHistory direct =
      gas_vessel_release({.hole_diameter_m = 0.02,
                          .pressure_Pa = 4e5,
                          .temperature_K = kAmbient_K,
                          .volume_m3 = 100.0 * chlorine.specific_gas_constant_J_kgK() * kAmbient_K / 4e5},
                         chlorine, kVesselAmbient_Pa);
  BOOST_TEST(history.total_kg == direct.total_kg);
  BOOST_TEST(history.duration_s == direct.duration_s);
  BOOST_TEST(history.initial_kg == 100.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(liquefied_gas_leaves_at_its_own_pressure) {
  const ReleaseHistory history = release(chlorine_tank(), sise::test::chlorine());
  BOOST_TEST(history.steps.front().pressure_Pa == 7.75e5, boost::test_tools::tolerance(0.02));
  BOOST_TEST(history.steps.front().temperature_K == kAmbient_K);
  BOOST_TEST(history.steps.front().vapour_fraction == 0.19, boost::test_tools::tolerance(0.05));
  BOOST_TEST(history.total_kg < 10000.0);
  BOOST_TEST(history.total_kg > 9900.0);
  BOOST_TEST(warns(history, "vapour_pressure_estimated"));
  BOOST_TEST(!warns(history, "volume_assumed"));
}

BOOST_AUTO_TEST_CASE(a_pressure_just_below_saturation_is_saturation_and_told) {
  VesselSource source = chlorine_tank();
  source.pressure_Pa = 7.5e5;
  const ReleaseHistory history = release(source, sise::test::chlorine());
  BOOST_TEST(warns(history, "saturation_assumed"));
  BOOST_TEST(history.total_kg == release(chlorine_tank(), sise::test::chlorine()).total_kg);
}

BOOST_AUTO_TEST_CASE(what_was_assumed_is_told) {
  VesselSource source = chlorine_tank();
  source.volume_m3.reset();
  BOOST_TEST(warns(release(source, sise::test::chlorine()), "volume_assumed"));
  source.pressure_Pa = kVesselAmbient_Pa;
  BOOST_TEST(warns(release(source, sise::test::toluene()), "head_assumed"));
  source.liquid_head_m = 2.0;
  BOOST_TEST(!warns(release(source, sise::test::toluene()), "head_assumed"));
}

BOOST_AUTO_TEST_CASE(ten_tonnes_of_gas_do_not_fit_into_ten_cubic_metres) {
  VesselSource source = chlorine_tank();
  source.pressure_Pa = 5e5;
  BOOST_TEST(sise::test::error_of([&] { return release(source, sise::test::chlorine()); }) ==
             "inventory_exceeds_volume");
  source.inventory_kg = 110.0;
  BOOST_TEST(warns(release(source, sise::test::chlorine()), "volume_not_used"));
}

BOOST_AUTO_TEST_CASE(a_release_faster_than_its_isolation_ends_when_the_vessel_is_empty) {
  VesselSource source = chlorine_tank();
  source.hole_diameter_m = 0.3;
  source.stop_after_s = 600.0;
  const ReleaseHistory history = release(source, sise::test::chlorine());
  BOOST_TEST(history.duration_s < 120.0);
  BOOST_TEST(history.total_kg < 10000.0);
  source.hole_diameter_m = 0.02;
  BOOST_TEST(release(source, sise::test::chlorine()).duration_s == 600.0);
}

BOOST_AUTO_TEST_CASE(names_of_phases_are_read_back) {
  for (const VesselPhase phase : {VesselPhase::gas, VesselPhase::liquid, VesselPhase::two_phase}) {
    BOOST_TEST((sise::vessel_phase_from(name_of(phase)) == phase));
  }
  BOOST_TEST(!sise::vessel_phase_from("solid").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
