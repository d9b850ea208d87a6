// Large fires of liquefied natural gas as measured: the radiation around them.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "benchmarks/field/scores.hpp"

namespace sise::field {

/// A radiometer that faces a pool fire, or looks along the ground to below a fireball.
struct Radiometer {
  double downwind_m = 0.0;
  double across_m = 0.0;
  double radiation_w_m2 = 0.0;  ///< mean of a steady fire, highest of a fireball
};

struct PoolFireTrial {
  std::string name;
  double diameter_m = 0.0;
  double burning_rate_kg_m2_s = 0.0;
  double wind_speed_m_s = 0.0;
  std::vector<Radiometer> radiometers;
};

struct FireballTrial {
  std::string name;
  double mass_kg = 0.0;
  std::vector<Radiometer> radiometers;
};

struct FireTrials {
  std::vector<PoolFireTrial> pools;
  std::vector<FireballTrial> fireballs;
};

[[nodiscard]] bool has_fire_trials(const std::filesystem::path& folder);

/// Reads conditions.csv (one quantity a row), Montoir01.csv (radiation by bearing and distance in two periods) and
/// shell_fireball_N.csv (histories), each with a line of units above its header. Throws InputError.
[[nodiscard]] FireTrials read_fire_trials(const std::filesystem::path& folder);

/// `pool_fire` by three emissive powers, `fireball` by two correlations.
[[nodiscard]] std::vector<ModelResult> compare_fires(const FireTrials& trials);

}  // namespace sise::field
