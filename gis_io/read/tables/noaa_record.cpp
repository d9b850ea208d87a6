#include "gis_io/read/tables/noaa_record.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "gis_io/environment.hpp"
#include "gis_io/read/layers/csv.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr int kMissingDirection = 999;
constexpr int kMissingSpeed = 9999;
constexpr int kMostOktas = 9;  ///< 9: the sky cannot be seen; codes above are older words for parts of the sky
constexpr std::int64_t kHour_min = 60;

/// One report, in the archive's own units.
struct Report {
  int line = 0;
  std::int64_t minute_utc = 0;  ///< since 1970
  std::optional<int> direction_deg;
  bool calm = false;
  bool variable = false;
  std::optional<int> speed_dm_s;  ///< tenths of a metre per second
  std::optional<int> total_oktas;
  std::optional<int> low_oktas;
};

std::optional<int> whole(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  if (text.starts_with('+')) text.remove_prefix(1);
  int value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || stop != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::int64_t> minute_of(int year, int month, int day, int hour, int minute) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  const bool clock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
  if (year < 1800 || month < 1 || day < 1 || !date.ok() || !clock) return std::nullopt;
  return sys_days{date}.time_since_epoch().count() * 24 * kHour_min + hour * kHour_min + minute;
}

std::string date_text(std::int64_t minute) {
  using namespace std::chrono;
  const std::int64_t day_min = 24 * kHour_min;
  const std::int64_t day = (minute >= 0 ? minute : minute - day_min + 1) / day_min;
  const year_month_day date{sys_days{days{day}}};
  const std::int64_t of_day = minute - day * day_min;
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), of_day / kHour_min,
                     of_day % kHour_min);
}

bool is_trusted(char quality) { return std::string_view("2367").find(quality) == std::string_view::npos; }

std::optional<int> oktas(std::string_view code, char quality) {
  const auto value = whole(code);
  return value && *value >= 0 && *value <= kMostOktas && is_trusted(quality) ? value : std::nullopt;
}

/// The wind of the mandatory section: direction, its quality, the type of observation, speed, its quality.
bool read_wind(std::string_view direction, char direction_quality, char type, std::string_view speed,
               char speed_quality, Report& report) {
  const auto from = whole(direction);
  const auto blows = whole(speed);
  if (!from || !blows) return false;
  if (*blows != kMissingSpeed && is_trusted(speed_quality)) report.speed_dm_s = *blows;
  if (*from != kMissingDirection && is_trusted(direction_quality)) report.direction_deg = *from;
  report.variable = type == 'V';
  // "9" beside a speed of 0 is a calm, says the format.
  report.calm = type == 'C' || (type == '9' && report.speed_dm_s == 0);
  return true;
}

