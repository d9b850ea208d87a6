// Places all over a parking area.
#include "core/accidents/source_places.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise;

namespace {

Unit parking(double x_max, double y_max) {
  Unit unit;
  unit.kind = UnitKind::parking_area;
  unit.geometry.polygons = {{{{0.0, 0.0}, {x_max, 0.0}, {x_max, y_max}, {0.0, y_max}, {0.0, 0.0}}, {}}};
  return unit;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source_places_suite)

BOOST_AUTO_TEST_CASE(a_parking_area_is_covered_evenly_and_each_place_lies_beside_the_one_before) {
  const std::vector<Point> places = source_places(parking(80.0, 40.0));
  BOOST_REQUIRE_EQUAL(places.size(), 50U);
  Point sum{0.0, 0.0};
  for (std::size_t i = 0; i < places.size(); ++i) {
    sum.x += places[i].x;
    sum.y += places[i].y;
    if (i > 0) BOOST_TEST(std::hypot(places[i].x - places[i - 1].x, places[i].y - places[i - 1].y) == 8.0);
  }
  BOOST_TEST(sum.x / 50.0 == 40.0);
  BOOST_TEST(sum.y / 50.0 == 20.0);
}

BOOST_AUTO_TEST_CASE(a_vast_area_has_no_more_than_ten_thousand_places) {
  const std::size_t count = source_places(parking(5000.0, 5000.0)).size();
  BOOST_TEST(count <= 10200U);
  BOOST_TEST(count >= 9000U);
}

BOOST_AUTO_TEST_CASE(a_sliver_across_the_country_costs_no_more_than_other_areas) {
  Unit sliver = parking(80.0, 40.0);
  sliver.geometry.polygons = {{{{0.0, 0.0}, {60.0, 0.0}, {7e6, 7e6}, {0.0, 60.0}, {0.0, 0.0}}, {}}};
  BOOST_TEST(source_places(sliver).size() <= 10200U);  // ends at once, though a step of its own size asks 2.5e9 places
}

BOOST_AUTO_TEST_CASE(only_parking_areas_spread_over_their_polygon) {
  Unit tank = parking(80.0, 40.0);
  tank.kind = UnitKind::atmospheric_tank;
  BOOST_TEST(source_places(tank).empty());
  tank.geometry = {};
  tank.geometry.lines = {{{0.0, 0.0}, {12.0, 0.0}}};
  BOOST_TEST(source_places(tank).size() == 3U);
}

BOOST_AUTO_TEST_SUITE_END()
