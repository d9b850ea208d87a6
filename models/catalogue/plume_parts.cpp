#include "models/catalogue/plume_parts.hpp"

#include <algorithm>
#include <optional>

#include "models/dispersion/heavy_gas.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace {

constexpr double kSlowest_m_s = 0.5;  // below it the small-wind form stands in

/// nullopt: the substance's molar mass is unknown.
std::optional<bool> heavy(const Substance& substance, const Parameters& p, double rate_kg_s) {
  const std::optional<double> molar_mass = substance.get("molar_mass_kg_mol");
  if (!molar_mass) return std::nullopt;
  const double air_K = p.number("temperature_K");
  const double pressure_Pa = p.number("pressure_Pa");
  const double released_K = std::max(substance.get("boiling_point_K").value_or(air_K), air_K);
  return is_heavy({rate_kg_s, ideal_gas_density_kg_m3(*molar_mass, released_K, pressure_Pa),
                   ideal_gas_density_kg_m3(air_molar_mass_kg_mol, air_K, pressure_Pa),
                   std::max(p.number("wind_speed_m_s"), kSlowest_m_s)});
}

}  // namespace

std::vector<ModelParameter> weather_parameters() {
  using enum ParameterGroup;
  return {
      {.group = weather,
       .name = "wind_speed_m_s",
       .unit = "m/s",
       .text = {"wind speed at wind_height_m", "风速"},
       .required = true,
       .at_least = 0.0},
      {.group = weather,
       .name = "stability",
       .type = ParameterType::choice,
       .text = {"Pasquill class", "大气稳定度"},
       .required = true,
       .choices = {"A", "A-B", "B", "B-C", "C", "C-D", "D", "D-E", "E", "E-F", "F"}},
      {.group = weather,
       .name = "wind_height_m",
       .unit = "m",
       .text = {"height of the wind", "测风高度"},
       .default_number = 10.0,
       .above = 0.0},
      {.group = weather,
       .name = "roughness_m",
       .unit = "m",
       .text = {"roughness length", "地表粗糙度"},
       .default_number = 0.1,
       .above = 0.0},
      {.group = weather,
       .name = "temperature_K",
       .unit = "K",
       .text = {"air temperature", "气温"},
       .default_number = 293.15,
       .above = 0.0},
      {.group = weather,
       .name = "pressure_Pa",
       .unit = "Pa",
       .text = {"air pressure", "气压"},
       .default_number = 101325.0,
       .above = 0.0},
      {.group = weather,
       .name = "mixing_height_m",
       .unit = "m",
       .text = {"height of the lid; none: no lid", "混合层高度; 缺省: 无逆温层顶盖"},
       .above = 0.0},
      {.group = weather,
       .name = "friction_velocity_m_s",
       .unit = "m/s",
       .text = {"friction velocity", "摩擦速度"},
       .above = 0.0},
      {.group = weather,
       .name = "obukhov_length_m",
       .unit = "m",
       .text = {"Obukhov length, for the wind profile", "Obukhov 长度, 用于风廓线"}},
  };
}

Weather weather_of(const Parameters& p) {
  Weather weather;
  weather.wind_speed_m_s = p.number("wind_speed_m_s");
  weather.stability = p.choice("stability", stability_from);
  weather.wind_height_m = p.number("wind_height_m");
  weather.roughness_m = p.number("roughness_m");
  weather.temperature_K = p.number("temperature_K");
  weather.pressure_Pa = p.number("pressure_Pa");
  weather.mixing_height_m = p.optional_number("mixing_height_m");
  weather.friction_velocity_m_s = p.optional_number("friction_velocity_m_s");
  weather.obukhov_length_m = p.optional_number("obukhov_length_m");
  return weather;
}

std::vector<ModelParameter> spread_parameters() {
  using enum ParameterGroup;
  return {
      {.group = options,
       .name = "sigma",
       .type = ParameterType::choice,
       .text = {"dispersion curves", "扩散参数"},
       .default_name = "briggs_rural",
       .choices = {"briggs_rural", "briggs_urban", "pasquill_gifford", "gbt13201", "slade_puff"}},
      {.group = options,
       .name = "transport_wind",
       .type = ParameterType::choice,
       .text = {"which wind carries the plume", "输送风速取法"},
       .default_name = "profile",
       .choices = {"profile", "release_height", "as_given"}},
  };
}

std::vector<ModelParameter> place_parameters() {
  using enum ParameterGroup;
  return {
      {.group = at, .name = "x_m", .unit = "m", .text = {"distance downwind", "下风向距离"}, .required = true},
      {.group = at, .name = "y_m", .unit = "m", .text = {"distance crosswind", "横风向距离"}, .default_number = 0.0},
      {.group = at,
       .name = "z_m",
       .unit = "m",
       .text = {"height above ground", "离地高度"},
       .default_number = 0.0,
       .at_least = 0.0},
  };
}

PlumeOptions plume_options_of(const Parameters& p) {
  return {p.choice("sigma", sigma_set_from), p.choice("transport_wind", transport_wind_from),
          p.optional_number("averaging_time_s")};
}

std::vector<double> column(const std::vector<Parameters>& at, const std::string& name) {
  std::vector<double> values;
  values.reserve(at.size());
  for (const Parameters& point : at) values.push_back(point.number(name));
  return values;
}

std::vector<std::string> heavy_gas_codes(const ModelInput& input, double rate_kg_s) {
  if (input.substance == nullptr) return {};
  const std::optional<bool> verdict = heavy(*input.substance, input.settings, rate_kg_s);
  if (!verdict) return {"gas_density_unknown"};
  return *verdict ? std::vector<std::string>{"heavy_gas_passive_model"} : std::vector<std::string>{};
}

std::vector<ModelValidity> plume_validity() {
  return {
      {{"sigma sets hold from 100 m to 10 km; outside, the number stands",
        "扩散参数适用于 100 m 至 10 km; 之外仍给出数值"},
       "outside_sigma_range"},
      {{"a half class that the set does not list is the geometric mean of its neighbours",
        "参数集未列出的半级稳定度取相邻两级的几何平均"},
       "interpolated_class"},
      {{"below 0.5 m/s the small-wind form of GB/T 13201-91 stands in",
        "风速低于 0.5 m/s 时采用 GB/T 13201-91 小风公式"},
       "calm_small_wind"},
      {{"the release is heavy after HJ 169-2018 (Richardson number from 1/6) and the plume is passive",
        "按 HJ 169-2018 判定为重质气体 (理查德森数不小于 1/6), 而烟羽按中性气体计算"},
       "heavy_gas_passive_model"},
      {{"the substance's molar mass is unknown, so nobody can tell whether it is heavy",
        "物质摩尔质量未知, 无法判断是否为重质气体"},
       "gas_density_unknown"},
  };
}

}  // namespace sise