/// Sky conditions of the additional section: GF1 the observer's amounts, GA1..GA6 the layers of an automatic report.
void read_sky(std::string_view additional, Report& report) {
  constexpr std::size_t kAmounts = 8;
  if (const std::size_t at = additional.find("GF1"); at != std::string_view::npos) {
    const std::string_view field = additional.substr(at + 3, kAmounts);
    if (field.size() == kAmounts) {
      report.total_oktas = oktas(field.substr(0, 2), field[4]);
      report.low_oktas = oktas(field.substr(5, 2), field[7]);
    }
  }
  if (report.total_oktas) return;
  for (char layer = '1'; layer <= '6'; ++layer) {
    const std::size_t at = additional.find(std::string("GA") + layer);
    if (at == std::string_view::npos || at + 6 > additional.size()) continue;
    const auto amount = oktas(additional.substr(at + 3, 2), additional[at + 5]);
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

// --- ISD: fixed positions, 0-based ------------------------------------------------------------------------------------

constexpr std::size_t kIsdShortest = 105;

bool is_isd(std::string_view line) {
  return line.size() >= kIsdShortest && all_digits(line.substr(0, 4)) && all_digits(line.substr(15, 12)) &&
         (line[28] == '+' || line[28] == '-') && (line[34] == '+' || line[34] == '-');
}

std::optional<Report> isd_report(std::string_view line) {
  const std::string_view kind = line.substr(41, 5);
  if (kind.starts_with("SOD") || kind.starts_with("SOM")) return std::nullopt;  // summaries of a day or month
  const auto minute = minute_of(*whole(line.substr(15, 4)), *whole(line.substr(19, 2)), *whole(line.substr(21, 2)),
                                *whole(line.substr(23, 2)), *whole(line.substr(25, 2)));
  Report report;
  if (!minute || !read_wind(line.substr(60, 3), line[63], line[64], line.substr(65, 4), line[69], report))
    return std::nullopt;
  report.minute_utc = *minute;
  read_sky(line.substr(kIsdShortest), report);
  return report;
}

std::optional<StationPlace> isd_place(std::string_view line) {
  const auto latitude = whole(line.substr(28, 6));
  const auto longitude = whole(line.substr(34, 7));
  constexpr int kMissingLatitude = 99999;
  if (!latitude || !longitude || *latitude == kMissingLatitude) return std::nullopt;
  return StationPlace{*latitude / 1000.0, *longitude / 1000.0};
}

// --- ISD-Lite: twelve whole numbers -----------------------------------------------------------------------------------

constexpr std::size_t kLiteColumns = 12;
constexpr int kLiteMissing = -9999;

std::optional<std::array<int, kLiteColumns>> lite_numbers(std::string_view line) {
  std::array<int, kLiteColumns> numbers{};
  std::size_t count = 0;
  while (!line.empty()) {
    const std::size_t begin = line.find_first_not_of(' ');
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(line.find(' ', begin), line.size());
    const auto value = whole(line.substr(begin, end - begin));
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

std::optional<Report> lite_report(std::string_view line) {
  const auto n = lite_numbers(line);
  const auto minute = n ? minute_of((*n)[0], (*n)[1], (*n)[2], (*n)[3], 0) : std::nullopt;
  if (!minute) return std::nullopt;
  Report report;
  report.minute_utc = *minute;
  const auto [direction, speed, sky] = std::array{(*n)[7], (*n)[8], (*n)[9]};
  if (direction != kLiteMissing) report.direction_deg = direction;
  if (speed != kLiteMissing) report.speed_dm_s = speed;
  report.calm = speed == 0;
  if (sky >= 0 && sky <= kMostOktas) report.total_oktas = sky;
  return report;
}

// --- global-hourly CSV ------------------------------------------------------------------------------------------------

std::vector<std::string> parts_of(const std::string& text) {
  std::vector<std::string> parts;
  std::size_t from = 0;
  for (std::size_t comma = text.find(','); comma != std::string::npos; comma = text.find(',', from)) {
    parts.push_back(text.substr(from, comma - from));
    from = comma + 1;
  }
  parts.push_back(text.substr(from));
  return parts;
}

class HourlyCsv {
 public:
  explicit HourlyCsv(const std::vector<std::string>& header) {
    for (std::size_t i = 0; i < header.size(); ++i) places_[header[i]] = i;
  }
  [[nodiscard]] static bool is_one(std::string_view first_line) {
    return first_line.find("\"WND\"") != std::string_view::npos || first_line.find(",WND,") != std::string_view::npos;
  }

  [[nodiscard]] std::optional<Report> report(const CsvRecord& record) const {
    const std::string kind = trimmed(cell(record, "REPORT_TYPE"));
    if (kind.starts_with("SOD") || kind.starts_with("SOM")) return std::nullopt;
    const auto wind = parts_of(cell(record, "WND"));
    const std::string date = cell(record, "DATE");  // 2023-01-01T00:00:00
    constexpr std::size_t kToMinutes = 16;
    constexpr std::size_t kWindParts = 5;
    if (date.size() < kToMinutes || wind.size() != kWindParts || wind[1].empty() || wind[2].empty() || wind[4].empty())
      return std::nullopt;
    const std::string_view d = date;
    const std::array parts{whole(d.substr(0, 4)), whole(d.substr(5, 2)), whole(d.substr(8, 2)), whole(d.substr(11, 2)),
                           whole(d.substr(14, 2))};
    if (!std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part.has_value(); }))
      return std::nullopt;
    const auto minute = minute_of(*parts[0], *parts[1], *parts[2], *parts[3], *parts[4]);
    Report report;
    if (!minute || !read_wind(wind[0], wind[1][0], wind[2][0], wind[3], wind[4][0], report)) return std::nullopt;
    report.minute_utc = *minute;
    read_clouds(record, report);
    return report;
  }

  [[nodiscard]] std::optional<StationPlace> place(const CsvRecord& record) const {
    const auto number = [](const std::string& text) {
      double value = 0.0;
      const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
      return error == std::errc() && !text.empty() ? std::optional(value) : std::nullopt;
    };
    const auto latitude = number(cell(record, "LATITUDE"));
    const auto longitude = number(cell(record, "LONGITUDE"));
    if (!latitude || !longitude) return std::nullopt;
    return StationPlace{*latitude, *longitude};
  }

 private:
  [[nodiscard]] std::string cell(const CsvRecord& record, const std::string& name) const {
    const auto at = places_.find(name);
    return at == places_.end() || at->second >= record.fields.size() ? std::string() : record.fields[at->second];
  }

  void read_clouds(const CsvRecord& record, Report& report) const {
    const auto amounts = parts_of(cell(record, "GF1"));  // total, opaque, quality, lowest, quality ...
    constexpr std::size_t kFewest = 5;
    if (amounts.size() >= kFewest && !amounts[2].empty() && !amounts[4].empty()) {
      report.total_oktas = oktas(amounts[0], amounts[2][0]);
      report.low_oktas = oktas(amounts[3], amounts[4][0]);
    }
    for (char layer = '1'; layer <= '6' && amounts.size() < kFewest; ++layer) {
      const auto parts = parts_of(cell(record, std::string("GA") + layer));
      if (parts.size() < 2 || parts[1].empty()) continue;
      if (const auto amount = oktas(parts[0], parts[1][0]))
        report.total_oktas = std::max(report.total_oktas.value_or(0), *amount);
    }
  }

  std::map<std::string, std::size_t> places_;
};

// ----------------------------------------------------------------------------------------------------------------------

struct Reports {
  std::vector<Report> all;
  std::optional<StationPlace> place;
  std::string format;
};

std::string bytes_of(const LayerConfig& config, const Location& where) {
  std::string bytes = read_bytes(config.source, where);
  if (!bytes.starts_with("\x1F\x8B")) return bytes;
  initialise_gis();
  constexpr GIntBig kLargest = 1LL << 30;
  GByte* unpacked = nullptr;
  vsi_l_offset size = 0;
  const std::string path = "/vsigzip/" + std::filesystem::absolute(config.source).string();
  if (VSIIngestFile(nullptr, path.c_str(), &unpacked, &size, kLargest) == FALSE) return {};
  const std::unique_ptr<GByte, void (*)(void*)> owned(unpacked, VSIFree);
  return {reinterpret_cast<const char*>(unpacked), static_cast<std::size_t>(size)};
}

Reports from_lines(const std::vector<std::string_view>& lines, const Location& where, bool lite) {
  Reports reports{{}, lite ? std::nullopt : isd_place(lines.front()), lite ? "ISD-Lite" : "ISD"};
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

Reports from_csv(std::string_view text, const Location& where) {
  const std::vector<CsvRecord> records = parse_csv(text, ',', where);
  const HourlyCsv csv(records.front().fields);
  Reports reports{{}, records.size() > 1 ? csv.place(records[1]) : std::nullopt, "NOAA global-hourly"};
  for (auto record = records.begin() + 1; record != records.end(); ++record) {
    auto report = csv.report(*record);
    if (!report) continue;
    report->line = record->line;
    reports.all.push_back(*report);
  }
  return reports;
}

std::optional<Reports> reports_of(std::string_view text, const Location& where) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (lines.empty()) return std::nullopt;
  if (is_isd(lines.front())) return from_lines(lines, where, false);
  if (is_lite(lines.front())) return from_lines(lines, where, true);
  if (HourlyCsv::is_one(lines.front())) return from_csv(text, where);
  return std::nullopt;
}

std::int64_t nearest_hour(std::int64_t minute) {
  const std::int64_t half = kHour_min / 2;
  const std::int64_t shifted = minute + half;
  return (shifted >= 0 ? shifted / kHour_min : (shifted - kHour_min + 1) / kHour_min) * kHour_min;
}

/// Of two reports for one hour: the nearer to it, then the one with clouds, then the earlier line.
bool goes_before(const Report& a, const Report& b, std::int64_t hour) {
  const auto rank = [&](const Report& r) {
    return std::tuple(!r.speed_dm_s.has_value(), std::abs(r.minute_utc - hour), !r.low_oktas.has_value(), r.line);
  };
  return rank(a) < rank(b);
}

FeatureRow row_of(const Report& report, std::int64_t hour) {
  FeatureRow row;
  row.line = report.line;
  const auto number = [](const std::optional<int>& value) { return value ? Cell(std::int64_t{*value}) : Cell(); };
  Cell direction = number(report.direction_deg);
  if (report.variable) direction = std::string("VRB");
  if (report.calm) direction = std::string("CALM");
  constexpr double kTenths = 10.0;
  row.cells = {date_text(hour), std::move(direction), report.speed_dm_s ? Cell(*report.speed_dm_s / kTenths) : Cell(),
               number(report.total_oktas), number(report.low_oktas)};
  return row;
}

}  // namespace

std::optional<NoaaRecord> read_noaa_record(const LayerConfig& config) {
  if (is_connection(config.source_text) || std::filesystem::is_directory(config.source)) return std::nullopt;
  Location where;
  where.file = config.source_text;
  const std::string text = bytes_of(config, where);
  const auto reports = reports_of(text, where);
  if (!reports) return std::nullopt;
  std::map<std::int64_t, const Report*> hours;
  for (const Report& report : reports->all) {
    const std::int64_t hour = nearest_hour(report.minute_utc);
    const auto [it, fresh] = hours.try_emplace(hour, &report);
    if (!fresh && goes_before(report, *it->second, hour)) it->second = &report;
  }
  NoaaRecord record;
  record.place = reports->place;
  record.table.where = where;
  record.table.columns = {"time(UTC)", "wind_from_deg", "wind_speed_m_s", "total_cloud", "low_cloud"};
  for (const auto& [hour, report] : hours) record.table.rows.push_back(row_of(*report, hour));
  const std::size_t others = reports->all.size() - hours.size();
  record.summary = {
      fmt::format("read as {}: times in UTC, clouds in oktas; {} hours, {} further reports within them left out",
                  reports->format, hours.size(), others),
      fmt::format("按 {} 格式读取: 时间为世界时, 云量为八分量; {} 个时次, 同一时次的其余 {} 份报告未采用",
                  reports->format, hours.size(), others)};
  return record;
}

}  // namespace sise
