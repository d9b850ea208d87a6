// Places that stand for a line.
#include "core/accidents/line_places.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise;

BOOST_AUTO_TEST_SUITE(line_places_suite)

BOOST_AUTO_TEST_CASE(middles_of_equal_pieces_around_corners_and_over_gaps) {
  Geometry shape;
  shape.lines = {{{0.0, 0.0}, {12.0, 0.0}, {12.0, 10.0}}, {{40.0, 0.0}, {40.0, 18.0}}};
  const std::vector<Point> places = line_places(shape);
  BOOST_REQUIRE_EQUAL(places.size(), 10U);
  BOOST_TEST(places[0].x == 2.0);
  BOOST_TEST(places[2].x == 10.0);
  BOOST_TEST(places[3].x == 12.0);
  BOOST_TEST(places[3].y == 2.0);
  BOOST_TEST(places[5].x == 12.0);  // ends where the gap begins
  BOOST_TEST(places[5].y == 10.0);
  BOOST_TEST(places[6].x == 40.0);
  BOOST_TEST(places[9].y == 16.0);
}

BOOST_AUTO_TEST_CASE(a_long_line_has_no_longer_pieces_a_short_one_one_and_a_point_none) {
  Geometry shape;
  shape.lines = {{{0.0, 0.0}, {50000.0, 0.0}}};
  BOOST_TEST(line_places(shape).size() == 12500U);
  shape.lines = {{{0.0, 0.0}, {0.4, 0.0}}};
  BOOST_TEST(line_places(shape).size() == 1U);
  shape.lines = {{{1.0, 1.0}, {1.0, 1.0}}};
  BOOST_TEST(line_places(shape).empty());
  BOOST_TEST(line_places(Geometry{}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
