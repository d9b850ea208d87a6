#include "models/release/vessel_two_phase.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/release_parts.hpp"
#include "models/release/flash.hpp"
#include "models/release/orifice.hpp"

namespace sise {
namespace vessel_two_phase_parts {
namespace {

const std::vector<std::string_view> kProperties{"molar_mass_kg_mol",
                                                "gamma",
                                                "boiling_point_K",
                                                "melting_point_K",
                                                "critical_temperature_K",
                                                "critical_pressure_Pa",
                                                "acentric_factor",
                                                "liquid_density_kg_m3",
                                                "liquid_heat_capacity_J_kgK",
                                                "heat_of_vaporization_J_kg"};

TwoPhaseVesselSource source_of(const ModelInput& input, const Fluid& fluid) {
  const Parameters& p = input.settings;
  TwoPhaseVesselSource source{
      .hole_diameter_m = p.number("hole_diameter_m"),
      .hole_in = p.choice("hole_in", hole_place_from),
      .discharge_coefficient = p.optional_number("discharge_coefficient").value_or(kTwoPhaseDischargeCoefficient),
      .gas_discharge_coefficient = p.number("gas_discharge_coefficient"),
      .temperature_K = p.number("temperature_K"),
      .inventory_kg = p.number("mass_kg"),
      .volume_m3 = p.number("volume_m3"),
      .flow = p.choice("flow", two_phase_flow_from),
      .pipe_length_m = p.number("pipe_length_m"),
      .stop_after_s = p.optional_number("stop_after_s"),
      .also_at_s = moments_of(input)};
  const std::optional<double> stated_Pa = p.optional_number("pressure_pa");
  source.pressure_Pa = stated_Pa ? *stated_Pa : fluid.vapour_pressure_Pa(source.temperature_K);
  return source;
}

ModelAnswer evaluate(const ModelInput& input) {
  const Fluid fluid = fluid_of(input, kProperties);
  const TwoPhaseVesselSource source = source_of(input, fluid);
  const double ambient_Pa = input.settings.number("pressure_Pa");
  ModelAnswer answer = release_answer(two_phase_vessel_release(source, fluid, ambient_Pa), input);
  const double flash = flash_fraction(fluid, source.temperature_K, ambient_Pa);
  answer.derived.emplace_back("flash_fraction", flash);
  answer.derived.emplace_back("airborne_fraction",
                              airborne_fraction(flash, input.settings.choice("rain_out", rain_out_from)));
  answer.derived.emplace_back("vapour_pressure_pa", fluid.vapour_pressure_Pa(source.temperature_K));
  answer.derived.emplace_back("omega", omega_parameter(fluid, source.temperature_K));
  return answer;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = hole_parameters();
  all.push_back(vessel_pressure_parameter(
      {"absolute pressure in the vessel; default: the vapour pressure", "容器内绝对压力, 默认为蒸气压"}, false));
  all.push_back(vessel_temperature_parameter({"temperature of the liquid", "液体温度"}, true));
  all.push_back({.group = source,
                 .name = "mass_kg",
                 .unit = "kg",
                 .text = {"liquid and vapour in the vessel", "容器内液体与蒸气总质量"},
                 .required = true,
                 .above = 0.0});
  all.push_back({.group = source,
                 .name = "volume_m3",
                 .unit = "m3",
                 .text = {"volume of the vessel", "容器容积"},
                 .required = true,
                 .above = 0.0});
  all.push_back(
      {.group = source,
       .name = "pipe_length_m",
       .unit = "m",
       .text = {"pipe between vessel and opening, for flow = fauske", "容器与泄漏口间管长, 用于 flow = fauske"},
       .default_number = 0.0,
       .at_least = 0.0});
  all.push_back({.group = source,
                 .name = "gas_discharge_coefficient",
                 .text = {"discharge coefficient of vapour, from the gas space or after the liquid",
                          "气相空间泄漏或液体流尽后蒸气的泄漏系数"},
                 .default_number = 1.0,
                 .above = 0.0,
                 .at_most = 1.0});
  append(all, property_parameters(kProperties));
  return all;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  all.push_back(choice_option(
      "flow", {"HJ 169, homogeneous equilibrium (Leung), or Fauske's model", "HJ 169, 均相平衡 (Leung) 或 Fauske 模型"},
      {"hj169", "omega", "fauske"}));
  all.push_back(choice_option("hole_in", {"a hole below the surface, or in the gas space", "裂口位于液相或气相空间"},
                              {"liquid", "vapour"}));
  all.push_back(choice_option("rain_out",
                              {"how much of the liquid stays in the air as droplets", "液滴滞留于空气中的规则"},
                              {"cpr18e", "double_flash", "none"}));
  all.push_back(air_pressure_parameter());
  all.push_back(moment_parameter());
  return all;
}

}  // namespace
}  // namespace vessel_two_phase_parts

Model vessel_two_phase_entry() {
  using namespace vessel_two_phase_parts;
  Model model;
  model.descriptor.id = "vessel_two_phase";
  model.descriptor.title = {"Liquefied gas from a vessel", "容器两相流泄漏"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = release_outputs();
  const auto derived = [&](const char* name, const char* unit, Text text) {
    model.descriptor.outputs.push_back({.name = name, .unit = unit, .text = std::move(text), .derived = true});
  };
  model.descriptor.outputs.push_back(flash_fraction_output());
  derived("airborne_fraction", "",
          {"mass fraction that stays in the air, droplets included", "滞留于空气中的质量分数 (含液滴)"});
  derived("vapour_pressure_pa", "Pa", {"vapour pressure in the vessel at the start", "初始蒸气压"});
  derived("omega", "", {"Leung's parameter of the saturated liquid", "饱和液体的 Leung 参数"});
  model.descriptor.validity = liquid_validity();
  model.descriptor.validity.push_back(
      {{"the vessel takes no heat from outside; liquid that swells up with the bubbles is not counted",
        "容器与外界无换热; 未计沸腾液面膨胀"},
       ""});
  model.descriptor.validity.push_back(
      {{"gas above the vapour pressure does not count where vapour leaves", "蒸气泄漏时不计高于蒸气压的充装气体"},
       "padding_left_out"});
  model.descriptor.validity.push_back(
      {{"the whole liquid flashes: the linear flash formula reaches 1", "液体全部闪蒸: 线性闪蒸公式已达 1"},
       "all_flashes"});
  model.descriptor.source =
      "HJ 169-2018 annex F, F.5-F.9; Leung 1986, AIChE J. 32, 1743; Fauske 1985; Crowl and Louvar, Chemical Process "
      "Safety, section 4-7";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/vessel_two_phase.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
