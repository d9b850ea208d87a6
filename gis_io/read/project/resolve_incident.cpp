#include "gis_io/read/project/resolve_incident.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <utility>

#include "core/accidents/resolve.hpp"
#include "gis_io/read/project/resolve_levels.hpp"
#include "models/substances/borrowed_physics.hpp"

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

void set_substance(const Substance* substance, Incident& incident) {
  if (substance == nullptr) return;
  incident.substance = substance->id;
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
  const Weather& air = config.weather.air;
  Scenario scenario = static_cast<const Scenario&>(config.source);  // without what an incident alone has
  scenario.pressure_abs_Pa = config.source.pressure.absolute_over_Pa(air.pressure_Pa);
  AccidentSite site{.substances = substances, .ambient = air};
  site.dispersion = config.model.dispersion;
  site.wind_m_s = air.wind_speed_m_s;
  Accident accident = resolve_accident(scenario, site);
  for (Diagnostic& fault : accident.faults) problems.add(std::move(fault));
  incident.event = std::move(accident.risk.effects.front());
  incident.source_warnings = std::move(accident.warnings);
}

/// As given, all at once, or out of a vessel.
void set_release(const IncidentSource& source, const Substance* substance, Incident& incident,
                 std::vector<Diagnostic>& notes) {
  incident.rate_kg_s = source.rate_kg_s;
  incident.mass_kg = source.mass_kg;
  if (source.mass_kg) incident.duration_s = 0.0;
  if (!source.vessel) {
    incident.gas = gas_state(substance, {}, incident.weather);
    return;
  }
  VesselRelease release = release_from(*source.vessel, *substance, incident.weather);
  incident.gas = release.gas;
  incident.pool_m2 = release.pool_m2;
  if (release.pool_m2 > 0.0) incident.height_m = 0.0;
  incident.rate_kg_s = release.rate_kg_s;
  incident.emission = std::move(release.emission);
  incident.duration_s = release.duration_s;
  incident.source_warnings = std::move(release.warnings);
  incident.outflow = std::move(release.outflow);
  notes.push_back(std::move(release.note));
}

/// A gas that the zones' model may get wrong is told with the reason, before what came out of its vessel.
void tell_weight(const Incident& incident, std::size_t place, std::vector<Diagnostic>& notes) {
  const std::optional<GasWeight> weight = gas_weight(incident);
  if (!weight || weight->heavy == false) return;
  Diagnostic note;
  note.severity = Diagnostic::Severity::note;
  note.code = weight->heavy ? "heavy_gas" : "gas_density_unknown";
  note.where.field = "source.substance";
  const std::string model = dispersion_of(incident);
  note.message = {weight->reason.en + "; carried by the model '" + model + "'",
                  weight->reason.zh + ";采用模型 '" + model + "'"};
  if (is_for_heavy_gas(model)) {
    note.message.en += ", in the wind over the cloud's own depth: [model] transport_wind changes nothing for it";
    note.message.zh += ",随云团自身厚度内的平均风移动,[model] transport_wind 对其不起作用";
  }
  notes.insert(notes.begin() + static_cast<std::ptrdiff_t>(place), std::move(note));
}

}  // namespace

Incident resolve_incident(const IncidentConfig& config, const SubstanceTable& substances, const Projection& projection,
                          std::vector<Diagnostic>& notes) {
  const IncidentSource& source = config.source;
  const BorrowedPhysics physics(source.substance.empty() ? nullptr : substances.find(source.substance), substances);
  const Substance* substance = physics.substance();
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
  const bool is_gas = kind_row(source.kind).is_gas_in_an_incident;
  const bool flammable = config.endpoints.set == EndpointSet::lfl;
  if (is_gas && !flammable) incident.room = config.shelter.room;
  if (flammable && !incident.model.averaging_time_s) incident.model.averaging_time_s = kFlammableAverage_s;
  Parts parts;
  const std::size_t first_own_note = notes.size();
  if (is_gas) {
    parts.run(source.where, [&](Problems&) { set_release(source, substance, incident, notes); });
    if (physics.borrowed()) incident.source_warnings.emplace_back("surrogate_property");
  } else {
    parts.run(source.where, [&](Problems& problems) { set_event(config, substances, problems, incident); });
  }
  parts.run(config.endpoints.where, [&](Problems&) { incident.levels = levels_of(config, substance, incident); });
  parts.finish();
  tell_weight(incident, first_own_note, notes);
  return incident;
}

}  // namespace sise
