#include "models/atmosphere/radiation_scheme.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::array<double, 4> kElevationEnds_deg{0.0, 15.0, 35.0, 65.0};  // night, then four heights of the sun
constexpr std::array<double, 4> kWindEnds_m_s{2.0, 3.0, 5.0, 6.0};

// Columns: night, sun up to 15, 35, 65 degrees, higher. Rows by total and low cloud.
using ElevationRow = std::array<int, 5>;
constexpr ElevationRow kClear{-2, -1, 1, 2, 3};        // total up to 4
constexpr ElevationRow kHalf{-1, 0, 1, 2, 3};          // total 5 to 7, low up to 4
constexpr ElevationRow kHighOvercast{-1, 0, 0, 1, 1};  // total from 8, low up to 4
constexpr ElevationRow kBroken{0, 0, 0, 0, 1};         // total from 5, low 5 to 7
constexpr ElevationRow kOvercast{0, 0, 0, 0, 0};       // total and low from 8

const ElevationRow& row_of(int total, int low) {
  if (total <= 4) return kClear;
  if (low >= 8) return kOvercast;
  if (low >= 5) return kBroken;
  return total <= 7 ? kHalf : kHighOvercast;
}

// Columns: radiation class 3, 2, 1, 0, -1, -2. Rows by wind.
using Classes = std::array<Stability, 6>;
constexpr std::array<Classes, 5> kStability{{
    {Stability::A, Stability::AB, Stability::B, Stability::D, Stability::E, Stability::F},
    {Stability::AB, Stability::B, Stability::C, Stability::D, Stability::E, Stability::F},
    {Stability::B, Stability::BC, Stability::C, Stability::D, Stability::D, Stability::E},
    {Stability::C, Stability::CD, Stability::D, Stability::D, Stability::D, Stability::D},
    {Stability::D, Stability::D, Stability::D, Stability::D, Stability::D, Stability::D},
}};

void check(const SkyState& sky) {
  const int total = sky.total_cloud_tenths;
  const int low = sky.low_cloud_tenths;
  if (0 <= low && low <= total && total <= 10) return;
  throw ModelError(
      "cloud_out_of_range",
      {fmt::format("clouds of {} tenths, {} of them low: they must be 0 to 10, low at most total", total, low),
       fmt::format("总云量 {} 成, 低云量 {} 成: 应为 0 至 10 成, 且低云量不大于总云量", total, low)});
}

}  // namespace

int gbt13201_radiation_class(const SkyState& sky) {
  check(sky);
  const auto* const end =
      std::lower_bound(kElevationEnds_deg.begin(), kElevationEnds_deg.end(), sky.solar_elevation_deg);
  return row_of(sky.total_cloud_tenths, sky.low_cloud_tenths)
      .at(static_cast<std::size_t>(end - kElevationEnds_deg.begin()));
}

Stability gbt13201_stability(double wind_10m_m_s, int radiation_class) {
  if (!(wind_10m_m_s >= 0.0) || radiation_class < -2 || radiation_class > 3) {
    throw ModelError(
        "parameter_out_of_range",
        {fmt::format("a wind of {} m/s with radiation class {}: the wind is not negative, the class -2 to 3",
                     wind_10m_m_s, radiation_class),
         fmt::format("风速 {} m/s, 辐射等级 {}: 风速不得为负, 等级为 -2 至 3", wind_10m_m_s, radiation_class)});
  }
  const auto* const wind = std::upper_bound(kWindEnds_m_s.begin(), kWindEnds_m_s.end(), wind_10m_m_s);
  return kStability.at(static_cast<std::size_t>(wind - kWindEnds_m_s.begin()))
      .at(static_cast<std::size_t>(3 - radiation_class));
}

}  // namespace sise
