// A field experiment as measured: runs with their weather, and what was found on arcs, at receptors and on towers.
#pragma once
#include <filesystem>
#include <optional>
#include <vector>

#include "models/atmosphere/stability.hpp"

namespace sise::field {

struct Run {
  int number = 0;
  double rate_kg_s = 0.0;
  double release_height_m = 0.0;
  double receptor_height_m = 0.0;
  double averaging_time_s = 0.0;
  double roughness_m = 0.0;
  double wind_speed_2m_m_s = 0.0;
  double sigma_theta_deg = 0.0;
  double friction_velocity_m_s = 0.0;
  double obukhov_length_m = 0.0;
  std::optional<double> mixing_height_m;
  Stability stability = Stability::D;
};

struct Arc {
  std::size_t run = 0;  ///< index into the runs, as below
  double distance_m = 0.0;
  double maximum_kg_m3 = 0.0;
  double crosswind_integral_kg_m2 = 0.0;
  double sigma_y_m = 0.0;
  bool covered = false;  ///< the plume lies within the arc, so that integral and spread are whole
};

/// A sampler; y from the arc's centroid.
struct Sample {
  std::size_t run = 0;
  double distance_m = 0.0;
  double y_m = 0.0;
  double z_m = 0.0;
  double concentration_kg_m3 = 0.0;
};

struct Trial {
  std::vector<Run> runs;
  std::vector<Arc> arcs;
  std::vector<Sample> receptors;
  std::vector<Sample> towers;
};

/// Reads prairie_grass_runs.csv, _arcs.csv, _receptors.csv and _towers.csv of a folder; runs without meteorology and all
/// that belongs to them are left out. `corrected`: for the evaporation of the sampling solution, except on the towers,
/// where no correction is tabulated. A tower on an arc that has no centroid is left out. Throws InputError.
[[nodiscard]] Trial read_trial(const std::filesystem::path& folder, bool corrected);

}  // namespace sise::field
