#include "models/fire/view_factor.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "models/fire/frustum.hpp"

using sise::FlameFrustum;
using sise::Receiver;
using sise::tilted_cylinder;
using sise::tilted_cylinder_around;
using sise::ViewFactors;
using sise::ViewVector;

namespace {

double largest(double b, double a, double tilt_deg = 0.0) {
  return tilted_cylinder(a, b, tilt_deg * std::numbers::pi / 180.0).of(Receiver::facing);
}

FlameFrustum upright_cylinder(double length) { return {{0.0, 0.0, 0.0}, {0.0, 0.0, length}, 2.0, 2.0}; }

}  // namespace

BOOST_AUTO_TEST_SUITE(view_factor)

// CPR 14E table 6.A.1, with its misprints corrected: 0.201 (printed 0.210) and 0.177 (printed 0.117).
BOOST_AUTO_TEST_CASE(yellow_book_table_6_a_1) {
  BOOST_TEST(largest(1.2, 0.1) == 0.201, boost::test_tools::tolerance(0.01));
  BOOST_TEST(largest(1.4, 0.2) == 0.177, boost::test_tools::tolerance(0.01));
}

// CPR 14E example 6.6.3: 46.77 m long, leaning 50.83 degrees, at 100 m from a pool of 42.4 m.
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_view_factor) {
  BOOST_TEST(largest(100.0 / 21.2, 46.77 / 21.2, 50.83) == 0.0964, boost::test_tools::tolerance(0.01));
}

// The closed form and the facet sum have nothing in common but the flame.
BOOST_AUTO_TEST_CASE(closed_form_equals_the_facet_sum) {
  for (const double a : {0.5, 2.0, 4.5}) {
    for (const double b : {1.3, 2.0, 5.0, 12.0}) {
      const ViewFactors exact = tilted_cylinder(a, b, 0.0);
      const ViewFactors facets = upright_cylinder(a).seen_from(b);
      BOOST_TEST(facets.vertical == exact.vertical, boost::test_tools::tolerance(2e-3));
      BOOST_TEST(facets.horizontal == exact.horizontal, boost::test_tools::tolerance(5e-3));
    }
  }
}

// A disc of radius R seen from the ground at height h straight above: (R/h)^2 / (1 + (R/h)^2).
BOOST_AUTO_TEST_CASE(a_flat_flame_overhead_is_a_disc) {
  const FlameFrustum disc({0.0, 0.0, 10.0}, {0.0, 0.0, 10.01}, 8.0, 8.0);
  const double ratio = 4.0 / 10.0;
  BOOST_TEST(disc.seen_from(0.0).horizontal == ratio * ratio / (1.0 + ratio * ratio),
             boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_CASE(far_away_only_the_silhouette_counts) {
  const FlameFrustum flame({0.0, 0.0, 20.0}, {0.0, 0.0, 30.0}, 4.0, 8.0);
  const double d = 5000.0;
  BOOST_TEST(flame.seen_from(d).vertical * std::numbers::pi * d * d == 10.0 * 6.0, boost::test_tools::tolerance(5e-3));
}

BOOST_AUTO_TEST_CASE(what_is_below_the_ground_is_not_seen) {
  const FlameFrustum half_buried({0.0, 0.0, -5.0}, {0.0, 0.0, 5.0}, 2.0, 2.0);
  BOOST_TEST(half_buried.seen_from(6.0).vertical == upright_cylinder(5.0).seen_from(6.0).vertical,
             boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(a_moderate_tilt_towards_the_receiver_raises_the_view_factor) {
  for (double tilt = 5.0; tilt <= 30.0; tilt += 5.0)
    BOOST_TEST(largest(6.0, 2.0, tilt) > largest(6.0, 2.0, tilt - 5.0));
}

BOOST_AUTO_TEST_CASE(no_view_factor_inside_or_below_the_flame) {
  BOOST_TEST(std::isnan(largest(1.0, 2.0)));
  BOOST_TEST(std::isnan(largest(1.9, 2.0, 30.0)));
  BOOST_TEST(std::isnan(upright_cylinder(3.0).seen_from(0.5).vertical));
}

BOOST_AUTO_TEST_CASE(surface_of_a_frustum) {
  const FlameFrustum cone({0.0, 0.0, 0.0}, {0.0, 0.0, 4.0}, 2.0, 8.0);
  BOOST_TEST(cone.surface_m2() == std::numbers::pi * (1.0 + 16.0 + 5.0 * 5.0), boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_downwind_is_the_closed_form) {
  for (const double a : {0.5, 1.0, 3.0, 8.0}) {
    for (const double tilt : {0.0, 0.3, 0.8}) {
      for (const double beyond : {2.0, 5.0, 20.0}) {
        const double b = beyond + a * std::sin(tilt);
        const ViewFactors closed = tilted_cylinder(a, b, tilt);
        const ViewVector around = tilted_cylinder_around(a, tilt, b, 0.0);
        BOOST_TEST(around.of(Receiver::vertical) == closed.vertical, boost::test_tools::tolerance(2e-6));
        BOOST_TEST(around.of(Receiver::horizontal) == closed.horizontal, boost::test_tools::tolerance(3e-5));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_facets_say_the_same) {
  // The frustum's ends stand square to its axis, the cylinder's are level: without a lean they are one body.
  const FlameFrustum facets({0.0, 0.0, 0.0}, {0.0, 0.0, 3.0}, 2.0, 2.0);
  for (const double angle : {0.0, 0.8, 2.0, 3.0}) {
    const double x = 3.0 * std::cos(angle);
    const double y = 3.0 * std::sin(angle);
    const ViewVector line = tilted_cylinder_around(3.0, 0.0, x, y);
    const ViewVector sum = facets.seen_around(x, y);
    BOOST_TEST(line.of(Receiver::facing) == sum.of(Receiver::facing), boost::test_tools::tolerance(1e-3));
    BOOST_TEST(line.z == sum.z, boost::test_tools::tolerance(2e-3));
  }
}

BOOST_AUTO_TEST_CASE(around_the_cylinder_upwind_sees_less_than_across_than_downwind) {
  const double down = tilted_cylinder_around(4.0, 0.7, 6.0, 0.0).of(Receiver::facing);
  const double across = tilted_cylinder_around(4.0, 0.7, 0.0, 6.0).of(Receiver::facing);
  const double up = tilted_cylinder_around(4.0, 0.7, -6.0, 0.0).of(Receiver::facing);
  BOOST_TEST(down > across);
  BOOST_TEST(across > up);
  BOOST_TEST(std::isnan(tilted_cylinder_around(4.0, 0.7, 2.0, 0.0).z));
  BOOST_TEST(!std::isnan(tilted_cylinder_around(4.0, 0.7, -1.1, 0.0).z));
}

BOOST_AUTO_TEST_SUITE_END()
