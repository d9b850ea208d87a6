#include "core/zones/indoor_share.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace sise {
namespace {

constexpr double kStep = std::numbers::ln10 / 64.0;
constexpr double kShortest_s = 1.0;
constexpr double kLongest_s = 30.0 * 86400.0;
constexpr double kUsual_s = 3600.0;

}  // namespace

IndoorShare::IndoorShare(const LoadRule& rule, const Room& room) : rule_(rule), room_(room) {
  const double node_s = std::clamp(room.leave_after_s.value_or(kUsual_s), kShortest_s, kLongest_s);
  const double before = std::floor(std::log(node_s / kShortest_s) / kStep);
  const double after = std::floor(std::log(kLongest_s / node_s) / kStep);
  ln_first_s_ = std::log(node_s) - before * kStep;
  for (double i = 0.0; i <= before + after; i += 1.0) {
    ln_share_.push_back(std::log(computed(std::exp(ln_first_s_ + i * kStep))));
  }
}

double IndoorShare::computed(double duration_s) const { return indoor_equivalent({1.0, duration_s}, rule_, room_); }

double IndoorShare::of(double duration_s) const {
  const double along = (std::log(duration_s) - ln_first_s_) / kStep;
  const auto last = static_cast<double>(ln_share_.size() - 1);
  if (!(along >= 0.0 && along < last)) return computed(duration_s);
  const auto i = static_cast<std::size_t>(along);
  return std::exp(std::lerp(ln_share_[i], ln_share_[i + 1], along - std::floor(along)));
}

double indoors(const CloudAtHouse& cloud, double threshold_kg_m3, const IndoorShare& share) {
  if (cloud.peak_kg_m3 < threshold_kg_m3) return 0.0;
  const double inside = cloud.peak_kg_m3 * share.of(cloud.dose_kg_s_m3 / cloud.peak_kg_m3);
  const bool evened = share.rule().exponent.value_or(1.0) >= 1.0;
  return evened ? std::min(inside, cloud.outdoors_kg_m3) : inside;
}

}  // namespace sise
