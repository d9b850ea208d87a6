// Curves of regions whose shape is known, and the edges that rings meet on them.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/kernels/rims.hpp"

using namespace sise;

namespace {

/// (R / distance from (c, 0))², over 1 within R.
PlaneFunction disc(double centre_m, double radius_m) {
  return [=](auto x, auto y, auto out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double d2 = std::pow(x[i] - centre_m, 2.0) + y[i] * y[i];
      out[i] = d2 > 0.0 ? radius_m * radius_m / d2 : 1e9;
    }
  };
}

/// 1 within an ellipse about (c, 0) and nothing outside.
PlaneFunction flame(double centre_m, double half_length_m, double half_width_m) {
  return [=](auto x, auto y, auto out) {
    for (std::size_t i = 0; i < out.size(); ++i) {
      const double place = std::pow((x[i] - centre_m) / half_length_m, 2.0) + std::pow(y[i] / half_width_m, 2.0);
      out[i] = place <= 1.0 ? 1e9 : 0.0;
    }
  };
}

/// Half the angle that a disc about (c, 0) takes of the ring r.
double half_angle(double centre_m, double radius_m, double r_m) {
  const double cosine = (r_m * r_m + centre_m * centre_m - radius_m * radius_m) / (2.0 * r_m * centre_m);
  return std::acos(std::fmin(1.0, std::fmax(-1.0, cosine)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(level_curves)

BOOST_AUTO_TEST_CASE(a_disc_ahead_of_the_source_and_one_that_holds_it) {
  for (const double radius : {30.0, 180.0}) {
    const auto curve = level_curve(disc(100.0, radius), 1.0, {100.0, 1000.0, 64});
    BOOST_REQUIRE(curve.has_value());
    BOOST_TEST(curve->x_m.front() == 100.0 + radius, boost::test_tools::tolerance(1e-9));
    BOOST_TEST(curve->x_m.back() == 100.0 - radius, boost::test_tools::tolerance(1e-9));
    for (std::size_t k = 0; k < curve->x_m.size(); ++k) {
      BOOST_TEST(std::hypot(curve->x_m[k] - 100.0, curve->y_m[k]) == radius, boost::test_tools::tolerance(1e-4));
    }
  }
}

BOOST_AUTO_TEST_CASE(a_jump_is_found_as_well_as_a_slope) {
  const auto curve = level_curve(flame(20.0, 25.0, 6.0), 1.0, {0.0, 100.0, 48});
  BOOST_REQUIRE(curve.has_value());
  for (std::size_t k = 0; k < curve->x_m.size(); ++k) {
    const double place = std::pow((curve->x_m[k] - 20.0) / 25.0, 2.0) + std::pow(curve->y_m[k] / 6.0, 2.0);
    BOOST_TEST(std::abs(place - 1.0) < 0.01, "station " << k);
  }
  BOOST_TEST(!level_curve(flame(20.0, 25.0, 6.0), 1e12, {0.0, 100.0, 48}).has_value());
}

BOOST_AUTO_TEST_CASE(rings_meet_a_disc_where_geometry_says) {
  Rims rims;
  const HalfCurve curve = circle(100.0, 30.0, 128);
  rims.add(curve, std::vector<double>(curve.x_m.size(), 0.6), 3);
  BOOST_TEST(rims.reach_m() == 130.0);
  for (const double r : {70.5, 80.0, 100.0, 121.0, 129.5}) {
    const auto edges = rims.edges(3, r);
    BOOST_REQUIRE(edges.size() == 1U);
    BOOST_TEST(edges[0].phi_rad == half_angle(100.0, 30.0, r), boost::test_tools::tolerance(0.01));
    BOOST_TEST(edges[0].jump == 0.6, boost::test_tools::tolerance(1e-6));
  }
  BOOST_TEST(rims.edges(3, 69.0).empty());
  BOOST_TEST(rims.edges(3, 131.0).empty());
  BOOST_TEST(rims.edges(2, 100.0).empty());
}

BOOST_AUTO_TEST_CASE(a_region_around_the_source_surrounds_the_rings_within_it) {
  Rims rims;
  const HalfCurve curve = circle(20.0, 50.0, 128);
  rims.add(curve, std::vector<double>(curve.x_m.size(), 1.0), 0);
  for (const double r : {0.0, 1.0, 15.0, 29.0}) {
    const auto edges = rims.edges(0, r);
    BOOST_REQUIRE(edges.size() == 1U);
    BOOST_TEST(edges[0].phi_rad == std::numbers::pi, boost::test_tools::tolerance(1e-6));
  }
  for (const double r : {31.0, 45.0, 69.0}) {
    BOOST_TEST(rims.edges(0, r)[0].phi_rad == half_angle(20.0, 50.0, r), boost::test_tools::tolerance(0.01));
  }
}

// Just inside the near edge of a cloud that lies ahead of the source only a narrow arc burns, however the numbers round.
BOOST_AUTO_TEST_CASE(the_near_edge_of_a_disc_ahead_is_narrow_for_every_disc) {
  for (int i = 0; i < 400; ++i) {
    const double radius = 19.0 + 0.01 * i;
    const double centre = radius + 7.0 + 0.003 * i;
    const HalfCurve curve = circle(centre, radius, 64);
    Rims rims;
    rims.add(curve, std::vector<double>(curve.x_m.size(), 1.0), 0);
    const double r = centre - radius + 0.02;
    const auto edges = rims.edges(0, r);
    BOOST_REQUIRE(edges.size() == 1U);
    BOOST_TEST(std::abs(edges[0].phi_rad - half_angle(centre, radius, r)) < 0.03, "disc " << i);
  }
}

// Around the source the curve is almost a circle at its ends: a ring of just that radius meets it all the same.
BOOST_AUTO_TEST_CASE(no_ring_falls_between_the_branches_of_a_disc_that_holds_the_source) {
  for (const double centre : {0.0, 1e-4, 0.02, 0.5, 20.0}) {
    const HalfCurve curve = circle(centre, 50.0, 64);
    Rims rims;
    rims.add(curve, std::vector<double>(curve.x_m.size(), 1.0), 0);
    for (double off = -3e-3; off < 3e-3; off += 1e-5) {
      const double r = (50.0 - centre) * (1.0 + off);
      if (r > 50.0 + centre * 0.99) continue;
      BOOST_REQUIRE(!rims.edges(0, r).empty());
      if (off < -2e-3) BOOST_TEST(rims.edges(0, r).front().phi_rad > 3.0);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_long_region_across_the_wind_is_left_and_entered_again) {
  // Longer behind and ahead of the source than at its sides: a ring leaves it ahead and enters it again behind.
  HalfCurve ellipse;
  for (int k = 0; k <= 96; ++k) {
    ellipse.x_m.push_back(60.0 * std::cos(std::numbers::pi * k / 96.0));
    ellipse.y_m.push_back(20.0 * std::sin(std::numbers::pi * k / 96.0));
  }
  ellipse.y_m.back() = 0.0;
  Rims rims;
  rims.add(ellipse, std::vector<double>(ellipse.x_m.size(), 1.0), 0);
  const auto edges = rims.edges(0, 40.0);
  BOOST_REQUIRE(edges.size() == 3U);
  // On the ellipse at r: x² = (r² − b²) a² / (a² − b²).
  const double phi = std::acos(std::sqrt((1600.0 - 400.0) * 3600.0 / 3200.0) / 40.0);
  BOOST_TEST(edges[0].phi_rad == phi, boost::test_tools::tolerance(0.01));
  BOOST_TEST(edges[0].jump == 1.0);
  BOOST_TEST(edges[1].phi_rad == std::numbers::pi - phi, boost::test_tools::tolerance(0.01));
  BOOST_TEST(edges[1].jump == -1.0);
  BOOST_TEST(edges[2].phi_rad == std::numbers::pi, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(edges[2].jump == 1.0);
  BOOST_TEST(rims.edges(0, 10.0).size() == 1U);  // all around
}

BOOST_AUTO_TEST_SUITE_END()
