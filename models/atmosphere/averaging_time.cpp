#include "models/atmosphere/averaging_time.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kHour_s = 3600.0;
constexpr double kTenMinutes_s = 600.0;
constexpr double kHalfHour_s = 1800.0;
constexpr double kShortExponent = 0.2;
constexpr double kLongExponent = 0.3;  // GB/T 13201, from one hour to a hundred

double gbt_factor(double t) {
  if (t <= kHour_s) return std::pow(t / kHalfHour_s, kShortExponent);
  return std::pow(kHour_s / kHalfHour_s, kShortExponent) * std::pow(t / kHour_s, kLongExponent);
}

}  // namespace

double averaging_factor(SigmaSet set, double averaging_time_s) {
  if (set == SigmaSet::slade_puff) {
    throw ModelError(
        "averaging_time_with_slade",
        {"the curves 'slade_puff' are instantaneous: an averaging time cannot be applied to them",
         "'slade_puff' 曲线是瞬时曲线, 不能换算平均时间"},
        {}, {"leave averaging_time_s out, or choose another sigma set", "去掉 averaging_time_s, 或改用其他扩散参数组"});
  }
  if (!(averaging_time_s >= kShortestAveraging_s) || !std::isfinite(averaging_time_s)) {
    throw ModelError(
        "averaging_time_out_of_range",
        {fmt::format("averaging_time_s is {}: it must be at least {} s", averaging_time_s, kShortestAveraging_s),
         fmt::format("averaging_time_s 为 {}: 不得小于 {} s", averaging_time_s, kShortestAveraging_s)});
  }
  if (set == SigmaSet::gbt13201) return gbt_factor(averaging_time_s);
  return std::pow(averaging_time_s / kTenMinutes_s, kShortExponent);
}

}  // namespace sise
