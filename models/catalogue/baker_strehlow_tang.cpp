#include "models/explosion/baker_strehlow_tang.hpp"

#include <fmt/core.h>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/explosion/flame_speed.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace baker_strehlow_tang_parts {
namespace {

/// A gas known to burn fast may not be computed as a slower one.
void refuse_slower_than_known(Reactivity stated, Reactivity known, const Substance& substance) {
  if (stated >= known) return;
  throw ModelError("reactivity_contradicts_substance",
                   {fmt::format("{} has reactivity '{}'; the flame speeds of '{}' are too low for it",
                                substance.name_en, name_of(known), name_of(stated)),
                    fmt::format("{} 的反应活性为 '{}', '{}' 的火焰速度对其偏低", substance.name_zh, name_of(known),
                                name_of(stated))},
                   {}, {"Leave reactivity out, or correct it", "请去掉 reactivity 或改正其值"});
}

Reactivity reactivity_of(const ModelInput& input) {
  const std::optional<Reactivity> known =
      input.substance != nullptr ? known_reactivity(*input.substance) : std::optional<Reactivity>{};
  if (!input.settings.has("reactivity")) {
    if (known) return *known;
    throw ModelError("missing_key", {"needs 'flame_mach', or 'reactivity', 'congestion' and 'confinement'",
                                     "需要给出 'flame_mach', 或 'reactivity', 'congestion' 和 'confinement'"});
  }
  const Reactivity stated = *reactivity_from(input.settings.text("reactivity"));
  if (known) refuse_slower_than_known(stated, *known, *input.substance);
  return stated;
}

double flame_mach_of(const ModelInput& input) {
  const Parameters& settings = input.settings;
  const bool tabulated = settings.has("reactivity") || settings.has("congestion") || settings.has("confinement");
  if (settings.has("flame_mach")) {
    if (!tabulated) return settings.number("flame_mach");
    throw ModelError("one_of_two_keys", {"'flame_mach' stands instead of 'reactivity', 'congestion' and 'confinement'",
                                         "'flame_mach' 与 'reactivity', 'congestion', 'confinement' 不能同时给出"});
  }
  const Reactivity reactivity = reactivity_of(input);
  if (!settings.has("congestion") || !settings.has("confinement")) {
    throw ModelError("missing_key", {"the flame speed table needs 'congestion' and 'confinement'",
                                     "查火焰速度表需要给出 'congestion' 和 'confinement'"});
  }
  return flame_mach(reactivity, *congestion_from(settings.text("congestion")),
                    *confinement_from(settings.text("confinement")));
}

BakerStrehlowTang model_of(const Parameters& settings, double mach) {
  const BlastAir air{settings.number("pressure_Pa"), sound_speed_m_s(settings.number("temperature_K"))};
  return {settings.number("energy_J"), mach, settings.number("ground_factor"), air};
}

PointAnswer answer_at(const BakerStrehlowTang& model, double r_m) {
  PointAnswer answer;
  const std::optional<double> pressure = finite_or_none(model.overpressure_pa(r_m));
  answer.values = {{"overpressure_pa", pressure}, {"impulse_pa_s", finite_or_none(model.impulse_pa_s(r_m))}};
  if (!pressure) {
    answer.reason =
        Reason{"outside_fit",
               {fmt::format("the curves run from R = 0.1 to 10, here R = {:.4g}", model.scaled_distance(r_m)),
                fmt::format("曲线范围 R = 0.1 至 10, 此处 R = {:.4g}", model.scaled_distance(r_m))}};
  }
  return answer;
}

RadialCase prepare(const ModelInput& input) {
  require_flammable(input);
  const double mach = flame_mach_of(input);
  const BakerStrehlowTang model = model_of(input.settings, mach);
  RadialCase prepared;
  prepared.derived = {{"effective_energy_J", model.effective_energy_J()}, {"effective_flame_mach", mach}};
  if (mach < kSlowestCurveMach) prepared.warnings.emplace_back("flame_below_curves");
  prepared.at = [model](double r_m) { return RadialPoint{answer_at(model, r_m), {}}; };
  prepared.find = [model](const FindQuestion& question) {
    return found_distance(question.output == "impulse_pa_s" ? model.distance_to_impulse(question.value)
                                                            : model.distance_to_overpressure(question.value));
  };
  return prepared;
}

ModelParameter choice(const std::string& name, Text text, std::vector<std::string> choices) {
  return {.group = ParameterGroup::source,
          .name = name,
          .type = ParameterType::choice,
          .text = std::move(text),
          .choices = std::move(choices)};
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  return {
      {.group = source,
       .name = "energy_J",
       .unit = "J",
       .text = {"combustion energy of the flammable part of the cloud", "可燃云的燃烧能量"},
       .required = true,
       .above = 0.0},
      {.group = source,
       .name = "flame_mach",
       .text = {"Mach number of the flame; instead of the next three", "火焰马赫数, 代替以下三项"},
       .above = 0.0,
       .at_most = kDetonationMach},
      choice("reactivity",
             {"reactivity of the gas; default: the substance's, where known", "燃料反应活性, 默认取自物质"},
             {"low", "medium", "high"}),
      choice("congestion", {"blockage by obstacles: below 10 %, to 40 %, above", "阻塞率: 小于 10%, 至 40%, 大于 40%"},
             {"low", "medium", "high"}),
      choice("confinement", {"dimensions in which the flame can expand", "火焰可膨胀的维数"}, {"2d", "2.5d", "3d"}),
      {.group = options,
       .name = "ground_factor",
       .text = {"multiplies the energy once: 2 on the ground, 1 high above it", "能量地面反射系数: 近地 2, 高空 1"},
       .default_number = 2.0,
       .at_least = 1.0,
       .at_most = 2.0},
      air_pressure_parameter(),
      air_temperature_parameter(),
      distance_parameter({"distance from the centre of the cloud", "距云团中心距离"})};
}

}  // namespace
}  // namespace baker_strehlow_tang_parts

Model baker_strehlow_tang_entry() {
  using namespace baker_strehlow_tang_parts;
  Model model;
  model.descriptor.id = "baker_strehlow_tang";
  model.descriptor.title = {"Blast of a vapour cloud by its flame speed, Baker-Strehlow-Tang",
                            "蒸气云爆炸 Baker-Strehlow-Tang 法"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      overpressure_output(),
      {.name = "impulse_pa_s",
       .unit = "Pa s",
       .text = {"side-on impulse of the positive phase", "正压区侧向冲量"},
       .findable = true},
      {.name = "effective_energy_J",
       .unit = "J",
       .text = {"energy that scales the distance, with the ground factor", "计入地面系数后的能量"},
       .derived = true},
      {.name = "effective_flame_mach", .text = {"flame speed used", "所用火焰马赫数"}, .derived = true}};
  model.descriptor.validity = {
      {{"curves from R = 0.1 to 10, reading error 10 to 15 %", "曲线范围 R = 0.1 至 10, 读图误差 10% 至 15%"},
       "outside_fit"},
      {{"below Mach 0.2 the lowest curve is scaled by M^2/(1+M)", "马赫数低于 0.2 时按 M^2/(1+M) 缩放最低曲线"},
       "flame_below_curves"}};
  model.descriptor.source =
      "M. J. Tang, Q. A. Baker, Process Safety Progress 18 (1999) 235; A. J. Pierorazio et al., Process Safety "
      "Progress 24 "
      "(2005) 59; curves as digitised for HyRAM+, Sandia National Laboratories";
  model.descriptor.confidence = Confidence::recalled;
  model.descriptor.doc_page = "models/baker_strehlow_tang.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
