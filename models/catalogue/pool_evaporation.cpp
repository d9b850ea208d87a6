#include "models/release/pool_evaporation.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "models/atmosphere/stability.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/release_parts.hpp"

namespace sise {
namespace pool_evaporation_parts {
namespace {

const std::vector<std::string_view> kProperties{"molar_mass_kg_mol",    "boiling_point_K",
                                                "melting_point_K",      "critical_temperature_K",
                                                "liquid_density_kg_m3", "heat_of_vaporization_J_kg"};

Ground ground_of(const Parameters& p) {
  Ground ground = p.choice("ground", ground_from);
  ground.conductivity_W_mK = p.optional_number("ground_conductivity_W_mK").value_or(ground.conductivity_W_mK);
  ground.diffusivity_m2_s = p.optional_number("ground_diffusivity_m2_s").value_or(ground.diffusivity_m2_s);
  return ground;
}

PoolAir air_of(const Parameters& p) {
  return {p.number("wind_speed_m_s"), p.choice("stability", stability_from), p.number("temperature_K"),
          p.number("pressure_Pa")};
}

/// The pressure that a case states holds at the liquid's temperature; without one stated, at the air's.
Fluid fluid_with_stated_pressure(const ModelInput& input) {
  const Parameters& p = input.settings;
  const std::optional<double> pressure_Pa = p.optional_number("vapour_pressure_pa");
  if (!pressure_Pa) return fluid_of(input, kProperties);
  const double temperature_K = p.optional_number("liquid_temperature_K").value_or(p.number("temperature_K"));
  return fluid_of(input, kProperties, {{temperature_K, *pressure_Pa}});
}

/// As warm as the air, unless it boils below that.
double liquid_temperature_K(const Parameters& p, const Fluid& fluid) {
  if (const std::optional<double> stated = p.optional_number("liquid_temperature_K")) return *stated;
  return std::fmin(p.number("temperature_K"), fluid.boiling_temperature_K(p.number("pressure_Pa")));
}

PoolSource source_of(const ModelInput& input, const Fluid& fluid) {
  const Parameters& p = input.settings;
  const Ground ground = ground_of(p);
  return {
      .mass_kg = p.number("mass_kg"),
      .spill_duration_s = p.number("spill_duration_s"),
      .temperature_K = liquid_temperature_K(p, fluid),
      .vapour_pressure_Pa = p.optional_number("vapour_pressure_pa"),
      .basin = {p.choice("spreading", pool_spreading_from),
                p.optional_number("min_thickness_m").value_or(ground.min_thickness_m), p.optional_number("bund_m2")},
      .ground = ground,
      .ground_temperature_K = p.optional_number("ground_temperature_K").value_or(p.number("temperature_K")),
      .method = p.choice("method", pool_method_from),
      .stop_after_s = p.number("stop_after_s"),
      .also_at_s = moments_of(input)};
}

double radius_m(double area_m2) { return std::sqrt(area_m2 / std::numbers::pi); }

ModelAnswer evaluate(const ModelInput& input) {
  const Fluid fluid = fluid_with_stated_pressure(input);
  const PoolHistory history = pool_evaporation(source_of(input, fluid), air_of(input.settings), fluid);
  ModelAnswer answer = release_answer(history.release, input);
  for (std::size_t i = 0; i < input.at.size(); ++i) {
    const double area_m2 = area_at_m2(history, input.at[i].number("t_s"));
    answer.points[i].values.emplace_back("pool_radius_m", radius_m(area_m2));
  }
  const double widest_m2 = *std::max_element(history.area_m2.begin(), history.area_m2.end());
  answer.derived.emplace_back("boiling", history.boiling ? 1.0 : 0.0);
  answer.derived.emplace_back("largest_pool_m2", widest_m2);
  const bool open = !input.settings.has("bund_m2") && !input.settings.has("min_thickness_m");
  if (open) answer.warn("min_thickness_recalled");
  return answer;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  const auto number = [](const char* name, const char* unit, Text text) {
    return ModelParameter{.group = source, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
  };
  ModelParameter mass = number("mass_kg", "kg", {"liquid spilled", "泄漏液体质量"});
  mass.required = true;
  ModelParameter duration =
      number("spill_duration_s", "s", {"time over which it is spilled; 0: at once", "泄漏历时, 0 为瞬时"});
  duration.default_number = 0.0;
  duration.above.reset();
  duration.at_least = 0.0;
  ModelParameter stop = number("stop_after_s", "s", {"when the pool is covered or removed", "液池被覆盖或清除的时间"});
  stop.default_number = 86400.0;
  std::vector<ModelParameter> all{
      mass,
      duration,
      number("liquid_temperature_K", "K",
             {"temperature of the liquid; default: the air's, at most the boiling point",
              "液体温度, 默认取气温且不高于沸点"}),
      number("vapour_pressure_pa", "Pa",
             {"vapour pressure of the liquid; default: the substance's", "液体蒸气压, 默认取自物质"}),
      number("bund_m2", "m2", {"area inside the bund; default: none", "围堰面积, 默认无围堰"}),
      number("min_thickness_m", "m", {"thinnest layer; default by ground", "液层最小厚度, 默认由地面类型决定"}),
      number("ground_temperature_K", "K", {"temperature of the ground; default: the air's", "地面温度, 默认取气温"}),
      number("ground_conductivity_W_mK", "W/(m K)",
             {"thermal conductivity of the ground; default by ground", "地面导热系数, 默认由地面类型决定"}),
      number("ground_diffusivity_m2_s", "m2/s",
             {"thermal diffusivity of the ground; default by ground", "地面热扩散系数, 默认由地面类型决定"}),
      stop};
  append(all, property_parameters(kProperties));
  return all;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = source_parameters();
  std::vector<std::string> grounds;
  for (const GroundKind& kind : ground_kinds()) grounds.emplace_back(kind.id);
  all.push_back(choice_option("ground", {"what the pool lies on", "地面类型"}, grounds));
  all.push_back(choice_option("spreading",
                              {"at once to its widest (HJ 169), or by gravity", "瞬时铺展 (HJ 169) 或重力铺展"},
                              {"instant", "gravity"}));
  all.push_back(choice_option("method",
                              {"evaporation by HJ 169, or by MacKay and Matsugu", "蒸发计算: HJ 169 或 MacKay-Matsugu"},
                              {"hj169", "mackay_matsugu"}));
  all.push_back({.group = weather,
                 .name = "wind_speed_m_s",
                 .unit = "m/s",
                 .text = {"wind speed at 10 m", "10 m 高处风速"},
                 .required = true,
                 .above = 0.0});
  all.push_back({.group = weather,
                 .name = "stability",
                 .type = ParameterType::choice,
                 .text = {"Pasquill class", "大气稳定度"},
                 .default_name = "D",
                 .choices = {"A", "A-B", "B", "B-C", "C", "C-D", "D", "D-E", "E", "E-F", "F"}});
  all.push_back(air_temperature_parameter());
  all.push_back(air_pressure_parameter());
  all.push_back(moment_parameter());
  return all;
}

std::vector<ModelOutput> outputs() {
  std::vector<ModelOutput> all = release_outputs();
  all.push_back({.name = "pool_radius_m", .unit = "m", .text = {"radius of the pool", "液池半径"}});
  all.push_back({.name = "boiling",
                 .text = {"1 when the ground makes the liquid boil, else 0", "地面使液体沸腾时取 1, 否则为 0"},
                 .derived = true});
  all.push_back(
      {.name = "largest_pool_m2", .unit = "m2", .text = {"largest area of the pool", "液池最大面积"}, .derived = true});
  return all;
}

}  // namespace
}  // namespace pool_evaporation_parts

Model pool_evaporation_entry() {
  using namespace pool_evaporation_parts;
  Model model;
  model.descriptor.id = "pool_evaporation";
  model.descriptor.title = {"Vapour of a pool", "液池蒸发"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = liquid_validity();
  model.descriptor.validity.push_back(
      {{"HJ 169 has no constants for class C: those of D stand in", "HJ 169 没有 C 类稳定度的系数, 以 D 类代替"},
       "no_class_c"});
  model.descriptor.validity.push_back(
      {{"the pool was not gone when the time asked for was over", "计算时间结束时液池尚未蒸发完"}, "pool_remains"});
  model.descriptor.validity.push_back({{"without a bund the thinnest layer of the ground decides, a recalled number",
                                        "无围堰时由地面最小液层厚度决定, 该数值仅凭记忆"},
                                       "min_thickness_recalled"});
  model.descriptor.validity.push_back({{"a pool that does not boil keeps its temperature; a pool does not shrink",
                                        "不沸腾的液池保持恒温; 液池面积不缩小"},
                                       ""});
  model.descriptor.source =
      "HJ 169-2018 annex F, F.11-F.13, tables F.2 and F.3; CPR 14E (Yellow Book) 1997, chapter 3; MacKay and Matsugu "
      "1973; "
      "Shaw and Briscoe 1978";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/pool_evaporation.md";
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
