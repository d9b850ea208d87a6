// Which of many points lie in an area: the area is prepared once, then asked for points or whole rows of cell centres.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/raster.hpp"

namespace sise {

/// Even-odd rule with half-open edges, as cells have them: a point on a western or southern edge is inside, one on an
/// eastern or northern edge is not. Areas that share an edge (vertex for vertex) therefore divide the points between
/// them: none is in both, none in neither. A row of centres gives the same answers as the centres one by one.
class PreparedArea {
 public:
  /// `area` must be valid; an empty one contains nothing.
  explicit PreparedArea(const MultiPolygon& area);

  [[nodiscard]] bool contains(Point point) const;

  /// mask[c] = 1 where the centre of cell (c, row) is inside, else 0. Throws std::invalid_argument unless mask has one
  /// element per column.
  void centres_inside(const GridSpec& grid, std::int64_t row, std::span<std::uint8_t> mask) const;

  /// The same row as runs of columns from `begin` to before `end`, from west to east: what a small area costs does not hang on
  /// the width of the grid.
  struct Run {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    bool operator==(const Run&) const = default;
  };
  [[nodiscard]] std::vector<Run> runs_inside(const GridSpec& grid, std::int64_t row) const;

 private:
  /// From its lower to its upper end, whichever way the ring runs, so that neighbours compute the same bits.
  struct Edge {
    Point lower;
    Point upper;
  };
  [[nodiscard]] static bool west_of(const Edge& edge, Point point);
  [[nodiscard]] std::span<const std::int64_t> edges_near(double y) const;

  std::vector<Edge> edges_;
  // Edges by horizontal strips of equal height: those of strip s are strip_edges_[strip_begin_[s] ... strip_begin_[s+1]).
  double y_min_ = 0.0;
  double strip_height_m_ = 1.0;
  std::vector<std::int64_t> strip_begin_;
  std::vector<std::int64_t> strip_edges_;
};

/// 1 for every cell whose centre lies in the area, else 0.
[[nodiscard]] Raster<std::uint8_t> cells_inside(const GridSpec& grid, const PreparedArea& area);

}  // namespace sise
