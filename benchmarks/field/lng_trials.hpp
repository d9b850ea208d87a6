// Spills of liquefied natural gas as measured: the highest concentration on each arc.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "benchmarks/field/scores.hpp"
#include "models/atmosphere/weather.hpp"

namespace sise::field {

struct LngArc {
  double distance_m = 0.0;
  double volume_fraction = 0.0;  ///< highest on the arc, 1 m above the surface, mean of 1 s
};

struct LngTrial {
  std::string name;  ///< "Burro 8"
  double mass_kg = 0.0;
  double duration_s = 0.0;
  double pool_area_m2 = 0.0;
  double relative_humidity = 0.0;
  Weather weather;
  std::vector<LngArc> arcs;
};

/// There is such an experiment below this folder.
[[nodiscard]] bool has_lng_trials(const std::filesystem::path& folder);

/// Reads lng_trials_conditions.csv and, for each of its trials, SeriesTrial_exp.csv (arcs: m, per cent by volume) and
/// SeriesTrial_profile.csv (wind by height; that at 3 m is taken, else that at 2 m), each with a line of units above its
/// header. A trial without a pressure had 101325 Pa. Over the Maplin sands the roughness is the 2e-5 m that fits the
/// measured wind. Throws InputError.
[[nodiscard]] std::vector<LngTrial> read_lng_trials(const std::filesystem::path& folder);

/// `dense_gas` as SLAB mixes, as it is by default and with our curves, and the passive `gaussian_plume`.
[[nodiscard]] std::vector<ModelResult> compare_lng(const std::vector<LngTrial>& trials);

}  // namespace sise::field
