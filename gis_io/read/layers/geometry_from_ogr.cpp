#include "gis_io/read/layers/geometry_from_ogr.hpp"

#include <cpl_error.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>

#include "gis_io/environment.hpp"

namespace sise {
namespace {

using OgrPtr = std::unique_ptr<OGRGeometry>;

Line line_from(const OGRSimpleCurve& curve) {
  Line line;
  line.reserve(static_cast<std::size_t>(curve.getNumPoints()));
  for (int i = 0; i < curve.getNumPoints(); ++i) line.push_back({curve.getX(i), curve.getY(i)});
  return line;
}

Polygon polygon_from(const OGRPolygon& polygon) {
  Polygon out;
  out.outer = line_from(*polygon.getExteriorRing());
  for (int i = 0; i < polygon.getNumInteriorRings(); ++i) out.holes.push_back(line_from(*polygon.getInteriorRing(i)));
  return out;
}

/// False for kinds that have no place in a map of ours (TINs and the like).
bool append(const OGRGeometry& part, Geometry& out) {
  if (part.IsEmpty() != 0) return true;
  switch (wkbFlatten(part.getGeometryType())) {
    case wkbPoint:
      out.points.push_back({part.toPoint()->getX(), part.toPoint()->getY()});
      return true;
    case wkbLineString:
    case wkbLinearRing:
      out.lines.push_back(line_from(*part.toSimpleCurve()));
      return true;
    case wkbPolygon:
      out.polygons.push_back(polygon_from(*part.toPolygon()));
      return true;
    case wkbMultiPoint:
    case wkbMultiLineString:
    case wkbMultiPolygon:
    case wkbGeometryCollection: {
      bool known = true;
      for (const OGRGeometry* child : *part.toGeometryCollection()) known = append(*child, out) && known;
      return known;
    }
    default:
      return false;
  }
}

bool all_finite(const Line& line) {
  return std::all_of(line.begin(), line.end(), [](const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); });
}

bool all_finite(const Geometry& geometry) {
  bool finite = all_finite(geometry.points);
  for (const Line& line : geometry.lines) finite = finite && all_finite(line);
  for (const Polygon& polygon : geometry.polygons) {
    finite = finite && all_finite(polygon.outer);
    for (const Ring& hole : polygon.holes) finite = finite && all_finite(hole);
  }
  return finite;
}

int kinds_in(const Geometry& geometry) {
  return (geometry.points.empty() ? 0 : 1) + (geometry.lines.empty() ? 0 : 1) + (geometry.polygons.empty() ? 0 : 1);
}

/// GEOS names the fault and its place only in the message that it sends through GDAL.
std::optional<std::string> invalidity(const OGRGeometry& geometry) {
  CPLErrorReset();
  if (geometry.IsValid() != 0) return std::nullopt;
  const std::string reason = CPLGetLastErrorMsg();
  return reason.empty() ? "invalid" : reason;
}

GeometryFault empty_fault() {
  return {"empty_geometry",
          {"the feature has no geometry", "要素没有几何图形"},
          {"Draw it or remove the feature", "请补绘图形或删除该要素"}};
}

}  // namespace

std::variant<Geometry, GeometryFault> geometry_from(const OGRGeometry* geometry) {
  if (geometry == nullptr || geometry->IsEmpty() != 0) return empty_fault();
  // Chords of at most 4 degrees are GDAL's own choice for 0.
  const OgrPtr flat(geometry->hasCurveGeometry() != 0 ? geometry->getLinearGeometry(0.0) : geometry->clone());
  flat->flattenTo2D();
  flat->closeRings();
  Geometry out;
  const bool known = append(*flat, out);
  if (!known || kinds_in(out) > 1) {
    return GeometryFault{
        "mixed_geometry",
        {"a " + std::string(geometry->getGeometryName()) + " that is not of one kind (points, lines or polygons)",
         "几何类型 " + std::string(geometry->getGeometryName()) + " 混有多种图形(点、线、面)"},
        {"Split it into features of one kind each", "请拆分为单一类型的要素"}};
  }
  if (out.empty()) return empty_fault();
  if (!all_finite(out)) {
    return GeometryFault{"not_finite",
                         {"a coordinate is not a finite number", "坐标不是有限数值"},
                         {"Mend or remove the feature", "请修正或删除该要素"}};
  }
  if (const auto reason = out.polygons.empty() ? std::nullopt : invalidity(*flat)) {
    return GeometryFault{"invalid_geometry",
                         {"the polygon is not valid: " + *reason, "多边形无效:" + *reason},
                         {"Mend it, in QGIS with \"Fix geometries\"", "请修复,例如用 QGIS 的\"修正几何图形\"工具"}};
  }
  return out;
}

std::variant<Geometry, GeometryFault> geometry_from_wkt(const std::string& wkt) {
  initialise_gis();
  OGRGeometry* parsed = nullptr;
  const OGRErr result = OGRGeometryFactory::createFromWkt(wkt.c_str(), nullptr, &parsed);
  const OgrPtr geometry(parsed);
  if (result != OGRERR_NONE) {
    return GeometryFault{
        "bad_wkt",
        {"'" + wkt.substr(0, 60) + "' is not well-known text", "'" + wkt.substr(0, 60) + "' 不是 WKT 文本"},
        {"Write it as POINT (x y) or POLYGON ((x y, ...))", "请写成 POINT (x y) 或 POLYGON ((x y, ...))"}};
  }
  return geometry_from(geometry.get());
}

}  // namespace sise
