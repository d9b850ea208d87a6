#include "gis_io/products/resolve_outflow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/release/vessel.hpp"

namespace sise {
namespace {

constexpr int kEmissionSteps = 24;  // equal masses: the peak's rate is told to a few per cent
constexpr double kSteadyWithin = 0.1;

VesselSource vessel_source(const IncidentVessel& vessel, double ambient_pressure_Pa) {
  VesselSource source;
  source.hole_diameter_m = vessel.hole_diameter_m;
  source.pressure_Pa = absolute_pressure_Pa(vessel.pressure, ambient_pressure_Pa);
  source.temperature_K = vessel.temperature_K;
  source.inventory_kg = vessel.inventory_kg;
  source.volume_m3 = vessel.volume_m3;
  source.liquid_head_m = vessel.liquid_head_m;
  source.discharge_coefficient = vessel.discharge_coefficient;
  source.stop_after_s = vessel.isolation_s;
  source.phase = vessel.phase;
  return source;
}

/// Liquid that does not boil outside lies in a pool; what the wind carries is the pool's evaporation.
[[noreturn]] void refuse_pool(const IncidentConfig& config, const ReleaseHistory& history) {
  throw InputError(
      "release_forms_a_pool",
      {fmt::format(
           "'{}' leaves this vessel as a liquid that does not boil ({:.3g} kg in {:.3g} s): what the wind carries "
           "is the evaporation of its pool",
           config.source.substance_text, history.total_kg, history.duration_s),
       fmt::format("'{}' 以不沸腾的液体流出({:.3g} s 内 {:.3g} kg),随风扩散的是液池的蒸发量",
                   config.source.substance_text, history.duration_s, history.total_kg)},
      config.source.where,
      {"Compute the evaporation with `sise eval` (pool_evaporation) and give it as rate_kg_s and duration_s",
       "请用 sise eval 的 pool_evaporation 计算蒸发速率,并以 rate_kg_s 与 duration_s 给出"});
}

bool is_steady(const ReleaseHistory& history) {
  const double mean = history.total_kg / history.duration_s;
  return std::all_of(history.steps.begin(), history.steps.end(), [mean](const ReleaseStep& step) {
    return std::abs(step.rate_kg_s - mean) <= kSteadyWithin * mean;
  });
}

void tell_duration(const IncidentVessel& vessel, const ReleaseHistory& history, std::vector<Diagnostic>& notes) {
  const bool isolated = vessel.isolation_s && history.duration_s >= *vessel.isolation_s;
  Diagnostic note;
  note.severity = Diagnostic::Severity::note;
  note.code = isolated ? "release_ends_with_isolation" : "release_ends_with_inventory";
  note.where.field = "source";
  note.message = {fmt::format("{:.4g} kg leave the vessel in {:.4g} s, until {}", history.total_kg, history.duration_s,
                              isolated ? "the valve is closed" : "nothing more flows out"),
                  fmt::format("容器在 {:.4g} s 内流出 {:.4g} kg,直至{}", history.duration_s, history.total_kg,
                              isolated ? "关阀" : "不再流出")};
  notes.push_back(std::move(note));
}

void set_vessel(const IncidentConfig& config, const Substance& substance, Incident& incident,
                std::vector<Diagnostic>& notes) {
  const IncidentVessel& vessel = *config.source.vessel;
  const Weather& air = config.weather.air;
  const VesselSource source = vessel_source(vessel, air.pressure_Pa);
  const VesselPhase phase =
      vessel.phase ? *vessel.phase : vessel_phase(source, substance, air.pressure_Pa, air.temperature_K);
  const ReleaseHistory history = vessel_release(source, substance, air.pressure_Pa, air.temperature_K);
  if (phase == VesselPhase::liquid) refuse_pool(config, history);
  tell_duration(vessel, history, notes);
  incident.duration_s = history.duration_s;
  if (is_steady(history)) {
    incident.rate_kg_s = history.total_kg / history.duration_s;
  } else {
    for (const ConstantRate& step : equal_masses(history, kEmissionSteps)) {
      incident.emission.push_back({step.from_s, step.rate_kg_s});
    }
  }
  incident.source_warnings = history.warnings;
  if (phase == VesselPhase::two_phase) incident.source_warnings.emplace_back("two_phase_all_airborne");
  incident.outflow = Outflow{phase, history};
}

}  // namespace

std::optional<double> absolute_pressure_Pa(const VesselPressure& pressure, double ambient_pressure_Pa) {
  if (pressure.gauge_Pa) return *pressure.gauge_Pa + ambient_pressure_Pa;
  return pressure.absolute_Pa;
}

void set_release(const IncidentConfig& config, const Substance* substance, Incident& incident,
                 std::vector<Diagnostic>& notes) {
  incident.rate_kg_s = config.source.rate_kg_s;
  incident.mass_kg = config.source.mass_kg;
  if (config.source.mass_kg) incident.duration_s = 0.0;
  if (config.source.vessel) set_vessel(config, *substance, incident, notes);
}

}  // namespace sise
