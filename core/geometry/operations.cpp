// The part of operations.hpp that GEOS answers. This is the only file that knows GEOS: one context per thread, one
// owning handle for its geometries, every return value checked.
#include "core/geometry/operations.hpp"

#include <geos_c.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <string_view>

#include "models/base/error.hpp"

namespace sise {
namespace {

/// A thread's own GEOS, so that threads never wait for each other, with the last words of a failed call.
class Context {
 public:
  Context() : handle_(GEOS_init_r()) {
    if (handle_ == nullptr) throw ModelError("geos_failed", {"GEOS did not start", "GEOS 无法启动"});
    GEOSContext_setErrorMessageHandler_r(handle_, &Context::remember, this);
  }
  ~Context() { GEOS_finish_r(handle_); }
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  Context(Context&&) = delete;
  Context& operator=(Context&&) = delete;

  [[nodiscard]] GEOSContextHandle_t handle() const { return handle_; }

  [[noreturn]] void fail(std::string_view operation) const {
    const std::string what(operation);
    throw ModelError("geometry_failed", {"geometry operation '" + what + "' failed: " + message_,
                                         "几何运算 '" + what + "' 失败:" + message_});
  }

 private:
  static void remember(const char* message, void* context) { static_cast<Context*>(context)->message_ = message; }

