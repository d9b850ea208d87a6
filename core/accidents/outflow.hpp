// How much comes out of a hole in a vessel, for how long, and what of it the wind takes: vapour, droplets, a pool's vapour.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/gas_state.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/puff_series.hpp"
#include "models/release/release_history.hpp"
#include "models/release/vessel.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// As written: over the ambient pressure, or absolute; neither: not given.
struct VesselPressure {
  std::optional<double> absolute_Pa;
  std::optional<double> gauge_Pa;

  [[nodiscard]] std::optional<double> absolute_over_Pa(double ambient_Pa) const {
    return gauge_Pa ? std::optional(*gauge_Pa + ambient_Pa) : absolute_Pa;
  }
};

/// A hole in a vessel: how much comes out follows from it.
struct VesselLeak {
  double hole_diameter_m = 0.0;
  double inventory_kg = 0.0;
  VesselPressure pressure;
  std::optional<double> temperature_K;
  std::optional<double> volume_m3;
  std::optional<double> liquid_head_m;
  std::optional<double> discharge_coefficient;
  std::optional<double> isolation_s;  ///< when somebody closes a valve
  std::optional<VesselPhase> phase;
  std::optional<double> bund_m2;  ///< what flows out as liquid spreads no farther
};

/// What a vessel let out.
struct Outflow {
  VesselPhase phase = VesselPhase::gas;
  ReleaseHistory history;
  double rained_out_kg = 0.0;  ///< liquid that falls or flows to the ground
  double pool_m2 = 0.0;        ///< of the pool that it makes; 0: none
  double evaporated_kg = 0.0;  ///< from the pool, as long as it is watched
};

/// What the wind carries of it: exactly one of a rate and emission steps.
struct VesselRelease {
  std::optional<double> rate_kg_s;
  std::vector<EmissionStep> emission;
  double duration_s = 0.0;
  GasState gas;
  double pool_m2 = 0.0;  ///< where all that the wind carries rises from a pool
  Outflow outflow;
  std::vector<std::string> warnings;  ///< codes
  Diagnostic note;                    ///< how much in how long, and what ends it
};

/// A rate that stays within 10 % of its mean is a steady release at that mean; any other becomes emission steps of equal mass.
/// Of a liquid that flashes a part stays aloft as droplets, by the rule of CPR 18E; the rest falls into a pool that boils. A
/// liquid that does not boil outside is a pool that the wind carries off. A pool lies on concrete, in the bund where one is
/// given, and is watched for two hours after the last of it was spilled. Where too little is known of a flashing liquid's
/// pool all of it is taken to stay in the air: "two_phase_all_airborne". Throws ModelError.
[[nodiscard]] VesselRelease release_from(const VesselLeak& leak, const Substance& substance, const Weather& air);

}  // namespace sise
