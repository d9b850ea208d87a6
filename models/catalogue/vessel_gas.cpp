#include "models/release/vessel_gas.hpp"

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/release_parts.hpp"
#include "models/release/orifice.hpp"

namespace sise {
namespace vessel_gas_parts {
namespace {

const std::vector<std::string_view> kProperties{"molar_mass_kg_mol", "gamma"};

/// From the volume, or from the mass as that of an ideal gas.
double volume_m3(const Parameters& settings, const Fluid& fluid) {
  const std::optional<double> volume = settings.optional_number("volume_m3");
  const std::optional<double> mass = settings.optional_number("mass_kg");
  if (volume.has_value() == mass.has_value()) {
    throw ModelError("one_of_two_keys",
                     {"needs exactly one of 'volume_m3' and 'mass_kg'", "'volume_m3' 与 'mass_kg' 必须且只能给出一个"});
  }
  return volume ? *volume
                : *mass * fluid.specific_gas_constant_J_kgK() * settings.number("temperature_K") /
                      settings.number("pressure_pa");
}

GasVesselSource source_of(const ModelInput& input, const Fluid& fluid) {
  const Parameters& p = input.settings;
  const HoleShape shape = p.choice("hole_shape", hole_shape_from);
  return {
      .hole_diameter_m = p.number("hole_diameter_m"),
      .discharge_coefficient = p.optional_number("discharge_coefficient").value_or(gas_discharge_coefficient(shape)),
      .pressure_Pa = p.number("pressure_pa"),
      .temperature_K = p.number("temperature_K"),
      .volume_m3 = volume_m3(p, fluid),
      .expansion = p.choice("expansion", gas_expansion_from),
      .stop_after_s = p.optional_number("stop_after_s"),
      .also_at_s = moments_of(input)};
}

ModelAnswer evaluate(const ModelInput& input) {
  const Fluid fluid = fluid_of(input, kProperties);
  const GasVesselSource source = source_of(input, fluid);
  const double ambient_Pa = input.settings.number("pressure_Pa");
  ModelAnswer answer = release_answer(gas_vessel_release(source, fluid, ambient_Pa), input);
  const double gamma = fluid.gas_gamma();
  answer.derived.emplace_back("choked", is_choked(source.pressure_Pa, ambient_Pa, gamma) ? 1.0 : 0.0);
  answer.derived.emplace_back("critical_pressure_ratio", critical_pressure_ratio(gamma));
  return answer;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = hole_parameters();
  all.push_back(vessel_pressure_parameter({"absolute pressure in the vessel", "容器内绝对压力"}, true));
  all.push_back(vessel_temperature_parameter({"temperature in the vessel", "容器内温度"}, true));
  all.push_back(
      {.group = source, .name = "volume_m3", .unit = "m3", .text = {"volume of the vessel", "容器容积"}, .above = 0.0});
  all.push_back({.group = source,
                 .name = "mass_kg",
                 .unit = "kg",
                 .text = {"mass of gas in the vessel, instead of volume_m3", "容器内气体质量, 代替 volume_m3"},
                 .above = 0.0});
  append(all, property_parameters(kProperties));
  all.push_back(choice_option(
      "expansion", {"what stays expands without heat, or keeps its temperature", "容器内气体绝热膨胀或保持等温"},
      {"adiabatic", "isothermal"}));
  all.push_back(hole_shape_parameter());
  all.push_back(air_pressure_parameter());
  all.push_back(moment_parameter());
  return all;
}

}  // namespace
}  // namespace vessel_gas_parts

Model vessel_gas_entry() {
  using namespace vessel_gas_parts;
  Model model;
  model.descriptor.id = "vessel_gas";
  model.descriptor.title = {"Gas from a vessel", "容器气体泄漏"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = release_outputs();
  model.descriptor.outputs.push_back({.name = "choked",
                                      .text = {"1 when the flow begins choked, else 0", "初始为临界流时取 1, 否则为 0"},
                                      .derived = true});
  model.descriptor.outputs.push_back({.name = "critical_pressure_ratio",
                                      .text = {"ambient over vessel pressure at which the flow chokes", "临界压力比"},
                                      .derived = true});
  model.descriptor.validity = {
      {{"an ideal gas; told where its Z is off 1 by more than 0.1", "按理想气体计算, 压缩因子偏离 1 超过 0.1 时提示"},
       "gas_not_ideal"},
      {{"pressure and temperature above the critical point: treated as an ideal gas",
        "压力与温度高于临界点: 按理想气体计算"},
       "above_critical"},
      {{"the gas that stays cools below its dew point; droplets are not counted", "容器内气体冷却至露点以下, 未计冷凝"},
       "expansion_condenses"},
      {{"a property of the substance is recalled, not seen", "所用物性仅凭记忆, 未经核对"}, "recalled_property"}};
  model.descriptor.source = "HJ 169-2018 annex F, F.2-F.4; CPR 14E (Yellow Book) 1997, section 2.5.2";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vessel_gas.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
