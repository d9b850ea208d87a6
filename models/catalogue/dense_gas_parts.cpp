#include "models/catalogue/dense_gas_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <string_view>
#include <utility>

#include "models/base/error.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/plume_parts.hpp"
#include "models/catalogue/release_parts.hpp"

namespace sise {
namespace {

const std::vector<std::string_view> kProperties{
    "molar_mass_kg_mol", "gas_heat_capacity_J_kgK",   "liquid_heat_capacity_J_kgK", "boiling_point_K",
    "melting_point_K",   "heat_of_vaporization_J_kg", "liquid_density_kg_m3"};
constexpr const char* kSourceTemperature = "source_temperature_K";
constexpr double kSameTemperature_K = 1.0;

Location at_source(const std::string& key) {
  Location where;
  where.field = "source." + key;
  return where;
}

[[noreturn]] void refuse(const std::string& code, Text message, const std::string& key, Text remedy = {}) {
  throw ModelError(code, std::move(message), at_source(key), std::move(remedy));
}

void need(const Parameters& p, const std::string& key, std::string_view release) {
  if (p.has(key)) return;
  refuse("missing_key",
         {fmt::format("a release '{}' needs '{}'", release, key),
          fmt::format("释放方式 '{}' 需要给出 '{}'", release, key)},
         key);
}

void has_no(const Parameters& p, const std::string& key, std::string_view release) {
  if (!p.has(key)) return;
  refuse(
      "not_for_this_release",
      {fmt::format("a release '{}' has no '{}'", release, key), fmt::format("释放方式 '{}' 不使用 '{}'", release, key)},
      key, {"Leave it out, or choose another release", "请删去该项, 或改用其他释放方式"});
}

void check_keys(const Parameters& p, DenseRelease release) {
  const std::string_view name = name_of(release);
  const bool at_once = release == DenseRelease::instantaneous;
  need(p, at_once ? "mass_kg" : "rate_kg_s", name);
  has_no(p, at_once ? "rate_kg_s" : "mass_kg", name);
  if (at_once) has_no(p, "duration_s", name);
  if (p.has("area_m2") == p.has("diameter_m")) {
    refuse("one_of_two_keys",
           {"needs exactly one of 'area_m2' and 'diameter_m'", "须且只须给出 'area_m2' 和 'diameter_m' 之一"},
           "area_m2");
  }
  if (release == DenseRelease::pool && p.number("height_m") > 0.0) {
    refuse("pool_above_ground",
           {fmt::format("a pool lies on the ground, the height given is {} m", p.number("height_m")),
            fmt::format("液池位于地面, 所给高度为 {} m", p.number("height_m"))},
           "height_m", {"Leave the height out", "请删去高度"});
  }
  if (p.has("saturation_B_K") != p.has("saturation_C_K")) {
    refuse("incomplete_saturation",
           {"saturation_B_K and saturation_C_K belong together", "saturation_B_K 与 saturation_C_K 须同时给出"},
           "saturation_B_K");
  }
}

double property(const Substance& substance, const std::string& name) {
  if (const std::optional<double> known = substance.get(name)) return *known;
  refuse("missing_property",
         {fmt::format("{} has no '{}' in the substance table", substance.name_en, name),
          fmt::format("物质表中 {} 没有 '{}'", substance.name_zh, name)},
         name, {fmt::format("State 'source.{}'", name), fmt::format("请给出 'source.{}'", name)});
}

/// What boils and freezes when; the liquid's properties only where there can be a liquid.
struct PhaseNeeds {
  double coldest_K = 0.0;
  bool droplets = false;
};

DenseSubstance substance_with(const Substance& known, const Parameters& p, const PhaseNeeds& needs) {
  DenseSubstance s;
  s.molar_mass_kg_mol = property(known, "molar_mass_kg_mol");
  s.gas_heat_capacity_J_kgK = property(known, "gas_heat_capacity_J_kgK");
  s.boiling_point_K = property(known, "boiling_point_K");
  // Warmer than it boils on the highest plain: nothing condenses, whatever the mixture.
  constexpr double kSafelyGas_K = 1.0;
  if (!needs.droplets && needs.coldest_K > s.boiling_point_K + kSafelyGas_K &&
      !known.get("heat_of_vaporization_J_kg")) {
    return s;
  }
  s.liquid_heat_capacity_J_kgK = property(known, "liquid_heat_capacity_J_kgK");
  s.heat_of_vaporization_J_kg = property(known, "heat_of_vaporization_J_kg");
  s.liquid_density_kg_m3 = property(known, "liquid_density_kg_m3");
  if (p.has("saturation_B_K")) {
    s.saturation_B_K = p.number("saturation_B_K");
    s.saturation_C_K = p.number("saturation_C_K");
  } else if (known.get("antoine_b_K") && known.get("antoine_c_K")) {
    s.saturation_B_K = std::numbers::ln10 * *known.get("antoine_b_K");
    s.saturation_C_K = *known.get("antoine_c_K");
  }
  return s;
}

/// Boiling at the air's pressure, by the model's own saturation line.
double boiling_here_K(const DenseSubstance& substance, const Parameters& p) {
  if (substance.heat_of_vaporization_J_kg == 0.0) return substance.boiling_point_K;
  const MoistAir air = moist_air(p.number("temperature_K"), p.number("pressure_Pa"), 0.0);
  return DenseMixture(substance, air, p.number("temperature_K"), 0.0).boiling_point_K();
}

void check_frozen(const Substance& substance, double temperature_K) {
  const std::optional<double> melting = substance.get("melting_point_K");
  if (!melting || temperature_K >= *melting) return;
  refuse("below_melting_point",
         {fmt::format("{} is frozen at {:.2f} K: it melts at {:.2f} K", substance.name_en, temperature_K, *melting),
          fmt::format("{} 在 {:.2f} K 时为固体: 熔点 {:.2f} K", substance.name_zh, temperature_K, *melting)},
         "temperature_K", {"Give the temperature of the gas in kelvin", "请以开尔文给出气体温度"});
}

/// Colder than it boils a substance without droplets does not leave by itself.
void check_vapour(const Substance& substance, double temperature_K, double boiling_K) {
  if (temperature_K >= boiling_K - kSameTemperature_K) return;
  refuse("gas_below_boiling_point",
         {fmt::format("{} is no gas at {:.2f} K: at this pressure it boils at {:.2f} K, and no droplets are stated",
                      substance.name_en, temperature_K, boiling_K),
          fmt::format("{} 在 {:.2f} K 时不是气体: 该压力下沸点为 {:.2f} K, 且未给出液滴份额", substance.name_zh,
                      temperature_K, boiling_K)},
         "temperature_K",
         {"Give liquid_fraction, or leave the temperature out: a gas then leaves at its boiling point or as warm as "
          "the air",
          "请给出 liquid_fraction, 或不给温度: 气体将以沸点与气温中较高者离开"});
}

std::vector<std::string> codes_of(const Substance& substance, const DenseSource& source) {
  std::vector<std::string> codes;
  if (substance.id == "hydrogen_fluoride") codes.emplace_back("association_left_out");
  if (substance.id == "ammonia") codes.emplace_back("heat_of_solution_left_out");
  if (source.liquid_fraction > 0.0) codes.emplace_back("droplets_stay_airborne");
  const auto recalled = [&](std::string_view name) {
    const SourcedValue* value = substance.find(name);
    return value != nullptr && value->confidence == Confidence::recalled;
  };
  if (std::any_of(kProperties.begin(), kProperties.end(), recalled)) codes.emplace_back("recalled_property");
  return codes;
}

ModelParameter number(ParameterGroup group, const char* name, const char* unit, Text text) {
  return {.group = group, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      {.group = source,
       .name = "release",
       .type = ParameterType::choice,
       .text = {"how it leaves", "释放方式"},
       .required = true,
       .choices = {"pool", "horizontal_jet", "vertical_jet", "instantaneous"}},
      number(source, "rate_kg_s", "kg/s", {"rate; not of an instantaneous release", "释放速率, 瞬时释放除外"}),
      number(source, "duration_s", "s", {"how long; none: steady", "持续时间, 缺省为连续"}),
      number(source, "mass_kg", "kg", {"mass of an instantaneous release", "瞬时释放量"}),
      number(source, "area_m2", "m2",
             {"of the pool; of a jet after it has expanded to the air's pressure, never the orifice; of what leaves at "
              "once on the ground",
              "液池面积; 射流膨胀至环境压力后的截面积 (不是孔口); 瞬时释放的占地面积"}),
      number(source, "diameter_m", "m", {"the same as diameter of a circle", "同上, 以圆直径表示"}),
      {.group = source,
       .name = "height_m",
       .unit = "m",
       .text = {"height of a jet, or of the middle of what leaves at once", "射流高度, 或瞬时释放云团中心高度"},
       .default_number = 0.0,
       .at_least = 0.0},
      {.group = source,
       .name = "temperature_K",
       .unit = "K",
       .text = {"of what leaves, at the air's pressure; default: with droplets, or from a pool that boils, the boiling "
                "point, else the air's, at least the boiling point",
                "释放物降至环境压力后的温度, 默认: 含液滴或沸腾液池取沸点, 否则取气温且不低于沸点"},
       .above = 0.0,
       .stored_as = kSourceTemperature},
      {.group = source,
       .name = "liquid_fraction",
       .text = {"mass fraction of airborne droplets in what leaves", "释放物中悬浮液滴的质量分数"},
       .default_number = 0.0,
       .at_least = 0.0,
       .at_most = 1.0}};
  append(all, property_parameters(kProperties));
  all.push_back(number(source, "saturation_B_K", "K",
                       {"B of ln p = A - B/(T + C): ln 10 times Antoine's; default: the substance's",
                        "ln p = A - B/(T + C) 的 B, 为安托因 B 的 ln 10 倍, 默认取自物质"}));
  ModelParameter c = number(source, "saturation_C_K", "K", {"C of the same", "同上, C"});
  c.above.reset();
  all.push_back(std::move(c));
  return all;
}

}  // namespace

DenseCaseSource dense_source_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  const Substance known = substance_of(input, kProperties);
  DenseCaseSource result;
  DenseSource& source = result.source;
  source.release = p.choice("release", dense_release_from);
  check_keys(p, source.release);
  const bool at_once = source.release == DenseRelease::instantaneous;
  (at_once ? source.mass_kg : source.rate_kg_s) = p.number(at_once ? "mass_kg" : "rate_kg_s");
  source.duration_s = p.optional_number("duration_s");
  const double diameter = p.optional_number("diameter_m").value_or(0.0);
  source.area_m2 = p.optional_number("area_m2").value_or(0.25 * std::numbers::pi * diameter * diameter);
  source.height_m = p.number("height_m");
  source.liquid_fraction = p.number("liquid_fraction");

