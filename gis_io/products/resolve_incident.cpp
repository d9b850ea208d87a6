#include "gis_io/products/resolve_incident.hpp"

#include <fmt/format.h>

#include <utility>

#include "core/accidents/scenario_event.hpp"
#include "gis_io/products/resolve_levels.hpp"
#include "gis_io/products/resolve_outflow.hpp"

namespace sise {
namespace {

// A flammable cloud ignites in its gusts: it is averaged over the shortest time that sigma curves allow (methods of the
// Yellow Book), not over the curves' own.
constexpr double kFlammableAverage_s = 18.75;

/// Runs the parts one after the other, so that one wrong part does not hide the next.
class Parts {
 public:
  /// `section`: where a problem stands that does not say it itself.
  template <class Part>
  void run(const Location& section, Part part) {
    Problems own;
    try {
      part(own);
    } catch (const ConfigError& error) {
      config_wrong_ = true;
      add(error.diagnostics(), section);
    } catch (const Error& error) {
      add(error.diagnostics(), section);
    }
    add(own.all(), section);
  }
  void finish() const {
    if (config_wrong_) problems_.throw_if_errors<ConfigError>();
    problems_.throw_if_errors<InputError>();
  }

 private:
  void add(const std::vector<Diagnostic>& diagnostics, const Location& section) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.where.file.empty()) {
        diagnostic.where.file = section.file;
        diagnostic.where.line = section.line;
        diagnostic.where.column = section.column;
      }
      problems_.add(std::move(diagnostic));
    }
  }

  Problems problems_;
  bool config_wrong_ = false;
};

bool is_release(ScenarioKind kind) { return kind == ScenarioKind::toxic || kind == ScenarioKind::flash_fire; }

Scenario scenario_of(const IncidentConfig& config) {
  const IncidentSource& source = config.source;
  Scenario scenario;
  scenario.kind = source.kind;
  scenario.substance = source.substance;
  scenario.rate_kg_s = source.rate_kg_s;
  scenario.duration_s = source.duration_s;
  scenario.height_m = source.height_m;
  scenario.mass_kg = source.mass_kg;
  scenario.tnt_kg = source.tnt_kg;
  scenario.pool_diameter_m = source.pool_diameter_m;
  scenario.jet_direction_deg = source.jet_direction_deg;
  scenario.blast_class = source.blast_class;
  scenario.flammable_mass_kg = source.flammable_mass_kg;
  scenario.pressure_abs_Pa = absolute_pressure_Pa(source.pressure, config.weather.air.pressure_Pa);
  return scenario;
}

void set_substance(const Substance* substance, Incident& incident) {
  if (substance == nullptr) return;
  incident.substance = substance->id;
  incident.molar_mass_kg_mol = substance->get("molar_mass_kg_mol").value_or(0.0);
  incident.boiling_point_K = substance->get("boiling_point_K").value_or(0.0);
}

void set_weather(const IncidentWeather& weather, Incident& incident) {
  incident.weather = weather.air;
  incident.wind_from_deg = weather.wind_from_deg;
  incident.wind_from_uncertainty_deg = weather.wind_from_uncertainty_deg;
  for (const WeatherChange& change : weather.changes) {
    incident.wind_changes.push_back({change.at_s, change.wind_from_deg, change.wind_speed_m_s, change.stability});
  }
}

void set_event(const IncidentConfig& config, const SubstanceTable& substances, Problems& problems, Incident& incident) {
  ScenarioEvent resolved = scenario_event(scenario_of(config), substances, config.weather.air, problems);
  incident.event = std::move(resolved.event);
  incident.source_warnings = std::move(resolved.warnings);
}

}  // namespace

Incident resolve_incident(const IncidentConfig& config, const SubstanceTable& substances, const Projection& projection,
                          std::vector<Diagnostic>& notes) {
  const IncidentSource& source = config.source;
  const Substance* substance = source.substance.empty() ? nullptr : substances.find(source.substance);
  Incident incident;
  incident.title = config.title;
  incident.source = source.point ? *source.point : projection.from_lon_lat(*source.lon_lat);
  incident.convergence_deg = projection.convergence_deg(incident.source);
  set_substance(substance, incident);
  set_weather(config.weather, incident);
  incident.duration_s = source.duration_s;
  incident.height_m = source.height_m;
  incident.model = config.model;
  incident.receiver = config.endpoints.receiver;
  const bool flammable = config.endpoints.set == EndpointSet::lfl;
  if (is_release(source.kind) && !flammable) incident.room = config.shelter.room;
  if (flammable && !incident.model.averaging_time_s) incident.model.averaging_time_s = kFlammableAverage_s;
  Parts parts;
  if (is_release(source.kind)) {
    parts.run(source.where, [&](Problems&) { set_release(config, substance, incident, notes); });
  } else {
    parts.run(source.where, [&](Problems& problems) { set_event(config, substances, problems, incident); });
  }
  parts.run(config.endpoints.where, [&](Problems&) { incident.levels = levels_of(config, substance, incident); });
  parts.finish();
  return incident;
}

}  // namespace sise
