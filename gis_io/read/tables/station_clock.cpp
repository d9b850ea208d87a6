#include "gis_io/read/tables/station_clock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

#include "gis_io/read/layers/serial_date.hpp"
#include "gis_io/read/tables/station_columns.hpp"

namespace sise {

StationClock::StationClock(FieldMap& fields, const FeatureTable& table, const LayerConfig& config,
                           std::optional<double> utc_offset_h, Problems& problems)
    : fields_(fields), table_(table), utc_offset_h_(utc_offset_h), problems_(problems) {
  check_heading(table, config);
  if (!table.is_sheet || !fields.has("time")) return;
  const auto mapped = config.fields.find("time");
  const auto columns = table.columns_named(mapped == config.fields.end() ? "time" : mapped->second);
  if (columns.empty()) return;
  time_column_ = columns.front();
  dates_have_hours_ = std::any_of(table.rows.begin(), table.rows.end(), [&](const FeatureRow& row) {
    const auto text = time_text(row);
    return text && text->find(':') != std::string::npos;
  });
}

/// Of a sheet, a number is a date too, whatever its cell shows.
std::optional<std::string> StationClock::time_text(const FeatureRow& row) {
  constexpr double kFirst = 1.0;
  constexpr double kLast = 100000.0;  // the year 2173; 20230101 is a date written out
  if (time_column_) {
    const auto* serial = std::get_if<double>(&row.cells.at(*time_column_));
    if (serial != nullptr && *serial >= kFirst && *serial < kLast) {
      return date_of_serial(*serial, table_.dates_from_1904);
    }
  }
  return fields_.text(row, "time");
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
  constexpr int kFirstYear = 1800;
  constexpr int kLastYear = 2200;
  if (minute && (written->date.year < kFirstYear || written->date.year > kLastYear)) minute.reset();
  if (!minute) {
    tell_bad_time(row, written);
    return std::nullopt;
  }
  if (!written->utc_offset_h) return minute;
  if (!utc_offset_h_) utc_offset_h_ = written->utc_offset_h;
  return *minute + std::lround((*utc_offset_h_ - *written->utc_offset_h) * 60.0);
}

void StationClock::tell_bad_time(const FeatureRow& row, const std::optional<WrittenTime>& written) {
  constexpr int kCentury = 100;
  if (!fields_.has("time") && written && written->date.year >= 0 && written->date.year < kCentury) {
    problems_.error("two_digit_year",
                    {fmt::format("'{}' is a year of two digits", written->date.year),
                     fmt::format("'{}' 是两位数年份", written->date.year)},
                    fields_.at(row, "year"), {"Write four digits: 1923 or 2023", "请写四位数年份"});
    return;
  }
  const char* field = fields_.has("time") ? "time" : "hour";
  const std::string text = fields_.text(row, field).value_or("");
  problems_.error("bad_time", {"'" + text + "' is no date with an hour", "'" + text + "' 不是带小时的日期"},
                  fields_.at(row, field),
                  {"Write it as 2023-07-01 08:00, or in columns year, month, day and hour; years have four digits",
                   "请写成 2023-07-01 08:00, 或分为年、月、日、时四列; 年份为四位数"});
}

std::optional<WrittenTime> StationClock::time_in_one(const FeatureRow& row) {
  const auto text = time_text(row);
  std::optional<WrittenTime> written = text ? written_time(*text) : std::nullopt;
  if (written && !written->has_hour && dates_have_hours_ && !fields_.has("hour")) written->has_hour = true;
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