  const double air_K = p.number("temperature_K");
  const std::optional<double> stated_K = p.optional_number(kSourceTemperature);
  if (stated_K) check_frozen(known, *stated_K);
  const bool droplets = source.liquid_fraction > 0.0;
  result.substance = substance_with(known, p, {std::min(air_K, stated_K.value_or(air_K)), droplets});
  const double boiling_K = boiling_here_K(result.substance, p);
  if (stated_K && !droplets) check_vapour(known, *stated_K, boiling_K);
  const bool boils = source.release == DenseRelease::pool && boiling_K < air_K;
  source.temperature_K = stated_K.value_or(droplets || boils ? boiling_K : std::max(air_K, boiling_K));
  result.warnings = codes_of(known, source);
  if (droplets && std::abs(source.temperature_K - boiling_K) > kSameTemperature_K) {
    result.warnings.emplace_back("droplets_at_boiling_point");
  }
  if (droplets) source.temperature_K = boiling_K;
  return result;
}

DenseOptions dense_options_of(const Parameters& p) {
  return {p.choice("mixing", dense_mixing_from), p.choice("passive", dense_passive_from),
          p.choice("sigma", sigma_set_from), p.optional_number("averaging_time_s")};
}

std::vector<ModelParameter> dense_gas_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all = source_parameters();
  for (ModelParameter& p : weather_parameters()) all.push_back(std::move(p));
  all.push_back({.group = weather,
                 .name = "relative_humidity",
                 .text = {"relative humidity, 0 to 1", "相对湿度, 0 至 1"},
                 .default_number = 0.5,
                 .at_least = 0.0,
                 .at_most = 1.0});
  all.push_back(
      choice_option("mixing",
                    {"how the air's stability damps the mixing of a dense cloud: less the denser it is, or always as "
                     "SLAB does",
                     "大气稳定度对重质云团混合的抑制: 云团越重越弱, 或始终按 SLAB"},
                    {"weighted", "ermak"}));
  all.push_back(
      choice_option("passive",
                    {"what spreads the cloud once it is passive: SLAB's surface layer, or the curves of `sigma`",
                     "云团转为中性后的扩散: SLAB 近地层, 或 sigma 曲线"},
                    {"surface_layer", "curves"}));
  all.push_back(spread_parameters().front());
  ModelParameter averaging = averaging_time_parameter();
  averaging.text = {"averaging time; none: a moment's cloud, without meander", "平均时间; 缺省: 瞬时云团, 不计摆动"};
  all.push_back(std::move(averaging));
  for (ModelParameter& p : place_parameters()) all.push_back(std::move(p));
  all.push_back(
      {.group = at,
       .name = "t_s",
       .unit = "s",
       .text = {"time since the release began; none: the highest over time", "释放开始后时间; 缺省: 各时刻最大值"},
       .at_least = 0.0});
  return all;
}

