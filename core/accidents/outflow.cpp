#include "core/accidents/outflow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace sise {
namespace {

constexpr int kEmissionSteps = 24;  // equal masses: the peak's rate is told to a few per cent
constexpr double kSteadyWithin = 0.1;

VesselSource vessel_source(const VesselLeak& leak, double ambient_pressure_Pa) {
  VesselSource source;
  source.hole_diameter_m = leak.hole_diameter_m;
  source.pressure_Pa = leak.pressure.absolute_over_Pa(ambient_pressure_Pa);
  source.temperature_K = leak.temperature_K;
  source.inventory_kg = leak.inventory_kg;
  source.volume_m3 = leak.volume_m3;
  source.liquid_head_m = leak.liquid_head_m;
  source.discharge_coefficient = leak.discharge_coefficient;
  source.stop_after_s = leak.isolation_s;
  source.phase = leak.phase;
  return source;
}

/// Liquid that does not boil outside lies in a pool; what the wind carries is the pool's evaporation.
[[noreturn]] void refuse_pool(const std::string& called, const ReleaseHistory& history) {
  throw InputError(
      "release_forms_a_pool",
      {fmt::format(
           "'{}' leaves this vessel as a liquid that does not boil ({:.3g} kg in {:.3g} s): what the wind carries "
           "is the evaporation of its pool",
           called, history.total_kg, history.duration_s),
       fmt::format("'{}' 以不沸腾的液体流出({:.3g} s 内 {:.3g} kg),随风扩散的是液池的蒸发量", called,
                   history.duration_s, history.total_kg)},
      {.field = "source"},
      {"Compute the evaporation with `sise eval` (pool_evaporation) and give it as rate_kg_s and duration_s",
       "请用 sise eval 的 pool_evaporation 计算蒸发速率,并以 rate_kg_s 与 duration_s 给出"});
}

bool is_steady(const ReleaseHistory& history) {
  const double mean = history.total_kg / history.duration_s;
  return std::all_of(history.steps.begin(), history.steps.end(), [mean](const ReleaseStep& step) {
    return std::abs(step.rate_kg_s - mean) <= kSteadyWithin * mean;
  });
}

Diagnostic duration_note(const VesselLeak& leak, const ReleaseHistory& history) {
  const bool isolated = leak.isolation_s && history.duration_s >= *leak.isolation_s;
  Diagnostic note;
  note.severity = Diagnostic::Severity::note;
  note.code = isolated ? "release_ends_with_isolation" : "release_ends_with_inventory";
  note.where.field = "source";
  note.message = {fmt::format("{:.4g} kg leave the vessel in {:.4g} s, until {}", history.total_kg, history.duration_s,
                              isolated ? "the valve is closed" : "nothing more flows out"),
                  fmt::format("容器在 {:.4g} s 内流出 {:.4g} kg,直至{}", history.duration_s, history.total_kg,
                              isolated ? "关阀" : "不再流出")};
  return note;
}

}  // namespace

VesselRelease release_from(const VesselLeak& leak, const Substance& substance, const std::string& called,
                           const Weather& air) {
  const VesselSource source = vessel_source(leak, air.pressure_Pa);
  const VesselPhase phase =
      leak.phase ? *leak.phase : vessel_phase(source, substance, air.pressure_Pa, air.temperature_K);
  VesselRelease release;
  release.outflow = {phase, vessel_release(source, substance, air.pressure_Pa, air.temperature_K)};
  const ReleaseHistory& history = release.outflow.history;
  if (phase == VesselPhase::liquid) refuse_pool(called, history);
  release.note = duration_note(leak, history);
  release.duration_s = history.duration_s;
  if (is_steady(history)) {
    release.rate_kg_s = history.total_kg / history.duration_s;
  } else {
    for (const ConstantRate& step : equal_masses(history, kEmissionSteps)) {
      release.emission.push_back({step.from_s, step.rate_kg_s});
    }
  }
  release.warnings = history.warnings;
  if (phase == VesselPhase::two_phase) release.warnings.emplace_back("two_phase_all_airborne");
  return release;
}

}  // namespace sise
