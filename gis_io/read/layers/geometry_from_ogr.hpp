// OGR's geometries as ours: flat, linear, of one kind, with closed rings that do not cross themselves.
#pragma once
#include <string>
#include <variant>

#include "core/geometry/geometry.hpp"
#include "gis_io/read/layers/feature_table.hpp"

class OGRGeometry;

namespace sise {

/// Z and M are dropped, curves become chords of at most 4 degrees, multi-parts and collections of one kind are joined.
/// `geometry` may be null. An empty geometry is a fault.
[[nodiscard]] std::variant<Geometry, GeometryFault> geometry_from(const OGRGeometry* geometry);

/// As above, from well-known text.
[[nodiscard]] std::variant<Geometry, GeometryFault> geometry_from_wkt(const std::string& wkt);

}  // namespace sise
