#include "models/fire/jet_fire.hpp"

#include "models/base/error.hpp"
#include "models/catalogue/entries.hpp"
#include "models/catalogue/entry_parts.hpp"
#include "models/catalogue/radial_case.hpp"
#include "models/catalogue/radiation_parts.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/fire/radiation_distance.hpp"

namespace sise {
namespace jet_fire_parts {
namespace {

double ideal_density_kg_m3(double molar_mass_kg_mol, const Parameters& p) {
  return ideal_gas_density_kg_m3(molar_mass_kg_mol, p.number("temperature_K"), p.number("pressure_Pa"));
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
  return {source, {p.number("wind_speed_m_s"), ideal_density_kg_m3(air_molar_mass_kg_mol, p)}, transmissivity_of(p)};
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

NamedNumbers derived(const ChamberlainJet& jet) {
  return {{"flame_length_m", jet.flame_length_m()},
          {"lift_off_m", jet.lift_off_m()},
          {"tilt_deg", jet.tilt_deg()},
          {"emissive_power_w_m2", jet.emissive_power_w_m2()}};
}

RadialCase point_source_case(const ModelInput& input) {
  const PointSource flame = point_source_of(input);
  const double length_m = api_flame_length_m(flame.heat_W);
  RadialCase prepared;
  prepared.derived = {{"flame_length_m", length_m}};
  prepared.at = [=](double r_m) {
    return RadialPoint{{{{"radiation_w_m2", flame.radiation_w_m2(r_m)}}, {}},
                       transmissivity_codes(flame.transmissivity.in_range_of_use(r_m))};
  };
  prepared.find = [=](const FindQuestion& question) {
    const auto radiation = [&](double r_m) { return flame.radiation_w_m2(r_m); };
    return found_distance(farthest_radiation_m(radiation, 1e-3 * length_m, length_m, question.value),
                          radiation_not_reached());
  };
  return prepared;
}

RadialPoint answer_at(const ChamberlainJet& jet, Receiver receiver, double r_m) {
  const std::optional<double> radiation = finite_or_none(jet.radiation_w_m2(r_m, receiver));
  if (radiation) return {{{{"radiation_w_m2", radiation}}, {}}, transmissivity_codes(jet.in_range_of_use(r_m))};
  const Reason inside{"inside_fire", {"the place lies inside the flame", "该点位于火焰之中"}};
  return {{{{"radiation_w_m2", radiation}}, inside}, {}};
}

RadialCase prepare(const ModelInput& input) {
  require_flammable(input);
  if (by_point(input)) return point_source_case(input);
  const ChamberlainJet jet = chamberlain_of(input);
  const Receiver receiver = receiver_of(input.settings);
  RadialCase prepared;
  prepared.derived = derived(jet);
  prepared.warnings = emissive_power_codes(jet.emissive_power_w_m2());
  prepared.at = [=](double r_m) { return answer_at(jet, receiver, r_m); };
  prepared.find = [=](const FindQuestion& question) {
    return found_distance(jet.distance_to_m(question.value, receiver), radiation_not_reached());
  };
  return prepared;
}

std::vector<ModelParameter> source_parameters() {
  using enum ParameterGroup;
  std::vector<ModelParameter> all{
      positive_source("rate_kg_s", "kg/s", {"release rate", "释放速率"}),
      positive_source("jet_velocity_m_s", "m/s",
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
      heat_of_combustion_parameter(),
      positive_source("molar_mass_kg_mol", "kg/mol",
                      {"molar mass; default: the substance's", "摩尔质量, 默认取自物质"}),
      positive_source("jet_density_kg_m3", "kg/m3",
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
  all.push_back(choice_option("method",
                              {"Chamberlain's frustum, or API 521's point", "Chamberlain 截锥体火焰, 或 API 521 点源"},
                              {"chamberlain", "point_source"}));
  for (ModelParameter& p : radiation_parameters()) all.push_back(std::move(p));
  all.push_back(
      distance_parameter({"chamberlain: distance downwind of the opening; point_source: from the flame's middle",
                          "chamberlain: 距孔口下风向距离; point_source: 距火焰中点距离"}));
  return all;
}

}  // namespace
}  // namespace jet_fire_parts

Model jet_fire_entry() {
  using namespace jet_fire_parts;
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
      emissive_power_validity(),
      transmissivity_validity()};
  model.descriptor.source =
      "G. A. Chamberlain, Chem. Eng. Res. Des. 65 (1987) 299; CPR 14E (Yellow Book) 1997, section 6.5.5; API 521";
  model.descriptor.confidence = Confidence::corroborated;
  model.descriptor.doc_page = "models/jet_fire.md";
  answer_radially<prepare>(model);
  return model;
}

}  // namespace sise
