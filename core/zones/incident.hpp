// One accident, now: what comes out, which wind, and the levels that decide who leaves.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/accidents/effect_event.hpp"
#include "core/accidents/kinds.hpp"
#include "core/accidents/outflow.hpp"
#include "core/geometry/geometry.hpp"
#include "core/study/population.hpp"
#include "core/study/study.hpp"
#include "core/study/target.hpp"
#include "core/zones/load_rule.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/base/confidence.hpp"
#include "models/base/text.hpp"
#include "models/dispersion/heavy_gas.hpp"
#include "models/dispersion/puff_series.hpp"
#include "models/fire/receiver.hpp"

namespace sise {

/// A threshold, worst level first in the incident's list.
struct ThreatLevel {
  std::string name;  ///< "aegl3", "red", ...
  Text label;
  std::string endpoint;  ///< the set it comes from, or "custom"
  double value = 0.0;    ///< in the hazard quantity's unit
  double given_value = 0.0;
  std::string given_unit;  ///< as people know it: "mg/m3", "ppm", "kPa"
  std::string source;
  Confidence confidence = Confidence::seen;
  LoadRule rule{};  ///< of a concentration
};

struct Incident {
  std::string title;
  Point source;  ///< in the grid's CRS
  std::string substance;
  GasState gas{};        ///< of the substance, where a gas comes out
  double pool_m2 = 0.0;  ///< of the pool that it rises from; 0: none is known
  /// Exactly one of a steady release, a mass that comes out at once, a rate that changes, and a fire or explosion.
  std::optional<double> rate_kg_s;
  std::optional<double> mass_kg;
  std::vector<EmissionStep> emission;
  std::optional<EffectEvent> event;
  std::optional<Outflow> outflow;            ///< where the release came from, if from a vessel
  std::vector<std::string> source_warnings;  ///< codes of looking up properties and of the outflow
  double duration_s = 1800.0;
  double height_m = 1.0;
  Weather weather;
  double wind_from_deg = 0.0;              ///< true bearing
  double wind_from_uncertainty_deg = 0.0;  ///< half-width, the same turn for every wind
  std::vector<WindStep> wind_changes;      ///< later winds, directions as true bearings, rising in time from above 0
  double convergence_deg = 0.0;            ///< of the grid at the source
  ModelChoice model;
  Receiver receiver = Receiver::facing;  ///< of radiation
  std::optional<Room> room{};            ///< what a house is taken for; none: closing the windows is no answer here
  std::vector<ThreatLevel> levels;
  std::vector<Target> targets;
  std::optional<Population> population;

  [[nodiscard]] HazardQuantity quantity() const;
};

/// The concentration at a place is not one value for as long as the release lasts: a mass at once, a rate or a wind that
/// changes.
[[nodiscard]] bool varies(const Incident& incident);

/// Is the gas heavy? nullopt: no gas comes out, or not one of a known name.
[[nodiscard]] std::optional<GasWeight> gas_weight(const Incident& incident);

/// The id of the model that carries the gas.
[[nodiscard]] std::string dispersion_of(const Incident& incident);

/// What zones must carry for the model that carries their gas: passive_model_codes(), dense_model_codes().
[[nodiscard]] std::vector<std::string> carrier_warnings(const Incident& incident);

}  // namespace sise
