#include "models/release/pipe_gas.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/release_parts.hpp"

namespace sise {
namespace pipe_gas_parts {
namespace {

const std::vector<std::string_view> kProperties{"molar_mass_kg_mol", "gamma"};

PipeSource source_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  return {.diameter_m = p.number("pipe_diameter_m"),
          .length_m = p.number("pipe_length_m"),
          .roughness_m = p.number("pipe_roughness_m"),
          .fanning_factor = p.optional_number("fanning_factor"),
          .minor_losses = p.number("minor_losses"),
          .pressure_Pa = p.number("pressure_pa"),
          .temperature_K = p.number("temperature_K"),
          .break_at_m = p.number("break_at_m"),
          .inventory_kg = p.optional_number("mass_kg"),
          .stop_after_s = p.optional_number("stop_after_s"),
          .also_at_s = moments_of(input)};
}

ModelAnswer rupture_answer(const ModelInput& input, const PipeSource& source, const Fluid& fluid, double ambient_Pa) {
  ModelAnswer answer = release_answer(pipeline_rupture(source, fluid, ambient_Pa), input);
  const PipelineDecay longer = pipeline_sides(source, ideal_gas_of(fluid), ambient_Pa).front();
  answer.derived.emplace_back("choked", is_choked(source.pressure_Pa, ambient_Pa, fluid.gas_gamma()) ? 1.0 : 0.0);
  answer.derived.emplace_back("time_constant_s", longer.time_constant_s);
  return answer;
}

ModelAnswer fed_answer(const ModelInput& input, const PipeSource& source, PipeCase flow, const Fluid& fluid,
                       double ambient_Pa) {
  ModelAnswer answer = release_answer(fed_pipe_release(source, flow, fluid, ambient_Pa), input);
  const PipeFlow pipe = fed_pipe_flow(source, flow, ideal_gas_of(fluid), ambient_Pa);
  answer.derived.emplace_back("choked", pipe.choked ? 1.0 : 0.0);
  answer.derived.emplace_back("inlet_mach", pipe.inlet_mach);
  answer.derived.emplace_back("exit_pressure_pa", pipe.exit_pressure_Pa);
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  const Fluid fluid = fluid_of(input, kProperties);
  const PipeSource source = source_of(input);
  const double ambient_Pa = input.settings.number("pressure_Pa");
  const PipeCase flow = input.settings.choice("flow", pipe_case_from);
  return flow == PipeCase::rupture ? rupture_answer(input, source, fluid, ambient_Pa)
                                   : fed_answer(input, source, flow, fluid, ambient_Pa);
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  const auto number = [](const char* name, const char* unit, Text text) {
    return ModelParameter{.group = source, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
  };
  const auto required = [&](const char* name, Text text) {
    ModelParameter parameter = number(name, "m", std::move(text));
    parameter.required = true;
    return parameter;
  };
  const auto from_zero = [&](const char* name, const char* unit, Text text) {
    ModelParameter parameter = number(name, unit, std::move(text));
    parameter.above.reset();
    parameter.at_least = 0.0;
    parameter.default_number = 0.0;
    return parameter;
  };
  ModelParameter roughness = number("pipe_roughness_m", "m", {"roughness of the pipe's wall", "管壁粗糙度"});
  roughness.default_number = 4.5e-5;
  std::vector<ModelParameter> all{
      required("pipe_diameter_m", {"inner diameter", "管道内径"}),
      required("pipe_length_m", {"length of the pipe", "管道长度"}),
      roughness,
      number("fanning_factor", "",
             {"Fanning's friction factor; default: of fully rough flow", "范宁摩擦系数, 默认按完全粗糙管计算"}),
      from_zero("minor_losses", "",
                {"velocity heads lost in entrance and fittings of a fed pipe", "持续供气管道入口与管件的局部阻力系数"}),
      from_zero("break_at_m", "m",
                {"where a pipeline is broken, from its end; 0: one open end", "断裂处距管端距离, 0 为一端敞开"}),
      number("mass_kg", "kg", {"gas that can flow through a fed pipe", "持续供气管道可泄漏的气体质量"}),
      number("stop_after_s", "s", {"when the release is isolated; default: never", "隔离切断时间, 默认不切断"}),
      vessel_pressure_parameter(
          {"absolute pressure in the pipeline, or in the vessel that feeds the pipe", "管道内或供气容器内绝对压力"},
          true),
      vessel_temperature_parameter({"temperature of the gas", "气体温度"}, true)};
  append(all, property_parameters(kProperties));
  return all;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  all.push_back(choice_option(
      "flow",
      {"full-bore rupture of a long pipeline that decays, or a pipe fed at constant pressure, without heat or at "
       "constant temperature",
       "长输管道全管径断裂衰减, 或恒压供气管道的绝热或等温流动"},
      {"rupture", "adiabatic", "isothermal"}));
  all.push_back(air_pressure_parameter());
  all.push_back(moment_parameter());
  return all;
}

std::vector<ModelOutput> outputs() {
  std::vector<ModelOutput> all = release_outputs();
  const auto derived = [&](const char* name, const char* unit, Text text) {
    all.push_back({.name = name, .unit = unit, .text = std::move(text), .derived = true});
  };
  derived("choked", "", {"1 when the flow begins choked, else 0", "初始为临界流时取 1, 否则为 0"});
  derived("time_constant_s", "s", {"of a rupture's decay, on the longer side", "断裂较长一侧衰减的时间常数"});
  derived("inlet_mach", "", {"Mach number at the inlet of a fed pipe", "供气管道入口马赫数"});
  derived("exit_pressure_pa", "Pa", {"pressure at the open end of a fed pipe", "供气管道出口压力"});
  return all;
}

}  // namespace
}  // namespace pipe_gas_parts

Model pipe_gas_entry() {
  using namespace pipe_gas_parts;
  Model model;
  model.descriptor.id = "pipe_gas";
  model.descriptor.title = {"Gas from a pipe or a broken pipeline", "管道气体泄漏"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = {
      {{"a pipe so short that friction does not rule its decay", "管道过短, 衰减不受摩擦控制"}, "short_pipe"},
      {{"an ideal gas; told where its Z is off 1 by more than 0.1", "按理想气体计算, 压缩因子偏离 1 超过 0.1 时提示"},
       "gas_not_ideal"},
      {{"a property of the substance is recalled, not seen", "所用物性仅凭记忆, 未经核对"}, "recalled_property"}};
  model.descriptor.source =
      "CPR 14E (Yellow Book) 1997, section 2.5.2; Bell 1978; Wilson 1979; Shapiro 1953, The Dynamics and "
      "Thermodynamics of "
      "Compressible Fluid Flow, chapter 6; AQ/T 3046-2013 annex E (friction factor)";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/pipe_gas.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
