#include "models/release/vessel_liquid.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/release_parts.hpp"
#include "models/release/flash.hpp"
#include "models/release/orifice.hpp"

namespace sise {
namespace vessel_liquid_parts {
namespace {

const std::vector<std::string_view> kProperties{
    "liquid_density_kg_m3",       "boiling_point_K",          "melting_point_K", "critical_temperature_K",
    "liquid_heat_capacity_J_kgK", "heat_of_vaporization_J_kg"};

LiquidVesselSource source_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  const HoleShape shape = p.choice("hole_shape", hole_shape_from);
  return {
      .hole_diameter_m = p.number("hole_diameter_m"),
      .discharge_coefficient = p.optional_number("discharge_coefficient").value_or(liquid_discharge_coefficient(shape)),
      .pressure_Pa = p.optional_number("pressure_pa").value_or(p.number("pressure_Pa")),
      .temperature_K = p.number("temperature_K"),
      .inventory_kg = p.number("mass_kg"),
      .head_m = p.number("liquid_head_m"),
      .hole_height_m = p.number("hole_height_m"),
      .padding = p.choice("padding", liquid_padding_from),
      .volume_m3 = p.optional_number("volume_m3"),
      .stop_after_s = p.optional_number("stop_after_s"),
      .also_at_s = moments_of(input)};
}

ModelAnswer evaluate(const ModelInput& input) {
  const Fluid fluid = fluid_of(input, kProperties);
  const LiquidVesselSource source = source_of(input);
  const ReleaseHistory history = liquid_vessel_release(source, fluid, input.settings.number("pressure_Pa"));
  ModelAnswer answer = release_answer(history, input);
  answer.derived.emplace_back("flash_fraction", history.steps.front().vapour_fraction);
  answer.derived.emplace_back("liquid_density_kg_m3", fluid.liquid_density_kg_m3(source.temperature_K));
  return answer;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = hole_parameters();
  all.push_back(vessel_pressure_parameter(
      {"absolute pressure above the liquid; default: ambient", "液面上方绝对压力, 默认为环境压力"}, false));
  all.push_back(vessel_temperature_parameter({"temperature of the liquid", "液体温度"}, true));
  all.push_back({.group = source,
                 .name = "mass_kg",
                 .unit = "kg",
                 .text = {"mass of liquid in the vessel", "容器内液体质量"},
                 .required = true,
                 .above = 0.0});
  all.push_back({.group = source,
                 .name = "liquid_head_m",
                 .unit = "m",
                 .text = {"height of the liquid above the hole", "裂口以上液位高度"},
                 .required = true,
                 .above = 0.0});
  all.push_back(
      {.group = source,
       .name = "hole_height_m",
       .unit = "m",
       .text = {"height of the hole above the bottom; what is below it stays", "裂口距罐底高度, 其下液体不泄漏"},
       .default_number = 0.0,
       .at_least = 0.0});
  all.push_back({.group = source,
                 .name = "volume_m3",
                 .unit = "m3",
                 .text = {"volume of the vessel, for a closed gas space", "容器容积, 气相空间封闭时需要"},
                 .above = 0.0});
  append(all, property_parameters(kProperties));
  return all;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  all.push_back(choice_option("padding",
                              {"the pressure above the liquid stays, or falls as a closed gas space expands",
                               "液面上方压力恒定, 或随封闭气相空间膨胀而下降"},
                              {"constant", "closed"}));
  all.push_back(hole_shape_parameter());
  all.push_back(air_pressure_parameter());
  all.push_back(moment_parameter());
  return all;
}

}  // namespace
}  // namespace vessel_liquid_parts

Model vessel_liquid_entry() {
  using namespace vessel_liquid_parts;
  Model model;
  model.descriptor.id = "vessel_liquid";
  model.descriptor.title = {"Liquid from a vessel", "容器液体泄漏"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = release_outputs();
  model.descriptor.outputs.push_back(flash_fraction_output());
  model.descriptor.outputs.push_back({.name = "liquid_density_kg_m3",
                                      .unit = "kg/m3",
                                      .text = {"density of the liquid in the vessel", "容器内液体密度"},
                                      .derived = true});
  model.descriptor.validity = liquid_validity();
  model.descriptor.validity.push_back(
      {{"the liquid flashes outside: two phases in the hole would let out less, see vessel_two_phase",
        "液体泄出后闪蒸: 若在裂口内即成两相流则流量更小, 见 vessel_two_phase"},
       "liquid_flashes"});
  model.descriptor.validity.push_back(
      {{"the liquid is gone under pressure: gas follows and is not counted", "液体流尽时仍有压力: 其后的气体未计"},
       "gas_follows"});
  model.descriptor.validity.push_back(
      {{"no boiling point is known: the flash is taken as 0", "沸点未知: 闪蒸按 0 计"}, "flash_unknown"});
  model.descriptor.source = "HJ 169-2018 annex F, F.1 and F.9; CPR 14E (Yellow Book) 1997, section 2.5.4";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vessel_liquid.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
