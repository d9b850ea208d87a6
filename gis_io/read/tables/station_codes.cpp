#include "gis_io/read/tables/station_codes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>

namespace sise {

namespace {

/// 9999, -99999, 999.99: a number that nines alone make, four or more.
bool is_all_nines(double value) {
  constexpr std::size_t kFewest = 4;
  std::string digits = fmt::format("{}", std::abs(value));
  std::erase(digits, '.');
  return digits.size() >= kFewest && digits.find_first_not_of('9') == std::string::npos;
}

template <std::size_t N>
bool is_one_of(double value, const std::array<double, N>& codes) {
  return std::find(codes.begin(), codes.end(), value) != codes.end();
}

}  // namespace

bool is_missing_text(std::string_view text, const MissingCodes& more) {
  constexpr std::array<std::string_view, 18> kTexts{"-",    "--", "/", "//", "///", "NA",  "N/A",  "NULL", "null",
                                                    "缺测", "缺", "M", "m",  "NaN", "nan", "None", "*",    "****"};
  return std::find(kTexts.begin(), kTexts.end(), text) != kTexts.end() ||
         std::find(more.texts.begin(), more.texts.end(), text) != more.texts.end();
}

bool is_missing_number(double value, Sign sign, const MissingCodes& more) {
  constexpr std::array<double, 6> kCodes{999998.0, 999.0, 999.9, 32744.0, 32766.0, -999.0};
  constexpr std::array<double, 5> kNegative{-9.0, -99.0, -9.9, -99.9, -999.9};
  return is_all_nines(value) || is_one_of(value, kCodes) || (sign == Sign::positive && is_one_of(value, kNegative)) ||
         std::find(more.numbers.begin(), more.numbers.end(), value) != more.numbers.end();
}

bool is_missing_cloud(double value, CloudUnit unit) {
  constexpr double kCode = 99.0;
  return value == kCode && scale_of(unit).full < kCode;
}

CloudScale scale_of(CloudUnit unit) {
  if (unit == CloudUnit::oktas) return {8.0, 9.0, "oktas"};
  if (unit == CloudUnit::percent) return {100.0, 100.0, "percent"};
  return {10.0, 10.0, "tenths"};
}

int cloud_tenths(double value, CloudUnit unit) {
  constexpr int kOvercast = 10;
  return std::min(kOvercast, static_cast<int>(std::lround(value * kOvercast / scale_of(unit).full)));
}

}  // namespace sise
