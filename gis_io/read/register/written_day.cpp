#include "gis_io/read/register/written_day.hpp"

#include <fmt/format.h>

#include <array>

namespace sise {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The next whole number of a text, of at most `digits`; what stands before it is passed over if it is a separator of dates.
std::optional<int> next_number(std::string_view& text, std::size_t digits) {
  constexpr std::array<std::string_view, 6> kSeparators{"-", "/", ".", "年", "月", " "};
  for (const std::string_view separator : kSeparators) {
    if (text.starts_with(separator)) {
      text.remove_prefix(separator.size());
      break;
    }
  }
  std::size_t length = 0;
  while (length < text.size() && length < digits && is_digit(text[length])) ++length;
  if (length == 0) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, length)) value = value * 10 + (c - '0');
  text.remove_prefix(length);
  return value;
}

}  // namespace

std::optional<std::chrono::sys_days> written_day(std::string_view text) {
  const auto year = next_number(text, 4);
  const auto month = next_number(text, 2);
  const auto day = next_number(text, 2);
  if (!year || !month || !day) return std::nullopt;
  if (text.starts_with("日")) text.remove_prefix(std::string_view("日").size());
  if (!text.empty() && text.front() != ' ' && text.front() != 'T') return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok() || *year < 1900) return std::nullopt;
  return std::chrono::sys_days(date);
}

std::optional<std::chrono::sys_seconds> written_instant(std::string_view text) {
  const auto day = written_day(text);
  const std::size_t gap = text.find_first_of(" T");
  if (!day || gap == std::string_view::npos) return std::nullopt;
  std::string_view rest = text.substr(gap + 1);
  constexpr std::array<int, 3> kMost{23, 59, 59};
  std::array<int, 3> parts{};
  std::size_t count = 0;
  for (; count < parts.size() && !rest.empty() && is_digit(rest.front()); ++count) {
    const auto number = next_number(rest, 2);
    if (!number || *number > kMost.at(count)) return std::nullopt;
    parts.at(count) = *number;
    if (rest.starts_with(':')) rest.remove_prefix(1);
  }
  if (rest.starts_with('.')) {  // fractions of a second
    rest.remove_prefix(1);
    while (!rest.empty() && is_digit(rest.front())) rest.remove_prefix(1);
  }
  if (count < 2 || !rest.empty()) return std::nullopt;
  return *day + std::chrono::hours(parts[0]) + std::chrono::minutes(parts[1]) + std::chrono::seconds(parts[2]);
}

std::string time_text(std::chrono::sys_seconds time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  return fmt::format("{} {:02d}:{:02d}:{:02d}", day_text(day), clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string day_text(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04d}-{:02d}-{:02d}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace sise
