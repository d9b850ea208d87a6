#include "gis_io/read/tables/station_clock.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "gis_io/read/tables/station_columns.hpp"

namespace sise {

StationClock::StationClock(FieldMap& fields, const FeatureTable& table, const LayerConfig& config,
                           std::optional<double> utc_offset_h, Problems& problems)
    : fields_(fields), utc_offset_h_(utc_offset_h), problems_(problems) {
  check_heading(table, config);
}

void StationClock::check_heading(const FeatureTable& table, const LayerConfig& config) {
  const auto mapped = config.fields.find("time");
  const auto named = mapped == config.fields.end() ? std::nullopt : clock_of_heading(mapped->second);
  if (!named) return;
  if (!utc_offset_h_) utc_offset_h_ = named;
  if (*utc_offset_h_ == *named) return;
  Location where = table.where;
  where.field = mapped->second;
  problems_.error("clock_differs",
                  {fmt::format("the column says UTC{:+g}, station.utc_offset_h says {:+g}", *named, *utc_offset_h_),
                   fmt::format("列名标明为 UTC{:+g}, 而 station.utc_offset_h 为 {:+g}", *named, *utc_offset_h_)},
                  where,
                  {"Correct station.utc_offset_h, or rename the column", "请改正 station.utc_offset_h, 或更改列名"});
}

std::optional<ClockMinute> StationClock::time_of(const FeatureRow& row) {
  const std::optional<WrittenTime> written = fields_.has("time") ? time_in_one(row) : time_in_parts(row);
  std::optional<ClockMinute> minute;
  if (written && written->has_hour) minute = clock_minute(written->date);
  if (!minute) {
    const char* field = fields_.has("time") ? "time" : "hour";
    const std::string text = fields_.text(row, field).value_or("");
    problems_.error("bad_time", {"'" + text + "' is no date with an hour", "'" + text + "' 不是带小时的日期"},
                    fields_.at(row, field),
                    {"Write it as 2023-07-01 08:00, or in columns year, month, day and hour",
                     "请写成 2023-07-01 08:00, 或分为年、月、日、时四列"});
    return std::nullopt;
  }
  if (!written->utc_offset_h) return minute;
  if (!utc_offset_h_) utc_offset_h_ = written->utc_offset_h;
  return *minute + std::lround((*utc_offset_h_ - *written->utc_offset_h) * 60.0);
}

std::optional<WrittenTime> StationClock::time_in_one(const FeatureRow& row) {
  const auto text = fields_.text(row, "time");
  std::optional<WrittenTime> written = text ? written_time(*text) : std::nullopt;
  if (written && !written->has_hour && fields_.has("hour")) add_hour(row, *written);
  return written;
}

std::optional<WrittenTime> StationClock::time_in_parts(const FeatureRow& row) {
  WrittenTime written;
  const std::array<std::pair<const char*, int*>, 3> parts{
      {{"year", &written.date.year}, {"month", &written.date.month}, {"day", &written.date.day}}};
  for (const auto& [name, into] : parts) {
    const auto value = fields_.number(row, name);
    if (!value || *value != std::floor(*value) || std::abs(*value) > 9999.0) return std::nullopt;
    *into = static_cast<int>(*value);
  }
  add_hour(row, written);
  return written;
}

void StationClock::add_hour(const FeatureRow& row, WrittenTime& written) {
  const auto text = fields_.text(row, "hour");
  if (!text) return;
  const auto time = written_time("2000-01-01 " + *text);  // "8", "08:00", "8时"
  if (!time || !time->has_hour) return;
  written.date.hour = time->date.hour;
  written.date.minute = time->date.minute;
  written.has_hour = true;
}

}  // namespace sise
