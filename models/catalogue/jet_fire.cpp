#include "models/fire/jet_fire.hpp"

#include <cmath>

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radiation_parts.hpp"
#include "models/fire/radiation_distance.hpp"

namespace sise {
namespace {

constexpr double kGasConstant_J_molK = 8.314462618;
constexpr double kMolarMassOfAir_kg_mol = 0.028965;

double ideal_density_kg_m3(double molar_mass_kg_mol, const Parameters& p) {
  return p.number("pressure_Pa") * molar_mass_kg_mol / (kGasConstant_J_molK * p.number("temperature_K"));
}

ChamberlainJet chamberlain_of(const ModelInput& input) {
  const Parameters& p = input.settings;
  if (!p.has("jet_velocity_m_s")) {
    throw ModelError("missing_key", {"method 'chamberlain' needs 'jet_velocity_m_s'",
                                     "方法 'chamberlain' 需要给出 'jet_velocity_m_s'"});
  }
  const double molar_mass = number_or_property(input, "molar_mass_kg_mol", "molar_mass_kg_mol");
  const JetFireSource source{
      .rate_kg_s = p.number("rate_kg_s"),
      .jet_velocity_m_s = p.number("jet_velocity_m_s"),
      .jet_angle_deg = p.number("jet_angle_deg"),
      .height_m = p.number("height_m"),
      .molar_mass_kg_mol = molar_mass,
      .heat_of_combustion_J_kg = number_or_property(input, "heat_of_combustion_J_kg", "heat_of_combustion_J_kg"),
      .jet_density_kg_m3 = p.optional_number("jet_density_kg_m3").value_or(ideal_density_kg_m3(molar_mass, p)),
      .radiative_fraction = p.optional_number("radiative_fraction")};
  return {source, {p.number("wind_speed_m_s"), ideal_density_kg_m3(kMolarMassOfAir_kg_mol, p)}, transmissivity_of(p)};
}

/// API 521's flare: a point in the middle of the flame.
struct PointSource {
  double heat_W = 0.0;
  double radiative_fraction = 0.0;
  Transmissivity transmissivity;

