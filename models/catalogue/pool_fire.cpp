#include "models/fire/pool_fire.hpp"

#include <fmt/core.h>

#include <cmath>
#include <numbers>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/catalogue/radiation_parts.hpp"
#include "models/fire/pool_burning.hpp"
#include "models/substances/substance.hpp"

namespace sise {
namespace pool_fire_parts {
namespace {

void refuse_pool_beyond_bund(double diameter_m, std::optional<double> bund_m2) {
  const double area_m2 = 0.25 * std::numbers::pi * diameter_m * diameter_m;
  if (!bund_m2 || area_m2 <= *bund_m2 * (1.0 + 1e-9)) return;
  throw ModelError(
      "pool_larger_than_bund",
      {fmt::format("a pool of diameter_m {} covers {:.4g} m2, more than its bund of {} m2", diameter_m, area_m2,
                   *bund_m2),
       fmt::format("直径 diameter_m 为 {} 的液池面积 {:.4g} m2, 大于围堰面积 {} m2", diameter_m, area_m2, *bund_m2)},
      {},
      {fmt::format("The bund holds a pool of at most {:.4g} m", 2.0 * std::sqrt(*bund_m2 / std::numbers::pi)),
       fmt::format("围堰内液池直径至多 {:.4g} m", 2.0 * std::sqrt(*bund_m2 / std::numbers::pi))});
}

/// Measured where the table has it, else by Burgess from heats and boiling point.
double substance_burning_rate(const Substance& substance, double diameter_m, double air_K) {
  const std::optional<double> largest = substance.get("burning_rate_kg_m2_s");
  if (largest) {
    const std::optional<double> k_beta = substance.get("burning_rate_k_beta_1_m");
    return k_beta ? babrauskas_burning_rate(*largest, *k_beta, diameter_m) : *largest;
  }
  const auto property = [&](const char* name) {
    if (const std::optional<double> value = substance.get(name)) return *value;
    throw ModelError(
        "missing_property",
        {fmt::format("{} has neither 'burning_rate_kg_m2_s' nor '{}' in the substance table", substance.name_en, name),
         fmt::format("物质表中 {} 既没有 'burning_rate_kg_m2_s' 也没有 '{}'", substance.name_zh, name)},
        {}, {"State 'burning_rate_kg_m2_s'", "请给出 'burning_rate_kg_m2_s'"});
  };
  return burgess_burning_rate(property("heat_of_combustion_J_kg"), property("heat_of_vaporization_J_kg"),
                              property("liquid_heat_capacity_J_kgK"), property("boiling_point_K"), air_K);
}

double burning_rate(const ModelInput& input) {
  require_flammable(input);
  if (const std::optional<double> stated = input.settings.optional_number("burning_rate_kg_m2_s")) return *stated;
  if (input.substance == nullptr) {
    throw ModelError("missing_key", {"needs 'burning_rate_kg_m2_s' or a 'substance'",
                                     "需要给出 'burning_rate_kg_m2_s' 或 'substance'"});
  }
  return substance_burning_rate(*input.substance, input.settings.number("diameter_m"),
                                input.settings.number("temperature_K"));
}

constexpr const char* kBrightPower = "pool_emissive_power_w_m2";

BrightFlame bright_flame(const ModelInput& input) {
  const auto property = [&input](const char* name) {
    const std::optional<double> value = input.substance == nullptr ? std::nullopt : input.substance->get(name);
    if (value) return *value;
    throw ModelError("missing_property",
                     {fmt::format("emissive_power 'bright' needs a substance with '{}' in the substance table", name),
                      fmt::format("emissive_power 'bright' 需要物质表中有 '{}' 的物质", name)},
                     {}, {"State 'emissive_power_w_m2'", "请给出 'emissive_power_w_m2'"});
  };
  return {property(kBrightPower), property("pool_emissive_extinction_1_m")};
}

/// The fuel is known to burn brighter than the smoky flame that was asked for.
bool is_brighter_than_smoky(const ModelInput& input, const PoolFire& smoky) {
  const std::string& asked = input.settings.text("emissive_power");
  if (asked != "mudan" && asked != "shokri_beyler") return false;
  if (input.settings.optional_number("emissive_power_w_m2")) return false;
  if (input.substance == nullptr || !input.substance->get(kBrightPower)) return false;
  const BrightFlame flame = bright_flame(input);
  const double thick = -std::expm1(-flame.extinction_1_m * input.settings.number("diameter_m"));
  return flame.emissive_power_w_m2 * thick > smoky.emissive_power_w_m2();
}

PoolFire fire_of(const ModelInput& input, double burning_rate_kg_m2_s) {
  const Parameters& p = input.settings;
  const PoolFireOptions options{p.choice("emissive_power", pool_emissive_power_from),
                                p.choice("flame_length", pool_flame_length_from),
                                p.optional_number("emissive_power_w_m2")};
  PoolFireSource source{.diameter_m = p.number("diameter_m"), .burning_rate_kg_m2_s = burning_rate_kg_m2_s};
  if (options.emissive_power == PoolEmissivePower::yellow_book && !options.emissive_power_w_m2) {
    source.heat_of_combustion_J_kg = number_or_property(input, "heat_of_combustion_J_kg", "heat_of_combustion_J_kg");
    source.radiative_fraction = p.number("radiative_fraction");
    source.soot_fraction = p.number("soot_fraction");
  }
  if (options.emissive_power == PoolEmissivePower::bright && !options.emissive_power_w_m2) {
    source.bright = bright_flame(input);
  }
  const PoolFireAir air{p.number("wind_speed_m_s"), p.number("temperature_K"), p.number("pressure_Pa"),
                        p.number("air_viscosity_m2_s")};
  return {source, air, options, transmissivity_of(p)};
}

/// Side and top of the flame against the heat of all that burns, where that is known.
bool radiates_more_than_it_burns(const ModelInput& input, const PoolFire& fire, double burning_rate_kg_m2_s) {
  std::optional<double> heat_J_kg = input.settings.optional_number("heat_of_combustion_J_kg");
  if (!heat_J_kg && input.substance != nullptr) heat_J_kg = input.substance->get("heat_of_combustion_J_kg");
  const double diameter_m = input.settings.number("diameter_m");
  const double top_m2 = 0.25 * std::numbers::pi * diameter_m * diameter_m;
  const double side_m2 = std::numbers::pi * diameter_m * fire.flame_length_m();
  return heat_J_kg && fire.emissive_power_w_m2() * (side_m2 + top_m2) > burning_rate_kg_m2_s * *heat_J_kg * top_m2;
}

RadialPoint answer_at(const PoolFire& fire, Receiver receiver, double r_m) {
  const std::optional<double> radiation = finite_or_none(fire.radiation_w_m2(r_m, receiver));
  RadialPoint point{{{{"radiation_w_m2", radiation}}, {}}, {}};
  if (radiation) {
    point.warnings = transmissivity_codes(fire.in_range_of_use(r_m));
    return point;
  }
  const double nearest_m = fire.nearest_m();
  point.answer.reason =
      Reason{"inside_fire",
             {fmt::format("the flame stands or hangs over every place within {:.4g} m downwind", nearest_m),
              fmt::format("下风向 {:.4g} m 以内处于火焰之中或火焰之下", nearest_m)}};
  return point;
}

RadialCase prepare(const ModelInput& input) {
  refuse_pool_beyond_bund(input.settings.number("diameter_m"), input.settings.optional_number("bund_m2"));
  const double burning_rate_kg_m2_s = burning_rate(input);
  const PoolFire fire = fire_of(input, burning_rate_kg_m2_s);
  const Receiver receiver = receiver_of(input.settings);
  RadialCase prepared;
  prepared.warnings = emissive_power_codes(fire.emissive_power_w_m2());
  if (is_brighter_than_smoky(input, fire)) prepared.warnings.emplace_back("burns_brighter");
  if (radiates_more_than_it_burns(input, fire, burning_rate_kg_m2_s)) {
    prepared.warnings.emplace_back("radiates_more_than_it_burns");
  }
  prepared.derived = {{"flame_length_m", fire.flame_length_m()},
                      {"tilt_deg", fire.tilt_rad() * 180.0 / std::numbers::pi},
                      {"emissive_power_w_m2", fire.emissive_power_w_m2()},
                      {"effective_burning_rate_kg_m2_s", burning_rate_kg_m2_s}};
  prepared.at = [=](double r_m) { return answer_at(fire, receiver, r_m); };
  prepared.find = [=](const FindQuestion& question) {
    return found_distance(fire.distance_to_m(question.value, receiver), radiation_not_reached());
  };
  return prepared;
}

std::vector<ModelParameter> source_parameters() {
  std::vector<ModelParameter> all{
      positive_source("diameter_m", "m", {"diameter of the pool", "液池直径"}),
      positive_source("burning_rate_kg_m2_s", "kg/(m2 s)",
                      {"burning rate; default: the substance's", "燃烧速率, 默认取自物质"}),
      positive_source(
          "heat_of_combustion_J_kg", "J/kg",
          {"lower heat of combustion, for yellow_book and for what a flame can radiate; default: the substance's",
           "低位燃烧热, 用于 yellow_book 和辐射上限判断, 默认取自物质"}),
      positive_source("emissive_power_w_m2", "W/m2",
                      {"surface emissive power, instead of the option", "表面辐射强度, 代替选项"}),
      positive_source("bund_m2", "m2", {"area of the bund: a larger pool is refused", "围堰面积, 液池不得更大"})};
  all.front().required = true;
  return all;
}

ModelParameter fraction(const std::string& name, Text text, double default_number) {
  return {.group = ParameterGroup::options,
          .name = name,
          .text = std::move(text),
          .default_number = default_number,
          .at_least = 0.0,
          .at_most = 1.0};
}

std::vector<ModelParameter> parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = source_parameters();
  const std::vector<ModelParameter> more{
      {.group = weather,
       .name = "wind_speed_m_s",
       .unit = "m/s",
       .text = {"wind at 10 m", "10 m 高处风速"},
       .default_number = 0.0,
       .at_least = 0.0},
      air_pressure_parameter(),
      {.group = weather,
       .name = "air_viscosity_m2_s",
       .unit = "m2/s",
       .text = {"kinematic viscosity of air, for the tilt", "空气运动黏度, 用于火焰倾角"},
       .default_number = 1.5e-5,
       .above = 0.0},
      choice_option("emissive_power", {"surface emissive power", "表面辐射强度关系式"},
                    {"mudan", "yellow_book", "shokri_beyler", "bright"}),
      choice_option("flame_length", {"flame length", "火焰长度关系式"}, {"thomas", "thomas_still", "thomas_wind"}),
      fraction("radiative_fraction", {"radiated share of the heat, for yellow_book", "辐射份额, 用于 yellow_book"},
               0.4),
      fraction("soot_fraction",
               {"share of the flame hidden by soot, for yellow_book", "烟炱遮挡份额, 用于 yellow_book"}, 0.8)};
  all.insert(all.end(), more.begin(), more.end());
  for (ModelParameter& p : radiation_parameters()) all.push_back(std::move(p));
  all.push_back(distance_parameter({"distance downwind from the centre of the pool", "距液池中心的下风向距离"}));
  return all;
}

}  // namespace
}  // namespace pool_fire_parts

