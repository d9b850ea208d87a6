// What individual risk is computed from: the part of a study that matters here, with every name resolved.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/effect_event.hpp"
#include "core/geometry/geometry.hpp"
#include "core/study/study.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/atmosphere/wind_rose.hpp"
#include "models/harm/harm_pack.hpp"
#include "models/harm/probit.hpp"

namespace sise {

/// A toxic release: a steady plume of rate_kg_s for duration_s.
struct ToxicRelease {
  double rate_kg_s = 0.0;
  double duration_s = 0.0;
  double height_m = 0.0;
  ToxicProbit probit;
};

/// A condensed explosive, or whatever is stated as one.
struct ExplosionSource {
  double tnt_kg = 0.0;
};

/// One scenario of a unit: a toxic release, an explosion on the unit, or the effects of a fire or a vapour cloud.
struct RiskCase {
  std::string case_id;
  double frequency_per_year = 0.0;
  std::optional<ToxicRelease> toxic;
  std::optional<ExplosionSource> explosion;
  /// What happens together: survivors of one may die of another. A jet fire along its own bearing stands alone.
  std::vector<EffectEvent> effects;
};

/// A hazardous unit as risk sees it: a point from which its cases start.
struct RiskUnit {
  std::string id;
  bool is_new = false;
  Point source;                  ///< in the grid's CRS
  double convergence_deg = 0.0;  ///< bearing of grid north there, degrees clockwise from true north
  std::vector<RiskCase> cases;   ///< none: no risk (the unit was not computed, or nothing can happen)
};

struct RiskInputs {
  std::vector<RiskUnit> units;
  WindRose rose;
  Weather ambient;  ///< speed and stability come from the rose
  ModelChoice model;
  HarmPack harm;
};

}  // namespace sise
