// Where does risk come from? The units with the largest shares at targets, at units and cell by cell; and whom each enterprise
// puts at risk.
#pragma once
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "core/decision/enterprises.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

inline constexpr std::size_t kContributors = 3;

/// Individual risk at the worst place of a target or a unit, and who makes it there.
struct RiskShares {
  std::string id;
  double risk_per_year = 0.0;  ///< all units
  std::vector<Contribution> largest;
};

/// One enterprise by itself.
struct EnterpriseReach {
  std::string name;
  /// People, day and night weighted with their hours, where the enterprise alone puts the individual risk above the strictest
  /// limit for existing facilities; NaN where nobody says where people are.
  double people_above = 0.0;
  /// The same where all enterprises together do, with and without this one.
  double people_above_all = 0.0;
  double people_above_without = 0.0;
};

struct Contributors {
  std::vector<RiskShares> targets;  ///< of the study, in its order
  std::vector<RiskShares> units;    ///< the same, at the unit itself
  GridSpec grid;
  /// At the centre of each cell: the unit's number from 1 on (0: none), and its share; largest first.
  std::array<Raster<float>, kContributors> unit_number;
  std::array<Raster<float>, kContributors> share;
  std::vector<EnterpriseReach> enterprises;  ///< in the order of the study
  double level_per_year = 0.0;               ///< the limit that people_above asks about
};

/// Throws ModelError, Interrupted. Kernels are built when they are not yet.
[[nodiscard]] Contributors contributors_run(const Assessment& assessment, const std::vector<Enterprise>& enterprises,
                                            const GridSpec& grid, Progress* progress);

}  // namespace sise
