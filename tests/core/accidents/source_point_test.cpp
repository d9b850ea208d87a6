#include "core/accidents/source_point.hpp"

#include <boost/test/unit_test.hpp>

#include "core/geometry/operations.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(source_points)

BOOST_AUTO_TEST_CASE(a_point_is_itself) {
  BOOST_TEST((source_point({.points = {{3.0, 4.0}}, .lines = {}, .polygons = {}}) == Point{3.0, 4.0}));
}

BOOST_AUTO_TEST_CASE(a_line_has_its_middle_by_length) {
  const Line bent{{0.0, 0.0}, {30.0, 0.0}, {30.0, 10.0}};
  BOOST_TEST((source_point({.points = {}, .lines = {bent}, .polygons = {}}) == Point{20.0, 0.0}));
}

BOOST_AUTO_TEST_CASE(a_convex_polygon_has_its_centroid) {
  const Polygon square{{{0.0, 0.0}, {10.0, 0.0}, {10.0, 10.0}, {0.0, 10.0}, {0.0, 0.0}}, {}};
  const Point p = source_point({.points = {}, .lines = {}, .polygons = {square}});
  BOOST_TEST(p.x == 5.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(p.y == 5.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_hollow_polygon_has_a_point_on_itself) {
  const Polygon horseshoe{{{0.0, 0.0},
                           {30.0, 0.0},
                           {30.0, 30.0},
                           {20.0, 30.0},
                           {20.0, 2.0},
                           {10.0, 2.0},
                           {10.0, 30.0},
                           {0.0, 30.0},
                           {0.0, 0.0}},
                          {}};
  const Geometry shape{.points = {}, .lines = {}, .polygons = {horseshoe}};
  BOOST_TEST_REQUIRE(!contains(shape, centroid(shape)));
  BOOST_TEST(contains(shape, source_point(shape)));
}

BOOST_AUTO_TEST_SUITE_END()
