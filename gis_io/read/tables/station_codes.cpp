#include "gis_io/read/tables/station_codes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sise {

bool is_missing_text(std::string_view text) {
  constexpr std::array<std::string_view, 11> kTexts{"-",   "--",   "/",    "//", "///", "NA",
                                                    "N/A", "NULL", "缺测", "缺", "null"};
  return std::find(kTexts.begin(), kTexts.end(), text) != kTexts.end();
}

bool is_missing_number(double value, const std::vector<double>& more) {
  constexpr std::array<double, 10> kCodes{999999.0, 999998.0, 99999.0, 9999.0, 999.0,
                                          999.9,    32744.0,  32766.0, -999.0, -9999.0};
  return std::find(kCodes.begin(), kCodes.end(), value) != kCodes.end() ||
         std::find(more.begin(), more.end(), value) != more.end();
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
