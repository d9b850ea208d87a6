// A dense cloud as puffs, for winds that turn.
#pragma once
#include <vector>

#include "core/zones/incident.hpp"
#include "models/dispersion/puff_growth.hpp"

namespace sise {

/// The incident's dense cloud as a row of puffs: how they grow in each of the winds, and what none of their sums may exceed.
struct DensePuffs {
  std::vector<WindStep> winds;  ///< none below the weakest that dense clouds know
  std::vector<PuffGrowth> growths;
  double pure_kg_m3 = 0.0;
};

/// In each wind the cloud is followed as if that wind had always blown. A puff at some distance is as wide as the slice
/// there (the standard deviation of an even stretch with frayed edges) and as shallow as makes the concentration on the axis at
/// the receptors' height; so in a steady wind the row is the cloud, but for the shape of its edges. The clouds are those of
/// the mean rate, each part of the mass counting alike; a mass at once is the block that slumps. Winds: as bearings on the grid.
/// Throws ModelError where nothing is known of the gas's density.
[[nodiscard]] DensePuffs dense_puffs(const Incident& incident, std::vector<WindStep> winds);

}  // namespace sise
