#include "core/zones/cloud_equivalents.hpp"

#include <algorithm>
#include <limits>

#include "models/base/constants.hpp"

namespace sise {
Emission emission_of(const Incident& incident) {
  Emission emission;
  emission.height_m = incident.height_m;
  emission.steps = incident.emission;
  if (incident.mass_kg) emission.instantaneous_kg = *incident.mass_kg;
  if (incident.rate_kg_s) emission.steps = {{0.0, *incident.rate_kg_s}, {incident.duration_s, 0.0}};
  return emission;
}

double lowest_level(const Incident& incident) {
  double lowest = std::numeric_limits<double>::infinity();
  for (const ThreatLevel& level : incident.levels) lowest = std::min(lowest, level.value);
  return lowest;
}

CloudQuestion question_of(const Incident& incident, double threshold_kg_m3, const LoadRule& rule) {
  return {.threshold_kg_m3 = threshold_kg_m3,
          .heights_m = {incident.model.receptor_height_m},
          .window_s = rule.window_s,
          .toxic_exponent = rule.exponent.value_or(1.0)};
}

double outdoors(double peak_kg_m3, double window_load, const LoadRule& rule) {
  return equivalent_of_load(window_load / kSecondsPerMinute, rule, peak_kg_m3);
}

}  // namespace sise