  GEOSContextHandle_t handle_;
  std::string message_ = "no reason given";
};

const Context& context() {
  thread_local const Context mine;
  return mine;
}

GEOSContextHandle_t geos() { return context().handle(); }

struct Destroy {
  void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Owned = std::unique_ptr<GEOSGeometry, Destroy>;

Owned checked(GEOSGeometry* geometry, std::string_view operation) {
  if (geometry == nullptr) context().fail(operation);
  return Owned(geometry);
}

bool checked(char answer, std::string_view operation) {
  if (answer != 0 && answer != 1) context().fail(operation);
  return answer == 1;
}

// --- to GEOS --------------------------------------------------------------------------------------------------------

GEOSCoordSequence* sequence(std::span<const Point> points) {
  GEOSCoordSequence* made = GEOSCoordSeq_create_r(geos(), static_cast<unsigned>(points.size()), 2);
  if (made == nullptr) context().fail("coordinates");
  for (unsigned i = 0; i < points.size(); ++i) GEOSCoordSeq_setXY_r(geos(), made, i, points[i].x, points[i].y);
  return made;
}

Owned to_geos(Point point) { return checked(GEOSGeom_createPointFromXY_r(geos(), point.x, point.y), "point"); }

Owned to_geos(const Line& line) { return checked(GEOSGeom_createLineString_r(geos(), sequence(line)), "line"); }

Owned ring_to_geos(const Ring& ring) { return checked(GEOSGeom_createLinearRing_r(geos(), sequence(ring)), "ring"); }

/// GEOS takes its parts over only when the call is made, so until then they stay owned here.
std::vector<GEOSGeometry*> released(std::vector<Owned>& parts) {
  std::vector<GEOSGeometry*> raw;
  raw.reserve(parts.size());
  for (Owned& part : parts) raw.push_back(part.release());
  return raw;
}

Owned to_geos(const Polygon& polygon) {
  Owned outer = ring_to_geos(polygon.outer);
  std::vector<Owned> holes;
  holes.reserve(polygon.holes.size());
  for (const Ring& hole : polygon.holes) holes.push_back(ring_to_geos(hole));
  std::vector<GEOSGeometry*> raw = released(holes);
  return checked(GEOSGeom_createPolygon_r(geos(), outer.release(), raw.data(), static_cast<unsigned>(raw.size())),
                 "polygon");
}

template <class Part>
Owned collect(int type, const std::vector<Part>& shapes) {
  std::vector<Owned> parts;
  parts.reserve(shapes.size());
  for (const Part& shape : shapes) parts.push_back(to_geos(shape));
  if (parts.size() == 1) return std::move(parts.front());
  std::vector<GEOSGeometry*> raw = released(parts);
  return checked(GEOSGeom_createCollection_r(geos(), type, raw.data(), static_cast<unsigned>(raw.size())),
                 "collection");
}

Owned to_geos(const MultiPolygon& area) { return collect(GEOS_MULTIPOLYGON, area); }

Owned to_geos(const Geometry& geometry) {
  if (!geometry.polygons.empty()) return to_geos(geometry.polygons);
  if (!geometry.lines.empty()) return collect(GEOS_MULTILINESTRING, geometry.lines);
  return collect(GEOS_MULTIPOINT, geometry.points);
}

// --- from GEOS ------------------------------------------------------------------------------------------------------

std::vector<Point> points_of(const GEOSCoordSequence* coordinates) {
  unsigned size = 0;
  if (coordinates == nullptr || GEOSCoordSeq_getSize_r(geos(), coordinates, &size) == 0) context().fail("coordinates");
  std::vector<Point> points(size);
  for (unsigned i = 0; i < size; ++i) {
    if (GEOSCoordSeq_getXY_r(geos(), coordinates, i, &points[i].x, &points[i].y) == 0) context().fail("coordinates");
  }
  return points;
}

Ring ring_of(const GEOSGeometry* ring) { return points_of(GEOSGeom_getCoordSeq_r(geos(), ring)); }

Point point_of(const GEOSGeometry* point) {
  Point p;
  if (GEOSGeomGetX_r(geos(), point, &p.x) == 0 || GEOSGeomGetY_r(geos(), point, &p.y) == 0) context().fail("point");
  return p;
}

void collect_polygons(const GEOSGeometry* geometry, MultiPolygon& out) {
  if (GEOSGeomTypeId_r(geos(), geometry) == GEOS_POLYGON) {
    if (checked(GEOSisEmpty_r(geos(), geometry), "is empty")) return;
    Polygon polygon;
    polygon.outer = ring_of(GEOSGetExteriorRing_r(geos(), geometry));
    const int holes = GEOSGetNumInteriorRings_r(geos(), geometry);
    for (int i = 0; i < holes; ++i) polygon.holes.push_back(ring_of(GEOSGetInteriorRingN_r(geos(), geometry, i)));
    out.push_back(std::move(polygon));
    return;
  }
  const int parts = GEOSGetNumGeometries_r(geos(), geometry);
  for (int i = 0; i < parts; ++i) {
    const GEOSGeometry* part = GEOSGetGeometryN_r(geos(), geometry, i);
    if (part != geometry) collect_polygons(part, out);
  }
}

MultiPolygon polygons_of(const Owned& geometry) {
  MultiPolygon out;
  if (GEOSGeomTypeId_r(geos(), geometry.get()) >= GEOS_POLYGON) collect_polygons(geometry.get(), out);
  return oriented(std::move(out));
}

// --- soundness ------------------------------------------------------------------------------------------------------

struct Reason {
  std::string_view geos;
  std::string_view zh;
};

/// GEOS's own words (TopologyValidationError) in Chinese.
constexpr std::array<Reason, 11> reasons{{{"Hole lies outside shell", "洞位于外环之外"},
                                          {"Holes are nested", "洞相互嵌套"},
                                          {"Interior is disconnected", "内部不连通"},
                                          {"Self-intersection", "边界自相交"},
                                          {"Ring Self-intersection", "环自相交"},
                                          {"Nested shells", "外环相互嵌套"},
                                          {"Duplicate Rings", "环重复"},
                                          {"Too few points in geometry component", "顶点过少"},
                                          {"Invalid Coordinate", "坐标无效"},
                                          {"Repeated Point", "顶点重复"},
                                          {"Ring is not closed", "环未闭合"}}};

Text in_both(std::string_view reason) {
  const auto* known = std::find_if(reasons.begin(), reasons.end(), [&](const Reason& r) { return r.geos == reason; });
  return {std::string(reason), std::string(known == reasons.end() ? reason : known->zh)};
}

/// Faults that GEOS refuses to build at all, so that it cannot judge them.
std::optional<Invalidity> fault_of(const Ring& ring) {
  const auto infinite =
      std::find_if(ring.begin(), ring.end(), [](Point p) { return !std::isfinite(p.x) || !std::isfinite(p.y); });
  if (infinite != ring.end()) return Invalidity{in_both("Invalid Coordinate"), *infinite};
  if (ring.size() < 4) {
    return Invalidity{in_both("Too few points in geometry component"), ring.empty() ? Point{} : ring.front()};
  }
  if (ring.front() != ring.back()) return Invalidity{in_both("Ring is not closed"), ring.back()};
  return std::nullopt;
}

std::optional<Invalidity> fault_of_rings(const MultiPolygon& area) {
  for (const Polygon& polygon : area) {
    if (auto fault = fault_of(polygon.outer)) return fault;
    for (const Ring& hole : polygon.holes) {
      if (auto fault = fault_of(hole)) return fault;
    }
  }
  return std::nullopt;
}

void require_filled(const Geometry& geometry, std::string_view operation) {
  if (!geometry.empty()) return;
  const std::string what(operation);
  throw ModelError("empty_geometry", {"'" + what + "' of an empty shape", "空几何不能做 '" + what + "' 运算"});
}

template <class Operation>
MultiPolygon overlay(const MultiPolygon& a, const MultiPolygon& b, const Operation& operation, std::string_view name) {
  const Owned left = to_geos(a);
  const Owned right = to_geos(b);
  return polygons_of(checked(operation(geos(), left.get(), right.get()), name));
}

}  // namespace

std::optional<Invalidity> invalidity(const Geometry& geometry) {
  if (auto fault = fault_of_rings(geometry.polygons)) return fault;
  for (const Line& line : geometry.lines) {
    if (line.size() < 2) {
      return Invalidity{in_both("Too few points in geometry component"), line.empty() ? Point{} : line.front()};
    }
  }
  const Owned shape = to_geos(geometry);
  char* text = nullptr;
  GEOSGeometry* place = nullptr;
  const bool valid = checked(GEOSisValidDetail_r(geos(), shape.get(), 0, &text, &place), "validity");
  const Owned owned_place(place);
  if (valid) return std::nullopt;
  Invalidity found;
  if (text != nullptr) found.reason = in_both(text);
  GEOSFree_r(geos(), text);
  if (place != nullptr) found.where = point_of(place);
  return found;
}

double distance_m(const Geometry& a, const Geometry& b) {
  require_filled(a, "distance");
  require_filled(b, "distance");
  double distance = 0.0;
  if (GEOSDistance_r(geos(), to_geos(a).get(), to_geos(b).get(), &distance) == 0) context().fail("distance");
  return distance;
}

std::pair<Point, Point> nearest_points(const Geometry& a, const Geometry& b) {
  require_filled(a, "nearest points");
  require_filled(b, "nearest points");
  const Owned left = to_geos(a);
  const Owned right = to_geos(b);
  GEOSCoordSequence* found = GEOSNearestPoints_r(geos(), left.get(), right.get());
  if (found == nullptr) context().fail("nearest points");
  const auto destroy = [](GEOSCoordSequence* s) { GEOSCoordSeq_destroy_r(geos(), s); };
  const std::unique_ptr<GEOSCoordSequence, decltype(destroy)> owned(found, destroy);
  const std::vector<Point> points = points_of(found);
  return {points.at(0), points.at(1)};
}

bool contains(const Geometry& geometry, Point point) {
  return checked(GEOSIntersects_r(geos(), to_geos(geometry).get(), to_geos(point).get()), "contains");
}

Point centroid(const Geometry& geometry) {
  require_filled(geometry, "centroid");
  return point_of(checked(GEOSGetCentroid_r(geos(), to_geos(geometry).get()), "centroid").get());
}

Point point_on_surface(const Geometry& geometry) {
  require_filled(geometry, "point on surface");
  return point_of(checked(GEOSPointOnSurface_r(geos(), to_geos(geometry).get()), "point on surface").get());
}

MultiPolygon buffer(const Geometry& geometry, double radius_m, int quadrant_segments) {
  return polygons_of(checked(GEOSBuffer_r(geos(), to_geos(geometry).get(), radius_m, quadrant_segments), "buffer"));
}

MultiPolygon union_of(std::span<const MultiPolygon> areas) {
  MultiPolygon all;
  for (const MultiPolygon& area : areas) all.insert(all.end(), area.begin(), area.end());
  return polygons_of(checked(GEOSUnaryUnion_r(geos(), to_geos(all).get()), "union"));
}

MultiPolygon intersection(const MultiPolygon& a, const MultiPolygon& b) {
  return overlay(a, b, GEOSIntersection_r, "intersection");
}

MultiPolygon difference(const MultiPolygon& a, const MultiPolygon& b) {
  return overlay(a, b, GEOSDifference_r, "difference");
}

MultiPolygon snapped(const MultiPolygon& area, double grid_m) {
  return polygons_of(checked(GEOSGeom_setPrecision_r(geos(), to_geos(area).get(), grid_m, 0), "snapping to a grid"));
}

}  // namespace sise
