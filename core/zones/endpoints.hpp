// The levels of a named endpoint set for one substance: how much is too much, in the units of the field.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/zones/incident.hpp"
#include "models/substances/substance.hpp"

namespace sise {

/// Air in which ppm become mg/m3.
struct AmbientAir {
  double temperature_K = 293.15;
  double pressure_Pa = 101325.0;
};

/// Levels of "aegl", "erpg", "pac", "hj169", "idlh" or "lfl", severest first, as concentrations in kg/m3.
/// AEGL are interpolated between the two published durations, log C against log t: locally C^n t, and n is the level's
/// load exponent where the value falls with the duration. Below 10 minutes the
/// 10-minute value stands, beyond 8 hours there is none. "lfl": the lower flammable limit, or half of it for a cloud
/// averaged over 600 s or more. Throws InputError naming what the substance lacks; a set of which only some levels are
/// known gives those.
[[nodiscard]] std::vector<ThreatLevel> endpoint_levels_of(std::string_view set, const Substance& substance,
                                                          double exposure_min, const AmbientAir& air,
                                                          std::optional<double> averaging_time_s);

/// kg/m3 of the substance at a volume fraction; throws InputError when its molar mass is unknown.
[[nodiscard]] double concentration_kg_m3(const Substance& substance, double volume_fraction, const AmbientAir& air);

}  // namespace sise
