#include "core/geometry/places.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <random>

#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using namespace sise::test;

const GridSpec grid{0.0, 100.0, 10.0, 10, 10, "EPSG:4549"};

}  // namespace

BOOST_AUTO_TEST_SUITE(places)

BOOST_AUTO_TEST_CASE(a_point_is_its_own_place) {
  BOOST_TEST((places_on(shape(Point{3, 4}), grid, 1.0) == std::vector<Point>{{3, 4}}));
}

BOOST_AUTO_TEST_CASE(a_polygon_is_looked_at_inside_and_along_its_edge) {
  const Geometry area = shape({box(0, 0, 20, 20)});
  const std::vector<Point> found = places_on(area, grid, 10.0);
  BOOST_TEST(found.size() == 4U + 8U);
  BOOST_TEST((found.front() == Point{5, 15}));  // from the north-west
  for (const Point& p : found) BOOST_TEST(contains(area, p));
}

BOOST_AUTO_TEST_CASE(distances_from_a_point_agree_with_geos) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> place(-30.0, 130.0);
  const std::vector<Geometry> shapes{shape({frame()}), shape({frame(), box(50, 60, 90, 70)}),
                                     shape(Line{{0, 0}, {40, 10}, {40, 80}}), shape(Point{12, 99})};
  for (int i = 0; i < 500; ++i) {
    const Point p{place(random), place(random)};
    for (const Geometry& g : shapes) BOOST_TEST(std::abs(distance_m(p, g) - distance_m(shape(p), g)) < 1e-9);
  }
}

BOOST_AUTO_TEST_CASE(nothing_is_infinitely_far_away) { BOOST_TEST(std::isinf(distance_m(Point{0, 0}, Geometry{}))); }

BOOST_AUTO_TEST_SUITE_END()
