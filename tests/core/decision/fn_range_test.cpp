// Between which zones a curve may lie: only what could move the zone is asked, and what moves it is named.
#include "core/decision/fn_range.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/core/decision/societal_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// Ten die of the store, whose lines are at 1e-4 and 1e-6 there.
std::optional<FnRange> range_with(double per_year, const std::vector<double>& milder,
                                  const std::vector<double>& stricter) {
  const World world = generated_store(per_year);
  const StoreAtEnds ends(milder, stricter);
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  Assessment assessment(world.study, substances, ground);
  assessment.open = &ends;
  const PeopleVulnerability people = everybody_outdoors();
  const SocietalStudy society(assessment, people);
  const FnJudgement now = judged(society.unit(0, {}, nullptr, nullptr).curve.steps(), lines_as_seen());
  return range_of(society, 0, now, lines_as_seen(), nullptr);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fn_range)

BOOST_AUTO_TEST_CASE(a_zone_that_the_ends_leave_is_told_with_both_and_the_cause) {
  const std::optional<FnRange> range = range_with(1.1e-5, {5e-7}, {2e-4});
  BOOST_REQUIRE(range.has_value());
  BOOST_TEST(range->straddles());
  BOOST_CHECK(range->low.zone == FnZone::alarp);  // eleven times the lower line: nobody asks whether it is kept
  BOOST_CHECK(range->high.zone == FnZone::unacceptable);
  BOOST_TEST(range->high.upper->ratio() == 2.0, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(range->by_open_values);
  BOOST_TEST(!range->by_mixing);
  const Text words = range_in_words(range);
  BOOST_TEST(holds(words.en, "values that records do not state"), words.en);
  BOOST_TEST(holds(words.en, "2 times the upper line"), words.en);
  BOOST_TEST(holds(words.zh, "尽可能降低区"), words.zh);
  BOOST_TEST(holds(words.zh, "不可接受区"), words.zh);
  const std::optional<FnRange> below = range_with(9e-6, {5e-7}, {2e-4});
  BOOST_REQUIRE(below.has_value());
  BOOST_CHECK(below->low.zone == FnZone::acceptable);
  BOOST_CHECK(below->high.zone == FnZone::alarp);
}

BOOST_AUTO_TEST_CASE(of_two_curves_at_one_end_the_milder_or_the_stricter_counts) {
  BOOST_CHECK(range_with(9e-6, {5e-6, 5e-7}, {}).value().low.zone == FnZone::acceptable);
  BOOST_CHECK(range_with(1.1e-5, {}, {5e-5, 2e-4}).value().high.zone == FnZone::unacceptable);
}

BOOST_AUTO_TEST_CASE(ends_within_the_zone_move_no_verdict) {
  const std::optional<FnRange> lower = range_with(9e-6, {5e-6}, {});
  BOOST_REQUIRE(lower.has_value());
  BOOST_TEST(!lower->straddles());
  BOOST_TEST(lower->low.upper->per_year == 5e-6, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(range_in_words(lower).en.empty());
  const std::optional<FnRange> higher = range_with(1.1e-5, {}, {5e-5});
  BOOST_REQUIRE(higher.has_value());
  BOOST_TEST(!higher->straddles());
  BOOST_TEST(higher->high.upper->per_year == 5e-5, boost::test_tools::tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(an_end_on_the_wrong_side_moves_nothing) {
  const std::optional<FnRange> range = range_with(1e-5, {2e-4}, {5e-7});
  BOOST_REQUIRE(range.has_value());
  BOOST_TEST(!range->straddles());
  BOOST_TEST(range->low.upper->per_year == range->high.upper->per_year);
}

BOOST_AUTO_TEST_CASE(what_lies_far_from_its_lines_is_not_asked) {
  BOOST_TEST(!range_with(9e-8, {1e-9}, {1e-3}).has_value());
  BOOST_TEST(range_with(1.1e-7, {1e-9}, {2e-6}).has_value());
  BOOST_TEST(!range_with(1.1e-3, {1e-9}, {1e-2}).has_value());
  BOOST_TEST(range_with(9e-4, {1e-5}, {1e-2}).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
