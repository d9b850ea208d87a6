#include "models/catalogue/entry_parts.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/base/air_range.hpp"
#include "models/base/all_names.hpp"
#include "models/base/error.hpp"
#include "models/explosion/blast_curve.hpp"
#include "models/substances/substance.hpp"

namespace sise {

ModelParameter distance_parameter(Text text) {
  return {
      .group = ParameterGroup::at, .name = "r_m", .unit = "m", .text = std::move(text), .required = true, .above = 0.0};
}

ModelParameter air_pressure_parameter() {
  return {.group = ParameterGroup::weather,
          .name = "pressure_Pa",
          .unit = "Pa",
          .text = {"air pressure", "气压"},
          .default_number = 101325.0,
          .at_least = kAirPressure_Pa.least,
          .at_most = kAirPressure_Pa.most};
}

ModelParameter air_temperature_parameter() {
  return {.group = ParameterGroup::weather,
          .name = "temperature_K",
          .unit = "K",
          .text = {"air temperature", "气温"},
          .default_number = 293.15,
          .at_least = kAirTemperature_K.least,
          .at_most = kAirTemperature_K.most};
}

ModelParameter blast_curve_parameter(const std::string& default_curve) {
  ModelParameter curve = choice_option("curve", {"blast curve", "超压曲线"}, all_names(kBlastCurves));
  curve.default_name = default_curve;
  return curve;
}

ModelParameter ground_factor_parameter() {
  return {
      .group = ParameterGroup::options,
      .name = "ground_factor",
      .text = {"multiplies the charge once, for free-air curves only", "地面反射系数, 仅对空中爆炸曲线乘于药量一次"},
      .default_number = 1.0,
      .at_least = 1.0,
      .at_most = 2.0};
}

ModelParameter positive_source(const std::string& name, const std::string& unit, Text text) {
  return {.group = ParameterGroup::source, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
}

ModelParameter heat_of_combustion_parameter() {
  return positive_source("heat_of_combustion_J_kg", "J/kg",
                         {"lower heat of combustion; default: the substance's", "低位燃烧热, 默认取自物质"});
}

ModelParameter choice_option(const std::string& name, Text text, std::vector<std::string> choices) {
  ModelParameter option{
      .group = ParameterGroup::options, .name = name, .type = ParameterType::choice, .text = std::move(text)};
  option.default_name = choices.front();
  option.choices = std::move(choices);
  return option;
}

ModelOutput overpressure_output() {
  return {
      .name = "overpressure_pa", .unit = "Pa", .text = {"side-on peak overpressure", "侧向超压峰值"}, .findable = true};
}

ModelOutput derived_output(const std::string& name, const std::string& unit, Text text) {
  return {.name = name, .unit = unit, .text = std::move(text), .derived = true};
}

double sound_speed_m_s(double temperature_K) {
  constexpr double kGamma = 1.4;
  constexpr double kGasConstantOfAir_J_kgK = 287.05;
  return std::sqrt(kGamma * kGasConstantOfAir_J_kgK * temperature_K);
}

double number_or_property(const ModelInput& input, const std::string& name, const std::string& property) {
  if (const std::optional<double> stated = input.settings.optional_number(name)) return *stated;
  if (input.substance == nullptr) {
    throw ModelError("missing_key", {fmt::format("needs '{}', or a 'substance' that has it", name),
                                     fmt::format("需要给出 '{}', 或给出具有该物性的 'substance'", name)});
  }
  if (const std::optional<double> known = input.substance->get(property)) return *known;
  throw ModelError("missing_property",
                   {fmt::format("{} has no '{}' in the substance table", input.substance->name_en, property),
                    fmt::format("物质表中 {} 没有 '{}'", input.substance->name_zh, property)},
                   {}, {fmt::format("State '{}'", name), fmt::format("请给出 '{}'", name)});
}

void require_flammable(const ModelInput& input) {
  if (input.substance == nullptr || input.substance->is("flammable")) return;
  throw ModelError("not_flammable", {fmt::format("{} does not burn", input.substance->name_en),
                                     fmt::format("{} 不可燃", input.substance->name_zh)});
}

std::optional<double> finite_or_none(double value) {
  return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

Reason why_no_distance(const BlastDistance& distance) {
  switch (distance.status) {
    case BlastDistance::Status::inside_inner_edge:
      return {"outside_fit",
              {fmt::format("the value lies nearer than {:.4g} m, where the curve begins", distance.r_m),
               fmt::format("该值所在距离小于 {:.4g} m, 已超出曲线内端", distance.r_m)}};
    case BlastDistance::Status::outside_outer_edge:
      return {"outside_fit",
              {fmt::format("the value lies farther than {:.4g} m, where the curve ends", distance.r_m),
               fmt::format("该值所在距离大于 {:.4g} m, 已超出曲线外端", distance.r_m)}};
    default:
      return {"not_reached", {"no distance has this value", "任何距离都达不到该值"}};
  }
}

}  // namespace sise
