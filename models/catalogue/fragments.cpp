#include "models/explosion/fragments.hpp"

#include <cmath>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace fragments_parts {
namespace {

constexpr double kGasConstant_J_molK = 8.314462618;

/// Speed of sound in the vessel's gas.
double gas_sound_speed_m_s(const ModelInput& input) {
  const Parameters& p = input.settings;
  if (const std::optional<double> stated = p.optional_number("gas_sound_speed_m_s")) return *stated;
  return std::sqrt(number_or_property(input, "gas_sound_speed_m_s", "gas_gamma") * kGasConstant_J_molK *
                   p.number("gas_temperature_K") /
                   number_or_property(input, "gas_sound_speed_m_s", "molar_mass_kg_mol"));
}

/// Baker's fit is for two and for ten pieces.
int pieces_of(const Parameters& p) { return p.text("pieces") == "10" ? 10 : 2; }

double speed_m_s(const ModelInput& input) {
  const Parameters& p = input.settings;
  const double over_pa = p.number("burst_pressure_pa") - p.number("pressure_Pa");
  if (over_pa > 0.0) {
    return baker_fragment_speed_m_s(p.text("shape") == "sphere" ? VesselShape::sphere : VesselShape::cylinder,
                                    pieces_of(p), over_pa, p.number("volume_m3"), p.number("vessel_mass_kg"),
                                    gas_sound_speed_m_s(input));
  }
  throw ModelError("parameter_out_of_range", {"burst_pressure_pa is absolute and must be above the air pressure",
                                              "burst_pressure_pa 为绝对压力, 必须高于大气压"});
}

NamedNumbers derived(const ModelInput& input, double speed) {
  const Parameters& p = input.settings;
  NamedNumbers all{{"speed_m_s", speed}, {"vacuum_range_m", vacuum_range_m(speed)}};
  if (const std::optional<double> count = finite_or_none(fragment_count(p.number("volume_m3")))) {
    all.emplace_back("fragment_count", *count);
  }
  if (const std::optional<double> lpg_kg = p.optional_number("lpg_kg")) {
    all.emplace_back("lpg_range_m", lpg_fragment_range_m(*lpg_kg, p.number("volume_m3")));
  }
  return all;
}

ModelAnswer evaluate(const ModelInput& input) {
  const double speed = speed_m_s(input);
  ModelAnswer answer;
  answer.derived = derived(input, speed);
  for (const Parameters& point : input.at) {
    answer.points.push_back({{{"range_m", flight_range_m(speed, point.number("launch_angle_deg"))}}, {}});
  }
  return answer;
}

ModelParameter required(ModelParameter parameter) {
  parameter.required = true;
  return parameter;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  return {required(positive_source("burst_pressure_pa", "Pa",
                                   {"absolute pressure at which the vessel bursts", "容器破裂时绝对压力"})),
          required(positive_source("volume_m3", "m3", {"volume of the vessel", "容器容积"})),
          required(positive_source("vessel_mass_kg", "kg", {"mass of the empty vessel", "容器壳体质量"})),
          choice_option("shape", {"shape of the vessel", "容器形状"}, {"cylinder", "sphere"}),
          choice_option("pieces",
                        {"pieces the vessel breaks into: the fit has two and ten", "碎片数: 拟合只有 2 块和 10 块"},
                        {"2", "10"}),
          positive_source("gas_sound_speed_m_s", "m/s",
                          {"speed of sound in the gas; default: from the substance and gas_temperature_K",
                           "气体声速, 默认由物质和 gas_temperature_K 计算"}),
          {.group = source,
           .name = "gas_temperature_K",
           .unit = "K",
           .text = {"temperature of the gas", "气体温度"},
           .default_number = 293.15,
           .above = 0.0},
          positive_source("lpg_kg", "kg", {"mass of LPG, for lpg_range_m", "液化石油气质量, 用于 lpg_range_m"}),
          air_pressure_parameter(),
          {.group = at,
           .name = "launch_angle_deg",
           .unit = "degree",
           .text = {"angle of the flight above the horizon", "抛射仰角"},
           .required = true,
           .above = 0.0,
           .at_most = 90.0}};
}

}  // namespace
}  // namespace fragments_parts

Model fragments_entry() {
  using namespace fragments_parts;
  Model model;
  model.descriptor.id = "fragments";
  model.descriptor.title = {"Fragments of a bursting vessel", "容器破裂碎片抛射"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "range_m", .unit = "m", .text = {"range without air resistance", "不计空气阻力的抛射距离"}},
      derived_output("speed_m_s", "m/s", {"speed of the fragments", "碎片初速度"}),
      derived_output("vacuum_range_m", "m", {"farthest range without air resistance", "不计空气阻力的最大抛射距离"}),
      derived_output("fragment_count", "",
                     {"number of fragments, for 700 to 2500 m3", "碎片数量, 适用于 700 至 2500 m3"}),
      derived_output("lpg_range_m", "m", {"observed range for LPG vessels", "液化石油气容器碎片经验距离"})};
  model.descriptor.validity = {
      {{"ranges without air resistance are upper bounds", "不计空气阻力的距离为上限"}, ""},
      {{"the number of fragments is known for vessels of 700 to 2500 m3", "碎片数量仅适用于 700 至 2500 m3 的容器"},
       ""}};
  model.descriptor.source =
      "W. E. Baker et al., Explosion Hazards and Evaluation, 1983; Holden and Reeves in CPQRA 2000, section 2.2.3; "
      "Birk "
      "1996";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/fragments.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
