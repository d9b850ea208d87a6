#include "models/fire/flash_fire.hpp"

#include <fmt/core.h>

#include <cstddef>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/dispersion/heavy_gas.hpp"

namespace sise {
namespace flash_fire_parts {
namespace {

/// A limit as the case states it, else the substance's volume fraction in the ambient air.
double limit_kg_m3(const ModelInput& input, const std::string& name, const std::string& fraction) {
  const Parameters& p = input.settings;
  if (const std::optional<double> stated = p.optional_number(name)) return *stated;
  return number_or_property(input, name, fraction) *
         ideal_gas_density_kg_m3(number_or_property(input, name, "molar_mass_kg_mol"), p.number("temperature_K"),
                                 p.number("pressure_Pa"));
}

FlashFire fire_of(const ModelInput& input) {
  require_flammable(input);
  const Parameters& p = input.settings;
  const FlashFireSource source{p.number("rate_kg_s"), p.number("height_m"),
                               limit_kg_m3(input, "lfl_kg_m3", "lfl_volume_fraction"),
                               limit_kg_m3(input, "ufl_kg_m3", "ufl_volume_fraction")};
  const PlumeOptions spread = plume_options_of(p);
  return {source,
          weather_of(p),
          {p.choice("limit", flash_fire_limit_from), spread.sigma, spread.transport_wind, spread.averaging_time_s}};
}

NamedNumbers derived(const FlashFire& fire) {
  NamedNumbers all{{"edge_kg_m3", fire.edge_kg_m3()}};
  if (const std::optional<double> reach_m = fire.reach_m(0.0)) all.emplace_back("ground_reach_m", *reach_m);
  if (const std::optional<WidestPlace> widest = fire.widest(0.0)) {
    all.emplace_back("half_width_m", widest->half_width_m);
    all.emplace_back("widest_at_m", widest->x_m);
  }
  if (!fire.cloud()) return all;
  all.emplace_back("flammable_mass_kg", fire.cloud()->mass_kg);
  all.emplace_back("centroid_m", fire.cloud()->centroid_m);
  return all;
}

std::vector<std::string> warnings_of(const FlashFire& fire, const ModelInput& input) {
  std::vector<std::string> codes = fire.warnings();
  for (std::string& code : heavy_gas_codes(input, input.settings.number("rate_kg_s"))) codes.push_back(std::move(code));
  return codes;
}

ModelAnswer evaluate(const ModelInput& input) {
  const FlashFire fire = fire_of(input);
  const std::vector<double> x_m = column(input.at, "x_m");
  std::vector<double> concentrations(x_m.size());
  fire.plume().concentrations(x_m, column(input.at, "y_m"), column(input.at, "z_m"), concentrations);
  ModelAnswer answer;
  answer.derived = derived(fire);
  answer.warnings = warnings_of(fire, input);
  for (std::size_t i = 0; i < x_m.size(); ++i) {
    const double inside = concentrations[i] >= fire.edge_kg_m3() ? 1.0 : 0.0;
    answer.points.push_back({{{"inside", inside}, {"concentration_kg_m3", concentrations[i]}}, {}});
    if (x_m[i] > 0.0 && outside_sigma_range(x_m[i])) answer.warn("outside_sigma_range");
  }
  warn_above_pure_gas(answer, input);
  return answer;
}

double concentration_asked(const FlashFire& fire, const FindQuestion& question) {
  if (question.output == "concentration_kg_m3") return question.value;
  if (question.value == 1.0) return fire.edge_kg_m3();
  throw ModelError(
      "parameter_out_of_range",
      {fmt::format("inside is 1 up to the edge of the flame and 0 beyond; find asks for 1, here {}", question.value),
       fmt::format("火焰范围内 inside 为 1, 范围外为 0; 求距离时只能取 1, 当前值 {}", question.value)});
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  const FlashFire fire = fire_of(input);
  FindAnswer answer;
  answer.derived = derived(fire);
  answer.warnings = warnings_of(fire, input);
  answer.distance_m = farthest_distance_m(fire.plume(), concentration_asked(fire, question), question.at.number("z_m"));
  if (!answer.distance_m) {
    answer.reason =
        Reason{"not_reached", {"the concentration on the axis is lower everywhere", "轴线浓度处处低于该值"}};
  } else if (outside_sigma_range(*answer.distance_m)) {
    answer.warnings.emplace_back("outside_sigma_range");
  }
  return answer;
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      positive_source("rate_kg_s", "kg/s", {"release rate", "释放速率"}),
      {.group = source,
       .name = "height_m",
       .unit = "m",
       .text = {"height of the release", "释放高度"},
       .default_number = 1.0,
       .at_least = 0.0},
      positive_source("lfl_kg_m3", "kg/m3",
                      {"lower flammable limit; default: the substance's", "爆炸下限, 默认取自物质"}),
      positive_source("ufl_kg_m3", "kg/m3",
                      {"upper flammable limit; default: the substance's", "爆炸上限, 默认取自物质"})};
  all.front().required = true;
  for (ModelParameter& p : weather_parameters()) all.push_back(std::move(p));
  all.push_back(choice_option("limit",
                              {"edge of the flame: the lower limit, or half of it", "火焰边界: 爆炸下限或其一半"},
                              {"lfl", "half_lfl"}));
  for (ModelParameter& p : spread_parameters()) all.push_back(std::move(p));
  all.push_back({.group = options,
                 .name = "averaging_time_s",
                 .unit = "s",
                 .text = {"averaging time; default: 18.75 with lfl, 600 with half_lfl",
                          "平均时间; 缺省: lfl 取 18.75, half_lfl 取 600"},
                 .above = 0.0});
  for (ModelParameter& p : place_parameters()) all.push_back(std::move(p));
  return all;
}

std::vector<ModelValidity> validity() {
  std::vector<ModelValidity> all = plume_validity();
  const std::vector<ModelValidity> more{
      {{"the lower limit with a plume averaged over more than 18.75 s: the envelope is too small; from 600 s refused",
        "以爆炸下限配平均时间超过 18.75 s 的烟羽: 范围偏小; 600 s 起拒绝计算"},
       "averaging_time_long"},
      {{"half the lower limit with a plume averaged over less than 600 s: safe, but counted twice",
        "以一半爆炸下限配平均时间不足 600 s 的烟羽: 偏于安全, 属重复保守"},
       "averaging_time_short"},
      {{"in calm air there is an envelope but no mass", "静风时给出火焰范围, 不给出可燃质量"}, ""}};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace
}  // namespace flash_fire_parts

Model flash_fire_entry() {
  using namespace flash_fire_parts;
  Model model;
  model.descriptor.id = "flash_fire";
  model.descriptor.title = {"Flash fire of a drifting cloud", "云团闪火"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      {.name = "inside",
       .text = {"1 in the flame, where everybody dies; 0 outside", "火焰范围内为 1 (人员死亡), 范围外为 0"},
       .findable = true},
      {.name = "concentration_kg_m3", .unit = "kg/m3", .text = {"concentration", "浓度"}, .findable = true},
      derived_output("edge_kg_m3", "kg/m3", {"concentration on the edge of the flame", "火焰边界浓度"}),
      derived_output("ground_reach_m", "m", {"farthest distance of the flame on the ground", "地面火焰最远距离"}),
      derived_output("half_width_m", "m", {"largest half-width of the flame on the ground", "地面火焰最大半宽"}),
      derived_output("widest_at_m", "m", {"where that is", "最大半宽所在距离"}),
      derived_output("flammable_mass_kg", "kg", {"mass between the limits", "爆炸极限之间的质量"}),
      derived_output("centroid_m", "m", {"where that mass is, downwind", "可燃质量质心的下风向距离"})};
  model.descriptor.validity = validity();
  model.descriptor.source =
      "CCPS, Guidelines for Chemical Process Quantitative Risk Analysis, 2nd ed. 2000, section 2.2.2; CPR 14E (Yellow "
      "Book) 1997; CPR 18E (Purple Book) 1999";
  model.descriptor.confidence = Confidence::seen;
  model.descriptor.doc_page = "models/flash_fire.md";
  model.descriptor.find_parameter = "z_m";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
