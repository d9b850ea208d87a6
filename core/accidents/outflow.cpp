#include "core/accidents/outflow.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "models/release/flash.hpp"
#include "models/release/pool_evaporation.hpp"

namespace sise {
namespace {

constexpr int kEmissionSteps = 24;  // equal masses: the peak's rate is told to a few per cent
constexpr double kSteadyWithin = 0.1;
constexpr double kFollowed_s = 8.0 * 3600.0;  // no level is stated for longer
constexpr double kAllOnTheGround = 0.05;      // aloft

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

/// The vapour of liquid that reached the ground.
struct Pool {
  ReleaseHistory vapour{};
  double widest_m2 = 0.0;
  double spilled_kg = 0.0;
};

Pool pool_of(const VesselLeak& leak, const Fluid& fluid, double spilled_kg, double spill_s, double liquid_K,
             const Weather& air) {
  constexpr double kWatched_s = 7200.0;
  const Ground ground = ground_kinds().front().ground;
  PoolSource source;
  source.mass_kg = spilled_kg;
  source.spill_duration_s = spill_s;
  source.temperature_K = liquid_K;
  source.basin.min_thickness_m = ground.min_thickness_m;
  source.basin.bund_m2 = leak.bund_m2;
  source.ground = ground;
  source.ground_temperature_K = air.temperature_K;
  source.stop_after_s = std::min(spill_s + kWatched_s, kFollowed_s);
  const PoolHistory history =
      pool_evaporation(source, {air.wind_speed_m_s, air.stability, air.temperature_K, air.pressure_Pa}, fluid);
  return {history.release, *std::max_element(history.area_m2.begin(), history.area_m2.end()), spilled_kg};
}

/// A part of one history and all of another, together.
ReleaseHistory sum_of(const ReleaseHistory& jet, double share, const ReleaseHistory& pool) {
  std::vector<double> times;
  times.reserve(jet.steps.size());
  for (const ReleaseStep& step : jet.steps) times.push_back(step.time_s);
  for (const ReleaseStep& step : pool.steps) times.push_back(step.time_s);
  std::sort(times.begin(), times.end());
  times.erase(std::unique(times.begin(), times.end()), times.end());
  ReleaseHistory sum;
  for (const double t : times) {
    ReleaseStep step = state_at(pool, t);
    step.rate_kg_s += share * state_at(jet, t).rate_kg_s;
    step.released_kg = share * released_kg(jet, t) + released_kg(pool, t);
    sum.steps.push_back(step);
  }
  sum.total_kg = share * jet.total_kg + pool.total_kg;
  sum.duration_s = std::max(jet.duration_s, pool.duration_s);
  return sum;
}

void warn(VesselRelease& release, const std::string& code) {
  if (std::find(release.warnings.begin(), release.warnings.end(), code) == release.warnings.end()) {
    release.warnings.push_back(code);
  }
}

ReleaseHistory first_part(const ReleaseHistory& history, double until_s) {
  ReleaseHistory part;
  for (const ReleaseStep& step : history.steps) {
    if (step.time_s < until_s) part.steps.push_back(step);
  }
  part.steps.push_back(state_at(history, until_s));
  part.total_kg = part.steps.back().released_kg;
  part.duration_s = until_s;
  return part;
}

/// What the wind carries, as one rate or as steps.
void carry(const ReleaseHistory& all, VesselRelease& release) {
  const bool too_long = all.duration_s > kFollowed_s;
  const ReleaseHistory airborne = too_long ? first_part(all, kFollowed_s) : all;
  if (too_long) warn(release, "release_followed_8h");
  release.duration_s = airborne.duration_s;
  if (is_steady(airborne)) {
    release.rate_kg_s = airborne.total_kg / airborne.duration_s;
    return;
  }
  for (const ConstantRate& step : equal_masses(airborne, kEmissionSteps)) {
    release.emission.push_back({step.from_s, step.rate_kg_s});
  }
}

/// The liquid lies on the ground; the wind carries what evaporates.
void carry_pool(const VesselLeak& leak, const Substance& substance, const Weather& air, VesselRelease& release) {
  const ReleaseHistory& history = release.outflow.history;
  const Fluid fluid(substance);
  const double liquid_K =
      std::min(leak.temperature_K.value_or(air.temperature_K), fluid.boiling_temperature_known(air.pressure_Pa)
                                                                   ? fluid.boiling_temperature_K(air.pressure_Pa)
                                                                   : std::numeric_limits<double>::infinity());
  const Pool pool = pool_of(leak, fluid, history.total_kg, history.duration_s, liquid_K, air);
  release.outflow.rained_out_kg = history.total_kg;
  release.outflow.pool_m2 = release.pool_m2 = pool.widest_m2;
  release.outflow.evaporated_kg = pool.vapour.total_kg;
  release.gas = vapour_of_pool(substance, air);
  for (const std::string& code : pool.vapour.warnings) warn(release, code);
  if (!leak.bund_m2) warn(release, "pool_unbounded");
  carry(pool.vapour, release);
}

/// Vapour and droplets leave at once, the rest boils off the ground.
void carry_mist(const VesselLeak& leak, const Substance& substance, const Weather& air, VesselRelease& release) {
  const ReleaseHistory& history = release.outflow.history;
  const Fluid fluid(substance);
  const double flash = history.steps.front().vapour_fraction;
  const double aloft = airborne_fraction(flash, RainOut::cpr18e);
  const double rained_kg = (1.0 - aloft) * history.total_kg;
  try {
    Pool pool;
    if (rained_kg > 0.0) {
      pool = pool_of(leak, fluid, rained_kg, history.duration_s, fluid.boiling_temperature_K(air.pressure_Pa), air);
      if (!leak.bund_m2) warn(release, "pool_unbounded");
    }
    const ReleaseHistory airborne = rained_kg > 0.0 ? sum_of(history, aloft, pool.vapour) : history;
    // What boils off the pool is carried in the same cloud, as the mist that it joins.
    release.gas = mist_of(substance, aloft < kAllOnTheGround ? 0.0 : 1.0 - flash / aloft, air);
    release.outflow.rained_out_kg = rained_kg;
    release.outflow.pool_m2 = pool.widest_m2;
    release.outflow.evaporated_kg = pool.vapour.total_kg;
    for (const std::string& code : pool.vapour.warnings) warn(release, code);
    carry(airborne, release);
  } catch (const ModelError&) {  // nothing is known of its pool
    release.gas = mist_of(substance, 1.0 - flash, air);
    warn(release, "two_phase_all_airborne");
    carry(history, release);
  }
}

}  // namespace

VesselRelease release_from(const VesselLeak& leak, const Substance& substance, const Weather& air) {
  const VesselSource source = vessel_source(leak, air.pressure_Pa);
  const VesselPhase phase =
      leak.phase ? *leak.phase : vessel_phase(source, substance, air.pressure_Pa, air.temperature_K);
  VesselRelease release;
  release.outflow.phase = phase;
  release.outflow.history = vessel_release(source, substance, air.pressure_Pa, air.temperature_K);
  const ReleaseHistory& history = release.outflow.history;
  release.note = duration_note(leak, history);
  release.warnings = history.warnings;
  switch (phase) {
    case VesselPhase::liquid:
      carry_pool(leak, substance, air, release);
      break;
    case VesselPhase::two_phase:
      carry_mist(leak, substance, air, release);
      break;
    default:
      release.gas = gas_state(&substance, {leak.temperature_K, std::nullopt, "gas"}, air);
      carry(history, release);
  }
  return release;
}

}  // namespace sise
