// Societal risk and the recalled values behind generated scenarios: a breach stands that is one at the milder ends, and what
// passes below the lower line alone by them is not allowed.
#include <boost/test/unit_test.hpp>

#include "tests/core/decision/societal_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

Decision two_hundred(const OpenValues* open) {
  return judged_with(generated_store(1e-5), people_at(190.0, {100.0, 0.0}), open);
}

/// F(40) = 1e-7; the lines are at 2.5e-5 and 2.5e-7 there.
Decision forty(const std::vector<double>& stricter, double per_year = 1e-7) {
  const StoreAtEnds ends({}, stricter);
  return judged_with(generated_store(per_year), people_at(30.0, {100.0, 0.0}), &ends);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(societal_range)

BOOST_AUTO_TEST_CASE(a_breach_by_recalled_values_is_a_veto_where_it_is_one_at_the_milder_ends) {
  BOOST_CHECK(two_hundred(nullptr).verdict == Verdict::conditional);
  BOOST_CHECK(two_hundred(nullptr).if_confirmed == Verdict::veto);
  const StoreAtEnds above({8e-6}, {});  // the line is at 5e-6
  const Decision veto = two_hundred(&above);
  BOOST_CHECK(veto.verdict == Verdict::veto);
  const ReviewCheck* check = check_by(veto, "gb36894.societal_risk.upper");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->least == 8e-6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->value == 1e-5, boost::test_tools::tolerance(1e-9));
  BOOST_CHECK(check->confidence() == Confidence::recalled);
  BOOST_TEST(holds(veto.reasons.front().en, "milder end"), veto.reasons.front().en);
  const StoreAtEnds below({4e-6}, {});
  BOOST_CHECK(two_hundred(&below).verdict == Verdict::conditional);
  const StoreAtEnds either({8e-6, 4e-6}, {});  // at one place the one end is the milder, at another the other
  BOOST_CHECK(two_hundred(&either).verdict == Verdict::conditional);
}

BOOST_AUTO_TEST_CASE(a_rise_below_the_lower_line_that_the_stricter_ends_lift_into_the_band_is_not_allowed) {
  BOOST_CHECK(forty({2e-7}).verdict == Verdict::allow);
  const Decision band = forty({2e-7, 3e-7});
  BOOST_CHECK(band.verdict == Verdict::conditional);
  BOOST_CHECK(band.if_confirmed == Verdict::conditional);
  const ReviewCheck* check = check_by(band, "gb36894.societal_risk.alarp_raised");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->passed);
  BOOST_TEST(check->most == 3e-7, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->value == 1e-7, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(band.reasons.front().en, "assumed: the bore"), band.reasons.front().en);
  BOOST_TEST(holds(band.reasons.front().en, "below which it is acceptable"), band.reasons.front().en);
  BOOST_TEST(!breaks_societal_limit(band, lines_as_seen()));
}

BOOST_AUTO_TEST_CASE(what_the_stricter_ends_lift_above_the_upper_line_says_so) {
  const Decision decision = forty({3e-5});
  BOOST_CHECK(decision.verdict == Verdict::conditional);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.upper");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->most == 3e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->limit == 2.5e-5, boost::test_tools::tolerance(1e-9));
}

// 40 die as it is, just below the line there; at the stricter end 40.3, where the line is lower: no breach as it is.
BOOST_AUTO_TEST_CASE(a_step_a_little_nearer_is_no_breach_of_the_line_farther_on) {
  World world = generated_store(2.49e-7);
  world.study.population->patches.push_back({{0.0, 350.0}, 0.0, 0.3, 0.3});
  const StoreAtEnds ends({}, {3e-7}, 200000.0);
  const Decision decision = judged_with(world, people_at(30.0, {100.0, 0.0}), &ends);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.alarp_raised");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->most == 3e-7, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->limit == 1e-5 / 40.3, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(check->passed);
  BOOST_TEST(check->value <= check->limit);
  BOOST_CHECK(decision.verdict == Verdict::conditional);
  BOOST_CHECK(decision.if_confirmed == Verdict::conditional);
  BOOST_TEST(!breaks_societal_limit(decision, lines_as_seen()));
}

// A tenth of the lower line at 40 deaths is 2.5e-8: nobody asks what 1e-8 may become.
BOOST_AUTO_TEST_CASE(what_lies_far_below_the_lower_line_is_not_asked_and_what_is_confirmed_neither) {
  BOOST_CHECK(forty({1e-3}, 1e-8).verdict == Verdict::allow);
  World confirmed = generated_store(1e-7);
  confirmed.study.criteria.confirmed_rules = {"generator.connection_mm"};
  const StoreAtEnds ends({}, {3e-5});
  BOOST_CHECK(judged_with(confirmed, people_at(30.0, {100.0, 0.0}), &ends).verdict == Verdict::allow);
}

BOOST_AUTO_TEST_SUITE_END()
