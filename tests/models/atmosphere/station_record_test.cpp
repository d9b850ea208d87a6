// From one recorded hour to its stability.
#include <boost/test/unit_test.hpp>

#include "models/atmosphere/station_record.hpp"

using namespace sise;

namespace {

const StationSite kPlace{32.0, 120.0, 8.0, 10.0};

StationHour hour_at(const ClockDate& date, double speed_m_s, int total, int low) {
  StationHour hour;
  hour.time = *clock_minute(date);
  hour.speed_m_s = speed_m_s;
  hour.total_cloud_tenths = total;
  hour.low_cloud_tenths = low;
  return hour;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(station_record)

BOOST_AUTO_TEST_CASE(a_clear_summer_noon_and_a_clear_night) {
  const auto noon = hour_at({2023, 6, 21, 12, 0}, 1.5, 2, 1);  // the sun at 81 degrees
  const auto night = hour_at({2023, 6, 21, 1, 0}, 1.5, 2, 1);
  BOOST_CHECK(stability_of(noon, kPlace, StabilityScheme::gbt13201) == Stability::A);
  BOOST_CHECK(stability_of(night, kPlace, StabilityScheme::gbt13201) == Stability::F);
}

BOOST_AUTO_TEST_CASE(what_is_not_recorded_has_no_class) {
  auto hour = hour_at({2023, 6, 21, 12, 0}, 1.5, 2, 1);
  BOOST_CHECK(!stability_of(hour, kPlace, StabilityScheme::recorded));
  hour.low_cloud_tenths.reset();
  BOOST_CHECK(!stability_of(hour, kPlace, StabilityScheme::gbt13201));
  hour.stability = Stability::CD;
  BOOST_CHECK(stability_of(hour, kPlace, StabilityScheme::recorded) == Stability::CD);
}

BOOST_AUTO_TEST_CASE(the_table_is_entered_with_the_wind_at_10_m) {
  // 2.05 m/s at 30 m is 1.74 m/s at 10 m: the row below 2 m/s.
  const auto hour = hour_at({2023, 6, 21, 12, 0}, 2.05, 2, 1);
  BOOST_CHECK(stability_of(hour, kPlace, StabilityScheme::gbt13201) == Stability::AB);
  BOOST_CHECK(stability_of(hour, {32.0, 120.0, 8.0, 30.0}, StabilityScheme::gbt13201) == Stability::A);
}

BOOST_AUTO_TEST_CASE(a_clock_in_utc_read_as_beijing_time_turns_day_into_night) {
  const auto hour = hour_at({2023, 6, 21, 4, 0}, 1.5, 2, 1);  // 4 h UTC is noon in Beijing
  BOOST_CHECK(stability_of(hour, {32.0, 120.0, 0.0, 10.0}, StabilityScheme::gbt13201) == Stability::A);
  BOOST_CHECK(stability_of(hour, {32.0, 120.0, 8.0, 10.0}, StabilityScheme::gbt13201) == Stability::F);
}

BOOST_AUTO_TEST_SUITE_END()
