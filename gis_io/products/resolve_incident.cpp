#include "gis_io/products/resolve_incident.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/exposure/endpoints.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

// A flammable cloud ignites in its gusts: it is averaged over the shortest time that sigma curves allow (methods of the
// Yellow Book), not over the curves' own.
constexpr double kFlammableAverage_s = 18.75;

const Substance* substance_of(const IncidentConfig& config, const SubstanceTable& substances) {
  return config.source.substance.empty() ? nullptr : substances.find(config.source.substance);
}

AmbientAir air_of(const IncidentConfig& config) {
  return {config.weather.air.temperature_K, config.weather.air.pressure_Pa};
}

[[noreturn]] void refuse_level(const EndpointLevel& level, const char* en, const char* zh) {
  throw ConfigError("wrong_level",
                    {fmt::format("level '{}': {}", level.name, en), fmt::format("阈值“{}”:{}", level.name, zh)},
                    level.where);
}

const Substance& needed(const Substance* substance, const EndpointLevel& level) {
  if (substance == nullptr) refuse_level(level, "needs a substance with a known molar mass", "需要摩尔质量已知的物质");
  return *substance;
}

double exposure_s(const IncidentConfig& config) { return config.endpoints.exposure_min * 60.0; }

double exponent_of(const Substance* substance, const EndpointLevel& level) {
  std::optional<double> n = level.n;
  if (!n && substance != nullptr) n = substance->get("probit_n");
  if (!n) refuse_level(level, "needs the exponent n", "需要给出指数 n");
  return *n;
}

/// The steady concentration that has the load while the cloud is there, at most for the exposure asked about.
double concentration_of_load(const IncidentConfig& config, double load_mg_m3_n_min, double n) {
  const double exposed_s = std::min(config.source.duration_s, exposure_s(config));
  return std::pow(load_mg_m3_n_min / (exposed_s / 60.0), 1.0 / n) * 1e-6;
}

ThreatLevel custom_level(const IncidentConfig& config, const Substance* substance, const EndpointLevel& level,
                         HazardQuantity quantity) {
  ThreatLevel result;
  result.name = level.name;
  result.label = {level.name, level.name};
  result.endpoint = config.endpoints.set ? std::string(name_of(*config.endpoints.set)) : "custom";
  result.given_value = level.value;
  result.source = level.source;
  result.confidence = level.confidence;
  result.rule.window_s = exposure_s(config);
  const bool is_pressure = level.quantity == EndpointQuantity::overpressure_pa;
  if (is_pressure != (quantity == HazardQuantity::overpressure_pa)) {
    refuse_level(level, is_pressure ? "an overpressure needs tnt_kg" : "an explosion has no concentration",
                 is_pressure ? "超压阈值需要 tnt_kg" : "爆炸没有浓度");
  }
  switch (level.quantity) {
    case EndpointQuantity::concentration_mg_m3:
      result.value = level.value * 1e-6;
      result.given_unit = "mg/m3";
      break;
    case EndpointQuantity::concentration_ppm:
      result.value = concentration_kg_m3(needed(substance, level), level.value * 1e-6, air_of(config));
      result.given_unit = "ppm";
      break;
    case EndpointQuantity::volume_fraction:
      result.value = concentration_kg_m3(needed(substance, level), level.value, air_of(config));
      result.given_unit = "1";
      break;
    case EndpointQuantity::toxic_load_mg_m3_n_min:
      result.rule.exponent = exponent_of(substance, level);
      result.value = concentration_of_load(config, level.value, *result.rule.exponent);
      result.given_unit = "(mg/m3)^n min";
      break;
    case EndpointQuantity::overpressure_pa:
      result.value = level.value;
      result.given_unit = "Pa";
      break;
    case EndpointQuantity::radiation_w_m2:
      refuse_level(level, "radiation zones are not built yet", "热辐射分区尚未实现");
  }
  return result;
}

std::vector<ThreatLevel> levels_of(const IncidentConfig& config, const Substance* substance, const Incident& incident) {
  std::vector<ThreatLevel> levels;
  if (config.endpoints.levels.empty()) {
    if (substance == nullptr) {
      throw ConfigError("missing_substance", {"the endpoint set needs a substance", "该阈值体系需要给出物质"},
                        config.source.where);
    }
    levels = endpoint_levels_of(name_of(config.endpoints.set.value_or(EndpointSet::aegl)), *substance,
                                config.endpoints.exposure_min, air_of(config), incident.model.averaging_time_s);
  }
  for (const EndpointLevel& level : config.endpoints.levels) {
    levels.push_back(custom_level(config, substance, level, incident.quantity()));
  }
  std::stable_sort(levels.begin(), levels.end(),
                   [](const ThreatLevel& a, const ThreatLevel& b) { return a.value > b.value; });
  return levels;
}

}  // namespace

Incident resolve_incident(const IncidentConfig& config, const SubstanceTable& substances,
                          const Projection& projection) {
  const Substance* substance = substance_of(config, substances);
  Incident incident;
  incident.title = config.title;
  incident.source = config.source.point ? *config.source.point : projection.from_lon_lat(*config.source.lon_lat);
  incident.substance = config.source.substance;
  incident.molar_mass_kg_mol = substance == nullptr ? 0.0 : substance->get("molar_mass_kg_mol").value_or(0.0);
  incident.boiling_point_K = substance == nullptr ? 0.0 : substance->get("boiling_point_K").value_or(0.0);
  incident.rate_kg_s = config.source.rate_kg_s;
  incident.tnt_kg = config.source.tnt_kg;
  incident.duration_s = config.source.duration_s;
  incident.height_m = config.source.height_m;
  incident.weather = config.weather.air;
  incident.wind_from_deg = config.weather.wind_from_deg;
  incident.wind_from_uncertainty_deg = config.weather.wind_from_uncertainty_deg;
  incident.convergence_deg = projection.convergence_deg(incident.source);
  incident.model = config.model;
  incident.room = config.shelter.room;
  if (config.source.mass_kg) {
    throw ConfigError("model_not_built",
                      {"mass_kg is an instantaneous release, which needs gaussian_puff; it is not built yet",
                       "mass_kg 为瞬时释放,需要 gaussian_puff 模型,尚未实现"},
                      config.source.where, {"Give rate_kg_s and duration_s", "请给出 rate_kg_s 与 duration_s"});
  }
  const bool flammable = config.endpoints.set == EndpointSet::lfl;
  if (flammable && !incident.model.averaging_time_s) incident.model.averaging_time_s = kFlammableAverage_s;
  incident.levels = levels_of(config, substance, incident);
  return incident;
}

}  // namespace sise
