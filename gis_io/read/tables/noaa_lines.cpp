// ISD, a line of fixed positions, and ISD-Lite, twelve whole numbers.
#include <algorithm>
#include <array>

#include "gis_io/read/tables/noaa_report.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// Sky conditions of the additional section: GF1 the observer's amounts, GA1..GA6 the layers of an automatic report.
void read_sky(std::string_view additional, NoaaReport& report) {
  constexpr std::size_t kAmounts = 8;
  if (const std::size_t at = additional.find("GF1"); at != std::string_view::npos) {
    const std::string_view field = additional.substr(at + 3, kAmounts);
    if (field.size() == kAmounts) {
      report.total_oktas = noaa_oktas(field.substr(0, 2), field[4]);
      report.low_oktas = noaa_oktas(field.substr(5, 2), field[7]);
    }
  }
  if (report.total_oktas) return;
  for (char layer = '1'; layer <= '6'; ++layer) {
    const std::size_t at = additional.find(std::string("GA") + layer);
    if (at == std::string_view::npos || at + 6 > additional.size()) continue;
    const auto amount = noaa_oktas(additional.substr(at + 3, 2), additional[at + 5]);
    if (amount) report.total_oktas = std::max(report.total_oktas.value_or(0), *amount);
  }
}

[[noreturn]] void damaged(const Location& file, int line, std::string_view format) {
  Location where = file;
  where.line = line;
  const std::string name(format);
  throw InputError("unreadable", {"the line is no " + name + " record", "该行不是 " + name + " 格式的记录"}, where,
                   {"Fetch the file again", "请重新下载该文件"});
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return lines;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// ISD: positions counted from 0.

constexpr std::size_t kIsdShortest = 105;

bool is_isd(std::string_view line) {
  return line.size() >= kIsdShortest && all_digits(line.substr(0, 4)) && all_digits(line.substr(15, 12)) &&
         (line[28] == '+' || line[28] == '-') && (line[34] == '+' || line[34] == '-');
}

std::optional<NoaaReport> isd_report(std::string_view line) {
  const std::string_view kind = line.substr(41, 5);
  if (kind.starts_with("SOD") || kind.starts_with("SOM")) return std::nullopt;  // summaries of a day or month
  const auto minute = noaa_minute(*whole_number(line.substr(15, 4)), *whole_number(line.substr(19, 2)),
                                  *whole_number(line.substr(21, 2)), *whole_number(line.substr(23, 2)),
                                  *whole_number(line.substr(25, 2)));
  NoaaReport report;
  if (!minute || !read_noaa_wind(line.substr(60, 3), line[63], line[64], line.substr(65, 4), line[69], report))
    return std::nullopt;
  report.minute_utc = *minute;
  read_sky(line.substr(kIsdShortest), report);
  return report;
}

std::optional<StationPlace> isd_place(std::string_view line) {
  const auto latitude = whole_number(line.substr(28, 6));
  const auto longitude = whole_number(line.substr(34, 7));
  constexpr int kMissingLatitude = 99999;
  if (!latitude || !longitude || *latitude == kMissingLatitude) return std::nullopt;
  return StationPlace{*latitude / 1000.0, *longitude / 1000.0};
}

// ISD-Lite.

constexpr std::size_t kLiteColumns = 12;
constexpr int kLiteMissing = -9999;

std::optional<std::array<int, kLiteColumns>> lite_numbers(std::string_view line) {
  std::array<int, kLiteColumns> numbers{};
  std::size_t count = 0;
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const auto value = whole_number(line.substr(begin, end - begin));
    if (!value || count == kLiteColumns) return std::nullopt;
    numbers.at(count++) = *value;
    line.remove_prefix(end);
  }
  return count == kLiteColumns ? std::optional(numbers) : std::nullopt;
}

bool is_lite(std::string_view line) {
  constexpr std::size_t kShortest = 50;
  return line.size() >= kShortest && all_digits(line.substr(0, 4)) && line[4] == ' ' && lite_numbers(line).has_value();
}

std::optional<NoaaReport> lite_report(std::string_view line) {
  const auto n = lite_numbers(line);
  const auto minute = n ? noaa_minute((*n)[0], (*n)[1], (*n)[2], (*n)[3], 0) : std::nullopt;
  if (!minute) return std::nullopt;
  NoaaReport report;
  report.minute_utc = *minute;
  const auto [direction, speed, sky] = std::array{(*n)[7], (*n)[8], (*n)[9]};
  if (direction != kLiteMissing) report.direction_deg = direction;
  if (speed != kLiteMissing) report.speed_dm_s = speed;
  report.calm = speed == 0;
  if (sky >= 0 && sky <= kMostNoaaOktas) report.total_oktas = sky;
  return report;
}

NoaaReports from_lines(const std::vector<std::string_view>& lines, const Location& where, bool lite) {
  NoaaReports reports{{}, lite ? std::nullopt : isd_place(lines.front()), lite ? "ISD-Lite" : "ISD"};
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int line = static_cast<int>(i) + 1;
    if (trimmed(lines[i]).empty()) continue;
    if (lite ? !is_lite(lines[i]) : !is_isd(lines[i])) damaged(where, line, reports.format);
    auto report = lite ? lite_report(lines[i]) : isd_report(lines[i]);
    if (!report) continue;
    report->line = line;
    reports.all.push_back(*report);
  }
  return reports;
}

}  // namespace

std::optional<NoaaReports> noaa_reports_of_lines(std::string_view text, const Location& where) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return std::nullopt;
  if (is_isd(lines.front())) return from_lines(lines, where, false);
  if (is_lite(lines.front())) return from_lines(lines, where, true);
  return std::nullopt;
}

}  // namespace sise
