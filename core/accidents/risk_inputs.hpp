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
  GasState gas{};
  std::string dispersion{passive_dispersion};  ///< id of the model that carries it
};

/// Half of the accidents of a scenario may go another way (a jet lies along the ground or stands upright); each way is then a
/// case of its own.
enum class AccidentWay { only, one, other };

/// One scenario of a unit: a toxic release, or the effects of a fire or an explosion.
struct RiskCase {
  std::string case_id;
  double frequency_per_year = 0.0;
  std::optional<ToxicRelease> toxic;
  /// What happens together: survivors of one may die of another. A charge on the unit and a jet fire along its own bearing
  /// stand alone.
  std::vector<EffectEvent> effects;
  AccidentWay way = AccidentWay::only;
};

/// The charge of a case that is an explosion on the unit; nullptr: it is none.
[[nodiscard]] inline const BlastEvent* explosion_of(const RiskCase& c) {
  return c.effects.size() == 1 ? std::get_if<BlastEvent>(&c.effects.front()) : nullptr;
}

/// A place on a line.
struct LinePlace {
  Point source;
  double convergence_deg = 0.0;
};

/// A hazardous unit as risk sees it: a point from which its cases start, or a line along which they are spread evenly.
struct RiskUnit {
  std::string id;
  bool is_new = false;
  Point source;                  ///< in the grid's CRS
  double convergence_deg = 0.0;  ///< bearing of grid north there, degrees clockwise from true north
  std::vector<RiskCase> cases;   ///< none: no risk (the unit was not computed, or nothing can happen)
  /// Of a line: its cases start from each of these equally often, and `source` is its middle.
  std::vector<LinePlace> along{};
  std::optional<double> day_share{};  ///< of the frequency, that falls into the day; none: as the population's
};

/// Where its accidents start: of a line all its places.
[[nodiscard]] inline std::vector<Point> sources_of(const RiskUnit& unit) {
  if (unit.along.empty()) return {unit.source};
  std::vector<Point> places;
  places.reserve(unit.along.size());
  for (const LinePlace& there : unit.along) places.push_back(there.source);
  return places;
}

struct RiskInputs {
  std::vector<RiskUnit> units;
  WindRose rose;
  Weather ambient;  ///< speed and stability come from the rose
  ModelChoice model;
  HarmPack harm;
};

}  // namespace sise
