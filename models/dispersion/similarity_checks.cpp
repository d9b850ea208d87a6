#include "models/dispersion/similarity_checks.hpp"

#include <fmt/format.h>

#include <cmath>

#include "models/dispersion/parameter_checks.hpp"

namespace sise {
namespace {

void check_air(ParameterChecks& checks, const SurfaceLayerState& air) {
  checks.positive("weather.wind_speed_m_s", air.wind_speed_m_s);
  checks.positive("weather.wind_height_m", air.wind_height_m);
  checks.positive("weather.roughness_m", air.roughness_m);
  checks.positive("weather.friction_velocity_m_s", air.friction_velocity_m_s);
  checks.require(air.obukhov_length_m != 0.0 && !std::isnan(air.obukhov_length_m), "weather.obukhov_length_m",
                 air.obukhov_length_m, "must not be zero", "不得为零");
  checks.require(air.roughness_m < 0.5 * air.wind_height_m, "weather.roughness_m", air.roughness_m,
                 fmt::format("must be below half the wind's height of {} m", air.wind_height_m),
                 fmt::format("必须小于测风高度 {} m 的一半", air.wind_height_m));
}

}  // namespace

void check_similarity_plume(const PlumeSource& source, const SimilarityWeather& weather,
                            const SimilarityOptions& options) {
  ParameterChecks checks;
  checks.not_negative("source.rate_kg_s", source.rate_kg_s);
  checks.not_negative("source.height_m", source.height_m);
  check_air(checks, weather.surface);
  if (weather.sigma_theta_deg) {
    checks.require(*weather.sigma_theta_deg > 0.0 && *weather.sigma_theta_deg <= 90.0, "weather.sigma_theta_deg",
                   *weather.sigma_theta_deg, "must be above 0 and at most 90 degrees", "必须大于 0 且不超过 90 度");
  }
  if (weather.mixing_height_m) {
    const double lid = *weather.mixing_height_m;
    checks.require(lid > 10.0 * weather.surface.roughness_m && std::isfinite(lid), "weather.mixing_height_m", lid,
                   "must be finite and above ten roughness lengths", "必须是有限值且大于粗糙度的十倍");
    checks.require(!(source.height_m >= lid), "source.height_m", source.height_m,
                   fmt::format("must lie below the mixing height of {} m", lid),
                   fmt::format("必须低于混合层高度 {} m", lid));
  }
  checks.not_negative("options.deposition_velocity_m_s", options.deposition_velocity_m_s);
  checks.throw_if_any();
}

}  // namespace sise
