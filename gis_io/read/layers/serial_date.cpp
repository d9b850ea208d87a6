#include "gis_io/read/layers/serial_date.hpp"

#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdint>

namespace sise {
namespace {

constexpr std::int64_t kDay_s = 86400;
constexpr double kLastSerial = 2958466.0;  // 10000-01-01
constexpr double kNeverWas = 60.0;         // 1900-02-29

}  // namespace

bool is_date_format(std::string_view format) {
  bool quoted = false;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\\' || c == '_' || c == '*') {
      ++i;  // the next character is shown as it is
    } else if (c == '[') {
      // [h], [mm] and [ss] count hours, minutes and seconds; [Red], [$-804] and conditions show nothing.
      const std::size_t close = format.find(']', i);
      if (close == std::string_view::npos) return false;
      const std::string_view inside = format.substr(i + 1, close - i - 1);
      if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) return true;
      i = close;
    } else if (c == 'G' && format.substr(i).starts_with("General")) {
      i += std::string_view("General").size() - 1;
    } else if (std::string_view("yYmMdDhHsS").find(c) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::optional<std::string> date_of_serial(double serial, bool from_1904) {
  using namespace std::chrono;
  if (!std::isfinite(serial) || serial < 0.0 || serial >= kLastSerial) return std::nullopt;
  const bool before_the_gap = !from_1904 && serial < kNeverWas;
  const std::int64_t seconds = std::llround(serial * static_cast<double>(kDay_s));
  const std::int64_t day = seconds / kDay_s;
  const std::int64_t of_day = seconds % kDay_s;
  const std::string time = fmt::format("{:02}:{:02}:{:02}", of_day / 3600, of_day / 60 % 60, of_day % 60);
  if (day == 0 && !from_1904) return time;
  const sys_days first = from_1904 ? sys_days{1904y / January / 1} : sys_days{1899y / December / 30};
  const year_month_day date{first + days{day + (before_the_gap ? 1 : 0)}};
  const std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return of_day == 0 ? text : text + "T" + time;
}

}  // namespace sise
