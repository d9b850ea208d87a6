#include "models/dispersion/plume_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/atmosphere/averaging_time.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/parameter_checks.hpp"

namespace sise {
namespace {

void check_similarity(ParameterChecks& checks, const Weather& weather, double length) {
  checks.require(length != 0.0 && !std::isnan(length), "weather.obukhov_length_m", length, "must not be zero",
                 "不得为零");
  const double lowest = std::fmin(weather.wind_height_m, 10.0);
  checks.require(weather.roughness_m < lowest, "weather.roughness_m", weather.roughness_m,
                 fmt::format("must be below the wind's height and below 10 m (here {} m)", lowest),
                 fmt::format("必须小于测风高度且小于 10 m (此处为 {} m)", lowest));
}

}  // namespace

void check_plume(const PlumeSource& source, const Weather& weather, const PlumeOptions& options) {
  ParameterChecks checks;
  checks.not_negative("source.rate_kg_s", source.rate_kg_s);
  checks.not_negative("source.height_m", source.height_m);
  checks.not_negative("weather.wind_speed_m_s", weather.wind_speed_m_s);
  checks.positive("weather.wind_height_m", weather.wind_height_m);
  checks.positive("weather.roughness_m", weather.roughness_m);
  if (weather.obukhov_length_m) check_similarity(checks, weather, *weather.obukhov_length_m);
  if (weather.mixing_height_m) {
    const double lid = *weather.mixing_height_m;
    checks.positive("weather.mixing_height_m", lid);
    checks.require(!(source.height_m > lid), "source.height_m", source.height_m,
                   fmt::format("lies above the mixing height of {} m: the plume would not reach the ground", lid),
                   fmt::format("高于混合层高度 {} m: 烟羽不会到达地面", lid));
  }
  checks.throw_if_any();
  if (options.averaging_time_s) static_cast<void>(averaging_factor(options.sigma, *options.averaging_time_s));
}

void check_batch_sizes(std::size_t size, std::initializer_list<std::size_t> others) {
  if (std::all_of(others.begin(), others.end(), [=](std::size_t other) { return other == size; })) return;
  throw ModelError("batch_sizes_differ", {"a plume's batch: the arrays of coordinates and results differ in length",
                                          "烟羽批量计算: 坐标数组与结果数组长度不一致"});
}

}  // namespace sise
