#include "gis_io/read/rasters/population_coverage.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "core/geometry/operations.hpp"
#include "core/grid/grid_spec.hpp"

namespace sise {
namespace {

constexpr double kStepCells = 16.0;  // an edge that is straight in one CRS is not in the other
constexpr double kSnap_m = 0.01;

/// The window as a grid of unit cells whose x is the column and whose y is the row, northwards.
GridSpec lattice_of(const PixelWindow& window) {
  return {static_cast<double>(window.column),
          -static_cast<double>(window.row),
          1.0,
          window.columns,
          window.rows,
          "columns and rows"};
}

/// Column and row of a point of the raster's CRS.
Point pixel_of(const Affine& a, Point p) {
  const double determinant = a[1] * a[5] - a[2] * a[4];
  const double x = p.x - a[0];
  const double y = p.y - a[3];
  return {(x * a[5] - y * a[2]) / determinant, (y * a[1] - x * a[4]) / determinant};
}

}  // namespace

std::optional<PixelWindow> pixels_over(const Bounds& b, const Transform& to_raster, const Affine& affine, int columns,
                                       int rows) {
  Geometry frame;
  frame.polygons = {
      {{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}};
  Bounds pixels{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(),
                -std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
  for (const Point& place : boundary_points(frame, std::max(b.x_max - b.x_min, b.y_max - b.y_min) / kStepCells)) {
    const auto there = to_raster(place);
    if (!there) return PixelWindow{0, 0, columns, rows};
    const Point pixel = pixel_of(affine, *there);
    pixels = {std::min(pixels.x_min, pixel.x), std::min(pixels.y_min, pixel.y), std::max(pixels.x_max, pixel.x),
              std::max(pixels.y_max, pixel.y)};
  }
  const auto clamped = [](double value, int most) {
    return static_cast<int>(std::clamp(value, 0.0, static_cast<double>(most)));
  };
  const int west = clamped(std::floor(pixels.x_min) - 1.0, columns);
  const int north = clamped(std::floor(pixels.y_min) - 1.0, rows);
  const int east = clamped(std::ceil(pixels.x_max) + 1.0, columns);
  const int south = clamped(std::ceil(pixels.y_max) + 1.0, rows);
  if (east <= west || south <= north) return std::nullopt;
  return PixelWindow{west, north, east - west, south - north};
}

CoverageTracer::CoverageTracer(const PixelWindow& window, const Affine& affine, Transform to_target)
    : window_(window), affine_(affine), transform_(std::move(to_target)), polygonizer_(lattice_of(window)) {}

void CoverageTracer::add_row(std::span<const std::uint8_t> known) {
  polygonizer_.add_row(
      known.subspan(static_cast<std::size_t>(window_.column), static_cast<std::size_t>(window_.columns)));
}

Ring CoverageTracer::to_target(const Ring& ring) const {
  const Line line(ring.begin(), ring.end());
  Geometry edge;
  edge.lines = {line};
  Ring moved;
  for (const Point& p : boundary_points(edge, kStepCells)) {
    const double column = p.x;
    const double row = -p.y;
    const auto there = transform_(
        {affine_[0] + affine_[1] * column + affine_[2] * row, affine_[3] + affine_[4] * column + affine_[5] * row});
    if (there) moved.push_back(*there);
  }
  if (!moved.empty() && !(moved.front() == moved.back())) moved.push_back(moved.front());
  return moved;
}

MultiPolygon CoverageTracer::finish() {
  std::map<int, MultiPolygon> shapes = polygonizer_.finish();
  MultiPolygon covered;
  for (const Polygon& polygon : shapes[1]) {
    Polygon moved{to_target(polygon.outer), {}};
    for (const Ring& hole : polygon.holes) moved.holes.push_back(to_target(hole));
    covered.push_back(std::move(moved));
  }
  return snapped(oriented(std::move(covered)), kSnap_m);  // what touched in a corner may have come to cross
}

}  // namespace sise
