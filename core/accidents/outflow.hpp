// How much comes out of a hole in a vessel, and for how long.
#pragma once
#include <optional>
#include <string>
#include <vector>

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
};

/// What a vessel let out.
struct Outflow {
  VesselPhase phase = VesselPhase::gas;
  ReleaseHistory history;
};

/// What the wind carries of it: exactly one of a rate and emission steps.
struct VesselRelease {
  std::optional<double> rate_kg_s;
  std::vector<EmissionStep> emission;
  double duration_s = 0.0;
  Outflow outflow;
  std::vector<std::string> warnings;  ///< codes
  Diagnostic note;                    ///< how much in how long, and what ends it
};

/// A vessel whose rate stays within 10 % of its mean is a steady release at that mean; any other becomes emission steps of
/// equal mass. `called`: the substance as people wrote it. Throws InputError where the release would be a pool, ModelError.
[[nodiscard]] VesselRelease release_from(const VesselLeak& leak, const Substance& substance, const std::string& called,
                                         const Weather& air);

}  // namespace sise
