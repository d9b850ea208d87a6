// Two layers of one project that show the same thing some hundred metres apart, as GCJ-02 would have it.
#pragma once
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/projection.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// Keeps the extents of every layer's polygons as they are read, and tells when a layer repeats an outline of an earlier
/// one at the distance and in the direction that GCJ-02 or BD-09 shifts things there: one of the two was not declared.
class OutlineLedger {
 public:
  /// `table` is placed, in the CRS of `grid`. Adds a warning to `problems`.
  void add(const std::string& name, const FeatureTable& table, const Projection& grid, Problems& problems);

 private:
  struct Layer {
    std::string name;
    std::vector<Bounds> outlines;  ///< of the whole layer first, then of its polygons
  };
  std::vector<Layer> layers_;
};

}  // namespace sise
