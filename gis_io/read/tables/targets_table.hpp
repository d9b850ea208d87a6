// [targets]: protected targets with their class, or with what the class follows from.
#pragma once
#include <optional>
#include <vector>

#include "core/criteria/occupancy.hpp"
#include "core/geometry/geometry.hpp"
#include "core/study/target.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/crs.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Reads and checks every target. A stated class goes before the occupancy; a row needs one of the two.
[[nodiscard]] std::vector<Target> read_targets(const LayerConfig& config, const Crs& crs,
                                               const std::optional<Bounds>& grid, const OccupancyTable& occupancy,
                                               Problems& problems);

/// What becomes of a row whose use is known and whose size, from which the class follows, is not.
enum class UnknownSize { problem, strictest_class };

/// The targets of an open table, for tables that hold others too.
[[nodiscard]] std::vector<Target> targets_from(const FeatureTable& table, const LayerConfig& config,
                                               const OccupancyTable& occupancy, Problems& problems,
                                               UnknownSize sizes = UnknownSize::problem);

}  // namespace sise
