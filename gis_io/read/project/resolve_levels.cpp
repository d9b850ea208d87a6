#include "gis_io/read/project/resolve_levels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "core/zones/endpoints.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

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

/// The steady concentration that has the load while a steady cloud is there, at most for the exposure asked about; of a
/// cloud that varies, over that exposure, as its field is told.
double concentration_of_load(const IncidentConfig& config, const Incident& incident, double load_mg_m3_n_min,
                             double n) {
  const double exposed_s = varies(incident) ? exposure_s(config) : std::min(incident.duration_s, exposure_s(config));
  return std::pow(load_mg_m3_n_min / (exposed_s / 60.0), 1.0 / n) * 1e-6;
}

ThreatLevel custom_level(const IncidentConfig& config, const Substance* substance, const Incident& incident,
                         const EndpointLevel& level) {
  ThreatLevel result;
  result.name = level.name;
  result.label = {level.name, level.name};
  result.endpoint = config.endpoints.set ? std::string(name_of(*config.endpoints.set)) : "custom";
  result.given_value = level.value;
  result.source = level.source;
  result.confidence = level.confidence;
  result.rule.window_s = exposure_s(config);
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
      result.value = concentration_of_load(config, incident, level.value, *result.rule.exponent);
      result.given_unit = "(mg/m3)^n min";
      break;
    case EndpointQuantity::overpressure_pa:
      result.value = level.value;
      result.given_unit = "Pa";
      break;
    case EndpointQuantity::radiation_w_m2:
      result.value = level.value;
      result.given_unit = "W/m2";
      break;
  }
  return result;
}

}  // namespace

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
    levels.push_back(custom_level(config, substance, incident, level));
  }
  std::stable_sort(levels.begin(), levels.end(),
                   [](const ThreatLevel& a, const ThreatLevel& b) { return a.value > b.value; });
  return levels;
}

}  // namespace sise
