// Places and boxes in the grid's CRS, metres.
#pragma once

namespace sise {

struct Point {
  double x = 0.0;  ///< easting, m
  double y = 0.0;  ///< northing, m
  bool operator==(const Point&) const = default;
};

struct Bounds {
  double x_min = 0.0;
  double y_min = 0.0;
  double x_max = 0.0;
  double y_max = 0.0;
  bool operator==(const Bounds&) const = default;
};

}  // namespace sise
