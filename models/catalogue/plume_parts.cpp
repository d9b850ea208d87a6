#include "models/catalogue/plume_parts.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "models/atmosphere/sigma.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace {

std::vector<std::string> codes_of(const ModelInput& input, const ReleasedAmount& amount) {
  if (input.substance == nullptr) return {};
  const Parameters& p = input.settings;
  return passive_model_codes(
      weigh_gas({input.substance->get("molar_mass_kg_mol"), input.substance->get("boiling_point_K"), std::nullopt},
                amount, {p.number("temperature_K"), p.number("pressure_Pa"), p.number("wind_speed_m_s")}));
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
      air_temperature_parameter(),
      air_pressure_parameter(),
      {.group = weather,
       .name = "mixing_height_m",
       .unit = "m",
       .text = {"height of the lid; none: no lid", "混合层高度; 缺省: 无逆温层顶盖"},
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
  weather.obukhov_length_m = p.optional_number("obukhov_length_m");
  return weather;
}

std::vector<ModelParameter> spread_parameters() {
  using enum ParameterGroup;
  return {
      choice_option("sigma", {"dispersion curves", "扩散参数"},
                    {"briggs_rural", "briggs_urban", "pasquill_gifford", "gbt13201", "slade_puff"}),
      choice_option("transport_wind", {"which wind carries the plume", "输送风速取法"},
                    {"profile", "release_height", "as_given"}),
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

ModelParameter averaging_time_parameter() {
  return {.group = ParameterGroup::options,
          .name = "averaging_time_s",
          .unit = "s",
          .text = {"averaging time; none: the set's own", "平均时间; 缺省: 参数集自身"},
          .at_least = 1.0,
          .at_most = 86400.0};
}

ModelParameter release_height_parameter() {
  return {.group = ParameterGroup::source,
          .name = "height_m",
          .unit = "m",
          .text = {"height of the release", "释放高度"},
          .required = true,
          .at_least = 0.0};
}

Reason upwind_reason() {
  return {"upwind", {"upwind of the source the plume has no width", "位于释放源上风向, 烟羽无扩散宽度"}};
}

PointAnswer plume_answer(const GaussianPlume& plume, double x_m, double concentration_kg_m3) {
  PointAnswer answer;
  const bool downwind = x_m > 0.0;
  const std::optional<double> sigma_y = downwind ? finite_or_none(plume.sigma_y_m(x_m)) : std::nullopt;
  const std::optional<double> sigma_z = downwind ? finite_or_none(plume.sigma_z_m(x_m)) : std::nullopt;
  answer.values = {
      {"concentration_kg_m3", finite_or_none(concentration_kg_m3)}, {"sigma_y_m", sigma_y}, {"sigma_z_m", sigma_z}};
  if (!downwind) {
    answer.reason = upwind_reason();
  } else if (!sigma_y || !sigma_z) {
    answer.reason = Reason{"no_wind", {"without any wind there is no travel time", "完全无风, 没有输送时间"}};
  }
  return answer;
}

std::vector<ModelOutput> concentration_outputs() {
  return {{.name = "concentration_kg_m3", .unit = "kg/m3", .text = {"concentration", "浓度"}, .findable = true},
          {.name = "sigma_y_m", .unit = "m", .text = {"crosswind dispersion", "横向扩散参数"}},
          {.name = "sigma_z_m", .unit = "m", .text = {"vertical dispersion", "垂向扩散参数"}}};
}

FindAnswer plume_distance(std::optional<double> distance_m, std::vector<std::string> warnings) {
  FindAnswer answer{.distance_m = distance_m, .warnings = std::move(warnings)};
  if (!distance_m) {
    answer.reason =
        Reason{"not_reached", {"the concentration on the axis is lower everywhere", "轴线浓度处处低于该值"}};
  } else if (outside_sigma_range(*distance_m)) {
    answer.warnings.emplace_back("outside_sigma_range");
  }
  return answer;
}

std::vector<double> column(const std::vector<Parameters>& at, const std::string& name) {
  std::vector<double> values;
  values.reserve(at.size());
  for (const Parameters& point : at) values.push_back(point.number(name));
  return values;
}

std::vector<std::string> heavy_gas_codes(const ModelInput& input, double rate_kg_s) {
  return codes_of(input, {.rate_kg_s = rate_kg_s});
}

std::vector<std::string> heavy_puff_codes(const ModelInput& input, double mass_kg) {
  return codes_of(input, {.mass_kg = mass_kg});
}

namespace {

/// Of the case's substance, at its boiling point or as warm as the air; of the heaviest gas in the open where the case
/// names none or its molar mass is unknown.
double pure_gas_kg_m3(const ModelInput& input) {
  constexpr double kHeaviestGas_kg_m3 = 20.0;
  constexpr double kGasConstant_J_molK = 8.31446261815324;
  if (input.substance == nullptr) return kHeaviestGas_kg_m3;
  const std::optional<double> molar_mass = input.substance->get("molar_mass_kg_mol");
  if (!molar_mass) return kHeaviestGas_kg_m3;
  const double air_K = input.settings.number("temperature_K");
  const double gas_K = std::max(input.substance->get("boiling_point_K").value_or(air_K), air_K);
  return input.settings.number("pressure_Pa") * *molar_mass / (kGasConstant_J_molK * gas_K);
}

}  // namespace

void warn_above_pure_gas(ModelAnswer& answer, const ModelInput& input) {
  const double pure_kg_m3 = pure_gas_kg_m3(input);
  for (const PointAnswer& point : answer.points) {
    for (const auto& [name, value] : point.values) {
      if (name == "concentration_kg_m3" && value && *value > pure_kg_m3) answer.warn("above_pure_gas");
    }
  }
}

std::vector<ModelValidity> plume_validity() {
  return {
      {{"the concentration is higher than that of the pure gas: so near to so strong a source a passive plume says "
        "nothing",
        "浓度高于纯气体密度: 距强源如此之近时中性烟羽模型无意义"},
       "above_pure_gas"},
      {{"sigma sets hold from 100 m to 10 km; outside, the number stands",
        "扩散参数适用于 100 m 至 10 km; 之外仍给出数值"},
       "outside_sigma_range"},
      {{"a half class that the set does not list is the geometric mean of its neighbours",
        "参数集未列出的半级稳定度取相邻两级的几何平均"},
       "interpolated_class"},
      {{"below 0.5 m/s the small-wind form of GB/T 13201-91 stands in",
        "风速低于 0.5 m/s 时采用 GB/T 13201-91 小风公式"},
       "calm_small_wind"},
      {{"the release is heavy after HJ 169-2018 (Richardson number from 1/6, released at once above 0.04) and the "
        "model is passive",
        "按 HJ 169-2018 判定为重质气体 (连续排放理查德森数不小于 1/6, 瞬时排放大于 0.04), 而模型按中性气体计算"},
       "heavy_gas_passive_model"},
      {{"the substance's molar mass is unknown, so nobody can tell whether it is heavy",
        "物质摩尔质量未知, 无法判断是否为重质气体"},
       "gas_density_unknown"},
  };
}

}  // namespace sise
