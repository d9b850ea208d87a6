// What station records write where nothing was measured, and their scales of cloud.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sise {

enum class CloudUnit { tenths, oktas, percent };

/// What a user's record writes beyond the common codes.
struct MissingCodes {
  std::vector<double> numbers;
  std::vector<std::string> texts;
};

/// "-", "/", "NA", "M", "缺测" and the like, and `more`.
[[nodiscard]] bool is_missing_text(std::string_view text, const MissingCodes& more);

/// Whether a number may be negative where it was measured: a length of Obukhov may, wind and cloud may not.
enum class Sign { positive, any };

/// Codes of Chinese surface archives, of NOAA's hourly files (999, 9999, 99999), of AERMET (-9, -99, -999, -9999,
/// -99999) and of common practice, every number of four nines and more, and `more`.
[[nodiscard]] bool is_missing_number(double value, Sign sign, const MissingCodes& more);

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
