#include "core/zones/people.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/base/error.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using sise::test::box;

/// Four patches of 100 m around (0, 0) with 10, 20, 30, 40 people by day and twice as many at night.
Population four_patches() {
  Population population;
  population.patches = {
      {{-50, -50}, 100, 10, 20}, {{50, -50}, 100, 20, 40}, {{-50, 50}, 100, 30, 60}, {{50, 50}, 100, 40, 80}};
  return population;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(people, *boost::unit_test::tolerance(1e-12))

BOOST_AUTO_TEST_CASE(an_area_over_everything_counts_everybody) {
  const PeopleInside all = people_inside(four_patches(), {box(-200, -200, 200, 200)});
  BOOST_TEST(all.day == 100.0);
  BOOST_TEST(all.night == 200.0);
}

BOOST_AUTO_TEST_CASE(a_patch_counts_with_the_share_that_is_inside) {
  const PeopleInside half = people_inside(four_patches(), {box(0, 0, 50, 100)});
  BOOST_TEST(half.day == 20.0);
  BOOST_TEST(half.night == 40.0);
}

BOOST_AUTO_TEST_CASE(areas_that_share_an_edge_count_nobody_twice) {
  const Population population = four_patches();
  const double cut = 45.0;  // through the middle of a row of places: each is on the edge of both
  const double west = people_inside(population, {box(-100, -100, cut, 100)}).day;
  const double east = people_inside(population, {box(cut, -100, 100, 100)}).day;
  BOOST_TEST(west + east == 100.0);
}

BOOST_AUTO_TEST_CASE(a_patch_without_extent_is_a_point) {
  Population population;
  population.patches = {{{5, 5}, 0.0, 7, 9}};
  BOOST_TEST(people_inside(population, {box(0, 0, 10, 10)}).day == 7.0);
  BOOST_TEST(people_inside(population, {box(6, 0, 10, 10)}).day == 0.0);
}

BOOST_AUTO_TEST_CASE(any_predicate_may_select) {
  const PeopleInside north = people_where(four_patches(), [](Point p) { return p.y > 0.0; });
  BOOST_TEST(north.day == 70.0);
  BOOST_TEST(people_inside(four_patches(), {}).day == 0.0);
}

BOOST_AUTO_TEST_CASE(a_spacing_that_is_not_positive_is_refused) {
  BOOST_CHECK_THROW((void)people_inside(four_patches(), {box(0, 0, 1, 1)}, 0.0), ModelError);
  BOOST_CHECK_THROW((void)people_where(
                        four_patches(), [](Point) { return true; }, -1.0),
                    ModelError);
}

BOOST_AUTO_TEST_CASE(no_data_is_not_nobody) {
  Population population = four_patches();
  const MultiPolygon area{box(-100, -100, 100, 100)};
  BOOST_TEST(std::isnan(people_known(population, area).uncovered_share));  // the source does not tell what it covers
  population.covered = MultiPolygon{box(-100, -100, 0, 100)};
  const PeopleKnown half = people_known(population, area);
  BOOST_TEST(half.day == people_inside(population, area).day);
  BOOST_TEST(half.uncovered_share == 0.5, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(half.partly_unknown());
  const PeopleKnown none = people_known(population, {box(10, -100, 100, 100)});
  BOOST_TEST(std::isnan(none.day));
  BOOST_TEST(none.uncovered_share == 1.0);
  BOOST_TEST(people_known(population, {box(-90, -90, -10, 90)}).uncovered_share == 0.0);
  BOOST_TEST(std::isnan(people_known(std::nullopt, area).night));
  BOOST_TEST(people_known(std::nullopt, {}).night == 0.0);  // a zone that is nowhere
}

BOOST_AUTO_TEST_SUITE_END()
