#include "core/rating/indexed_areas.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/core/rating/small_study.hpp"

namespace sise {
namespace {

using testing::ground_box;

}  // namespace

BOOST_AUTO_TEST_SUITE(indexed_areas)

BOOST_AUTO_TEST_CASE(the_first_that_holds_a_point_is_the_one_of_a_plain_loop) {
  std::mt19937 random(5);
  const auto metre = [&] { return static_cast<double>(random() % 100); };
  std::vector<MultiPolygon> shapes;
  for (int i = 0; i < 60; ++i) {
    const double x = metre();
    const double y = metre();
    shapes.push_back(ground_box(x, y, x + 1.0 + metre() / 4.0, y + 1.0 + metre() / 4.0));
  }
  const IndexedAreas areas(shapes);
  for (int i = 0; i < 2000; ++i) {
    const Point place{metre(), metre()};
    const auto found = std::find_if(shapes.begin(), shapes.end(),
                                    [&](const MultiPolygon& shape) { return PreparedArea(shape).contains(place); });
    BOOST_TEST(areas.first_with(place) == static_cast<std::size_t>(found - shapes.begin()));
  }
  BOOST_TEST(IndexedAreas({}).first_with({0.0, 0.0}) == 0U);
}

BOOST_AUTO_TEST_CASE(a_row_of_a_small_area_is_its_runs) {
  const GridSpec grid{0.0, 10.0, 1.0, 1000, 10, "EPSG:4549"};
  const PreparedArea area({ground_box(2.0, 0.0, 5.0, 10.0).front(), ground_box(7.2, 0.0, 9.6, 10.0).front()});
  BOOST_TEST((area.runs_inside(grid, 3) == std::vector<PreparedArea::Run>{{2, 5}, {7, 10}}));
  BOOST_TEST(PreparedArea(ground_box(0.0, 20.0, 5.0, 30.0)).runs_inside(grid, 3).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
