#include "models/catalogue/radiation_parts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/base/all_names.hpp"
#include "models/base/error.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/fire/fireball.hpp"

namespace sise {
namespace {

constexpr double kDriest = 1e-6;  // a logarithm needs some humidity; the least that counts as none

std::optional<double> relative_humidity(const Parameters& settings) {
  const std::optional<double> relative = settings.optional_number("relative_humidity");
  const std::optional<double> vapour_pa = settings.optional_number("water_vapour_pa");
  if (relative && vapour_pa) {
    throw ModelError("one_of_two_keys", {"'relative_humidity' and 'water_vapour_pa' say the same; give one of them",
                                         "'relative_humidity' 与 'water_vapour_pa' 含义相同, 只能给出一个"});
  }
  if (!vapour_pa) return relative;
  return *vapour_pa / saturated_vapour_pa(settings.number("temperature_K"));
}

}  // namespace

std::vector<ModelParameter> radiation_parameters() {
  using enum ParameterGroup;
  ModelParameter transmissivity =
      choice_option("transmissivity", {"how humid air absorbs", "大气透射率公式"}, all_names(kTransmissivityFormulas));
  transmissivity.default_name = name_of(TransmissivityFormula::bagster);
  return {
      air_temperature_parameter(),
      {.group = weather,
       .name = "relative_humidity",
       .text = {"relative humidity as a fraction; none: the air absorbs nothing", "相对湿度 (0-1), 缺省: 空气不吸收"},
       .at_least = 0.0,
       .at_most = 1.0},
      {.group = weather,
       .name = "water_vapour_pa",
       .unit = "Pa",
       .text = {"partial pressure of water vapour, instead of relative_humidity", "水蒸气分压, 代替 relative_humidity"},
       .at_least = 0.0},
      std::move(transmissivity),
      choice_option("receiver", {"how the heated surface stands", "受热面朝向"}, all_names(kReceivers))};
}

Transmissivity transmissivity_of(const Parameters& settings) {
  const TransmissivityFormula formula = *transmissivity_formula_from(settings.text("transmissivity"));
  const std::optional<double> humidity = relative_humidity(settings);
  if (formula == TransmissivityFormula::none) return {};
  if (humidity) return {formula, std::max(*humidity, kDriest), settings.number("temperature_K")};
  if (formula == TransmissivityFormula::bagster) return {};
  throw ModelError("missing_key",
                   {fmt::format("transmissivity '{}' needs 'relative_humidity' or 'water_vapour_pa'", name_of(formula)),
                    fmt::format("透射率公式 '{}' 需要 'relative_humidity' 或 'water_vapour_pa'", name_of(formula))});
}

Receiver receiver_of(const Parameters& settings) { return *receiver_from(settings.text("receiver")); }

ModelOutput radiation_output() {
  return {.name = "radiation_w_m2",
          .unit = "W/m2",
          .text = {"thermal radiation received", "接收热辐射强度"},
          .findable = true};
}

ModelValidity transmissivity_validity() {
  return {{"transmissivity formulas: bagster 1e4 < pw x < 1e5 Pa m, wayne 10-1000 m, api 30-152 m; outside, the number "
           "stands",
           "透射率公式适用范围: bagster 1e4 < pw x < 1e5 Pa m, wayne 10-1000 m, api 30-152 m; 之外仍给出数值"},
          "transmissivity_outside_range"};
}

std::vector<std::string> transmissivity_codes(bool in_range_of_use) {
  return in_range_of_use ? std::vector<std::string>{} : std::vector<std::string>{"transmissivity_outside_range"};
}

std::vector<std::string> emissive_power_codes(double emissive_power_w_m2) {
  if (emissive_power_w_m2 <= kHottestFlame_w_m2) return {};
  return {"emissive_power_not_observed"};
}

ModelValidity emissive_power_validity() {
  return {{"a surface emissive power above 400 kW/m2 has not been observed", "尚无表面辐射强度高于 400 kW/m2 的实测"},
          "emissive_power_not_observed"};
}

Reason radiation_not_reached() {
  return {"not_reached", {"the radiation is lower everywhere", "任何距离的热辐射都低于该值"}};
}

}  // namespace sise
