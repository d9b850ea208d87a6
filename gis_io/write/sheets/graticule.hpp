// Where a map lies on its sheet, and the meridians and parallels across it.
#pragma once
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/write/pictures/canvas.hpp"

namespace sise {

struct MapPlace {
  PaperBox frame;
  Point middle;               ///< of the map, in the grid's CRS
  double points_per_m = 0.0;  ///< points of the paper per metre of the grid
  double scale = 0.0;         ///< 1 : scale

  [[nodiscard]] Point at(Point place) const {
    return {frame.x + frame.width / 2.0 + (place.x - middle.x) * points_per_m,
            frame.y + frame.height / 2.0 - (place.y - middle.y) * points_per_m};
  }
  [[nodiscard]] Point place(Point at) const {
    return {middle.x + (at.x - frame.x - frame.width / 2.0) / points_per_m,
            middle.y - (at.y - frame.y - frame.height / 2.0) / points_per_m};
  }
};

struct GraticuleLine {
  Line line;          ///< on the paper
  std::string label;  ///< "119°55′E"
  bool meridian = false;
  Point at;  ///< where it leaves the frame: a meridian below, a parallel on the left
};

/// Three to eight lines each way, at a round step.
[[nodiscard]] std::vector<GraticuleLine> graticule(const MapPlace& place, const Projection& projection);

}  // namespace sise
