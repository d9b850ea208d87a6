#include "gis_io/write/office/ogr_geometry.hpp"

#include <ogr_api.h>

#include <vector>

namespace sise {
namespace {

OGRGeometryH point_of(const Point& point) {
  OGRGeometryH made = OGR_G_CreateGeometry(wkbPoint);
  OGR_G_SetPoint_2D(made, 0, point.x, point.y);
  return made;
}

OGRGeometryH line_of(OGRwkbGeometryType type, const std::vector<Point>& points) {
  OGRGeometryH made = OGR_G_CreateGeometry(type);
  OGR_G_SetPointCount(made, static_cast<int>(points.size()));
  for (std::size_t i = 0; i < points.size(); ++i) {
    OGR_G_SetPoint_2D(made, static_cast<int>(i), points[i].x, points[i].y);
  }
  return made;
}

OGRGeometryH polygon_of(const Polygon& polygon) {
  OGRGeometryH made = OGR_G_CreateGeometry(wkbPolygon);
  OGR_G_AddGeometryDirectly(made, line_of(wkbLinearRing, polygon.outer));
  for (const Ring& hole : polygon.holes) OGR_G_AddGeometryDirectly(made, line_of(wkbLinearRing, hole));
  return made;
}

template <class Part, class Make>
OgrGeometry collected(const std::vector<Part>& parts, OGRwkbGeometryType type, bool single, Make make) {
  if (single && parts.size() == 1) return OgrGeometry(make(parts.front()));
  OgrGeometry all(OGR_G_CreateGeometry(type));
  for (const Part& part : parts) OGR_G_AddGeometryDirectly(all.get(), make(part));
  return all;
}

}  // namespace

void OgrGeometryDeleter::operator()(void* geometry) const { OGR_G_DestroyGeometry(geometry); }

OgrGeometry ogr_geometry(const Geometry& geometry, bool single) {
  if (!geometry.points.empty()) return collected(geometry.points, wkbMultiPoint, single, point_of);
  if (!geometry.lines.empty()) {
    return collected(geometry.lines, wkbMultiLineString, single,
                     [](const Line& line) { return line_of(wkbLineString, line); });
  }
  if (!geometry.polygons.empty()) return collected(geometry.polygons, wkbMultiPolygon, single, polygon_of);
  return nullptr;
}

}  // namespace sise
