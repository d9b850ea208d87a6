// The global-hourly CSV: the fields of ISD under the names of its header.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "gis_io/read/layers/csv.hpp"
#include "gis_io/read/tables/noaa_report.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

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

  [[nodiscard]] std::optional<NoaaReport> report(const CsvRecord& record) const {
    const std::string kind = trimmed(cell(record, "REPORT_TYPE"));
    if (kind.starts_with("SOD") || kind.starts_with("SOM")) return std::nullopt;
    const auto wind = parts_of(cell(record, "WND"));
    const std::string date = cell(record, "DATE");  // 2023-01-01T00:00:00
    constexpr std::size_t kToMinutes = 16;
    constexpr std::size_t kWindParts = 5;
    if (date.size() < kToMinutes || wind.size() != kWindParts || wind[1].empty() || wind[2].empty() || wind[4].empty())
      return std::nullopt;
    const std::string_view d = date;
    const std::array parts{whole_number(d.substr(0, 4)), whole_number(d.substr(5, 2)), whole_number(d.substr(8, 2)),
                           whole_number(d.substr(11, 2)), whole_number(d.substr(14, 2))};
    if (!std::all_of(parts.begin(), parts.end(), [](const auto& part) { return part.has_value(); }))
      return std::nullopt;
    const auto minute = noaa_minute(*parts[0], *parts[1], *parts[2], *parts[3], *parts[4]);
    NoaaReport report;
    if (!minute || !read_noaa_wind(wind[0], wind[1][0], wind[2][0], wind[3], wind[4][0], report)) return std::nullopt;
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

  void read_clouds(const CsvRecord& record, NoaaReport& report) const {
    const auto amounts = parts_of(cell(record, "GF1"));  // total, opaque, quality, lowest, quality ...
    constexpr std::size_t kFewest = 5;
    if (amounts.size() >= kFewest && !amounts[2].empty() && !amounts[4].empty()) {
      report.total_oktas = noaa_oktas(amounts[0], amounts[2][0]);
      report.low_oktas = noaa_oktas(amounts[3], amounts[4][0]);
    }
    for (char layer = '1'; layer <= '6' && amounts.size() < kFewest; ++layer) {
      const auto parts = parts_of(cell(record, std::string("GA") + layer));
      if (parts.size() < 2 || parts[1].empty()) continue;
      if (const auto amount = noaa_oktas(parts[0], parts[1][0]))
        report.total_oktas = std::max(report.total_oktas.value_or(0), *amount);
    }
  }

  std::map<std::string, std::size_t> places_;
};

}  // namespace

std::optional<NoaaReports> noaa_reports_of_csv(std::string_view text, const Location& where) {
  if (!HourlyCsv::is_one(text.substr(0, text.find('\n')))) return std::nullopt;
  const std::vector<CsvRecord> records = parse_csv(text, ',', where);
  const HourlyCsv csv(records.front().fields);
  NoaaReports reports{{}, records.size() > 1 ? csv.place(records[1]) : std::nullopt, "NOAA global-hourly"};
  for (auto record = records.begin() + 1; record != records.end(); ++record) {
    auto report = csv.report(*record);
    if (!report) continue;
    report->line = record->line;
    reports.all.push_back(*report);
  }
  return reports;
}

}  // namespace sise
