#include "tests/models/catalogue/walk.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/harm/harm_pack.hpp"
#include "tests/models/harm/aqt3046.hpp"
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
    HarmPack made = testing::aqt3046();
    made.toxic_basis = ToxicBasis::probit_mg_m3;
    made.effects = {{.id = "lung", .form = LungProbit{5.74, 4.2, 1.3}}};
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
      {{"probit", {}, {{"effect", "toxic"}}, {{"concentration_ppm", 300.0}}}, rich_chlorine()}};
}

std::vector<SubstanceCase> parameter_cases() {
  using Numbers = std::map<std::string, double>;
  using Texts = std::map<std::string, std::string>;
  std::vector<SubstanceCase> all = property_cases();
  const Substance propane = rich_propane();
  const auto add = [&](const std::string& model, const Numbers& numbers, const Texts& texts, const Numbers& at) {
    all.push_back({{model, numbers, texts, at}, propane});
  };
  const Numbers place{{"x_m", 800.0}, {"y_m", 20.0}, {"z_m", 2.0}};
  const Texts d{{"stability", "D"}};
  const Numbers plume{{"rate_kg_s", 1.0}, {"height_m", 20.0}, {"wind_speed_m_s", 3.0}};
  add("gaussian_plume", plume, d, place);
  Numbers stack = plume;
  stack.insert({{"stack_diameter_m", 1.0}, {"exit_velocity_m_s", 12.0}, {"exit_temperature_K", 400.0}});
  add("gaussian_plume", stack, {{"stability", "F"}}, place);
  Numbers area = plume;
  area.insert({{"length_m", 30.0}, {"width_m", 10.0}, {"angle_deg", 30.0}});
  add("gaussian_plume", area, d, place);
  Numbers thick = plume;
  thick["rate_kg_s"] = 500.0;
  add("gaussian_plume", thick, d, {{"x_m", 10.0}, {"z_m", 20.0}});
  const Numbers later{{"x_m", 800.0}, {"y_m", 20.0}, {"z_m", 2.0}, {"t_s", 250.0}};
  add("gaussian_puff", {{"mass_kg", 100.0}, {"height_m", 20.0}, {"wind_speed_m_s", 3.0}}, d, later);
  add("gaussian_puff", {{"rate_kg_s", 50.0}, {"duration_s", 100.0}, {"height_m", 2.0}, {"wind_speed_m_s", 3.0}}, d,
      later);
  add("similarity_plume",
      {{"rate_kg_s", 1.0},
       {"height_m", 2.0},
       {"wind_speed_m_s", 5.0},
       {"friction_velocity_m_s", 0.4},
       {"obukhov_length_m", 50.0}},
      {}, place);
  add("similarity_plume",
      {{"rate_kg_s", 300.0},
       {"height_m", 1.0},
       {"wind_speed_m_s", 5.0},
       {"friction_velocity_m_s", 0.4},
       {"obukhov_length_m", 50.0}},
      {}, {{"x_m", 60.0}});
  // Just heavy by HJ 169: a little warmer or thinner and they are not.
  Numbers just_heavy = plume;
  just_heavy["rate_kg_s"] = 0.00048;
  add("gaussian_plume", just_heavy, d, place);
  add("gaussian_puff", {{"mass_kg", 0.00066}, {"height_m", 20.0}, {"wind_speed_m_s", 3.0}}, d, later);
  add("similarity_plume",
      {{"rate_kg_s", 0.0062},
       {"height_m", 2.0},
       {"wind_speed_m_s", 5.0},
       {"friction_velocity_m_s", 0.4},
       {"obukhov_length_m", 50.0}},
      {}, place);
  add("tnt", {{"tnt_kg", 100.0}}, {{"curve", "sadovsky"}}, {{"r_m", 20.0}});
  add("multi_energy", {{"energy_J", 1e9}, {"blast_class", 10.0}}, {}, {{"r_m", 50.0}});
  add("multi_energy", {{"cloud_volume_m3", 1000.0}, {"blast_class", 7.0}}, {}, {{"r_m", 50.0}});
  add("baker_strehlow_tang", {{"energy_J", 1e9}},
      {{"reactivity", "medium"}, {"congestion", "medium"}, {"confinement", "2.5d"}}, {{"r_m", 50.0}});
  add("baker_strehlow_tang", {{"energy_J", 1e9}, {"flame_mach", 0.5}}, {}, {{"r_m", 50.0}});
  add("vapour_cloud_tnt", {{"flammable_mass_kg", 1000.0}}, {{"method", "chinese"}}, {{"r_m", 100.0}});
  add("vessel_burst", {{"burst_pressure_pa", 2e6}, {"volume_m3", 5.0}}, {{"curve", "sadovsky"}}, {{"r_m", 15.0}});
  add("bleve", {{"mass_kg", 1000.0}, {"burst_temperature_K", 330.0}, {"volume_m3", 5.0}}, {}, {{"r_m", 30.0}});
  add("bleve", {{"mass_kg", 1000.0}, {"burst_pressure_pa", 1.5e6}}, {{"curve", "sadovsky"}}, {{"r_m", 30.0}});
  add("fragments",
      {{"burst_pressure_pa", 2e6}, {"volume_m3", 5.0}, {"vessel_mass_kg", 2000.0}, {"gas_sound_speed_m_s", 340.0}}, {},
      {{"launch_angle_deg", 30.0}});
  const Numbers dust{{"volume_m3", 20.0}, {"vent_area_m2", 2.0}, {"reduced_pressure_pa", 5e4}};
  add("dust_explosion", dust, {}, {{"r_m", 10.0}});
  add("dust_explosion", dust, {{"standard", "nfpa68"}}, {{"r_m", 10.0}});
  add("fireball", {{"mass_kg", 1000.0}, {"burst_pressure_pa", 1e6}, {"relative_humidity", 0.7}}, {}, {{"r_m", 150.0}});
  add("fireball", {{"mass_kg", 1000.0}, {"emissive_power_w_m2", 2e5}}, {}, {{"r_m", 150.0}});
  add("fireball", {{"mass_kg", 1000.0}, {"radiative_fraction", 0.3}, {"water_vapour_pa", 1500.0}}, {},
      {{"r_m", 150.0}});
  add("pool_fire", {{"diameter_m", 10.0}, {"wind_speed_m_s", 4.0}, {"relative_humidity", 0.7}}, {}, {{"r_m", 60.0}});
  add("pool_fire", {{"diameter_m", 10.0}, {"wind_speed_m_s", 4.0}, {"water_vapour_pa", 1500.0}},
      {{"flame_length", "thomas_still"}}, {{"r_m", 60.0}});
  add("jet_fire", {{"rate_kg_s", 5.0}, {"jet_velocity_m_s", 250.0}, {"relative_humidity", 0.7}}, {}, {{"r_m", 60.0}});
  add("jet_fire", {{"rate_kg_s", 5.0}, {"jet_velocity_m_s", 250.0}, {"water_vapour_pa", 1500.0}}, {}, {{"r_m", 60.0}});
  add("flash_fire", {{"rate_kg_s", 5.0}, {"wind_speed_m_s", 3.0}}, {{"stability", "D"}, {"limit", "half_lfl"}}, place);
  const Numbers gas{{"hole_diameter_m", 0.02}, {"pressure_pa", 5e5}, {"temperature_K", 320.0}};
  Numbers by_mass = gas;
  by_mass["mass_kg"] = 50.0;
  add("vessel_gas", by_mass, {}, {{"t_s", 30.0}});
  add("vessel_liquid",
      {{"hole_diameter_m", 0.02},
       {"pressure_pa", 1.6e6},
       {"temperature_K", 310.0},
       {"mass_kg", 1000.0},
       {"liquid_head_m", 1.0},
       {"volume_m3", 5.0}},
      {{"padding", "closed"}}, {{"t_s", 10.0}});
  add("vessel_two_phase",
      {{"hole_diameter_m", 0.02},
       {"temperature_K", 300.0},
       {"mass_kg", 1000.0},
       {"volume_m3", 3.0},
       {"pipe_length_m", 0.05}},
      {{"flow", "fauske"}}, {{"t_s", 10.0}});
  add("vessel_two_phase",
      {{"hole_diameter_m", 0.02}, {"temperature_K", 300.0}, {"mass_kg", 1000.0}, {"volume_m3", 3.0}},
      {{"hole_in", "vapour"}}, {{"t_s", 10.0}});
  const Numbers pipe{
      {"pipe_diameter_m", 0.3}, {"pipe_length_m", 500.0}, {"pressure_pa", 5e5}, {"temperature_K", 320.0}};
  Numbers fed = pipe;
  fed["mass_kg"] = 1e4;
  add("pipe_gas", fed, {{"flow", "adiabatic"}}, {{"t_s", 30.0}});
  all.push_back({{"pool_evaporation",
                  {{"mass_kg", 100.0}, {"wind_speed_m_s", 2.0}, {"bund_m2", 10.0}},
                  {{"spreading", "gravity"}},
                  {{"t_s", 60.0}}},
                 rich_chlorine()});
  all.push_back({{"pool_evaporation",
                  {{"mass_kg", 100.0}, {"wind_speed_m_s", 2.0}},
                  {{"method", "mackay_matsugu"}, {"spreading", "gravity"}},
                  {{"t_s", 60.0}}},
                 rich_chlorine()});
  const Substance chlorine = rich_chlorine();
  const auto harm = [&](const Numbers& numbers, const Texts& texts, const Numbers& at) {
    all.push_back({{"probit", numbers, texts, at}, chlorine});
  };
  harm({{"air_changes_per_h", 1.0}}, {{"effect", "toxic"}}, {{"concentration_mg_m3", 800.0}, {"exposure_s", 900.0}});
  harm({{"a", -8.0}, {"b", 0.9}, {"n", 2.0}, {"level_probability", 0.5}}, {{"effect", "toxic"}},
       {{"concentration_mg_m3", 800.0}});
  harm({{"a", -8.0}, {"b", 0.9}, {"n", 2.0}}, {{"effect", "toxic"}}, {{"concentration_ppm", 300.0}});
  harm({{"a", -36.4}, {"b", 2.56}}, {{"effect", "heat"}}, {{"radiation_w_m2", 12e3}, {"exposure_s", 15.0}});
  harm({{"escape_speed_m_s", 4.0}}, {{"effect", "heat"}},
       {{"radiation_w_m2", 12e3}, {"exposure_s", 15.0}, {"r_m", 60.0}});
  harm({}, {{"effect", "overpressure"}}, {{"overpressure_pa", 20e3}});
  harm({}, {{"effect", "lung"}}, {{"overpressure_pa", 200e3}, {"impulse_pa_s", 500.0}});
  return all;
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
