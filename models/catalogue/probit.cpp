#include "models/harm/probit.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace {

/// One of the point's doses; throws ModelError when the point does not have it.
double dose(const Parameters& point, const std::string& name, const std::string& effect) {
  const std::optional<double> value = point.optional_number(name);
  if (value) return *value;
  throw ModelError("missing_key", {fmt::format("effect '{}' needs '{}' at every point", effect, name),
                                   fmt::format("effect '{}' 要求每个点都给出 '{}'", effect, name)});
}

/// A constant the case states itself, else the substance's; throws ModelError when neither has it.
double constant(const ModelInput& input, const std::string& option, const std::string& property) {
  if (const std::optional<double> stated = input.settings.optional_number(option)) return *stated;
  if (input.substance == nullptr) {
    throw ModelError("missing_key", {fmt::format("needs 'substance', or 'options.{}'", option),
                                     fmt::format("需要 'substance' 或 'options.{}'", option)});
  }
  if (const std::optional<double> known = input.substance->get(property)) return *known;
  throw ModelError("missing_property",
                   {fmt::format("{} has no '{}' in the substance table", input.substance->name_en, property),
                    fmt::format("物质表中 {} 没有 '{}'", input.substance->name_zh, property)},
                   {}, {fmt::format("State 'options.{}'", option), fmt::format("请给出 'options.{}'", option)});
}

bool states_constants(const Parameters& settings) { return settings.has("a") && settings.has("b"); }

double concentration_mg_m3(const ModelInput& input, const Parameters& point) {
  if (const std::optional<double> mg_m3 = point.optional_number("concentration_mg_m3")) return *mg_m3;
  if (!point.has("concentration_ppm")) return dose(point, "concentration_mg_m3", "toxic");
  return mg_m3_from_ppm(point.number("concentration_ppm"), constant(input, "molar_mass_kg_mol", "molar_mass_kg_mol"),
                        input.settings.number("temperature_K"), input.settings.number("pressure_Pa"));
}

/// The exposure that counts, with a warning where the pack cuts it short.
double capped(const Parameters& point, double cap_s, ModelAnswer& answer) {
  const double exposure_s = point.number("exposure_s");
  if (exposure_s > cap_s) answer.warn("exposure_capped");
  return std::min(exposure_s, cap_s);
}

PointAnswer by_probit(double probit) {
  const double probability = probability_of(probit);
  if (std::isfinite(probit)) return {{{"probit", probit}, {"probability", probability}}, {}};
  return {{{"probit", std::nullopt}, {"probability", probability}},
          Reason{"no_dose", {"a dose of nothing has no probit", "剂量为零, 无概率单位值"}}};
}

PointAnswer by_threshold(bool exceeded, const std::string& rule_en, const std::string& rule_zh) {
  return {{{"probit", std::nullopt}, {"probability", exceeded ? 1.0 : 0.0}},
          Reason{"threshold_rule", {rule_en, rule_zh}}};
}

PointAnswer toxic(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const ToxicProbit probit{constant(input, "a", "probit_a"), constant(input, "b", "probit_b"),
                           constant(input, "n", "probit_n")};
  const double exposure_s = capped(point, input.harm->toxic_exposure_cap_s, answer);
  return by_probit(toxic_probit(probit, concentration_mg_m3(input, point), exposure_s));
}

PointAnswer heat(const ModelInput& input, const Parameters& point, ModelAnswer& answer) {
  const double radiation = dose(point, "radiation_w_m2", "heat");
  const HarmPack& pack = *input.harm;
  if (radiation >= pack.lethal_radiation_w_m2) {
    return by_threshold(true, fmt::format("death at and above {} W/m2", pack.lethal_radiation_w_m2),
                        fmt::format("热辐射不低于 {} W/m2 即死亡", pack.lethal_radiation_w_m2));
  }
  ThermalProbit probit{pack.thermal_probit_a, pack.thermal_probit_b};
  if (states_constants(input.settings)) probit = {input.settings.number("a"), input.settings.number("b")};
  return by_probit(thermal_probit(probit, radiation, capped(point, pack.thermal_exposure_cap_s, answer)));
}

PointAnswer overpressure(const ModelInput& input, const Parameters& point) {
  const double pressure = dose(point, "overpressure_pa", "overpressure");
  if (states_constants(input.settings)) {
    return by_probit(overpressure_probit({input.settings.number("a"), input.settings.number("b")}, pressure));
  }
  const double lethal = input.harm->lethal_overpressure_pa;
  return by_threshold(pressure >= lethal, fmt::format("outdoors: death at and above {} Pa, none below", lethal),
                      fmt::format("室外: 超压不低于 {} Pa 死亡, 低于则不死亡", lethal));
}

