#include "app/progress_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sise::app {

std::optional<double> seconds_left(double fraction, double elapsed_s) {
  // A twentieth of the work and two seconds: what comes before is mostly reading.
  constexpr double kLeastFraction = 0.05;
  constexpr double kLeastSeconds = 2.0;
  if (fraction < kLeastFraction || elapsed_s < kLeastSeconds) return std::nullopt;
  return elapsed_s * (1.0 - std::min(fraction, 1.0)) / fraction;
}

std::string time_left_words(std::optional<double> seconds, Language language) {
  if (!seconds) return {};
  const bool zh = language == Language::zh;
  constexpr double kStep_s = 10.0;
  constexpr double kMinute_s = 60.0;
  constexpr double kFewMinutes_s = 100.0;
  if (*seconds < kStep_s) return zh ? "还需数秒" : "a few seconds left";
  if (*seconds < kFewMinutes_s) {
    return fmt::format(fmt::runtime(zh ? "约剩 {:.0f} 秒" : "about {:.0f} s left"),
                       std::ceil(*seconds / kStep_s) * kStep_s);
  }
  return fmt::format(fmt::runtime(zh ? "约剩 {:.0f} 分钟" : "about {:.0f} min left"), std::ceil(*seconds / kMinute_s));
}

std::string progress_line(const std::string& stage, double fraction, double elapsed_s, Language language) {
  if (fraction <= 0.0) {
    return fmt::format(fmt::runtime(language == Language::zh ? "{}, 已用 {:.0f} 秒" : "{}, {:.0f} s"), stage,
                       elapsed_s);
  }
  const std::string left = time_left_words(seconds_left(fraction, elapsed_s), language);
  return fmt::format("{} {:.1f} %{}{}", stage, 100.0 * fraction, left.empty() ? "" : ", ", left);
}

}  // namespace sise::app
