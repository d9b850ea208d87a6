#include "core/geometry/touched_cells.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"

namespace sise {
namespace {

std::int64_t column_of(const GridSpec& grid, double x) {
  return static_cast<std::int64_t>(std::floor((x - grid.x_min) / grid.cell_m));
}

std::int64_t row_of(const GridSpec& grid, double y) {
  return static_cast<std::int64_t>(std::ceil((grid.y_max - y) / grid.cell_m)) - 1;
}

/// The part of the lattice under a shape, with a mark per cell.
class Marks {
 public:
  Marks(const GridSpec& grid, const Bounds& box) : grid_(grid) {
    window_.column = column_of(grid, box.x_min);
    window_.row = row_of(grid, box.y_max);
    window_.columns = column_of(grid, box.x_max) - window_.column + 1;
    window_.rows = row_of(grid, box.y_min) - window_.row + 1;
    marks_ = Raster<std::uint8_t>(window_.columns, window_.rows);
  }

  void add_point(Point p) { add_run(row_of(grid_, p.y), p.x, p.x); }

  void add_line(const Line& line) {
    for (std::size_t i = 1; i < line.size(); ++i) add_segment(line[i - 1], line[i]);
  }

  void add_inside(const MultiPolygon& area) {
    const PreparedArea prepared(area);
    const GridSpec part = cropped(grid_, window_);
    std::vector<std::uint8_t> mask(static_cast<std::size_t>(window_.columns));
    for (std::int64_t row = 0; row < window_.rows; ++row) {
      prepared.centres_inside(part, row, mask);
      const std::span<std::uint8_t> marks = marks_.row(row);
      for (std::size_t c = 0; c < mask.size(); ++c) marks[c] |= mask[c];
    }
  }

  [[nodiscard]] std::vector<CellIndex> cells() const {
    std::vector<CellIndex> out;
    for (std::int64_t row = 0; row < window_.rows; ++row) {
      for (std::int64_t column = 0; column < window_.columns; ++column) {
        if (marks_.at(column, row) != 0) out.push_back({window_.column + column, window_.row + row});
      }
    }
    return out;
  }

 private:
  /// Row by row: the stretch of the segment between the row's edges.
  void add_segment(Point a, Point b) {
    if (a.y > b.y) std::swap(a, b);
    const auto x_at = [&](double y) {
      return y <= a.y ? a.x : y >= b.y ? b.x : a.x + (b.x - a.x) * ((y - a.y) / (b.y - a.y));
    };
    for (std::int64_t row = row_of(grid_, b.y); row <= row_of(grid_, a.y); ++row) {
      if (a.y == b.y) {
        add_run(row, a.x, b.x);
      } else {
        add_run(row, x_at(grid_.y_edge(row + 1)), x_at(grid_.y_edge(row)));
      }
    }
  }

  void add_run(std::int64_t row, double x1, double x2) {
    const std::int64_t last = window_.columns - 1;
    const std::int64_t west = std::clamp<std::int64_t>(column_of(grid_, std::min(x1, x2)) - window_.column, 0, last);
    const std::int64_t east = std::clamp<std::int64_t>(column_of(grid_, std::max(x1, x2)) - window_.column, 0, last);
    for (std::int64_t column = west; column <= east; ++column) marks_.at(column, row - window_.row) = 1;
  }

  const GridSpec& grid_;
  CellWindow window_;
  Raster<std::uint8_t> marks_;
};

}  // namespace

std::vector<CellIndex> touched_cells(const GridSpec& grid, const Geometry& shape) {
  if (shape.empty()) return {};
  Marks marks(grid, bounds(shape));
  for (const Point& p : shape.points) marks.add_point(p);
  for (const Line& line : shape.lines) marks.add_line(line);
  for (const Polygon& polygon : shape.polygons) {
    marks.add_line(polygon.outer);
    for (const Ring& hole : polygon.holes) marks.add_line(hole);
  }
  if (!shape.polygons.empty()) marks.add_inside(shape.polygons);
  return marks.cells();
}

}  // namespace sise
