// What station records write where nothing was measured, and their scales of cloud.
#pragma once
#include <string_view>
#include <vector>

namespace sise {

enum class CloudUnit { tenths, oktas, percent };

/// "-", "/", "NA", "缺测" and the like.
[[nodiscard]] bool is_missing_text(std::string_view text);

/// Codes of Chinese surface archives, of NOAA's hourly files and of common practice, and `more`.
[[nodiscard]] bool is_missing_number(double value, const std::vector<double>& more);

/// 99 in tenths or oktas, where no sky has so many.
[[nodiscard]] bool is_missing_cloud(double value, CloudUnit unit);

/// A wind direction in Chinese surface archives: no wind.
inline constexpr double kCalmDirectionCode = 999017.0;

struct CloudScale {
  double full = 10.0;
  double largest = 10.0;  ///< 9 oktas: the sky cannot be seen
  std::string_view name;
};
[[nodiscard]] CloudScale scale_of(CloudUnit unit);

/// Whole tenths, at most ten.
[[nodiscard]] int cloud_tenths(double value, CloudUnit unit);

}  // namespace sise
