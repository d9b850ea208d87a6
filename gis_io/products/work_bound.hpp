// How many places a run looks at, known and bounded before it looks at any.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

struct NamedShape {
  std::string id;
  const Geometry* geometry = nullptr;
};

/// Cells under a shape's extent and points along its edges, one a metre: what walking it takes at most.
[[nodiscard]] std::int64_t places_in(const Geometry& shape, const GridSpec& grid);

/// Puts the sum into the plan as its cells. Throws InputError("shape_too_large") naming every shape that no parcel or
/// building can have, as one stray vertex makes it, and BudgetError("over_cells") where the sum exceeds --max-cells.
void bound_places(const RunOptions& options, const std::vector<NamedShape>& shapes, const GridSpec& grid,
                  RunPlan& plan);

/// Throws BudgetError("over_cells") where --max-cells allows fewer.
void require_cells(std::int64_t cells, const std::optional<std::int64_t>& max_cells);

}  // namespace sise
