// Minutes by one clock, and the calendar they belong to.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

namespace sise {

/// Minutes since 1970-01-01 00:00 by the clock that a record was kept with; no summer time.
using ClockMinute = std::int64_t;

struct ClockDate {
  int year = 0;
  int month = 1;
  int day = 1;
  int hour = 0;  ///< 24 is the end of the day
  int minute = 0;
};

/// nullopt for a date or an hour that does not exist. 24:00 is 0:00 of the next day.
[[nodiscard]] std::optional<ClockMinute> clock_minute(const ClockDate& date);
[[nodiscard]] ClockDate clock_date(ClockMinute minute);
/// 1 to 366.
[[nodiscard]] int day_of_year(ClockMinute minute);
/// "2023-07-01 08:00".
[[nodiscard]] std::string to_string(ClockMinute minute);

}  // namespace sise
