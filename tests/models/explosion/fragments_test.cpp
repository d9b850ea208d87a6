#include "models/explosion/fragments.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

using sise::VesselShape;

namespace {

/// Gas through the gaps, per area: choked or not (gamma 1.4).
double flux_kg_m2_s(double p, double rho, double air_pa) {
  constexpr double g = 1.4;
  const double critical = std::pow(2.0 / (g + 1.0), g / (g - 1.0));
  const double ratio = std::fmax(air_pa / p, critical);
  return std::sqrt(2.0 * g / (g - 1.0) * p * rho * (std::pow(ratio, 2.0 / g) - std::pow(ratio, (g + 1.0) / g)));
}

/// A sphere in equal caps: each is driven by the overpressure on its cross section, the gas leaves through the gaps that
/// open as the caps move out, what stays expands without heat.
double speed_by_motion_m_s(int count, double over_pa, double volume_m3, double vessel_kg, double sound_m_s) {
  constexpr double g = 1.4;
  constexpr double air_pa = 101325.0;
  const double radius = std::cbrt(3.0 * volume_m3 / (4.0 * std::numbers::pi));
  const double cosine = 1.0 - 2.0 / count;
  const double driven_m2 = std::numbers::pi * radius * radius * (1.0 - cosine * cosine);
  const double piece_kg = vessel_kg / count;
  double p = over_pa + air_pa;
  double rho = g * p / (sound_m_s * sound_m_s);
  double moved = 0.0;
  double speed = 0.0;
  const double dt = 1e-4 * radius / sound_m_s;
  while (p > 1.001 * air_pa) {
    speed += (p - air_pa) * driven_m2 / piece_kg * dt;
    moved += speed * dt;
    const double gap_m2 = count == 2 ? 4.0 * std::numbers::pi * radius * moved
                                     : 4.0 * std::numbers::pi * (std::pow(radius + moved, 2.0) - radius * radius);
    const double thinner = std::fmax(0.5, 1.0 - flux_kg_m2_s(p, rho, air_pa) * gap_m2 * dt / (rho * volume_m3));
    rho *= thinner;
    p *= std::pow(thinner, g);
  }
  return speed;
}

/// Flight over level ground with drag and lift per squared speed (1/m).
double flown_m(double speed, double angle_deg, double drag_1_m, double lift_1_m) {
  double x = 0.0;
  double z = 0.0;
  double u = speed * std::cos(angle_deg * std::numbers::pi / 180.0);
  double w = speed * std::sin(angle_deg * std::numbers::pi / 180.0);
  constexpr double dt = 1e-4;
  while (z >= 0.0) {
    const double v = std::hypot(u, w);
    u += dt * v * (-drag_1_m * u - lift_1_m * w);
    w += dt * (v * (-drag_1_m * w + lift_1_m * u) - 9.80665);
    x += dt * u;
    z += dt * w;
  }
  return x;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fragments)

BOOST_AUTO_TEST_CASE(holden_reeves_count_between_700_and_2500_m3) {
  BOOST_TEST(sise::fragment_count(1000.0) == 5.83, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::isnan(sise::fragment_count(390.0)));
  BOOST_TEST(std::isnan(sise::fragment_count(2600.0)));
}

BOOST_AUTO_TEST_CASE(baker_speed_of_two_halves_of_a_sphere) {
  const double scaled = 2e6 * 4.0 / (1500.0 * 340.0 * 340.0);
  const double expected = 340.0 * std::pow(scaled, 0.622206) * std::exp(0.213936);
  BOOST_TEST(sise::baker_fragment_speed_m_s(VesselShape::sphere, 2, 2e6, 4.0, 1500.0, 340.0) == expected,
             boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(baker_speed_grows_with_pressure_and_is_known_for_two_and_ten_pieces) {
  for (const auto shape : {VesselShape::sphere, VesselShape::cylinder}) {
    for (const int count : {2, 10}) {
      const double slow = sise::baker_fragment_speed_m_s(shape, count, 1e6, 4.0, 1500.0, 340.0);
      BOOST_TEST(sise::baker_fragment_speed_m_s(shape, count, 2e6, 4.0, 1500.0, 340.0) > slow);
      BOOST_TEST(slow > 10.0);
      BOOST_TEST(slow < 340.0);
    }
    BOOST_TEST(std::isnan(sise::baker_fragment_speed_m_s(shape, 5, 1e6, 4.0, 1500.0, 340.0)));
  }
}

// The equation of motion behind the fit: the pressure drives the pieces while the gas leaves between them. The factor of
// unequal pieces (0.44 for a tenth of the mass) would be off by more than two.
BOOST_AUTO_TEST_CASE(equal_pieces_move_as_their_equation_of_motion_says) {
  for (const double over_pa : {1e6, 2e6}) {
    for (const double vessel_kg : {1500.0, 6000.0}) {
      for (const int count : {2, 10}) {
        const double fit = sise::baker_fragment_speed_m_s(VesselShape::sphere, count, over_pa, 4.0, vessel_kg, 340.0);
        BOOST_TEST(fit == speed_by_motion_m_s(count, over_pa, 4.0, vessel_kg, 340.0),
                   boost::test_tools::tolerance(0.2));
      }
    }
  }
}

// Drag only ever shortens the flight of a blunt piece; a thin plate that glides flies farther than it shortens.
BOOST_AUTO_TEST_CASE(no_blunt_piece_flies_farther_than_without_air) {
  for (const double speed : {20.0, 60.0, 150.0}) {
    for (const double angle : {10.0, 30.0, 45.0, 70.0}) {
      const double vacuum = sise::flight_range_m(speed, angle);
      BOOST_TEST(flown_m(speed, angle, 0.0, 0.0) == vacuum, boost::test_tools::tolerance(1e-3));
      BOOST_TEST(flown_m(speed, angle, 1e-3, 0.0) < vacuum);
    }
  }
  BOOST_TEST(flown_m(60.0, 10.0, 1e-4, 3e-3) > sise::flight_range_m(60.0, 10.0));
}

BOOST_AUTO_TEST_CASE(ranges) {
  BOOST_TEST(sise::vacuum_range_m(100.0) == 1e4 / 9.80665, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::flight_range_m(100.0, 45.0) == sise::vacuum_range_m(100.0), boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::flight_range_m(100.0, 30.0) == sise::flight_range_m(100.0, 60.0),
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::lpg_fragment_range_m(1000.0, 4.0) == 900.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::lpg_fragment_range_m(10000.0, 50.0) == 465.0 * std::pow(10.0, 0.4),
             boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_SUITE_END()
