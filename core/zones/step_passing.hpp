// The steps of a release as they go by a place.
#pragma once
#include <span>
#include <vector>

#include "models/dispersion/dense_gas_path.hpp"
#include "models/dispersion/puff_series.hpp"

namespace sise {

/// A rate, for as long as it holds.
struct RateStep {
  double from_s = 0.0;  ///< since the release began
  double to_s = 0.0;
  double rate_kg_s = 0.0;
};

/// Those with any rate.
[[nodiscard]] std::vector<RateStep> rate_steps(const Emission& emission);

/// How the cloud of a whole release goes by one place.
struct StepPassing {
  double total_s = 0.0;             ///< of the release
  double arrival_s = 0.0;           ///< of what came out first
  double last_s = 0.0;              ///< of what came out last
  double edge_s = 1.0;              ///< standard deviation over which the edge of a step frays
  const DensePath* puff = nullptr;  ///< a puff already: its parts, for a place at x_m
  PuffEnds first{};                 ///< the puff when it forms; before, it moves as fast as then
  double first_m_s = 0.0;
  double x_m = 0.0;

  /// How much of a step's steady concentration is there at a moment.
  [[nodiscard]] double share(double t_s, const RateStep& step) const;
  /// Rising; close together while the edge of a step passes, the first before anything has come, the last when all is gone.
  [[nodiscard]] std::vector<double> moments(std::span<const RateStep> steps) const;
};

}  // namespace sise