ModelAnswer evaluate(const ModelInput& input) {
  const std::string& effect = input.settings.text("effect");
  ModelAnswer answer;
  for (const Parameters& point : input.at) {
    if (effect == "toxic") {
      answer.points.push_back(toxic(input, point, answer));
    } else if (effect == "heat") {
      answer.points.push_back(heat(input, point, answer));
    } else {
      answer.points.push_back(overpressure(input, point));
    }
  }
  return answer;
}

std::vector<ModelParameter> options() {
  return {
      {.group = ParameterGroup::options,
       .name = "effect",
       .type = ParameterType::choice,
       .text = {"what acts on the person", "作用类型"},
       .required = true,
       .choices = {"toxic", "heat", "overpressure"}},
      {.group = ParameterGroup::options,
       .name = "set",
       .type = ParameterType::name,
       .text = {"harm pack: caps, thresholds and the thermal constants", "伤害准则包: 上限, 阈值和热辐射常数"},
       .default_name = "aqt3046-2013"},
      {.group = ParameterGroup::options,
       .name = "a",
       .text = {"constant of the probit; default: the substance's or the pack's",
                "概率函数常数, 默认取自物质或准则包"}},
      {.group = ParameterGroup::options, .name = "b", .text = {"slope of the probit", "概率函数斜率"}, .above = 0.0},
      {.group = ParameterGroup::options,
       .name = "n",
       .text = {"exponent of the concentration", "浓度指数"},
       .above = 0.0},
      {.group = ParameterGroup::options,
       .name = "molar_mass_kg_mol",
       .unit = "kg/mol",
       .text = {"for concentrations in ppm; default: the substance's", "用于 ppm 换算, 默认取自物质"},
       .above = 0.0},
  };
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = options();
  const std::vector<ModelParameter> rest{
      {.group = ParameterGroup::weather,
       .name = "temperature_K",
       .unit = "K",
       .text = {"air temperature, for ppm", "气温, 用于 ppm 换算"},
       .default_number = 293.15,
       .above = 0.0},
      {.group = ParameterGroup::weather,
       .name = "pressure_Pa",
       .unit = "Pa",
       .text = {"air pressure, for ppm", "气压, 用于 ppm 换算"},
       .default_number = 101325.0,
       .above = 0.0},
      {.group = ParameterGroup::at,
       .name = "concentration_mg_m3",
       .unit = "mg/m3",
       .text = {"concentration by mass", "质量浓度"},
       .at_least = 0.0},
      {.group = ParameterGroup::at,
       .name = "concentration_ppm",
       .unit = "ppm",
       .text = {"concentration by volume", "体积浓度"},
       .at_least = 0.0},
      {.group = ParameterGroup::at,
       .name = "radiation_w_m2",
       .unit = "W/m2",
       .text = {"thermal radiation", "热辐射强度"},
       .at_least = 0.0},
      {.group = ParameterGroup::at,
       .name = "overpressure_pa",
       .unit = "Pa",
       .text = {"side-on overpressure", "侧向超压"},
       .at_least = 0.0},
      {.group = ParameterGroup::at,
       .name = "exposure_s",
       .unit = "s",
       .text = {"exposure", "暴露时间"},
       .default_number = 1800.0,
       .at_least = 0.0},
  };
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

}  // namespace

Model probit_entry() {
  Model model;
  model.descriptor.id = "probit";
  model.descriptor.title = {"Probability of death from a dose", "由剂量求死亡概率"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {{.name = "probit", .text = {"probit value Y", "概率单位值 Y"}},
                              {.name = "probability", .text = {"probability of death", "死亡概率"}}};
  model.descriptor.validity = {
      {{"exposures count at most as long as the pack says", "暴露时间以准则包规定的上限为限"}, "exposure_capped"},
      {{"a threshold decides instead of a probit", "由阈值而非概率函数判定"}, "threshold_rule"},
      {{"no dose: probability 0", "无剂量: 概率为 0"}, "no_dose"}};
  model.descriptor.source = "CPR 18E (Purple Book) table 5.2; AQ/T 3046-2013 annex I";
  model.descriptor.confidence = Confidence::recalled;
  model.descriptor.doc_page = "models/probit.md";
  model.descriptor.uses_harm_pack = true;
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
