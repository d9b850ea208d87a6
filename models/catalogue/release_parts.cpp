#include "models/catalogue/release_parts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>

#include "models/catalogue/entry_parts.hpp"

namespace sise {
namespace {

using enum ParameterGroup;

constexpr double kStandardPressure_Pa = 101325.0;                   // of a boiling point
constexpr std::array<double, 3> kWindows_s{600.0, 1800.0, 3600.0};  // of the mean rates

struct PropertyName {
  std::string_view name;      ///< in a case
  std::string_view property;  ///< in the substance table
  std::string_view unit;
  Text text;
};

const std::vector<PropertyName>& property_names() {
  static const std::vector<PropertyName> kNames{
      {"molar_mass_kg_mol", "molar_mass_kg_mol", "kg/mol", {"molar mass", "摩尔质量"}},
      {"gas_heat_capacity_J_kgK",
       "gas_heat_capacity_J_kgK",
       "J/(kg K)",
       {"heat capacity of the gas at constant pressure", "气体定压比热容"}},
      {"gamma", "gas_gamma", "", {"ratio of specific heats of the gas", "气体比热比"}},
      {"boiling_point_K", "boiling_point_K", "K", {"boiling point at 101325 Pa", "101325 Pa 下的沸点"}},
      {"melting_point_K", "melting_point_K", "K", {"melting point", "熔点"}},
      {"critical_temperature_K", "critical_temperature_K", "K", {"critical temperature", "临界温度"}},
      {"critical_pressure_Pa", "critical_pressure_Pa", "Pa", {"critical pressure", "临界压力"}},
      {"acentric_factor", "acentric_factor", "", {"acentric factor", "偏心因子"}},
      {"liquid_density_kg_m3", "liquid_density_kg_m3", "kg/m3", {"density of the liquid", "液体密度"}},
      {"liquid_heat_capacity_J_kgK",
       "liquid_heat_capacity_J_kgK",
       "J/(kg K)",
       {"heat capacity of the liquid", "液体比热容"}},
      {"heat_of_vaporization_J_kg",
       "heat_of_vaporization_J_kg",
       "J/kg",
       {"heat of vaporization at the boiling point", "沸点下的汽化热"}}};
  return kNames;
}

const PropertyName& property_name(std::string_view name) {
  const auto found = std::find_if(property_names().begin(), property_names().end(),
                                  [name](const PropertyName& known) { return known.name == name; });
  return *found;
}

/// A density that the case states holds at the vessel's temperature: the table's other densities say nothing then.
void drop_densities_of_the_table(Substance& substance) {
  substance.properties.erase("liquid_density_temperature_K");
  substance.properties.erase("liquid_density_293K_kg_m3");
}

std::vector<std::pair<std::string, double>> derived_of(const ReleaseHistory& history) {
  return {{"initial_rate_kg_s", history.steps.front().rate_kg_s},
          {"duration_s", history.duration_s},
          {"total_kg", history.total_kg},
          {"initial_kg", history.initial_kg},
          {"remaining_kg", history.remaining_kg},
          {"mean_rate_10min_kg_s", mean_rate_kg_s(history, kWindows_s[0])},
          {"mean_rate_30min_kg_s", mean_rate_kg_s(history, kWindows_s[1])},
          {"mean_rate_60min_kg_s", mean_rate_kg_s(history, kWindows_s[2])}};
}

}  // namespace

std::vector<ModelParameter> hole_parameters() {
  return {{.group = source,
           .name = "hole_diameter_m",
           .unit = "m",
           .text = {"diameter of the hole, of equal area where it is not round", "孔径, 非圆孔取等面积圆的直径"},
           .required = true,
           .above = 0.0},
          {.group = source,
           .name = "discharge_coefficient",
           .text = {"discharge coefficient; default: HJ 169 by phase and shape",
                    "泄漏系数, 默认按 HJ 169 由相态和裂口形状取值"},
           .above = 0.0,
           .at_most = 1.0},
          {.group = source,
           .name = "stop_after_s",
           .unit = "s",
           .text = {"when the release is isolated; default: never", "隔离切断时间, 默认不切断"},
           .above = 0.0}};
}

ModelParameter hole_shape_parameter() {
  return choice_option("hole_shape", {"shape of the hole, for the discharge coefficient", "裂口形状, 用于选取泄漏系数"},
                       {"circle", "triangle", "rectangle"});
}

ModelParameter vessel_pressure_parameter(Text text, bool required) {
  return {.group = source,
          .name = "pressure_pa",
          .unit = "Pa",
          .text = std::move(text),
          .required = required,
          .above = 0.0};
}

ModelParameter vessel_temperature_parameter(Text text, bool required) {
  return {.group = source,
          .name = "temperature_K",
          .unit = "K",
          .text = std::move(text),
          .required = required,
          .above = 0.0};
}

std::vector<ModelParameter> property_parameters(const std::vector<std::string_view>& names) {
  std::vector<ModelParameter> parameters;
  for (const std::string_view name : names) {
    const PropertyName& known = property_name(name);
    ModelParameter parameter{.group = source, .name = std::string(known.name), .unit = std::string(known.unit)};
    parameter.text = {known.text.en + "; default: the substance's", known.text.zh + ", 默认取自物质"};
    if (name == "gamma") {
      parameter.above = 1.0;
    } else if (name != "acentric_factor") {
      parameter.above = 0.0;
    }
    parameters.push_back(std::move(parameter));
  }
  return parameters;
}

Substance substance_of(const ModelInput& input, const std::vector<std::string_view>& names) {
  Substance substance;
  substance.name_en = "the unnamed substance";
  substance.name_zh = "未指定物质";
  if (input.substance != nullptr) substance = *input.substance;
  for (const std::string_view name : names) {
    const PropertyName& known = property_name(name);
    const std::optional<double> number = input.settings.optional_number(name);
    if (!number) continue;
    SourcedValue value;
    value.value = *number;
    value.confidence = Confidence::seen;
    substance.properties[std::string(known.property)] = value;
    if (name == "liquid_density_kg_m3") drop_densities_of_the_table(substance);
  }
  return substance;
}

Fluid fluid_of(const ModelInput& input, const std::vector<std::string_view>& names, std::vector<VapourPoint> stated) {
  const bool may_state = std::find(names.begin(), names.end(), "boiling_point_K") != names.end();
  const std::optional<double> boiling_K = may_state ? input.settings.optional_number("boiling_point_K") : std::nullopt;
  if (boiling_K) stated.push_back({*boiling_K, kStandardPressure_Pa});
  return Fluid(substance_of(input, names), std::move(stated));
}

ModelParameter moment_parameter() {
  return {.group = at,
          .name = "t_s",
          .unit = "s",
          .text = {"time since the release began", "泄漏开始后的时间"},
          .required = true,
          .at_least = 0.0};
}

std::vector<double> moments_of(const ModelInput& input) {
  std::vector<double> moments(kWindows_s.begin(), kWindows_s.end());
  for (const Parameters& point : input.at) moments.push_back(point.number("t_s"));
  std::sort(moments.begin(), moments.end());
  moments.erase(std::unique(moments.begin(), moments.end()), moments.end());
  return moments;
}

std::vector<ModelOutput> release_outputs() {
  const auto whole = [](const char* name, const char* unit, Text text) {
    return ModelOutput{.name = name, .unit = unit, .text = std::move(text), .derived = true};
  };
  return {{.name = "rate_kg_s",
           .unit = "kg/s",
           .text = {"mass leaving at this moment; 0 after the end", "该时刻泄漏速率, 结束后为 0"}},
          {.name = "released_kg", .unit = "kg", .text = {"mass released until then", "累计泄漏量"}},
          {.name = "pressure_pa", .unit = "Pa", .text = {"absolute pressure inside", "内部绝对压力"}},
          {.name = "temperature_K", .unit = "K", .text = {"temperature inside", "内部温度"}},
          {.name = "vapour_fraction",
           .text = {"mass fraction of the rate that is vapour at ambient pressure", "降至环境压力后的气相质量分数"}},
          whole("initial_rate_kg_s", "kg/s", {"rate at the start", "初始泄漏速率"}),
          whole("duration_s", "s", {"when the release ends", "泄漏持续时间"}),
          whole("total_kg", "kg", {"mass released in all", "总泄漏量"}),
          whole("initial_kg", "kg", {"mass inside at the start", "初始存量"}),
          whole("remaining_kg", "kg", {"mass that stays", "剩余量"}),
          whole("mean_rate_10min_kg_s", "kg/s",
                {"mean rate while it flows, of the first 10 min", "前 10 min 内泄漏期间的平均速率"}),
          whole("mean_rate_30min_kg_s", "kg/s", {"the same for 30 min", "前 30 min 内泄漏期间的平均速率"}),
          whole("mean_rate_60min_kg_s", "kg/s", {"the same for 60 min", "前 60 min 内泄漏期间的平均速率"})};
}

ModelOutput flash_fraction_output() {
  return {.name = "flash_fraction",
          .text = {"mass fraction of the first liquid that turns to vapour outside", "初始泄出液体的闪蒸质量分数"},
          .derived = true};
}

ModelAnswer release_answer(const ReleaseHistory& history, const ModelInput& input) {
  ModelAnswer answer;
  answer.derived = derived_of(history);
  answer.warnings = history.warnings;
  for (const Parameters& point : input.at) {
    const ReleaseStep step = state_at(history, point.number("t_s"));
    PointAnswer moment;
    moment.values = {{"rate_kg_s", step.rate_kg_s},
                     {"released_kg", step.released_kg},
                     {"pressure_pa", step.pressure_Pa},
                     {"temperature_K", step.temperature_K},
                     {"vapour_fraction", step.vapour_fraction}};
    answer.points.push_back(std::move(moment));
  }
  return answer;
}

std::vector<ModelValidity> liquid_validity() {
  return {{{"outside the Antoine range the vapour pressure is Lee and Kesler's",
            "安托因范围外按 Lee-Kesler 方程估算蒸气压"},
           "vapour_pressure_estimated"},
          {{"without critical constants the liquid's density is that of the table's temperature",
            "临界参数未知时液体密度取物质表温度下的值"},
           "liquid_density_not_corrected"},
          {{"a property of the substance is recalled, not seen", "所用物性仅凭记忆, 未经核对"}, "recalled_property"}};
}

void append(std::vector<ModelParameter>& parameters, std::vector<ModelParameter> more) {
  for (ModelParameter& parameter : more) parameters.push_back(std::move(parameter));
}

}  // namespace sise
