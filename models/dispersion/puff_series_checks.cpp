#include "models/dispersion/puff_series_checks.hpp"

#include <fmt/format.h>

#include <cmath>
#include <cstddef>

#include "models/dispersion/parameter_checks.hpp"
#include "models/dispersion/plume_checks.hpp"

namespace sise {
namespace {

constexpr const char* kRisingEn = "must be finite and later than the step before";
constexpr const char* kRisingZh = "必须是有限值且晚于前一时段";

void check_emission(ParameterChecks& checks, const Emission& emission) {
  checks.not_negative("emission.instantaneous_kg", emission.instantaneous_kg);
  const std::vector<EmissionStep>& steps = emission.steps;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double from = steps[i].from_s;
    checks.not_negative(fmt::format("emission.steps[{}].rate_kg_s", i), steps[i].rate_kg_s);
    checks.not_negative(fmt::format("emission.steps[{}].from_s", i), from);
    checks.require(i == 0 || from > steps[i - 1].from_s, fmt::format("emission.steps[{}].from_s", i), from, kRisingEn,
                   kRisingZh);
  }
  if (steps.empty()) return;
  checks.require(steps.back().rate_kg_s == 0.0, fmt::format("emission.steps[{}].rate_kg_s", steps.size() - 1),
                 steps.back().rate_kg_s, "must be 0: the last step ends the release",
                 "必须为 0: 最后一个时段表示释放结束");
}

void check_wind(ParameterChecks& checks, const std::vector<WindStep>& wind) {
  checks.require(!wind.empty() && wind.front().from_s <= 0.0, "wind[0].from_s",
                 wind.empty() ? std::nan("") : wind.front().from_s, "must not be later than 0, when the release begins",
                 "不得晚于释放开始时刻 0");
  for (std::size_t i = 0; i < wind.size(); ++i) {
    checks.not_negative(fmt::format("wind[{}].speed_m_s", i), wind[i].speed_m_s);
    checks.require(std::isfinite(wind[i].wind_from_deg), fmt::format("wind[{}].wind_from_deg", i),
                   wind[i].wind_from_deg, "must be a finite bearing", "必须是有限的方位角");
    const bool rising = std::isfinite(wind[i].from_s) && (i == 0 || wind[i].from_s > wind[i - 1].from_s);
    checks.require(rising, fmt::format("wind[{}].from_s", i), wind[i].from_s, kRisingEn, kRisingZh);
  }
}

}  // namespace

void check_puff_series(const Emission& emission, const std::vector<WindStep>& wind, const Weather& air,
                       const PlumeOptions& options, double nearest_m) {
  ParameterChecks checks;
  check_emission(checks, emission);
  check_wind(checks, wind);
  checks.positive("nearest_m", nearest_m);
  checks.throw_if_any();
  Weather unit = air;
  unit.wind_speed_m_s = 1.0;
  check_plume({0.0, emission.height_m}, unit, options);
}

}  // namespace sise
