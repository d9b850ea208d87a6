// From what a station records to a stability class.
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "models/atmosphere/golder.hpp"
#include "models/atmosphere/radiation_scheme.hpp"
#include "models/atmosphere/solar_elevation.hpp"
#include "models/base/error.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr std::array kFullClasses{Stability::A, Stability::B, Stability::C, Stability::D, Stability::E, Stability::F};

int radiation(int total, int low, double elevation_deg) {
  return gbt13201_radiation_class({total, low, elevation_deg});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(solar_elevation)

BOOST_AUTO_TEST_CASE(the_declination_follows_the_year) {
  // Almanac: solstices at -+23.44 degrees, equinoxes at zero; Spencer's series is within 0.04 degrees, a day moves 0.4.
  BOOST_TEST(std::abs(solar_declination_deg(172) - 23.44) < 0.05);
  BOOST_TEST(std::abs(solar_declination_deg(355) + 23.44) < 0.05);
  BOOST_TEST(std::abs(solar_declination_deg(80)) < 0.5);
  BOOST_TEST(std::abs(solar_declination_deg(266)) < 0.5);
}

BOOST_AUTO_TEST_CASE(noon_on_the_meridian_of_the_clock) {
  // At 120 E Beijing time is local mean time: the elevation at noon is 90 - latitude + declination.
  for (const int day : {1, 80, 172, 300}) {
    BOOST_TEST(solar_elevation_deg(32.0, 120.0, {day, 12.0, 8.0}) == 58.0 + solar_declination_deg(day),
               tolerance(1e-12));
  }
  // Midnight is as far below.
  BOOST_TEST(solar_elevation_deg(32.0, 120.0, {172, 0.0, 8.0}) == -58.0 + solar_declination_deg(172), tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(the_same_instant_by_two_clocks) {
  BOOST_TEST(solar_elevation_deg(30.0, 104.0, {200, 14.0, 8.0}) == solar_elevation_deg(30.0, 104.0, {200, 6.0, 0.0}),
             tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_place_farther_west_sees_the_sun_later) {
  const double here = solar_elevation_deg(40.0, 120.0, {172, 9.0, 8.0});
  BOOST_TEST(solar_elevation_deg(40.0, 75.0, {172, 12.0, 8.0}) == here, tolerance(1e-12));  // 45 degrees are 3 h
  BOOST_TEST(solar_elevation_deg(40.0, 75.0, {172, 9.0, 8.0}) < here);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(radiation_scheme)

BOOST_AUTO_TEST_CASE(every_cell_of_the_table_of_radiation_classes) {
  const std::array<double, 5> sun{-20.0, 10.0, 25.0, 50.0, 70.0};
  const std::array<std::array<int, 2>, 5> clouds{{{3, 2}, {6, 3}, {9, 4}, {7, 6}, {10, 9}}};
  const std::array<std::array<int, 5>, 5> printed{
      {{-2, -1, 1, 2, 3}, {-1, 0, 1, 2, 3}, {-1, 0, 0, 1, 1}, {0, 0, 0, 0, 1}, {0, 0, 0, 0, 0}}};
  for (std::size_t row = 0; row < clouds.size(); ++row) {
    for (std::size_t column = 0; column < sun.size(); ++column) {
      BOOST_TEST(radiation(clouds[row][0], clouds[row][1], sun[column]) == printed[row][column]);
    }
  }
}

// Interval ends belong to the lower interval.
BOOST_AUTO_TEST_CASE(trap_table_interval_ends) {
  BOOST_TEST(radiation(0, 0, 0.0) == -2);
  BOOST_TEST(radiation(0, 0, 1e-9) == -1);
  BOOST_TEST(radiation(0, 0, 15.0) == -1);
  BOOST_TEST(radiation(0, 0, 35.0) == 1);
  BOOST_TEST(radiation(0, 0, 65.0) == 2);
  BOOST_TEST(radiation(0, 0, 65.000001) == 3);
  BOOST_TEST(radiation(4, 4, 50.0) == 2);
  BOOST_TEST(radiation(5, 4, -1.0) == -1);
  BOOST_TEST(radiation(7, 4, 50.0) == 2);
  BOOST_TEST(radiation(8, 4, 50.0) == 1);
  BOOST_TEST(radiation(8, 7, 70.0) == 1);
  BOOST_TEST(radiation(8, 8, 70.0) == 0);
  BOOST_CHECK(gbt13201_stability(1.9, 3) == Stability::A);
  BOOST_CHECK(gbt13201_stability(1.99, 3) == Stability::A);
  BOOST_CHECK(gbt13201_stability(2.0, 3) == Stability::AB);
  BOOST_CHECK(gbt13201_stability(2.9, -2) == Stability::F);
  BOOST_CHECK(gbt13201_stability(3.0, -2) == Stability::E);
  BOOST_CHECK(gbt13201_stability(5.0, 3) == Stability::C);
  BOOST_CHECK(gbt13201_stability(6.0, 3) == Stability::D);
}

BOOST_AUTO_TEST_CASE(calm_has_a_class_too) {
  BOOST_CHECK(gbt13201_stability(0.0, 3) == Stability::A);
  BOOST_CHECK(gbt13201_stability(0.0, 0) == Stability::D);
  BOOST_CHECK(gbt13201_stability(0.0, -2) == Stability::F);
}

BOOST_AUTO_TEST_CASE(more_radiation_is_never_more_stable) {
  for (const double wind : {1.0, 2.5, 4.0, 5.5, 8.0}) {
    for (int radiation_class = -2; radiation_class < 3; ++radiation_class) {
      BOOST_TEST(static_cast<int>(gbt13201_stability(wind, radiation_class + 1)) <=
                 static_cast<int>(gbt13201_stability(wind, radiation_class)));
    }
  }
}

BOOST_AUTO_TEST_CASE(what_is_no_sky_is_refused) {
  BOOST_CHECK_THROW(radiation(11, 0, 10.0), ModelError);
  BOOST_CHECK_THROW(radiation(3, 4, 10.0), ModelError);
  BOOST_CHECK_THROW(radiation(3, -1, 10.0), ModelError);
  BOOST_CHECK_THROW((void)gbt13201_stability(-0.1, 0), ModelError);
  BOOST_CHECK_THROW((void)gbt13201_stability(std::nan(""), 0), ModelError);
  BOOST_CHECK_THROW((void)gbt13201_stability(2.0, 4), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(golder)

BOOST_AUTO_TEST_CASE(the_printed_lines) {
  BOOST_TEST(golder_inverse_obukhov_per_m(Stability::A, 0.1) == -0.125, tolerance(1e-14));
  BOOST_TEST(golder_inverse_obukhov_per_m(Stability::D, 0.3) == 0.0);
  BOOST_TEST(golder_inverse_obukhov_per_m(Stability::F, 0.1) == 0.071, tolerance(1e-14));
  BOOST_TEST(golder_inverse_obukhov_per_m(Stability::EF, 0.1) == 0.5 * (0.022 + 0.071), tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(a_class_and_its_own_length) {
  for (const double roughness : {0.001, 0.03, 0.3, 1.0}) {
    for (const Stability stability : kFullClasses) {
      const double inverse = golder_inverse_obukhov_per_m(stability, roughness);
      BOOST_CHECK(golder_stability(inverse == 0.0 ? kInfinity : 1.0 / inverse, roughness) == stability);
    }
  }
}

BOOST_AUTO_TEST_CASE(the_extremes_and_neutral) {
  BOOST_CHECK(golder_stability(-kInfinity, 0.1) == Stability::D);
  BOOST_CHECK(golder_stability(1e6, 0.1) == Stability::D);
  BOOST_CHECK(golder_stability(-1.0, 0.1) == Stability::A);
  BOOST_CHECK(golder_stability(1.0, 0.1) == Stability::F);
}

BOOST_AUTO_TEST_CASE(rough_ground_needs_less_heat_to_leave_neutral) {
  // The same heating over smooth ground is a less unstable class: Golder's lines lean towards neutral as z0 grows.
  BOOST_CHECK(golder_stability(-20.0, 0.5) == Stability::B);
  BOOST_CHECK(golder_stability(-20.0, 0.005) == Stability::C);
}

BOOST_AUTO_TEST_CASE(outside_the_fit_is_an_error) {
  BOOST_CHECK_THROW((void)golder_stability(10.0, 2.0), ModelError);
  BOOST_CHECK_THROW((void)golder_stability(10.0, 0.0), ModelError);
  BOOST_CHECK_THROW((void)golder_stability(0.0, 0.1), ModelError);
  BOOST_CHECK_THROW((void)golder_stability(std::nan(""), 0.1), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
