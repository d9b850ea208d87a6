#include "models/fire/fireball.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/catalogue/radiation_parts.hpp"

namespace sise {
namespace fireball_parts {
namespace {

double radiative_fraction(const Parameters& settings) {
  const std::optional<double> stated = settings.optional_number("radiative_fraction");
  const std::optional<double> burst_pa = settings.optional_number("burst_pressure_pa");
  if (stated.has_value() == burst_pa.has_value()) {
    throw ModelError("one_of_two_keys", {"needs exactly one of 'radiative_fraction' and 'burst_pressure_pa'",
                                         "'radiative_fraction' 与 'burst_pressure_pa' 必须且只能给出一个"});
  }
  return stated ? *stated : radiative_fraction_at_burst(*burst_pa);
}

/// A stated emissive power leaves no room for what it would follow from.
void refuse_beside_emissive_power(const Parameters& settings, FireballMethod method) {
  if (method == FireballMethod::point_source) {
    throw ModelError("unused_key", {"method 'point_source' has no surface: it does not use 'emissive_power_w_m2'",
                                    "方法 'point_source' 没有辐射表面: 不使用 'emissive_power_w_m2'"});
  }
  for (const char* name : {"heat_of_combustion_J_kg", "radiative_fraction", "burst_pressure_pa"}) {
    if (!settings.has(name)) continue;
    throw ModelError("unused_key",
                     {fmt::format("'emissive_power_w_m2' is stated: '{}' would say nothing", name),
                      fmt::format("已给出 'emissive_power_w_m2': '{}' 不起作用", name)},
                     {}, {"Give one of the two", "请只给出其一"});
  }
}

FireballSource source_of(const ModelInput& input, FireballMethod method) {
  require_flammable(input);
  const Parameters& settings = input.settings;
  FireballSource source{.mass_kg = settings.number("mass_kg")};
  source.emissive_power_w_m2 = settings.optional_number("emissive_power_w_m2");
  source.centre_height_m = settings.optional_number("height_m");
  if (source.emissive_power_w_m2) {
    refuse_beside_emissive_power(settings, method);
    return source;
  }
  source.heat_of_combustion_J_kg = number_or_property(input, "heat_of_combustion_J_kg", "heat_of_combustion_J_kg");
  source.radiative_fraction = radiative_fraction(settings);
  return source;
}

Fireball fireball_of(const ModelInput& input) {
  const FireballMethod method = *fireball_method_from(input.settings.text("method"));
  return {source_of(input, method), *fireball_correlation_from(input.settings.text("correlation")), method,
          transmissivity_of(input.settings)};
}

NamedNumbers derived(const Fireball& fireball) {
  return {{"diameter_m", fireball.diameter_m()},
          {"duration_s", fireball.duration_s()},
          {"centre_height_m", fireball.centre_height_m()},
          {"emissive_power_w_m2", fireball.emissive_power_w_m2()}};
}

RadialCase prepare(const ModelInput& input) {
  const Fireball fireball = fireball_of(input);
  const Receiver receiver = receiver_of(input.settings);
  RadialCase prepared;
  prepared.derived = derived(fireball);
  prepared.warnings = emissive_power_codes(fireball.emissive_power_w_m2());
  prepared.at = [=](double r_m) {
    const double radiation = fireball.radiation_w_m2(r_m, receiver);
    const double dose = fireball.duration_s() * std::pow(radiation, 4.0 / 3.0);
    return RadialPoint{{{{"radiation_w_m2", radiation}, {"thermal_dose", dose}}, {}},
                       transmissivity_codes(fireball.in_range_of_use(r_m))};
  };
  prepared.find = [=](const FindQuestion& question) {
    return found_distance(fireball.distance_to_m(question.value, receiver), radiation_not_reached());
  };
  return prepared;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  return {{.group = source,
           .name = "mass_kg",
           .unit = "kg",
           .text = {"mass of fuel in the fireball", "参与火球的燃料质量"},
           .required = true,
           .above = 0.0},
          heat_of_combustion_parameter(),
          {.group = source,
           .name = "radiative_fraction",
           .text = {"share of the heat that is radiated: 0.3 for a burst below relief pressure, 0.4 above",
                    "辐射份额: 低于泄放压力破裂 0.3, 高于 0.4"},
           .above = 0.0,
           .at_most = 1.0},
          {.group = source,
           .name = "burst_pressure_pa",
           .unit = "Pa",
           .text = {"absolute pressure at the burst, instead of radiative_fraction",
                    "破裂时绝对压力, 代替 radiative_fraction"},
           .above = 0.0},
          {.group = source,
           .name = "emissive_power_w_m2",
           .unit = "W/m2",
           .text = {"surface emissive power, instead of heat and fraction", "表面辐射强度, 代替燃烧热和辐射份额"},
           .above = 0.0},
          {.group = source,
           .name = "height_m",
           .unit = "m",
           .text = {"height of the centre; default: by the correlation", "火球中心高度, 默认按关系式"},
           .above = 0.0}};
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  all.push_back(
      choice_option("correlation", {"size, duration and height", "直径, 持续时间和高度关系式"}, {"ccps", "tno"}));
  all.push_back(choice_option("method", {"radiating sphere, or all from its centre", "辐射模型: 实体火焰或点源"},
                              {"solid_flame", "point_source"}));
  for (ModelParameter& p : radiation_parameters()) all.push_back(std::move(p));
  all.push_back(distance_parameter({"distance over the ground from below the centre", "距火球中心地面投影点的距离"}));
  return all;
}

}  // namespace
}  // namespace fireball_parts

Model fireball_entry() {
  using namespace fireball_parts;
  Model model;
  model.descriptor.id = "fireball";
  model.descriptor.title = {"Heat of a fireball", "火球热辐射"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      radiation_output(),
      {.name = "thermal_dose",
       .unit = "(W/m2)^(4/3) s",
       .text = {"radiation to the power 4/3 over the whole duration", "整个持续时间内热辐射 4/3 次方的剂量"}},
      derived_output("diameter_m", "m", {"largest diameter", "最大直径"}),
      derived_output("duration_s", "s", {"duration", "持续时间"}),
      derived_output("centre_height_m", "m", {"height of the centre", "中心高度"}),
      derived_output("emissive_power_w_m2", "W/m2", {"surface emissive power", "表面辐射强度"})};
  model.descriptor.validity = {emissive_power_validity(), transmissivity_validity()};
  model.descriptor.source =
      "CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.5; CPR 14E (Yellow "
      "Book) "
      "1997, section 6.5.7; Roberts 1981; Hymes 1983";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/fireball.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
