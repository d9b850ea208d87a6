// Dates as spreadsheets keep them: a number of days.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace sise {

/// Whether a number format shows a date or a time of day: it has y, m, d, h or s outside quotes, brackets and escapes.
[[nodiscard]] bool is_date_format(std::string_view format);

/// "2023-01-01" for whole days, else "2023-01-01T08:00:00" to the nearest second; below 1 day "08:00:00". Day 1 is
/// 1900-01-01 (with the day 1900-02-29 that never was), or day 0 is 1904-01-01. nullopt for negative numbers and beyond
/// the year 9999.
[[nodiscard]] std::optional<std::string> date_of_serial(double serial, bool from_1904);

}  // namespace sise
