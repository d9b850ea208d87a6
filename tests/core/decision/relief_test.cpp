// What closing, halving or moving gives back: each figure against a district computed anew.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/decision/relief.hpp"
#include "core/grid/parallel.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// A holds a disc of 300 m alone in the west; B and C hold the same disc in the east, B a quarter of a limit above it
/// by itself, C twice.
struct ReliefDistrict : World {
  ReliefDistrict() {
    study.grid = {.x_min = -2000.0, .y_max = 2000.0, .cell_m = 20.0, .columns = 200, .rows = 200, .crs = "EPSG:4549"};
    add_unit("A1", "A", {-1000.0, 0.0});
    add_disc("A1", 1e-5);
    add_unit("B1", "B", {1000.0, 0.0});
    add_disc("B1", 4e-6);
    add_unit("C1", "C", {1000.0, 0.0});
    add_disc("C1", 7e-6);
    add_unit("D1", "D", {0.0, -1200.0});
    add_disc("D1", 4e-6);
    for (const double x : {-900.0, 900.0, 0.0}) {
      Target target;
      target.id = "T" + std::to_string(study.targets.size());
      target.target_class = TargetClass::general_1;
      target.people = 100.0;
      target.geometry = point(x, x == 0.0 ? -1100.0 : 0.0);
      study.targets.push_back(target);
    }
    Population people;
    for (double x = -1950.0; x < 2000.0; x += 100.0) {
      for (double y = -1950.0; y < 2000.0; y += 100.0) people.patches.push_back({{x, y}, 100.0, 2.0, 4.0});
    }
    study.population = people;
  }
  SubstanceTable substances{{chlorine(), ammonium_nitrate()}};
  LevelGround ground;
};

const ReliefOption* found(const std::vector<ReliefOption>& options, std::size_t enterprise, ReliefMeasure measure) {
  for (const ReliefOption& option : options) {
    if (option.enterprise == enterprise && option.measure == measure) return &option;
  }
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_CASE(land_that_two_hold_is_freed_by_neither_and_half_may_be_enough) {
  const ReliefDistrict d;
  const Assessment assessment(d.study, d.substances, d.ground);
  const ReliefFinder finder(assessment, d.ground, nullptr);
  const auto options = finder.options({}, nullptr);
  BOOST_REQUIRE(finder.enterprises().size() == 4U);
  BOOST_TEST(finder.now().targets == 3U);
  const ReliefOption* close_a = found(options, 0, ReliefMeasure::close);
  BOOST_REQUIRE(close_a != nullptr);
  BOOST_TEST(close_a->freed.area_m2 == 3.14159265 * 300.0 * 300.0, boost::test_tools::tolerance(0.05));
  const double density = (0.44 * 2.0 + 0.56 * 4.0) / 1e4;
  BOOST_TEST(close_a->freed.people == close_a->freed.area_m2 * density, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(close_a->freed.targets == 1U);
  BOOST_TEST(found(options, 0, ReliefMeasure::halve) == nullptr);         // 5e-6 is still above 3e-6
  BOOST_TEST(found(options, 1, ReliefMeasure::close) == nullptr);         // C holds it too
  const ReliefOption* halve_d = found(options, 3, ReliefMeasure::halve);  // 2e-6
  const ReliefOption* close_d = found(options, 3, ReliefMeasure::close);
  BOOST_REQUIRE((halve_d != nullptr && close_d != nullptr));
  BOOST_TEST(halve_d->freed.area_m2 == close_d->freed.area_m2);
  BOOST_TEST(halve_d->freed.targets == 1U);
}

BOOST_AUTO_TEST_CASE(each_measure_is_what_the_district_computed_anew_says) {
  const ReliefDistrict d;
  const Assessment assessment(d.study, d.substances, d.ground);
  const ReliefFinder finder(assessment, d.ground, nullptr);
  const std::vector<NewPlace> places{
      {"north", {0.0, 1200.0}}, {"onto A", {-1000.0, 0.0}}, {"beyond", {9000.0, 9000.0}}};
  const auto options = finder.options(places, nullptr);
  BOOST_TEST(options.size() >= 6U);
  for (const ReliefOption& option : options) {
    const Study after = study_after(d.study, finder.enterprises()[option.enterprise], option);
    const Assessment again(after, d.substances, d.ground);
    const ReliefSum then = ReliefFinder(again, d.ground, nullptr).now();
    BOOST_TEST(finder.now().area_m2 - then.area_m2 == option.net_area_m2(), boost::test_tools::tolerance(1e-9));
    BOOST_TEST(finder.now().all_people() - then.all_people() == option.net_people(),
               boost::test_tools::tolerance(1e-9));
    BOOST_TEST(finder.now().targets + option.taken.targets - option.freed.targets == then.targets);
  }
}

BOOST_AUTO_TEST_CASE(the_ranking_goes_by_people_and_is_the_same_for_any_number_of_threads) {
  const ReliefDistrict d;
  const int before = threads();
  std::vector<std::vector<double>> seen;
  for (const int count : {1, 2, 7}) {
    set_threads(count);
    const Assessment assessment(d.study, d.substances, d.ground);
    const auto options = ReliefFinder(assessment, d.ground, nullptr).options({{"north", {0.0, 1200.0}}}, nullptr);
    std::vector<double> people;
    for (const ReliefOption& option : options) people.push_back(option.net_people());
    BOOST_TEST(std::is_sorted(people.rbegin(), people.rend()));
    seen.push_back(people);
  }
  set_threads(before);
  BOOST_TEST((seen[0] == seen[1]));
  BOOST_TEST((seen[0] == seen[2]));
}

// A new enterprise is held to the limit of new facilities, its explosives to the overpressure.
BOOST_AUTO_TEST_CASE(new_units_and_charges_hold_land_by_their_own_limits) {
  World w;
  w.study.grid.cell_m = 50.0;
  Unit& fresh = w.add_unit("N1", "N", {0.0, 0.0});
  fresh.is_new = true;
  w.add_disc("N1", 5e-7);  // below 3e-6, above 3e-7
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const double by_risk = ReliefFinder(assessment, ground, nullptr).now().area_m2;
  BOOST_TEST(by_risk > 2.5e5);
  w.study.units.front().kind = UnitKind::explosives_store;
  const Assessment charged(w.study, substances, ground);
  const double by_charge = ReliefFinder(charged, ground, nullptr).now().area_m2;
  BOOST_TEST(by_charge > 15e6);  // 2 kPa reaches 2.6 km: all of the grid of 16 km² but its corners
  BOOST_TEST(by_charge < 16e6);
}