std::vector<ModelValidity> dense_gas_validity() {
  return {
      {{"flat ground without obstacles; tested to 10 km", "平坦无障碍地面; 验证范围至 10 km"},
       "outside_tested_distance"},
      {{"tested over roughness up to 0.1 m", "验证范围的粗糙度不大于 0.1 m"}, "rough_ground"},
      {{"a wind below 0.5 m/s is taken as 0.5 m/s", "风速低于 0.5 m/s 时按 0.5 m/s 计算"}, "calm_wind_raised"},
      {{"what leaves is lighter than the air: the model still holds, but a passive one is meant for it",
        "释放物轻于空气: 模型仍可计算, 但应使用中性气体模型"},
       "lighter_than_air"},
      {{"the cloud becomes lighter than the air by its warmth and rises to the lid; on the ground nothing is left of "
        "it",
        "云团因热而轻于空气, 上升至混合层顶, 地面不再有气体"},
       "cloud_rises"},
      {{"clouds lower than 1 m read low above the ground: trials show more at 1 m",
        "云团低于 1 m 时离地浓度偏低: 试验在 1 m 处测得更高"},
       "shallow_cloud"},
      {{"all droplets evaporate in the air: what rains out must be taken off the rate before",
        "液滴全部在空中蒸发: 沉降部分须事先从速率中扣除"},
       "droplets_stay_airborne"},
      {{"with droplets the source is at its boiling point, whatever temperature is given",
        "含液滴时释放物取沸点温度, 不采用所给温度"},
       "droplets_at_boiling_point"},
      {{"hydrogen fluoride associates: its cloud is heavier near the source than computed",
        "氟化氢缔合: 源附近云团比计算值更重"},
       "association_left_out"},
      {{"the heat of ammonia dissolving in the air's water is left out", "未计氨溶于空气水分的放热"},
       "heat_of_solution_left_out"},
      {{"a property of the substance is recalled, not seen", "所用物性仅凭记忆, 未经核对"}, "recalled_property"},
      {{"no slice of the cloud stands at this distance; the concentration is given all the same",
        "该距离处没有云团断面; 仍给出浓度"},
       "before_the_cloud"},
      {{"the cloud is followed to some 200 km", "云团计算到约 200 km"}, "too_far"},
  };
}

}  // namespace sise
