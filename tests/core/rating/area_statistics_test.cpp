#include "core/rating/area_statistics.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "core/rating/map_collector.hpp"
#include "core/zones/population_grid.hpp"
#include "tests/core/rating/small_study.hpp"

namespace sise {
namespace {

using testing::at;
using testing::feed;
using testing::ground_box;
using testing::one_blast;
using testing::people_west_of;
using testing::SmallMap;
using testing::unit_of;

/// A round red spot in the south-west of an area of 8 km x 8 km, people everywhere but in the east.
Study study_with_people() {
  Study study = one_blast();
  study.area = ground_box(1000.0, 1000.0, 9000.0, 9000.0);
  study.margin_m = 1000.0;
  study.population = people_west_of(7000.0, 7010.0, {53.0, 47.0}, 130.0, 3.0, 1.7);
  return study;
}

/// A border that is no cell's: a zigzag from south to north, and its complement.
std::vector<MultiPolygon> two_halves() {
  const Ring border{{4011.0, 0.0}, {2987.0, 2013.0}, {3513.0, 4001.0}, {2999.0, 6003.0}, {4203.0, 10000.0}};
  Ring west{{0.0, 0.0}};
  west.insert(west.end(), border.begin(), border.end());
  west.insert(west.end(), {{0.0, 10000.0}, {0.0, 0.0}});
  Ring east{{10000.0, 0.0}, {10000.0, 10000.0}};
  east.insert(east.end(), border.rbegin(), border.rend());
  east.emplace_back(10000.0, 0.0);
  return {{{west, {}}}, {{east, {}}}};
}

AreaSums sums_of(const SmallMap& map, const std::vector<MultiPolygon>& shapes, std::int64_t rows,
                 std::vector<ColourCode> colours = {ColourCode::red}) {
  AreaStatistics statistics(map.study(), shapes);
  feed(map, rows, statistics);
  return statistics.finish(colours);
}

std::int64_t cells(const AreaColours& colours, int code) {
  const auto found = colours.find(code);
  return found == colours.end() ? 0 : found->second.cells;
}

double people(const AreaColours& colours, int code) {
  const auto found = colours.find(code);
  return found == colours.end() || std::isnan(found->second.people.people) ? 0.0 : found->second.people.people;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(area_statistics)

BOOST_AUTO_TEST_CASE(areas_and_rest_are_the_district_to_the_cell) {
  const SmallMap map(study_with_people());
  std::vector<MultiPolygon> shapes = two_halves();
  shapes.pop_back();  // the east belongs to nobody
  const AreaSums sums = sums_of(map, shapes, 64);
  MapCollector collector(map.study(), {});
  collector.add(map.whole());
  const MapTotals totals = collector.finish();
  for (const auto& [code, total] : totals.classes) {
    BOOST_TEST(cells(sums.areas[0], code) + cells(sums.rest, code) == total.cells);
    BOOST_TEST(people(sums.areas[0], code) + people(sums.rest, code) == total.people.people,
               boost::test_tools::tolerance(1e-12));
  }
  BOOST_TEST(sums.overlaps.empty());
}

BOOST_AUTO_TEST_CASE(equal_to_asking_every_cell) {
  const SmallMap map(study_with_people());
  const std::vector<MultiPolygon> shapes = two_halves();
  const AreaSums sums = sums_of(map, shapes, 200);
  const MapBand band = map.whole();
  const GridSpec& grid = map.study().grid;
  const PopulationGrid everybody = spread_over(grid, *map.study().population);
  const PreparedArea west(shapes[0]);
  std::int64_t red = 0;
  double red_people = 0.0;
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      if (band.code.at(column, row) != 1 || !west.contains(grid.centre({column, row}))) continue;
      ++red;
      red_people += 0.44 * everybody.day.at(column, row) + 0.56 * everybody.night.at(column, row);
    }
  }
  BOOST_TEST(red > 30);
  BOOST_TEST(cells(sums.areas[0], 1) == red);
  BOOST_TEST(people(sums.areas[0], 1) == red_people, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sums.areas[0].at(1).area_m2 == static_cast<double>(red) * 2500.0);
  BOOST_TEST(sums.rest.empty());  // areas that share their border leave nothing out
}

BOOST_AUTO_TEST_CASE(bands_of_any_height_give_the_same_bits) {
  const SmallMap map(study_with_people());
  const AreaSums one = sums_of(map, two_halves(), 1000);
  const AreaSums other = sums_of(map, two_halves(), 7);
  for (std::size_t area = 0; area < one.areas.size(); ++area) {
    BOOST_REQUIRE(one.areas[area].size() == other.areas[area].size());
    for (const auto& [code, colour] : one.areas[area]) {
      BOOST_TEST(colour.cells == other.areas[area].at(code).cells);
      BOOST_TEST(
          (colour.people.people == other.areas[area].at(code).people.people || std::isnan(colour.people.people)));
    }
  }
}

BOOST_AUTO_TEST_CASE(overlaps_count_once_and_are_told) {
  const SmallMap map(study_with_people());
  // Two boxes that share a strip of 100 m within the district: 2 columns of 160 rows.
  const std::vector<MultiPolygon> shapes{ground_box(0.0, 0.0, 5100.0, 10000.0),
                                         ground_box(5000.0, 0.0, 10000.0, 10000.0)};
  const AreaSums sums = sums_of(map, shapes, 64);
  BOOST_REQUIRE(sums.overlaps.size() == 1U);
  BOOST_TEST(sums.overlaps.at({0, 1}) == 2 * 160);
  std::int64_t all = 0;
  for (const AreaColours& area : sums.areas) {
    for (const auto& [code, colour] : area) all += colour.cells;
  }
  BOOST_TEST(all == 160 * 160);
}

BOOST_AUTO_TEST_CASE(no_data_is_not_nobody) {
  const SmallMap map(study_with_people());
  const AreaSums sums = sums_of(map, {ground_box(7100.0, 0.0, 10000.0, 10000.0)}, 64);
  BOOST_TEST(std::isnan(sums.areas[0].at(4).people.people));
  BOOST_TEST(sums.areas[0].at(4).people.uncovered_share == 1.0);
}

BOOST_AUTO_TEST_CASE(an_enterprise_counts_once_in_the_area_of_its_ground_with_its_worst_colour) {
  Study study = study_with_people();
  study.units.push_back(unit_of("V", at({8000.0, 8000.0})));
  study.units.back().enterprise = "E";
  study.units.push_back(unit_of("W", at({8000.0, 8000.0})));
  study.units.push_back(unit_of("X", at({9500.0, 9500.0})));  // in the margin: beyond the district
  study.boundaries.push_back({"E", ground_box(2900.0, 2900.0, 2980.0, 3100.0)});
  const SmallMap map(study);
  const AreaSums sums =
      sums_of(map, two_halves(), 64, {ColourCode::orange, ColourCode::red, ColourCode::blue, ColourCode::outside});
  BOOST_TEST(sums.areas[0].at(1).enterprises == 1);
  BOOST_TEST(sums.areas[1].at(4).enterprises == 1);
  std::int64_t all = 0;
  for (const AreaColours& area : sums.areas) {
    for (const auto& [code, colour] : area) all += colour.enterprises;
  }
  BOOST_TEST(all == 2);
}

BOOST_AUTO_TEST_CASE(no_answer_is_worse_than_orange_and_better_than_red) {
  AreaColours colours;
  BOOST_TEST(!worst_colour(colours).has_value());
  colours[4].cells = 5;
  BOOST_TEST(*worst_colour(colours) == 4);
  colours[2].cells = 1;
  colours[0].cells = 1;
  BOOST_TEST(*worst_colour(colours) == 0);
  colours[1].cells = 0;  // an enterprise without ground of that colour
  BOOST_TEST(*worst_colour(colours) == 0);
  colours[1].cells = 1;
  BOOST_TEST(*worst_colour(colours) == 1);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
