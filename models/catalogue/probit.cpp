#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/probit_answers.hpp"
#include "models/harm/harm_pack.hpp"

namespace sise {
namespace probit_parts {
namespace {

ModelAnswer evaluate(const ModelInput& input) {
  ModelAnswer answer;
  for (const Parameters& point : input.at) answer.points.push_back(probit_answer(input, point, answer));
  return answer;
}

std::vector<std::string> effects() {
  std::vector<std::string> names{"toxic", "heat", "overpressure"};
  names.insert(names.end(), kEffectIds.begin(), kEffectIds.end());
  return names;
}

ModelParameter option(const std::string& name, const std::string& unit, Text text) {
  return {.group = ParameterGroup::options, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
}

ModelParameter dose(const std::string& name, const std::string& unit, Text text) {
  return {.group = ParameterGroup::at, .name = name, .unit = unit, .text = std::move(text), .at_least = 0.0};
}

std::vector<ModelParameter> options() {
  std::vector<ModelParameter> all{
      {.group = ParameterGroup::options,
       .name = "effect",
       .type = ParameterType::choice,
       .text =
           {"what acts, and what it does: death by poison, heat or blast as the set has it, or one of its functions",
            "作用及后果: 准则包规定的中毒, 热辐射或超压致死, 或其中一个函数"},
       .required = true,
       .choices = effects()},
      {.group = ParameterGroup::options,
       .name = "set",
       .type = ParameterType::name,
       .text = {"harm pack: functions, caps and thresholds", "伤害准则包: 函数, 上限和阈值"},
       .default_name = "aqt3046-2013"},
      {.group = ParameterGroup::options,
       .name = "a",
       .text = {"constant of the probit, for toxic, heat and overpressure, with its other constants; default: "
                "the substance's or the set's",
                "概率函数常数, 用于 toxic, heat, overpressure, 默认取自物质或准则包; 须与其余常数同时给出"}},
      option("b", "", {"slope of the probit", "概率函数斜率"}),
      option("n", "", {"exponent of the concentration", "浓度指数"}),
      choice_option("constants_per",
                    {"unit of the concentration for which a, b and n are stated", "a, b, n 所对应的浓度单位"},
                    {"mg_m3", "ppm"}),
      {.group = ParameterGroup::options,
       .name = "dose_factor",
       .text = {"share of the heat dose that reaches the skin, with a and b of the case",
                "到达皮肤的热剂量份额, 与自定 a, b 同用"},
       .default_number = 1.0,
       .above = 0.0,
       .at_most = 1.0}};
  const std::vector<ModelParameter> more{
      option("molar_mass_kg_mol", "kg/mol",
             {"between ppm and mg/m3; default: the substance's", "用于 ppm 与 mg/m3 换算, 默认取自物质"}),
      option("air_changes_per_h", "1/h",
             {"people are in a room with this air change; default: outdoors", "室内换气次数, 缺省为室外"}),
      option("escape_speed_m_s", "m/s",
             {"people run from the heat at this speed; default: they stay", "人员逃离速度, 缺省为不逃离"}),
      {.group = ParameterGroup::options,
       .name = "reaction_s",
       .unit = "s",
       .text = {"before they run", "逃离前的反应时间"},
       .default_number = 5.0,
       .at_least = 0.0},
      choice_option("posture", {"how the shock meets the body", "冲击波作用姿态"},
                    {"side_on", "standing", "reflected"}),
      {.group = ParameterGroup::options,
       .name = "body_mass_kg",
       .unit = "kg",
       .text = {"for lung", "体重, 用于 lung"},
       .default_number = 70.0,
       .above = 0.0},
      {.group = ParameterGroup::options,
       .name = "level_probability",
       .text = {"also give the level with this probability", "同时给出该概率对应的强度"},
       .above = 0.0,
       .at_most = 1.0 - 1e-9}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = options();
  const std::vector<ModelParameter> rest{
      air_temperature_parameter(),
      air_pressure_parameter(),
      dose("concentration_mg_m3", "mg/m3", {"concentration by mass", "质量浓度"}),
      dose("concentration_ppm", "ppm", {"concentration by volume", "体积浓度"}),
      dose("radiation_w_m2", "W/m2", {"thermal radiation", "热辐射强度"}),
      dose("overpressure_pa", "Pa", {"side-on overpressure", "侧向超压"}),
      dose("impulse_pa_s", "Pa s", {"side-on impulse", "侧向冲量"}),
      {.group = ParameterGroup::at,
       .name = "exposure_s",
       .unit = "s",
       .text = {"exposure; indoors: of the cloud outdoors", "暴露时间; 室内时为室外云团持续时间"},
       .default_number = 1800.0,
       .at_least = 0.0},
      dose("stay_s", "s",
           {"indoors: people leave so long after the cloud's arrival; default: never",
            "室内: 云团到达后人员停留时间, 缺省为不离开"}),
      {.group = ParameterGroup::at,
       .name = "r_m",
       .unit = "m",
       .text = {"distance from the fire's centre, for people who run", "距火焰中心距离, 用于逃离"},
       .above = 0.0},
  };
  all.insert(all.end(), rest.begin(), rest.end());
  return all;
}

std::vector<ModelOutput> outputs() {
  return {{.name = "probit", .text = {"probit value Y", "概率单位值 Y"}},
          {.name = "probability", .text = {"probability of death, injury or damage", "死亡, 受伤或破坏的概率"}},
          {.name = "level_mg_m3", .unit = "mg/m3", .text = {"level with level_probability", "给定概率对应的浓度"}},
          {.name = "level_ppm", .unit = "ppm", .text = {"the same, for constants in ppm", "同上, 常数以 ppm 计"}},
          {.name = "level_w_m2", .unit = "W/m2", .text = {"the same, for this exposure", "同上, 在该暴露时间下"}},
          {.name = "level_pa", .unit = "Pa", .text = {"the same, for this impulse", "同上, 在该冲量下"}},
          {.name = "level_pa_s", .unit = "Pa s", .text = {"the same, for functions of impulse", "同上, 冲量函数"}}};
}

}  // namespace
}  // namespace probit_parts

Model probit_entry() {
  using namespace probit_parts;
  Model model;
  model.descriptor.id = "probit";
  model.descriptor.title = {"Probability of death, injury or damage from a dose", "由剂量求死亡, 受伤或破坏概率"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = outputs();
  model.descriptor.validity = {
      {{"exposures count at most as long as the pack says", "暴露时间以准则包规定的上限为限"}, "exposure_capped"},
      {{"a threshold decides instead of a probit", "由阈值而非概率函数判定"}, "threshold_rule"},
      {{"the concentration by mass is higher than that of the pure gas", "质量浓度高于纯气体密度"}, "above_pure_gas"},
      {{"no dose: probability 0", "无剂量: 概率为 0"}, "no_dose"},
      {{"several harms together leave no doubt: probability 1", "多种伤害合成概率为 1"}, "certain"}};
  model.descriptor.source =
      "AQ/T 3046-2013; CPR 16E (Green Book) 1992; CPR 18E (Purple Book) 1999; CCPS CPQRA 2000; Lees 1994; UK HSE";
  model.descriptor.confidence = Confidence::recalled;
  model.descriptor.doc_page = "models/probit.md";
  model.descriptor.uses_harm_pack = true;
  model.evaluate = evaluate;
  return model;
}

}  // namespace sise
