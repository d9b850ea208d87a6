// Adding kernels to a raster, tile by tile.
#pragma once
#include <cstdint>
#include <memory>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/kernels/unit_kernel.hpp"

namespace sise {

/// Rows [row_begin, row_end) of a grid; the rasters hold just these.
struct StampTarget {
  GridSpec grid;
  std::int64_t row_begin = 0;
  std::int64_t row_end = 0;
  RasterView<double> all;
  RasterView<double>* new_only = nullptr;  ///< the new units alone; may be null
};

struct StampUnit {
  Point source;
  double reach_m = 0.0;
  bool is_new = false;
  std::shared_ptr<const UnitKernel> kernel;
};

/// Could a unit change these rows?
[[nodiscard]] bool stamp_reaches(const StampTarget& target, Point source, double reach_m);

/// Adds the units in their order, in parallel over tiles.
void stamp(const StampTarget& target, const std::vector<StampUnit>& units, Progress* progress);

}  // namespace sise
