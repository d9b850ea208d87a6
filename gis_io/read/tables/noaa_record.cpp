#include "gis_io/read/tables/noaa_record.hpp"

#include <cpl_vsi.h>
#include <fmt/format.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "gis_io/environment.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/tables/noaa_report.hpp"

namespace sise {
namespace {

constexpr std::int64_t kHour_min = 60;

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

std::int64_t nearest_hour(std::int64_t minute) {
  const std::int64_t half = kHour_min / 2;
  const std::int64_t shifted = minute + half;
  return (shifted >= 0 ? shifted / kHour_min : (shifted - kHour_min + 1) / kHour_min) * kHour_min;
}

/// Of two reports for one hour: the nearer to it, then the one with clouds, then the earlier line.
bool goes_before(const NoaaReport& a, const NoaaReport& b, std::int64_t hour) {
  const auto rank = [&](const NoaaReport& r) {
    return std::tuple(!r.speed_dm_s.has_value(), std::abs(r.minute_utc - hour), !r.low_oktas.has_value(), r.line);
  };
  return rank(a) < rank(b);
}

FeatureRow row_of(const NoaaReport& report, std::int64_t hour) {
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
  auto reports = noaa_reports_of_lines(text, where);
  if (!reports) reports = noaa_reports_of_csv(text, where);
  if (!reports) return std::nullopt;
  std::map<std::int64_t, const NoaaReport*> hours;
  for (const NoaaReport& report : reports->all) {
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
