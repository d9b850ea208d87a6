// Our shapes as OGR's, for drivers that write them.
#pragma once
#include <memory>

#include "core/geometry/geometry.hpp"

namespace sise {

struct OgrGeometryDeleter {
  void operator()(void* geometry) const;
};
/// Owns an OGRGeometryH.
using OgrGeometry = std::unique_ptr<void, OgrGeometryDeleter>;

/// As a MultiPoint, MultiLineString or MultiPolygon; null for an empty shape. `single`: one point is a Point, ...
[[nodiscard]] OgrGeometry ogr_geometry(const Geometry& geometry, bool single);

}  // namespace sise