Model pool_fire_entry() {
  using namespace pool_fire_parts;
  Model model;
  model.descriptor.id = "pool_fire";
  model.descriptor.title = {"Heat of a pool fire", "池火热辐射"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      radiation_output(),
      derived_output("flame_length_m", "m", {"length of the flame along its axis", "火焰沿轴线长度"}),
      derived_output("tilt_deg", "degree", {"tilt from the vertical, downwind", "火焰自竖直向下风向的倾角"}),
      derived_output("emissive_power_w_m2", "W/m2", {"surface emissive power", "表面辐射强度"}),
      derived_output("effective_burning_rate_kg_m2_s", "kg/(m2 s)", {"burning rate used", "所用燃烧速率"})};
  model.descriptor.validity = {
      {{"no view factor where the flame stands or hangs over the receiver", "火焰之中或之下没有视角系数"},
       "inside_fire"},
      {{"the surface emissive power takes more heat off the flame than the pool burns: it was fitted to larger, "
        "smokier "
        "pools or states too much",
        "按表面辐射强度计算的散热超过液池燃烧放热: 关系式拟合自更大更浓烟的池火, 或给定值过大"},
       "radiates_more_than_it_burns"},
      {{"mudan and shokri_beyler are those of smoky flames: this fuel was measured to burn brighter; choose bright, as "
        "maps "
        "do",
        "mudan 与 shokri_beyler 适用于多烟火焰: 该燃料实测更明亮, 请选 bright (地图即如此)"},
       "burns_brighter"},
      emissive_power_validity(),
      transmissivity_validity()};
  model.descriptor.source =
      "P. H. Thomas 1963; K. S. Mudan, Prog. Energy Combust. Sci. 10 (1984) 59; CPR 14E (Yellow Book) 1997, section "
      "6.5.4; M. "
      "Shokri, C. L. Beyler 1989; V. Babrauskas 1983; D. S. Burgess, M. Hertzberg 1974";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/pool_fire.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
