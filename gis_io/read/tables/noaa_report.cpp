#include "gis_io/read/tables/noaa_report.hpp"

#include <charconv>
#include <chrono>

namespace sise {
namespace {

constexpr int kMissingDirection = 999;
constexpr int kMissingSpeed = 9999;

bool is_trusted(char quality) { return std::string_view("2367").find(quality) == std::string_view::npos; }

}  // namespace

std::optional<int> whole_number(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> noaa_minute(int year, int month, int day, int hour, int minute) {
  using namespace std::chrono;
  constexpr std::int64_t kMinutes_h = 60;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  const bool clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  if (year < 1800 || month < 1 || day < 1 || !date.ok() || !clock) return std::nullopt;
  return sys_days{date}.time_since_epoch().count() * 24 * kMinutes_h + hour * kMinutes_h + minute;
}

std::optional<int> noaa_oktas(std::string_view code, char quality) {
  const auto value = whole_number(code);
  return value && *value >= 0 && *value <= kMostNoaaOktas && is_trusted(quality) ? value : std::nullopt;
}

bool read_noaa_wind(std::string_view direction, char direction_quality, char type, std::string_view speed,
                    char speed_quality, NoaaReport& report) {
  const auto from = whole_number(direction);
  const auto blows = whole_number(speed);
  if (!from || !blows) return false;
  if (*blows != kMissingSpeed && is_trusted(speed_quality)) report.speed_dm_s = *blows;
  if (*from != kMissingDirection && is_trusted(direction_quality)) report.direction_deg = *from;
  report.variable = type == 'V';
  // "9" beside a speed of 0 is a calm, says the format.
  report.calm = type == 'C' || (type == '9' && report.speed_dm_s == 0);
  return true;
}

}  // namespace sise
