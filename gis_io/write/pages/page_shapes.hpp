// Shapes as a page holds them: whole millionths of a degree (a decimetre), each vertex as its step from the one before.
#pragma once
#include <cstdint>
#include <string>

#include "core/geometry/geometry.hpp"
#include "core/grid/projection.hpp"

namespace sise {

class PageShapes {
 public:
  /// `extent` is what the page shows first; its south-western corner is where every line starts counting. Vertices that move
  /// a line by less than a screen shows are left out. Keeps a reference to the projection.
  PageShapes(const Bounds& extent, const Projection& projection);

  /// {"p":[x,y,...]}, {"l":[[...],...]} or {"a":[[[ring],[hole]],...]}; null for a shape without a place. In p every point
  /// counts from the one before, too. Throws InputError outside the CRS's area.
  void append(std::string& json, const Geometry& geometry) const;

  /// "[lon,lat]" of the corner, in the same whole numbers.
  [[nodiscard]] std::string origin_json() const;
  /// "[south,west,north,east]" of a box in the grid's CRS, degrees.
  [[nodiscard]] std::string degrees_json(const Bounds& box) const;
  [[nodiscard]] double tolerance_m() const { return tolerance_m_; }

 private:
  struct Whole {
    std::int64_t lon = 0;
    std::int64_t lat = 0;
    bool operator==(const Whole&) const = default;
  };
  [[nodiscard]] Whole whole(Point point) const;
  void append_points(std::string& json, const Line& line) const;
  void append_polygon(std::string& json, const Polygon& polygon) const;

  const Projection& projection_;
  double tolerance_m_;
  Whole origin_;
};

}  // namespace sise
