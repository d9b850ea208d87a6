// The vapour of a pool: spilled at once or in a while, spreading, boiling on warm ground or carried off by the wind.
#pragma once
#include <optional>
#include <vector>

#include "models/release/ground.hpp"
#include "models/release/pool_spreading.hpp"
#include "models/release/pool_transfer.hpp"
#include "models/release/release_history.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

struct PoolSource {
  double mass_kg = 0.0;
  double spill_duration_s = 0.0;               ///< 0: at once; else at an even rate
  double temperature_K = 0.0;                  ///< of the liquid, at most its boiling point
  std::optional<double> vapour_pressure_Pa{};  ///< at this temperature; default: the substance's
  PoolBasin basin{};
  Ground ground{};
  double ground_temperature_K = 0.0;
  PoolMethod method = PoolMethod::hj169;
  double stop_after_s = 86400.0;    ///< covered, pumped away, or as long as anybody asks
  std::vector<double> also_at_s{};  ///< moments that get a step of their own, ascending
};

struct PoolHistory {
  ReleaseHistory release;       ///< of vapour; pressure_Pa is the liquid's vapour pressure
  std::vector<double> area_m2;  ///< at the steps
  bool boiling = false;         ///< ground warmer than the boiling point
};

/// A liquid whose boiling point lies below the ground's temperature boils: the ground gives lambda dT/sqrt(pi alpha t)
/// to each ring since the liquid reached it (HJ 169-2018 F.11). By `hj169` the wind takes over where it carries off
/// more (F.12 at ambient pressure, as for a liquid at its boiling point); by `mackay_matsugu` the wind gives heat as
/// well. Any other liquid keeps its temperature and goes off with the wind, at its vapour pressure.
///
/// The rate of a boiling pool is infinite at first contact: the first step has the mean of the first second.
/// Steps grow by 2 %; released, pooled and not yet spilled mass add up exactly.
/// Warnings: `no_class_c` (D's constants), `pool_remains` (stopped before all was gone),
/// those of Fluid::liquid_warnings(). Throws ModelError: out-of-range numbers, `below_melting`,
/// `above_critical`, `flashes_before_it_lies` (warmer than it boils), `missing_property`.
[[nodiscard]] PoolHistory pool_evaporation(const PoolSource& source, const PoolAir& air, const Fluid& fluid);

/// Area at t, m2: linear between steps, the last one's after the end.
[[nodiscard]] double area_at_m2(const PoolHistory& history, double time_s);

}  // namespace sise
