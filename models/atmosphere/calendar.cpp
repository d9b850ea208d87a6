#include "models/atmosphere/calendar.hpp"

#include <fmt/format.h>

#include <chrono>

namespace sise {
namespace {

namespace ch = std::chrono;

constexpr int kMinutesPerDay = 1440;

ch::sys_days day_of(ClockMinute minute) { return ch::floor<ch::days>(ch::sys_time<ch::minutes>(ch::minutes(minute))); }

}  // namespace

std::optional<ClockMinute> clock_minute(const ClockDate& date) {
  if (date.month < 1 || date.day < 1 || date.year < 1 || date.year > 9999) return std::nullopt;
  const ch::year_month_day day{ch::year(date.year), ch::month(static_cast<unsigned>(date.month)),
                               ch::day(static_cast<unsigned>(date.day))};
  const int minutes = 60 * date.hour + date.minute;
  const bool clock = date.hour >= 0 && date.minute >= 0 && date.minute < 60 && minutes <= kMinutesPerDay;
  if (!day.ok() || !clock) return std::nullopt;
  return ClockMinute{ch::sys_days(day).time_since_epoch().count()} * kMinutesPerDay + minutes;
}

ClockDate clock_date(ClockMinute minute) {
  const ch::sys_days day = day_of(minute);
  const ch::year_month_day date(day);
  const auto rest = static_cast<int>(minute - ClockMinute{day.time_since_epoch().count()} * kMinutesPerDay);
  return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
          static_cast<int>(static_cast<unsigned>(date.day())), rest / 60, rest % 60};
}

int day_of_year(ClockMinute minute) {
  const ch::sys_days day = day_of(minute);
  const ch::sys_days new_year = ch::year_month_day(day).year() / ch::January / 1;
  return static_cast<int>((day - new_year).count()) + 1;
}

std::string to_string(ClockMinute minute) {
  const ClockDate d = clock_date(minute);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", d.year, d.month, d.day, d.hour, d.minute);
}

}  // namespace sise
