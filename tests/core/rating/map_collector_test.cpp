#include "core/rating/map_collector.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "tests/core/rating/small_study.hpp"

namespace sise {
namespace {

using testing::at;
using testing::feed;
using testing::ground_box;
using testing::one_blast;
using testing::people_west_of;
using testing::SmallMap;

/// Red around (3000, 3000); one person on each hectare of the western half, and nobody knows of the eastern one.
Study half_peopled() {
  Study study = one_blast();
  study.population = people_west_of(5000.0, 5000.0, {50.0, 50.0}, 100.0, 1.0, 1.0);
  return study;
}

MapTotals totals_of(const SmallMap& map, std::int64_t rows) {
  MapCollector collector(map.study(), {1e-6});
  feed(map, rows, collector);
  return collector.finish();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_collector)

BOOST_AUTO_TEST_CASE(areas_shapes_and_cells_are_of_one_extent) {
  Study study = half_peopled();
  study.area = ground_box(2000.0, 2000.0, 6000.0, 6000.0);
  study.margin_m = 500.0;
  const MapTotals totals = totals_of(SmallMap(study), 64);
  double sum = 0.0;
  for (const auto& [code, cells] : totals.classes) {
    BOOST_TEST(cells.area_m2 == area_m2(cells.shape), boost::test_tools::tolerance(1e-12));
    BOOST_TEST(cells.area_m2 == static_cast<double>(cells.cells) * 2500.0);
    sum += cells.area_m2;
  }
  BOOST_TEST(sum == 16e6);
  BOOST_TEST(!totals.classes.contains(255));
}

BOOST_AUTO_TEST_CASE(no_data_is_not_nobody) {
  const MapTotals totals = totals_of(SmallMap(half_peopled()), 200);
  const PeopleOnCells& red = totals.classes.at(1).people;
  const PeopleOnCells& blue = totals.classes.at(4).people;
  BOOST_TEST(red.uncovered_share == 0.0);
  BOOST_TEST(red.people == totals.classes.at(1).area_m2 / 1e4, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(blue.uncovered_share == 0.5, boost::test_tools::tolerance(0.05));
  double everybody = 0.0;
  for (const auto& [code, cells] : totals.classes) everybody += cells.people.people;
  BOOST_TEST(everybody == 5000.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(totals.regions.at(0).people.uncovered_share == 0.0);
}

BOOST_AUTO_TEST_CASE(people_are_unknown_where_nothing_is_covered) {
  Study study = half_peopled();
  study.units.front().geometry = at({8000.0, 3000.0});
  const MapTotals totals = totals_of(SmallMap(study), 200);
  BOOST_TEST(std::isnan(totals.classes.at(1).people.people));
  BOOST_TEST(totals.classes.at(1).people.uncovered_share == 1.0);
  BOOST_TEST(std::isnan(totals.regions.at(0).people.people));
  study.population.reset();
  BOOST_TEST(std::isnan(totals_of(SmallMap(study), 200).classes.at(4).people.people));
}

BOOST_AUTO_TEST_CASE(bands_of_any_height_give_the_same_sums) {
  const SmallMap map(half_peopled());
  const MapTotals whole = totals_of(map, 200);
  for (const std::int64_t rows : {1, 33}) {
    const MapTotals parts = totals_of(map, rows);
    BOOST_TEST(parts.classes.at(1).people.people == whole.classes.at(1).people.people);
    BOOST_TEST(parts.classes.at(4).people.people == whole.classes.at(4).people.people);
    BOOST_TEST(parts.regions.at(0).people.people == whole.regions.at(0).people.people);
  }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