  [[nodiscard]] double radiation_w_m2(double r_m) const {
    return point_source_radiation_w_m2(heat_W, radiative_fraction, r_m, transmissivity);
  }
};

PointSource point_source_of(const ModelInput& input) {
  constexpr double kMostRadiated = 0.3;  // upper end of API 521's 0.1 to 0.3
  const Parameters& p = input.settings;
  if (receiver_of(p) != Receiver::facing) {
    throw ModelError("receiver_not_given", {"method 'point_source' knows a facing receiver only",
                                            "方法 'point_source' 仅适用于正对火焰的受热面 (facing)"});
  }
  const double heat_J_kg = number_or_property(input, "heat_of_combustion_J_kg", "heat_of_combustion_J_kg");
  return {p.number("rate_kg_s") * heat_J_kg, p.optional_number("radiative_fraction").value_or(kMostRadiated),
          transmissivity_of(p)};
}

bool by_point(const ModelInput& input) { return input.settings.text("method") == "point_source"; }

std::vector<std::pair<std::string, double>> derived(const ChamberlainJet& jet) {
  return {{"flame_length_m", jet.flame_length_m()},
          {"lift_off_m", jet.lift_off_m()},
          {"tilt_deg", jet.tilt_deg()},
          {"emissive_power_w_m2", jet.emissive_power_w_m2()}};
}

ModelAnswer evaluate_point_source(const ModelInput& input) {
  const PointSource flame = point_source_of(input);
  ModelAnswer answer;
  answer.derived = {{"flame_length_m", api_flame_length_m(flame.heat_W)}};
  for (const Parameters& point : input.at) {
    const double r_m = point.number("r_m");
    answer.points.push_back({{{"radiation_w_m2", flame.radiation_w_m2(r_m)}}, {}});
    if (!flame.transmissivity.in_range_of_use(r_m)) answer.warn("transmissivity_outside_range");
  }
  return answer;
}

ModelAnswer evaluate(const ModelInput& input) {
  require_flammable(input);
  if (by_point(input)) return evaluate_point_source(input);
  const ChamberlainJet jet = chamberlain_of(input);
  ModelAnswer answer;
  answer.derived = derived(jet);
  for (const Parameters& point : input.at) {
    const double r_m = point.number("r_m");
    PointAnswer at{{{"radiation_w_m2", finite_or_none(jet.radiation_w_m2(r_m, receiver_of(input.settings)))}}, {}};
    if (!at.values.front().second) {
      at.reason = Reason{"inside_fire", {"the place lies inside the flame", "该点位于火焰之中"}};
    } else if (!jet.in_range_of_use(r_m)) {
      answer.warn("transmissivity_outside_range");
    }
    answer.points.push_back(std::move(at));
  }
  return answer;
}

FindAnswer find_point_source(const ModelInput& input, double value) {
  const PointSource flame = point_source_of(input);
  FindAnswer answer;
  const double length_m = api_flame_length_m(flame.heat_W);
  answer.derived = {{"flame_length_m", length_m}};
  answer.distance_m =
      farthest_radiation_m([&](double r_m) { return flame.radiation_w_m2(r_m); }, 1e-3 * length_m, length_m, value);
  if (!answer.distance_m) answer.reason = radiation_not_reached();
  return answer;
}

FindAnswer find(const ModelInput& input, const FindQuestion& question) {
  require_flammable(input);
  if (by_point(input)) return find_point_source(input, question.value);
  const ChamberlainJet jet = chamberlain_of(input);
  FindAnswer answer;
  answer.derived = derived(jet);
  answer.distance_m = jet.distance_to_m(question.value, receiver_of(input.settings));
  if (!answer.distance_m) {
    answer.reason = radiation_not_reached();
  } else if (!jet.in_range_of_use(*answer.distance_m)) {
    answer.warnings.emplace_back("transmissivity_outside_range");
  }
  return answer;
}

ModelParameter number(const std::string& name, const std::string& unit, Text text) {
  return {.group = ParameterGroup::source, .name = name, .unit = unit, .text = std::move(text), .above = 0.0};
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      number("rate_kg_s", "kg/s", {"release rate", "释放速率"}),
      number("jet_velocity_m_s", "m/s",
             {"speed of the gas expanded to the air's pressure; for chamberlain",
              "膨胀至大气压后的射流速度, 用于 chamberlain"}),
      {.group = source,
       .name = "jet_angle_deg",
       .unit = "degree",
       .text = {"between jet and wind: 0 with the wind, 90 upwards, 180 against it",
                "射流与风向夹角: 0 顺风, 90 竖直向上, 180 逆风"},
       .default_number = 90.0,
       .at_least = 0.0,
       .at_most = 180.0},
      {.group = source,
       .name = "height_m",
       .unit = "m",
       .text = {"height of the opening", "孔口高度"},
       .default_number = 0.0,
       .at_least = 0.0},
      number("heat_of_combustion_J_kg", "J/kg",
             {"lower heat of combustion; default: the substance's", "低位燃烧热, 默认取自物质"}),
      number("molar_mass_kg_mol", "kg/mol", {"molar mass; default: the substance's", "摩尔质量, 默认取自物质"}),
      number("jet_density_kg_m3", "kg/m3",
             {"density of the expanded gas; default: ideal gas at the air's temperature",
              "膨胀后气体密度, 默认按空气温度的理想气体"}),
      {.group = source,
       .name = "radiative_fraction",
       .text = {"radiated share of the heat; default: Chamberlain's, 0.3 for point_source",
                "辐射份额, 默认按 Chamberlain 关系式, point_source 取 0.3"},
       .above = 0.0,
       .at_most = 1.0}};
  all.front().required = true;
  return all;
}

std::vector<ModelParameter> parameters() {
  std::vector<ModelParameter> all = source_parameters();
  all.push_back({.group = ParameterGroup::weather,
                 .name = "wind_speed_m_s",
                 .unit = "m/s",
                 .text = {"wind at the flame", "火焰处风速"},
                 .default_number = 0.0,
                 .at_least = 0.0});
  all.push_back(air_pressure_parameter());
  all.push_back({.group = ParameterGroup::options,
                 .name = "method",
                 .type = ParameterType::choice,
                 .text = {"Chamberlain's frustum, or API 521's point", "Chamberlain 截锥体火焰, 或 API 521 点源"},
                 .default_name = "chamberlain",
                 .choices = {"chamberlain", "point_source"}});
  for (ModelParameter& p : radiation_parameters()) all.push_back(std::move(p));
  all.push_back(
      distance_parameter({"chamberlain: distance downwind of the opening; point_source: from the flame's middle",
                          "chamberlain: 距孔口下风向距离; point_source: 距火焰中点距离"}));
  return all;
}

ModelOutput derived_output(const std::string& name, const std::string& unit, Text text) {
  return {.name = name, .unit = unit, .text = std::move(text), .derived = true};
}

}  // namespace

Model jet_fire_entry() {
  Model model;
  model.descriptor.id = "jet_fire";
  model.descriptor.title = {"Heat of a jet fire", "喷射火热辐射"};
  model.descriptor.parameters = parameters();
  model.descriptor.outputs = {
      radiation_output(), derived_output("flame_length_m", "m", {"opening to tip of the flame", "孔口至火焰顶端长度"}),
      derived_output("lift_off_m", "m", {"opening to base of the flame", "火焰抬升距离"}),
      derived_output("tilt_deg", "degree", {"angle between jet and flame", "火焰轴线与射流轴线夹角"}),
      derived_output("emissive_power_w_m2", "W/m2", {"surface emissive power", "表面辐射强度"})};
  model.descriptor.validity = {
      {{"no view factor inside the flame", "火焰之中没有视角系数"}, "inside_fire"},
      {{"chamberlain was fitted to flares and upward jets; horizontal jets are beyond the measurements",
        "chamberlain 拟合自火炬和向上射流, 水平射流超出实测范围"},
       ""},
      transmissivity_validity()};
  model.descriptor.source =
      "G. A. Chamberlain, Chem. Eng. Res. Des. 65 (1987) 299; CPR 14E (Yellow Book) 1997, section 6.5.5; API 521";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/jet_fire.md";
  model.evaluate = evaluate;
  model.find = find;
  return model;
}

}  // namespace sise
