#include "models/explosion/dust_explosion.hpp"

#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace dust_explosion_parts {
namespace {

std::optional<double> kst(const ModelInput& input) {
  const std::optional<double> stated = input.settings.optional_number("kst_pa_m_s");
  if (stated || input.substance == nullptr) return stated;
  return input.substance->get("dust_kst_Pa_m_s");
}

DustExplosion explosion_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  return {*dust_standard_from(p.text("standard")),
          {.volume_m3 = p.number("volume_m3"),
           .vent_area_m2 = p.number("vent_area_m2"),
           .reduced_pressure_pa = p.number("reduced_pressure_pa"),
           .kst_pa_m_s = kst(input),
           .vents = p.number("vents"),
           .direction = *vent_direction_from(p.text("vent_direction")),
           .metal = p.text("dust") == "metal"}};
}

NamedNumbers derived(const DustExplosion& explosion, std::optional<double> kst_pa_m_s) {
  NamedNumbers all{{"flame_length_m", explosion.flame_length_m()},
                   {"external_peak_pa", explosion.external_peak_pa()},
                   {"peak_distance_m", explosion.peak_distance_m()}};
  if (kst_pa_m_s) all.emplace_back("dust_class", dust_class(*kst_pa_m_s));
  return all;
}

RadialCase prepare(const ModelInput& input) {
  const DustExplosion explosion = explosion_of(input);
  RadialCase prepared;
  prepared.derived = derived(explosion, kst(input));
  prepared.warnings = explosion.warnings();
  prepared.at = [explosion](double r_m) {
    return RadialPoint{{{{"overpressure_pa", explosion.overpressure_pa(r_m)}}, {}}, {}};
  };
  prepared.find = [explosion](const FindQuestion& question) {
    return found_distance(explosion.distance_to_m(question.value),
                          {"not_reached", {"the value lies above the external peak", "该值高于外部压力峰值"}});
  };
  return prepared;
}

ModelParameter number(const std::string& name, const std::string& unit, Text text, bool required) {
  return {.group = ParameterGroup::source,
          .name = name,
          .unit = unit,
          .text = std::move(text),
          .required = required,
          .above = 0.0};
}

std::vector<ModelParameter> parameters() {
  return {
      number("volume_m3", "m3", {"volume of the vented vessel", "泄爆容器容积"}, true),
      number("vent_area_m2", "m2", {"area of all vents", "泄爆口总面积"}, true),
      number("reduced_pressure_pa", "Pa", {"highest gauge pressure in the vented vessel", "泄爆后容器内最大表压"},
             true),
      number("kst_pa_m_s", "Pa m/s", {"dust constant; default: the substance's", "爆炸指数 Kst, 默认取自物质"}, false),
      {.group = ParameterGroup::source,
       .name = "vents",
       .text = {"number of vents, for nfpa68", "泄爆口数量, 用于 nfpa68"},
       .default_number = 1.0,
       .at_least = 1.0},
      choice_option("standard", {"whose formulas", "采用的标准"}, {"en14491", "nfpa68"}),
      choice_option("vent_direction", {"where the vent points, for en14491", "泄爆方向, 用于 en14491"},
                    {"horizontal", "vertical"}),
      choice_option("dust", {"kind of dust, for nfpa68", "粉尘种类, 用于 nfpa68"}, {"organic", "metal"}),
      distance_parameter({"distance from the vent in its direction", "泄爆方向上距泄爆口距离"})};
}

}  // namespace
}  // namespace dust_explosion_parts

Model dust_explosion_entry() {
  using namespace dust_explosion_parts;
  Model model;
  model.descriptor.id = "dust_explosion";
  model.descriptor.title = {"Flame and blast of a vented dust explosion", "粉尘爆炸泄放火焰与外部压力"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "overpressure_pa", .unit = "Pa", .text = {"overpressure outside", "外部超压"}, .findable = true},
      derived_output("flame_length_m", "m", {"length of the flame from the vent", "泄爆火焰长度"}),
      derived_output("external_peak_pa", "Pa", {"highest pressure outside", "外部压力峰值"}),
      derived_output("peak_distance_m", "m", {"distance of the highest pressure", "外部压力峰值位置"}),
      derived_output("dust_class", "", {"1, 2 or 3, where Kst is known", "粉尘爆炸等级 St1-St3, 已知 Kst 时给出"})};
  model.descriptor.validity = {
      {{"V 0.1-250 m3, reduced pressure to 1 bar, Kst to 200 bar m/s; outside, the number stands",
        "适用范围: 容积 0.1-250 m3, 泄爆压力不大于 1 bar, Kst 不大于 200 bar m/s; 之外仍给出数值"},
       "outside_range_of_use"}};
  model.descriptor.source = "EN 14491; VDI 3673; NFPA 68";
  model.descriptor.confidence = Confidence::recalled;
  model.descriptor.doc_page = "models/dust_explosion.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
