// F-N curves against lines.
#include "core/decision/fn_judgement.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <vector>

using namespace sise;

BOOST_TEST_DONT_PRINT_LOG_VALUE(sise::FnZone)

namespace {

/// GB 36894-2018: 1e-3/N and 1e-5/N from 1 to 1,000.
FnCriterion gb36894() {
  RulePack pack;
  pack.id = "gb36894-2018";
  pack.societal_risk.rule_id = "gb36894.societal_risk";
  pack.societal_risk.slope = -1.0;
  pack.societal_risk.upper_at_one = {1e-3, "GB 36894-2018", Confidence::seen};
  pack.societal_risk.lower_at_one = {1e-5, "GB 36894-2018", Confidence::seen};
  pack.societal_risk.largest_n = {1000.0, "GB 36894-2018", Confidence::recalled};
  return fn_criterion(pack);
}

/// From (N, F) with falling F.
std::vector<FnStep> curve(const std::vector<FnPoint>& points) {
  std::vector<FnStep> steps;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double next = i + 1 < points.size() ? points[i + 1].per_year : 0.0;
    steps.push_back({points[i].deaths, points[i].per_year - next, points[i].per_year});
  }
  return steps;
}

FnZone zone(const std::vector<FnPoint>& points) { return judged(curve(points), gb36894()).zone; }

}  // namespace

BOOST_AUTO_TEST_SUITE(fn_judgement)

BOOST_AUTO_TEST_CASE(gb36894_lines_pass_through_the_points_of_the_standard) {
  const FnCriterion lines = gb36894();
  const std::vector<FnPoint> upper{{1.0, 1e-3}, {10.0, 1e-4}, {100.0, 1e-5}, {1000.0, 1e-6}};
  for (const FnPoint& point : upper) {
    BOOST_TEST(lines.upper.at(point.deaths) == point.per_year, boost::test_tools::tolerance(1e-12));
    BOOST_TEST(lines.lower->at(point.deaths) == 0.01 * point.per_year, boost::test_tools::tolerance(1e-12));
  }
  BOOST_TEST(lines.upper.at(30.0) == 1e-3 / 30.0, boost::test_tools::tolerance(1e-12));
}

// The neighbour's 150 people: F(100) = 4e-6 keeps the line of 1e-5, 2e-5 breaks it.
BOOST_AUTO_TEST_CASE(staff_of_a_neighbouring_enterprise_may_break_the_line) {
  BOOST_TEST(zone({{100.0, 4e-6}}) == FnZone::alarp);
  BOOST_TEST(zone({{100.0, 2e-5}}) == FnZone::unacceptable);
  const FnJudgement broken = judged(curve({{100.0, 2e-5}}), gb36894());
  BOOST_TEST(broken.upper->ratio() == 2.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(broken.upper->deaths == 100.0);
}

// In the band at 50 deaths: 9e-6 of 2e-5.
BOOST_AUTO_TEST_CASE(a_curve_between_the_lines_is_to_be_lowered) {
  BOOST_TEST(zone({{50.0, 9e-6}}) == FnZone::alarp);
  BOOST_TEST(zone({{50.0, 1e-7}}) == FnZone::acceptable);
}

BOOST_AUTO_TEST_CASE(a_value_equal_to_a_line_keeps_it) {
  BOOST_TEST(zone({{100.0, 1e-5}}) == FnZone::alarp);
  BOOST_TEST(zone({{100.0, 1.00001e-5}}) == FnZone::unacceptable);
  BOOST_TEST(zone({{100.0, 1e-7}}) == FnZone::acceptable);
}

BOOST_AUTO_TEST_CASE(twelve_hundred_deaths_are_unacceptable_however_rare) {
  const FnJudgement result = judged(curve({{1200.0, 1e-10}}), gb36894());
  BOOST_TEST(result.zone == FnZone::unacceptable);
  BOOST_REQUIRE(result.beyond.has_value());
  BOOST_TEST(result.beyond->deaths == 1200.0);
  BOOST_TEST(result.beyond->per_year == 1e-10);
  BOOST_TEST(zone({{1000.0, 1e-10}}) == FnZone::acceptable);
}

BOOST_AUTO_TEST_CASE(fewer_than_one_death_is_not_compared) {
  const FnJudgement result = judged(curve({{0.2, 0.5}}), gb36894());
  BOOST_TEST(result.zone == FnZone::acceptable);
  BOOST_TEST(!result.upper.has_value());
}

// F0(10) = 4e-5, F0(100) = 6e-6; every further unit adds 5e-6 and 1.5e-6: two fit, and 100 deaths bind.
BOOST_AUTO_TEST_CASE(a_park_takes_two_more_units_and_the_third_breaks_the_line_at_a_hundred_deaths) {
  const auto with = [](int units) {
    return judged(curve({{10.0, 4e-5 + 5e-6 * units}, {100.0, 6e-6 + 1.5e-6 * units}}), gb36894());
  };
  BOOST_TEST(with(2).zone == FnZone::alarp);
  BOOST_TEST(with(3).zone == FnZone::unacceptable);
  BOOST_TEST(with(3).upper->deaths == 100.0);
}

BOOST_AUTO_TEST_CASE(a_curve_rises_in_the_band_only_where_it_lies_above_the_lower_line) {
  const FnCriterion lines = gb36894();
  const std::vector<FnStep> before = curve({{5.0, 1e-5}, {60.0, 1e-8}});
  BOOST_TEST(rises_in_band(before, curve({{5.0, 1.1e-5}, {60.0, 1e-8}}), lines));
  BOOST_TEST(!rises_in_band(before, curve({{5.0, 1e-5}, {60.0, 5e-8}}), lines));
  BOOST_TEST(!rises_in_band(before, before, lines));
  BOOST_TEST(!rises_in_band(before, curve({{5.0, 0.9e-5}, {60.0, 1e-8}}), lines));
}

BOOST_AUTO_TEST_SUITE_END()
