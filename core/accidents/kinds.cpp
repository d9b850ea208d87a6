#include "core/accidents/kinds.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/accidents/expanded_jet.hpp"
#include "core/accidents/property_lookup.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/fire/pool_burning.hpp"

namespace sise {
namespace {

/// Share of a fireball's heat that is radiated where the burst pressure is not known: CCPS (CPQRA 2nd ed. 2000, section
/// 2.2.5) gives 0.3 below and 0.4 above the relief pressure; the larger is on the safe side. Confidence: seen.
constexpr double kUnknownBurstRadiativeFraction = 0.4;
constexpr double kGasConstant_J_molK = 8.314462618;

EffectEvent explosion(PropertyLookup& ask) { return BlastEvent{ask.given("tnt_kg")}; }

EffectEvent fireball(PropertyLookup& ask) {
  const std::optional<double> burst_Pa = ask.scenario().pressure_abs_Pa;
  FireballSource source;
  source.mass_kg = ask.given("mass_kg");
  source.heat_of_combustion_J_kg = ask.property("heat_of_combustion_J_kg");
  source.radiative_fraction = burst_Pa ? radiative_fraction_at_burst(*burst_Pa) : kUnknownBurstRadiativeFraction;
  return FireballEvent{source};
}

/// Babrauskas, else Burgess.
double burning_rate_kg_m2_s(PropertyLookup& ask, double diameter_m) {
  if (const std::optional<double> largest = ask.known("burning_rate_kg_m2_s")) {
    const std::optional<double> k_beta = ask.known("burning_rate_k_beta_1_m");
    return k_beta ? babrauskas_burning_rate(*largest, *k_beta, diameter_m) : *largest;
  }
  return burgess_burning_rate(ask.property("heat_of_combustion_J_kg"), ask.property("heat_of_vaporization_J_kg"),
                              ask.property("liquid_heat_capacity_J_kgK"), ask.property("boiling_point_K"),
                              ask.ambient().temperature_K);
}

/// How bright the fuel burns, where that was measured: a fuel without it burns smoky.
std::optional<BrightFlame> bright_flame(PropertyLookup& ask) {
  const std::optional<double> power_w_m2 = ask.known("pool_emissive_power_w_m2");
  if (!power_w_m2) return std::nullopt;
  return BrightFlame{*power_w_m2, ask.property("pool_emissive_extinction_1_m")};
}

EffectEvent pool_fire(PropertyLookup& ask) {
  PoolFireSource source;
  source.diameter_m = ask.given("pool_diameter_m");
  source.burning_rate_kg_m2_s = burning_rate_kg_m2_s(ask, source.diameter_m);
  source.bright = bright_flame(ask);
  return PoolFireEvent{source, ask.scenario().duration_s};
}

/// The gas expanded to ambient pressure, the vessel at ambient temperature; along +x: downwind, or along its own bearing.
EffectEvent jet_fire(PropertyLookup& ask) {
  const Weather& air = ask.ambient();
  JetFireSource source;
  source.rate_kg_s = ask.given("rate_kg_s");
  source.molar_mass_kg_mol = ask.property("molar_mass_kg_mol");
  source.heat_of_combustion_J_kg = ask.property("heat_of_combustion_J_kg");
  const ExpandedJet jet =
      expanded_jet(ask.property("gas_gamma"), kGasConstant_J_molK / source.molar_mass_kg_mol, air.temperature_K,
                   ask.scenario().pressure_abs_Pa.value_or(air.pressure_Pa), air.pressure_Pa);
  source.jet_velocity_m_s = jet.speed_m_s;
  source.jet_density_kg_m3 = ideal_gas_density_kg_m3(source.molar_mass_kg_mol, jet.temperature_K, air.pressure_Pa);
  source.jet_angle_deg = 0.0;
  source.height_m = ask.scenario().height_m;
  return JetFireEvent{source, ask.scenario().jet_direction_deg, ask.scenario().duration_s};
}

/// A jet whose direction nobody states stands upright as often as it lies along the ground: guides to quantitative risk take
/// the true direction, else half and half (recalled). One of a known bearing lies along it unless its scenario says otherwise.
std::optional<OtherWay> upright(const Scenario& scenario, const EffectEvent& level) {
  constexpr double kUpwards_deg = 90.0;
  constexpr double kUnknown = 0.5;
  JetFireEvent jet = std::get<JetFireEvent>(level);
  const double share = scenario.upright_share.value_or(jet.bearing_deg ? 0.0 : kUnknown);
  if (share <= 0.0) return std::nullopt;
  jet.source.jet_angle_deg = kUpwards_deg;
  jet.bearing_deg.reset();
  return OtherWay{jet, share};
}

FlammableRelease flammable_release(PropertyLookup& ask) {
  const double density = ideal_gas_density_kg_m3(ask.property("molar_mass_kg_mol"), ask.ambient().temperature_K,
                                                 ask.ambient().pressure_Pa);  // of the undiluted gas: volume fraction 1
  FlammableRelease release;
  release.rate_kg_s = ask.given("rate_kg_s");
  release.duration_s = ask.scenario().duration_s;
  release.height_m = ask.scenario().height_m;
  release.lfl_kg_m3 = ask.property("lfl_volume_fraction") * density;
  release.ufl_kg_m3 = ask.property("ufl_volume_fraction") * density;
  return release;
}

EffectEvent flash_fire(PropertyLookup& ask) { return FlashFireEvent{flammable_release(ask)}; }

EffectEvent cloud_explosion(PropertyLookup& ask) {
  const Scenario& scenario = ask.scenario();
  CloudExplosionEvent event;
  if (scenario.rate_kg_s || !scenario.flammable_mass_kg) event.release = flammable_release(ask);
  event.flammable_mass_kg = scenario.flammable_mass_kg;
  event.heat_of_combustion_J_kg = ask.property("heat_of_combustion_J_kg");
  event.blast_class = scenario.blast_class;
  return event;
}

bool always(const Scenario& /*scenario*/) { return true; }
bool never(const Scenario& /*scenario*/) { return false; }
bool with_a_rate(const Scenario& scenario) { return scenario.rate_kg_s.has_value(); }
bool without_direction(const Scenario& scenario) { return !scenario.jet_direction_deg; }

const std::vector<AccidentKind>& table() {
  using enum HazardQuantity;
  static const std::vector<AccidentKind> rows{
      {.kind = ScenarioKind::toxic,
       .incident_name = "release",
       .label = {"toxic release", "有毒物质泄漏"},
       .needs = {"rate_kg_s"},
       .allows = {"duration_s", "height_m"},
       .incident_amounts = {"rate_kg_s", "mass_kg", "tnt_kg", "hole_diameter_mm", "hole_diameter_m"},
       .incident_allows = {"duration_s"},
       .substance = SubstanceNeed::poison,
       .harm = Harm::poison,
       .measures = concentration_kg_m3,
       .endpoints = "aegl",
       .is_gas_in_an_incident = true,
       .has_plume = always,
       .goes_with_the_wind = always},
      {.kind = ScenarioKind::explosion,
       .incident_name = "explosion",
       .label = {"explosion", "爆炸"},
       .needs = {"tnt_kg"},
       .incident_amounts = {"tnt_kg"},
       .harm = Harm::blast,
       .measures = overpressure_pa,
       .endpoints = "overpressure",
       .incident_needs_weather = false,
       .has_plume = never,
       .goes_with_the_wind = never,
       .event = explosion},
      {.kind = ScenarioKind::fireball,
       .incident_name = "fireball",
       .label = {"fireball", "火球"},
       .needs = {"mass_kg"},
       .allows = {"pressure_abs_kPa"},
       .incident_amounts = {"mass_kg"},
       .incident_allows = {"pressure_abs_kPa", "pressure_gauge_kPa"},
       .substance = SubstanceNeed::flammable,
       .properties = {"heat_of_combustion_J_kg"},
       .harm = Harm::heat,
       .measures = radiation_w_m2,
       .endpoints = "radiation",
       .incident_needs_weather = false,
       .has_plume = never,
       .goes_with_the_wind = never,
       .event = fireball},
      {.kind = ScenarioKind::jet_fire,
       .incident_name = "jet_fire",
       .label = {"jet fire", "喷射火"},
       .needs = {"rate_kg_s"},
       .allows = {"duration_s", "height_m", "jet_direction_deg", "upright_share", "pressure_abs_kPa"},
       .incident_amounts = {"rate_kg_s"},
       .incident_allows = {"duration_s", "jet_direction_deg", "pressure_abs_kPa", "pressure_gauge_kPa"},
       .substance = SubstanceNeed::flammable,
       .properties = {"molar_mass_kg_mol", "heat_of_combustion_J_kg", "gas_gamma"},
       .harm = Harm::heat,
       .measures = radiation_w_m2,
       .endpoints = "radiation",
       .level_jet = true,
       .has_plume = never,
       .goes_with_the_wind = without_direction,
       .event = jet_fire,
       .otherwise = upright},
      {.kind = ScenarioKind::pool_fire,
       .incident_name = "pool_fire",
       .label = {"pool fire", "池火"},
       .needs = {"pool_diameter_m"},
       .allows = {"duration_s"},
       .incident_amounts = {"pool_diameter_m"},
       .incident_allows = {"duration_s"},
       .substance = SubstanceNeed::flammable,
       .properties = {"burning_rate_kg_m2_s", "burning_rate_k_beta_1_m", "heat_of_combustion_J_kg",
                      "heat_of_vaporization_J_kg", "liquid_heat_capacity_J_kgK", "boiling_point_K",
                      "pool_emissive_power_w_m2", "pool_emissive_extinction_1_m"},
       .harm = Harm::heat,
       .measures = radiation_w_m2,
       .endpoints = "radiation",
       .has_plume = never,
       .goes_with_the_wind = always,
       .event = pool_fire},
      {.kind = ScenarioKind::flash_fire,
       .incident_name = "flash_fire",
       .label = {"flash fire", "闪火"},
       .needs = {"rate_kg_s"},
       .allows = {"duration_s", "height_m"},
       .incident_amounts = {"rate_kg_s", "mass_kg"},
       .incident_allows = {"duration_s"},
       .substance = SubstanceNeed::flammable,
       .properties = {"molar_mass_kg_mol", "lfl_volume_fraction", "ufl_volume_fraction"},
       .harm = Harm::flame,
       .measures = concentration_kg_m3,
       .endpoints = "lfl",
       .is_gas_in_an_incident = true,
       .has_plume = always,
       .goes_with_the_wind = always,
       .event = flash_fire},
      {.kind = ScenarioKind::vce,
       .incident_name = "vce",
       .label = {"vapour cloud explosion", "蒸气云爆炸"},
       .needs_one = {"rate_kg_s", "flammable_mass_kg"},
       .allows = {"duration_s", "height_m", "blast_class"},
       .incident_allows = {"rate_kg_s", "flammable_mass_kg", "duration_s", "blast_class"},
       .substance = SubstanceNeed::flammable,
       .properties = {"molar_mass_kg_mol", "lfl_volume_fraction", "ufl_volume_fraction", "heat_of_combustion_J_kg"},
       .harm = Harm::blast_pressure,
       .measures = overpressure_pa,
       .endpoints = "overpressure",
       .has_plume = with_a_rate,
       .goes_with_the_wind = with_a_rate,
       .event = cloud_explosion}};
  return rows;
}

template <class Matches>
const AccidentKind* find_row(Matches matches) {
  const auto found = std::find_if(table().begin(), table().end(), matches);
  return found == table().end() ? nullptr : &*found;
}

}  // namespace

std::span<const AccidentKind> accident_kinds() { return table(); }

const AccidentKind& kind_row(ScenarioKind kind) {
  const AccidentKind* row = find_row([kind](const AccidentKind& one) { return one.kind == kind; });
  if (row == nullptr) throw std::invalid_argument("no kind of accident '" + std::string(kind.name()) + "'");
  return *row;
}

}  // namespace sise
