// Alarms of gas detectors: worked cases of set points, confirmation, staleness and units.
#include <boost/test/unit_test.hpp>

#include "core/rating/register/live_alarm.hpp"

using namespace sise;

namespace {

LiveRules plain_rules() {
  LiveRules rules;
  rules.confirm = 2;
  rules.clear = 3;
  rules.clear_share = 0.9;
  rules.stale_intervals = 3.0;
  rules.stale_least_s = 300.0;
  rules.suspect_h = 24.0;
  rules.dead_zone_share = 0.005;
  rules.acknowledge_min = 30.0;
  rules.override_h = 8.0;
  rules.oxygen = {{"氧"}, 19.5, 23.5, 20.9};
  return rules;
}

constexpr Instant kNow = std::chrono::sys_days(std::chrono::year(2026) / 3 / 16) + std::chrono::hours(8);

LiveDetector detector_with(const std::vector<double>& values, int every_s, int ended_s_ago) {
  LiveDetector detector;
  detector.limits = gas_limits({25.0, 50.0}, plain_rules());
  detector.interval_s = every_s;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto before = static_cast<std::int64_t>(values.size() - 1 - i) * every_s + ended_s_ago;
    detector.readings.push_back({kNow - std::chrono::seconds(before), values[i]});
  }
  return detector;
}

std::vector<int> levels_of(const std::vector<HeldAlarm>& alarms) {
  std::vector<int> levels;
  for (const HeldAlarm& held : alarms) levels.push_back(held.level);
  return levels;
}

std::vector<bool> out_of_range(const std::vector<HeldAlarm>& alarms) {
  std::vector<bool> out;
  for (const HeldAlarm& held : alarms) out.push_back(held.out_of_range);
  return out;
}

Grade lifted(Grade current, const DetectorState& state) { return worst(current, alarm_grade(state, state.alarm)); }

}  // namespace

BOOST_AUTO_TEST_CASE(gas_lel_and_h2s) {
  const SetPoints lel{25.0, 50.0};
  const std::vector<int> expected{0, 1, 1, 2};
  std::vector<int> alarms;
  for (const double value : {24.0, 25.0, 49.0, 50.0}) alarms.push_back(alarm_of(value, lel));
  BOOST_TEST(alarms == expected, boost::test_tools::per_element());
  const SetPoints h2s{10.0, 20.0};
  BOOST_TEST(alarm_of(9.9, h2s) == 0);
  BOOST_TEST(alarm_of(10.0, h2s) == 1);
  BOOST_TEST(alarm_of(20.0, h2s) == 2);
}

