// How much of its time a record covers.
#include <boost/test/unit_test.hpp>
#include <vector>

#include "models/atmosphere/record_coverage.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

std::vector<ClockMinute> hours_of(const ClockDate& from, int count, int step_min = 60) {
  std::vector<ClockMinute> times;
  for (int i = 0; i < count; ++i) times.push_back(*clock_minute(from) + ClockMinute{i} * step_min);
  return times;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(coverage)

BOOST_AUTO_TEST_CASE(a_full_year) {
  const RecordCoverage c = coverage_of(hours_of({2023, 1, 1, 0, 0}, 8760));
  BOOST_TEST(c.expected == 8760);
  BOOST_TEST(c.share() == 1.0);
  BOOST_TEST(c.whole_years());
  BOOST_CHECK(c.longest_gap() == nullptr);
  BOOST_TEST(c.months[1] == 28 * 24);
}

BOOST_AUTO_TEST_CASE(gaps_are_found) {
  auto times = hours_of({2023, 1, 1, 0, 0}, 100);
  times.erase(times.begin() + 50, times.begin() + 57);
  times.erase(times.begin() + 10);
  const RecordCoverage c = coverage_of(times);
  BOOST_TEST(c.expected == 100);
  BOOST_TEST(c.share() == 0.92, tolerance(1e-14));
  BOOST_TEST(c.gaps.size() == 2U);
  BOOST_REQUIRE(c.longest_gap() != nullptr);
  BOOST_TEST(c.longest_gap()->missing == 7);
  BOOST_TEST(to_string(c.longest_gap()->first_missing) == "2023-01-03 02:00");
}

BOOST_AUTO_TEST_CASE(four_observations_a_day_are_no_gaps) {
  const RecordCoverage c = coverage_of(hours_of({2023, 1, 1, 2, 0}, 4 * 365, 360));
  BOOST_TEST(c.step_min == 360);
  BOOST_TEST(c.gaps.empty());
  BOOST_TEST(c.whole_years());
}

BOOST_AUTO_TEST_CASE(seasons_that_weigh_more) {
  BOOST_TEST(!coverage_of(hours_of({2023, 1, 1, 0, 0}, 24 * 200)).whole_years());
  BOOST_TEST(!coverage_of(hours_of({2023, 1, 1, 0, 0}, 24 * 500)).whole_years());
  BOOST_TEST(coverage_of(hours_of({2013, 1, 1, 0, 0}, 24 * 3652)).whole_years());
}

BOOST_AUTO_TEST_CASE(a_single_hour) {
  const RecordCoverage c = coverage_of(hours_of({2023, 1, 1, 0, 0}, 1));
  BOOST_TEST(c.expected == 1);
  BOOST_TEST(!c.whole_years());
}

BOOST_AUTO_TEST_SUITE_END()
