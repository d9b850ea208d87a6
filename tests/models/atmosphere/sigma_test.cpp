// Dispersion curves: printed values, ends of intervals, missing classes.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/atmosphere/sigma.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(sigma)

BOOST_AUTO_TEST_CASE(names) {
  for (int i = 0; i < 5; ++i)
    BOOST_TEST((sigma_set_from(name_of(static_cast<SigmaSet>(i))) == static_cast<SigmaSet>(i)));
  BOOST_TEST(name_of(SigmaSet::gbt13201) == "gbt13201");
  BOOST_TEST(!sigma_set_from("briggs").has_value());
}

// Turner 1970, Workbook of Atmospheric Dispersion Estimates: charts 3-2 and 3-3 at 1 km.
BOOST_AUTO_TEST_CASE(turner_charts_at_one_kilometre) {
  const std::array<std::array<double, 3>, 6> read{
      {{0, 215, 450}, {2, 155, 110}, {4, 105, 61}, {6, 68, 32}, {8, 51, 21.5}, {10, 34, 14}}};
  for (const auto& [cls, y, z] : read) {
    const SigmaCurves curves(SigmaSet::pasquill_gifford, static_cast<Stability>(static_cast<int>(cls)));
    BOOST_TEST(curves.sigma_y_m(1000.0) == y, tolerance(0.05));
    BOOST_TEST(curves.sigma_z_m(1000.0) == z, tolerance(0.05));
  }
}

BOOST_AUTO_TEST_CASE(trap_an_interval_s_end_belongs_to_the_lower_interval) {
  const SigmaCurves isc(SigmaSet::pasquill_gifford, Stability::A);
  BOOST_TEST(isc.sigma_z_m(100.0) == 122.8 * std::pow(0.1, 0.9447), tolerance(1e-14));
  BOOST_TEST(isc.sigma_z_m(std::nextafter(100.0, 200.0)) == 158.08 * std::pow(0.1, 1.0542), tolerance(1e-14));
  BOOST_TEST(isc.sigma_z_m(150.0) == 158.08 * std::pow(0.15, 1.0542), tolerance(1e-14));
  BOOST_TEST(isc.sigma_z_m(300.0) == 217.41 * std::pow(0.3, 1.2644), tolerance(1e-14));
  const SigmaCurves stable(SigmaSet::pasquill_gifford, Stability::F);
  BOOST_TEST(stable.sigma_z_m(700.0) == 14.457 * std::pow(0.7, 0.78407), tolerance(1e-14));
  const SigmaCurves gbt(SigmaSet::gbt13201, Stability::BC);
  BOOST_TEST(gbt.sigma_y_m(1000.0) == 0.2295 * std::pow(1000.0, 0.919325), tolerance(1e-14));
  BOOST_TEST(gbt.sigma_y_m(1000.001) == 0.314238 * std::pow(1000.001, 0.875086), tolerance(1e-14));
  BOOST_TEST(gbt.sigma_z_m(500.0) == 0.114682 * std::pow(500.0, 0.941015), tolerance(1e-14));
}

// The spread's angle is a number of its own at every distance, with the constants that ISC3 prints: an angle rounded to a
// tenth of a degree is 0.4 % off, and 2 pi/360 for 0.017453293 shows in the ninth digit.
BOOST_AUTO_TEST_CASE(trap_class_a_angle_rounding) {
  const SigmaCurves isc(SigmaSet::pasquill_gifford, Stability::A);
  for (const double x_km : {0.35, 1.0, 2.7}) {
    const double angle_deg = 24.1670 - 2.5334 * std::log(x_km);
    const double printed = 465.11628 * x_km * std::tan(0.017453293 * angle_deg);
    BOOST_TEST(isc.sigma_y_m(1000.0 * x_km) == printed, tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(isc3_caps_unstable_sigma_z_only) {
  for (const Stability stability : {Stability::A, Stability::B, Stability::C}) {
    BOOST_TEST(SigmaCurves(SigmaSet::pasquill_gifford, stability).sigma_z_m(1e6) == 5000.0, tolerance(1e-15));
  }
  BOOST_TEST(SigmaCurves(SigmaSet::pasquill_gifford, Stability::D).sigma_z_m(1e8) > 5000.0);
}

BOOST_AUTO_TEST_CASE(missing_class_is_the_geometric_mean) {
  const SigmaCurves b(SigmaSet::briggs_rural, Stability::B);
  const SigmaCurves bc(SigmaSet::briggs_rural, Stability::BC);
  const SigmaCurves c(SigmaSet::briggs_rural, Stability::C);
  BOOST_TEST(bc.interpolated());
  BOOST_TEST(!b.interpolated());
  BOOST_TEST(bc.sigma_y_m(640.0) == std::sqrt(b.sigma_y_m(640.0) * c.sigma_y_m(640.0)), tolerance(1e-14));
  BOOST_TEST(bc.sigma_z_m(640.0) == std::sqrt(b.sigma_z_m(640.0) * c.sigma_z_m(640.0)), tolerance(1e-14));
  BOOST_TEST(!SigmaCurves(SigmaSet::gbt13201, Stability::DE).interpolated());
  BOOST_TEST(SigmaCurves(SigmaSet::gbt13201, Stability::EF).interpolated());
  BOOST_TEST(SigmaCurves(SigmaSet::gbt13201, Stability::AB).interpolated());
}

BOOST_AUTO_TEST_CASE(nothing_changes_within_one_metre) {
  const SigmaCurves d(SigmaSet::briggs_rural, Stability::D);
  for (const double x : {-10.0, 0.0, 0.5, 1.0}) BOOST_TEST(d.sigma_y_m(x) == d.sigma_y_m(1.0));
  BOOST_TEST(d.sigma_y_m(1.0) == 0.08 / std::sqrt(1.0001), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(averaging_time_widens_sigma_y_alone) {
  const SigmaCurves own(SigmaSet::briggs_rural, Stability::D);
  const SigmaCurves hour(SigmaSet::briggs_rural, Stability::D, 3600.0);
  BOOST_TEST(hour.sigma_y_m(500.0) == own.sigma_y_m(500.0) * std::pow(6.0, 0.2), tolerance(1e-14));
  BOOST_TEST(hour.sigma_z_m(500.0) == own.sigma_z_m(500.0));
}

BOOST_AUTO_TEST_CASE(range_of_use) {
  BOOST_TEST(outside_sigma_range(99.9));
  BOOST_TEST(!outside_sigma_range(100.0));
  BOOST_TEST(!outside_sigma_range(10000.0));
  BOOST_TEST(outside_sigma_range(10000.1));
}

BOOST_AUTO_TEST_SUITE_END()
