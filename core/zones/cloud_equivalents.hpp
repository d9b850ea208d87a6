// What a cloud that comes and goes is asked, and the steady concentrations that it counts as.
#pragma once
#include "core/zones/cloud_field.hpp"
#include "core/zones/incident.hpp"

namespace sise {

/// At a steady rate, at once, or as its steps say.
[[nodiscard]] Emission emission_of(const Incident& incident);
/// Infinite without levels.
[[nodiscard]] double lowest_level(const Incident& incident);
[[nodiscard]] CloudQuestion question_of(const Incident& incident, double threshold_kg_m3, const LoadRule& rule);

/// The steady concentration that the cloud counts as outdoors.
[[nodiscard]] double outdoors(double peak_kg_m3, double window_load, const LoadRule& rule);

}  // namespace sise
