#include "models/substances/fluid.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;

namespace {
const auto kTight = boost::test_tools::tolerance(1e-9);
}

BOOST_AUTO_TEST_SUITE(fluid)

// Vapour pressures of the ASHRAE and NIST tables at 298.15 K: chlorine 7.8 bar, propane 9.52 bar; both outside Antoine.
BOOST_AUTO_TEST_CASE(vapour_pressure_beyond_the_antoine_range) {
  BOOST_TEST(Fluid(sise::test::propane()).vapour_pressure_Pa(298.15) == 9.52e5, boost::test_tools::tolerance(0.02));
  BOOST_TEST(Fluid(sise::test::chlorine()).vapour_pressure_Pa(298.15) == 7.8e5, boost::test_tools::tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(vapour_pressure_has_no_step_and_ends_at_the_critical_point) {
  for (const sise::Substance& substance : {sise::test::propane(), sise::test::chlorine(), sise::test::toluene()}) {
    const Fluid fluid(substance);
    for (const char* edge : {"antoine_min_K", "antoine_max_K"}) {
      const double t = *substance.get(edge);
      BOOST_TEST(fluid.vapour_pressure_Pa(t * (1.0 - 1e-12)) == fluid.vapour_pressure_Pa(t * (1.0 + 1e-12)), kTight);
    }
    const double critical_K = *substance.get("critical_temperature_K");
    BOOST_TEST(fluid.vapour_pressure_Pa(critical_K) == *substance.get("critical_pressure_Pa"),
               boost::test_tools::tolerance(1e-4));
    double last = 0.0;
    for (double t = 0.4 * critical_K; t <= critical_K; t += 1.0) {
      BOOST_TEST(fluid.vapour_pressure_Pa(t) > last);
      last = fluid.vapour_pressure_Pa(t);
    }
  }
}

// The estimate meets measured curves inside their range: Lee and Kesler within 3 %.
BOOST_AUTO_TEST_CASE(lee_kesler_agrees_with_antoine) {
  for (const sise::Substance& s : {sise::test::propane(), sise::test::chlorine(), sise::test::toluene()}) {
    const sise::CriticalPoint critical{*s.get("critical_temperature_K"), *s.get("critical_pressure_Pa"),
                                       *s.get("acentric_factor")};
    const double boiling_K = *s.get("boiling_point_K");
    BOOST_TEST(lee_kesler_pressure_Pa(critical, boiling_K) == 101325.0, boost::test_tools::tolerance(0.03));
  }
}

BOOST_AUTO_TEST_CASE(boiling_temperature_is_the_inverse) {
  const Fluid propane(sise::test::propane());
  for (const double p : {0.2e5, 1.01325e5, 5e5, 30e5}) {
    BOOST_TEST(propane.vapour_pressure_Pa(propane.boiling_temperature_K(p)) == p, kTight);
  }
  BOOST_TEST(propane.boiling_temperature_K(101325.0) == 231.04, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(sise::test::error_of([&] { return propane.boiling_temperature_K(60e5); }) == "outside_vapour_pressure");
}

// NIST: saturated liquid propane at 270 K has 530.8 kg/m3; the law passes through the two densities of the table.
BOOST_AUTO_TEST_CASE(liquid_density_between_and_beyond_the_table) {
  const Fluid propane(sise::test::propane());
  BOOST_TEST(propane.liquid_density_kg_m3(231.04) == 582.61, kTight);
  BOOST_TEST(propane.liquid_density_kg_m3(293.15) == 498.96, kTight);
  BOOST_TEST(propane.liquid_density_kg_m3(270.0) == 532.0, boost::test_tools::tolerance(0.01));
  // One density only: toluene at 373.15 K has 791 kg/m3.
  BOOST_TEST(Fluid(sise::test::toluene()).liquid_density_kg_m3(373.15) == 791.0, boost::test_tools::tolerance(0.01));
}

// NIST: propane's heat of vaporization at 293.15 K is 344 kJ/kg.
BOOST_AUTO_TEST_CASE(heat_of_vaporization_falls_to_zero_at_the_critical_point) {
  const Fluid propane(sise::test::propane());
  BOOST_TEST(propane.heat_of_vaporization_J_kg(231.04) == 431775.0, boost::test_tools::tolerance(0.01));
  BOOST_TEST(propane.heat_of_vaporization_J_kg(293.15) == 344e3, boost::test_tools::tolerance(0.03));
  BOOST_TEST(propane.heat_of_vaporization_J_kg(369.89) == 0.0);
}

// NIST: saturated propane vapour at 293.15 K has 18.1 kg/m3, an ideal gas of that pressure 15.1.
BOOST_AUTO_TEST_CASE(vapour_is_denser_than_an_ideal_gas) {
  const Fluid propane(sise::test::propane());
  BOOST_TEST(propane.vapour_density_kg_m3(293.15, 8.365e5) == 18.1, boost::test_tools::tolerance(0.03));
  BOOST_TEST(Fluid(sise::test::nitrogen()).compressibility(300.0, 50e5) == 1.0);
}

BOOST_AUTO_TEST_CASE(there_is_no_vapour_pressure_above_the_critical_temperature) {
  const Fluid propane(sise::test::propane());
  BOOST_TEST(sise::test::error_of([&] { return propane.vapour_pressure_Pa(380.0); }) == "above_critical");
}

BOOST_AUTO_TEST_CASE(unknown_properties_are_refused_by_name) {
  const Fluid empty(sise::test::substance("mist", {}));
  BOOST_TEST(sise::test::error_of([&] { return empty.molar_mass_kg_mol(); }) == "missing_property");
  BOOST_TEST(sise::test::error_of([&] { return empty.vapour_pressure_Pa(300.0); }) == "missing_property");
  BOOST_TEST(sise::test::error_of([&] { return empty.liquid_density_kg_m3(300.0); }) == "missing_property");
  BOOST_TEST(sise::test::error_of([&] { return empty.boiling_temperature_K(101325.0); }) == "missing_property");
}

BOOST_AUTO_TEST_CASE(a_lone_boiling_point_serves_near_standard_pressure_only) {
  const Fluid tar(sise::test::substance("tar", {{"boiling_point_K", 600.0}}));
  BOOST_TEST(tar.boiling_temperature_K(100000.0) == 600.0);
  BOOST_TEST(!tar.boiling_temperature_known(5e5));
}

BOOST_AUTO_TEST_SUITE_END()
