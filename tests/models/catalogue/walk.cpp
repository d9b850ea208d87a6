#include "tests/models/catalogue/walk.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/harm/harm_pack.hpp"
#include "tests/models/release/release_fixtures.hpp"

namespace sise::test {
namespace {

Substance with(Substance substance, const std::vector<std::pair<std::string, double>>& more) {
  for (const auto& [name, value] : more) {
    substance.properties[name] = {
        .value = value, .unit = {}, .source = {}, .source_zh = {}, .confidence = Confidence::seen};
  }
  substance.hazard_flags = {"flammable", "toxic"};
  return substance;
}

std::string number_text(const std::optional<double>& value) { return value ? fmt::format("{:.12g}", *value) : "null"; }

std::string text_of(const ModelAnswer& answer) {
  std::string text;
  for (const PointAnswer& point : answer.points) {
    for (const auto& [name, value] : point.values) text += name + "=" + number_text(value) + " ";
    if (point.reason) text += "(" + point.reason->code + ") ";
  }
  for (const auto& [name, value] : answer.derived) text += name + "=" + number_text(value) + " ";
  for (const std::string& code : answer.warnings) text += code + " ";
  return text;
}

const HarmPack& pack() {
  static const HarmPack kPack = [] {
    HarmPack made;
    made.toxic_basis = ToxicBasis::probit_mg_m3;
    made.toxic_exposure_cap_s = 1800.0;
    made.lethal_overpressure_pa = 30000.0;
    made.thermal_exposure_cap_s = 20.0;
    made.lethal_radiation_w_m2 = 37500.0;
    made.thermal_probit_a = -36.38;
    made.thermal_probit_b = 2.56;
    return made;
  }();
  return kPack;
}

}  // namespace

Substance rich_propane() {
  return with(propane(), {{"heat_of_combustion_J_kg", 46.35e6},
                          {"lfl_volume_fraction", 0.021},
                          {"ufl_volume_fraction", 0.095},
                          {"burning_rate_kg_m2_s", 0.099},
                          {"burning_rate_k_beta_1_m", 1.4}});
}

Substance rich_toluene() {
  return with(toluene(),
              {{"heat_of_combustion_J_kg", 40.5e6}, {"burning_rate_kg_m2_s", 0.066}, {"burning_rate_k_beta_1_m", 3.3}});
}

Substance rich_chlorine() { return with(chlorine(), {{"probit_a", -6.35}, {"probit_b", 0.5}, {"probit_n", 2.75}}); }

std::vector<SubstanceCase> property_cases() {
  const std::map<std::string, double> hole{{"hole_diameter_m", 0.02}};
  const auto joined = [](std::map<std::string, double> a, const std::map<std::string, double>& b) {
    a.insert(b.begin(), b.end());
    return a;
  };
  const std::map<std::string, double> jet{{"rate_kg_s", 5.0}, {"jet_velocity_m_s", 250.0}};
  return {
      {{"vessel_gas",
        joined(hole, {{"pressure_pa", 5e5}, {"temperature_K", 320.0}, {"volume_m3", 10.0}}),
        {},
        {{"t_s", 30.0}}},
       rich_propane()},
      {{"pipe_gas",
        {{"pipe_diameter_m", 0.3}, {"pipe_length_m", 5000.0}, {"pressure_pa", 5e5}, {"temperature_K", 320.0}},
        {},
        {{"t_s", 30.0}}},
       rich_propane()},
      {{"vessel_liquid",
        joined(hole, {{"pressure_pa", 1.6e6}, {"temperature_K", 310.0}, {"mass_kg", 1000.0}, {"liquid_head_m", 1.0}}),
        {},
        {{"t_s", 10.0}}},
       rich_propane()},
      {{"vessel_two_phase",
        joined(hole, {{"temperature_K", 300.0}, {"mass_kg", 1000.0}, {"volume_m3", 3.0}}),
        {},
        {{"t_s", 1e5}}},
       rich_propane()},
      {{"vessel_two_phase",
        joined(hole, {{"temperature_K", 300.0}, {"mass_kg", 1000.0}, {"volume_m3", 3.0}}),
        {{"flow", "omega"}},
        {{"t_s", 10.0}}},
       rich_chlorine()},
      {{"pool_evaporation", {{"mass_kg", 100.0}, {"wind_speed_m_s", 2.0}}, {}, {{"t_s", 600.0}}}, rich_toluene()},
      {{"pool_evaporation", {{"mass_kg", 100.0}, {"wind_speed_m_s", 2.0}}, {}, {{"t_s", 60.0}}}, rich_chlorine()},
      {{"fireball", {{"mass_kg", 1000.0}, {"radiative_fraction", 0.3}}, {}, {{"r_m", 100.0}}}, rich_propane()},
      {{"pool_fire", {{"diameter_m", 10.0}}, {{"emissive_power", "yellow_book"}}, {{"r_m", 40.0}}}, rich_toluene()},
      {{"jet_fire", jet, {}, {{"r_m", 60.0}}}, rich_propane()},
      {{"flash_fire", {{"rate_kg_s", 5.0}, {"wind_speed_m_s", 3.0}}, {{"stability", "D"}}, {{"x_m", 50.0}}},
       rich_propane()},
      {{"vapour_cloud_tnt", {{"flammable_mass_kg", 1000.0}}, {}, {{"r_m", 100.0}}}, rich_propane()},
      {{"vessel_burst", {{"burst_pressure_pa", 2e6}, {"volume_m3", 5.0}}, {}, {{"r_m", 50.0}}}, rich_propane()},
      {{"fragments",
        {{"burst_pressure_pa", 2e6}, {"volume_m3", 5.0}, {"vessel_mass_kg", 2000.0}},
        {},
        {{"launch_angle_deg", 30.0}}},
       rich_propane()},
      {{"dust_explosion",
        {{"volume_m3", 20.0}, {"vent_area_m2", 2.0}, {"reduced_pressure_pa", 5e4}},
        {},
        {{"r_m", 10.0}}},
       with(rich_propane(), {{"dust_kst_Pa_m_s", 1.5e7}})},
      {{"dense_gas",
        {{"rate_kg_s", 5.0}, {"area_m2", 0.05}, {"liquid_fraction", 0.5}, {"wind_speed_m_s", 3.0}},
        {{"release", "horizontal_jet"}, {"stability", "D"}},
        {{"x_m", 100.0}}},
       rich_chlorine()},
      {{"dense_gas",
        {{"rate_kg_s", 1.0}, {"area_m2", 20.0}, {"wind_speed_m_s", 3.0}, {"source_temperature_K", 260.0}},
        {{"release", "pool"}, {"stability", "D"}},
        {{"x_m", 100.0}}},
       rich_chlorine()},
      {{"probit", {}, {{"effect", "toxic"}}, {{"concentration_ppm", 300.0}}}, rich_chlorine()}};
}

std::string answer_text(const WalkCase& wanted, const Substance* substance) {
  const Model& model = *find_model(wanted.model);
  ModelInput input;
  for (const auto& [name, value] : wanted.numbers) input.settings.set(name, value);
  for (const auto& [name, value] : wanted.texts) input.settings.set(name, value);
  for (const ParameterGroup group : {ParameterGroup::source, ParameterGroup::weather, ParameterGroup::options}) {
    fill_defaults(input.settings, model.descriptor, group);
  }
  Parameters point;
  for (const auto& [name, value] : wanted.at) point.set(name, value);
  fill_defaults(point, model.descriptor, ParameterGroup::at);
  input.at.push_back(point);
  input.substance = substance;
  if (model.descriptor.uses_harm_pack) input.harm = &pack();
  try {
    return text_of(model.evaluate(input));
  } catch (const ModelError& error) {
    return "refused: " + error.diagnostics().front().code;
  }
}

}  // namespace sise::test
