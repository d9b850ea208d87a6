// Predictions beside observations, and their scores by quantity and group.
#pragma once
#include <string>
#include <vector>

#include "benchmarks/field/candidates.hpp"
#include "benchmarks/field/performance.hpp"
#include "benchmarks/field/trial.hpp"

namespace sise::field {

struct Comparison {
  Pair pair;
  double distance_m = 0.0;
  bool stable = false;  ///< L > 0
  std::string trial{};  ///< empty: one of many runs, which are grouped by arcs
};

struct Quantity {
  std::string name;
  std::string unit;
  double floor = 0.0;  ///< in MG and VG
  std::vector<Comparison> comparisons;
};

struct ModelResult {
  std::string model;
  std::vector<Quantity> quantities;
};

/// `arc_maximum` (predicted on the axis at the samplers' height), `crosswind_integral` and `sigma_y` (covered arcs alone),
/// `receptor` and `tower` (paired in space with the axis through the arc's centroid; floor 1e-9 kg/m3).
[[nodiscard]] ModelResult compare(const Trial& trial, const Candidate& candidate);

struct Score {
  std::string model;
  std::string quantity;
  std::string group;  ///< "all", "stable", "unstable", a trial's name, or an arc's distance: "50 m"
  Performance performance;
};

[[nodiscard]] std::vector<Score> scores(const ModelResult& result);

[[nodiscard]] std::string as_text(const std::vector<Score>& scores);
[[nodiscard]] std::string as_csv(const std::vector<Score>& scores);

}  // namespace sise::field