BOOST_AUTO_TEST_CASE(gas_ppm) {
  BOOST_TEST(ppm_from_mg_m3(10.0, 34.08, PpmAt::at_20_C) == 7.054, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(ppm_from_mg_m3(10.0, 34.08, PpmAt::at_25_C) == 7.1743, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(mg_m3_from_ppm(7.054, 34.08, PpmAt::at_20_C) == 10.0, boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(an_alarm_comes_after_two_readings_and_goes_after_three_well_below) {
  const std::vector<double> values{24, 26, 24, 26, 27, 24, 22, 22, 21};
  const std::vector<int> expected{0, 0, 0, 0, 1, 1, 1, 1, 0};
  const std::vector<AlarmLimit> limits = gas_limits({25.0, 50.0}, plain_rules());
  BOOST_TEST(levels_of(confirmed_alarms(values, limits, plain_rules())) == expected, boost::test_tools::per_element());
  const std::vector<double> high{51, 52, 46, 46, 30, 30, 30};
  const std::vector<int> levels{0, 2, 2, 2, 2, 2, 1};  // below 45 three times; the first level goes on
  BOOST_TEST(levels_of(confirmed_alarms(high, limits, plain_rules())) == levels, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(stale) {
  const LiveRules rules = plain_rules();
  BOOST_TEST(!is_stale(300.0, 60.0, rules));
  BOOST_TEST(is_stale(301.0, 60.0, rules));
  BOOST_TEST(!is_stale(500.0, 200.0, rules));
  BOOST_TEST(is_stale(301.0, std::nullopt, rules));
  // Normal becomes "no live data", an alarm is held; live never lowers what stands there.
  LiveDetector normal = detector_with({10, 11, 12}, 60, 301);
  const DetectorState lost = state_of(normal, kNow, rules);
  BOOST_TEST((lost.state == LiveState::stale));
  BOOST_TEST(!lost.speaks());
  BOOST_TEST((lifted(Grade::yellow, lost) == Grade::yellow));
  LiveDetector alarmed = detector_with({26, 27, 26}, 60, 301);
  const DetectorState held = state_of(alarmed, kNow, rules);
  BOOST_TEST((held.state == LiveState::stale));
  BOOST_TEST(held.speaks());
  BOOST_TEST((lifted(Grade::yellow, held) == Grade::orange));
  LiveDetector fresh = detector_with({10, 11, 12}, 60, 60);
  BOOST_TEST((state_of(fresh, kNow, rules).state == LiveState::fresh));
  BOOST_TEST((lifted(Grade::red, DetectorState{}) == Grade::red));
  BOOST_TEST((lifted(Grade::red, DetectorState{.alarm = 1}) == Grade::red));
  BOOST_TEST((lifted(Grade::unrated, DetectorState{.alarm = 2}) == Grade::red));
}

BOOST_AUTO_TEST_CASE(a_value_that_never_moves_for_a_day_is_no_normal) {
  LiveDetector still = detector_with(std::vector<double>(30, 0.0), 3600, 0);
  BOOST_TEST((state_of(still, kNow, plain_rules()).state == LiveState::suspect));
  LiveDetector moving = still;
  moving.readings[20].value = 0.1;
  BOOST_TEST((state_of(moving, kNow, plain_rules()).state == LiveState::fresh));
  moving.limits.clear();  // nobody knows what is too much
  BOOST_TEST((state_of(moving, kNow, plain_rules()).state == LiveState::suspect));
}

BOOST_AUTO_TEST_CASE(readings_count_in_the_order_of_their_times_and_not_before_they_are_known) {
  LiveDetector detector = detector_with({26, 27, 10}, 60, 0);
  detector.readings.back().time = kNow + std::chrono::seconds(60);
  std::swap(detector.readings[0], detector.readings[1]);
  const DetectorState state = state_of(detector, kNow, plain_rules());
  BOOST_TEST(state.alarm == 1);
  BOOST_TEST(state.last->value == 27.0);
}

BOOST_AUTO_TEST_CASE(oxygen_alarms_at_both_ends_and_comes_back_towards_air) {
  const std::vector<AlarmLimit> limits = oxygen_limits({19.5, 23.5}, plain_rules());
  // The way back is a tenth of what lies between the limit and air: 19.64 from below, 23.24 from above.
  const std::vector<double> values{20.9, 19.5, 19.4, 19.6, 19.6, 19.6, 19.7, 19.7, 19.7, 23.5, 23.6};
  const std::vector<int> expected{0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 1};
  BOOST_TEST(levels_of(confirmed_alarms(values, limits, plain_rules())) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(process_values_are_out_of_range_and_beyond_a_bypassed_trip_a_level_2) {
  const LiveRules rules = plain_rules();
  ProcessPoints tank;
  tank.low = 2.0;
  tank.high = 10.0;
  tank.high_high = 12.0;
  const std::vector<double> values{9.0, 10.0, 11.0, 12.0, 12.5, 1.9, 1.9, 5.0, 5.0, 5.0};
  const auto bypassed = confirmed_alarms(values, process_limits(tank, rules), rules);
  const std::vector<bool> out{false, false, true, true, true, true, true, true, true, false};
  const std::vector<int> levels{0, 0, 0, 0, 2, 2, 2, 0, 0, 0};
  BOOST_TEST(out_of_range(bypassed) == out, boost::test_tools::per_element());
  BOOST_TEST(levels_of(bypassed) == levels, boost::test_tools::per_element());
  tank.trip_in_service = true;
  for (const HeldAlarm& held : confirmed_alarms(values, process_limits(tank, rules), rules))
    BOOST_TEST(held.level == 0);
  BOOST_TEST((lifted(Grade::blue, DetectorState{.out_of_range = true}) == Grade::yellow));
}

BOOST_AUTO_TEST_CASE(an_alarm_that_nobody_acknowledges_for_half_an_hour_is_one_level_worse) {
  LiveDetector detector = detector_with(std::vector<double>(32, 26.0), 60, 0);  // confirmed 30 minutes ago
  BOOST_TEST(!state_of(detector, kNow, plain_rules()).unacknowledged);          // nobody keeps acknowledgements
  detector.acknowledgements_kept = true;
  const DetectorState state = state_of(detector, kNow, plain_rules());
  BOOST_TEST(state.unacknowledged);
  BOOST_TEST((lifted(Grade::blue, state) == Grade::red));
  detector.acknowledged = {kNow - std::chrono::hours(1)};  // of an alarm before
  BOOST_TEST(state_of(detector, kNow, plain_rules()).unacknowledged);
  detector.acknowledged.push_back(kNow - std::chrono::minutes(5));
  BOOST_TEST((lifted(Grade::blue, state_of(detector, kNow, plain_rules())) == Grade::orange));
  LiveDetector young = detector_with(std::vector<double>(31, 26.0), 60, 0);
  young.acknowledgements_kept = true;
  BOOST_TEST(!state_of(young, kNow, plain_rules()).unacknowledged);
}

BOOST_AUTO_TEST_CASE(an_alarm_that_a_person_sets_aside_lifts_nothing_until_then) {
  LiveDetector detector = detector_with({26, 27, 26}, 60, 0);
  detector.overrides = {{kNow - std::chrono::hours(1), kNow + std::chrono::hours(1), "标定"}};
  const DetectorState state = state_of(detector, kNow, plain_rules());
  BOOST_TEST(state.alarm == 1);
  BOOST_TEST((lifted(Grade::yellow, state) == Grade::yellow));
  detector.overrides.front().until = kNow;
  BOOST_TEST((lifted(Grade::yellow, state_of(detector, kNow, plain_rules())) == Grade::orange));
}
