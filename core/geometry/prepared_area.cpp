#include "core/geometry/prepared_area.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr std::int64_t most_strips = 65536;

template <class Edge>
void add_edges(const Ring& ring, std::vector<Edge>& edges) {
  for (std::size_t i = 1; i < ring.size(); ++i) {
    const Point a = ring[i - 1];
    const Point b = ring[i];
    if (a.y < b.y) edges.push_back({a, b});
    if (b.y < a.y) edges.push_back({b, a});  // a level edge crosses no row: its neighbours' ends decide
  }
}

}  // namespace

PreparedArea::PreparedArea(const MultiPolygon& area) {
  for (const Polygon& polygon : area) {
    add_edges(polygon.outer, edges_);
    for (const Ring& hole : polygon.holes) add_edges(hole, edges_);
  }
  if (edges_.empty()) return;

  double y_max = edges_.front().upper.y;
  y_min_ = edges_.front().lower.y;
  for (const Edge& edge : edges_) {
    y_min_ = std::min(y_min_, edge.lower.y);
    y_max = std::max(y_max, edge.upper.y);
  }
  const auto strips = std::clamp<std::int64_t>(static_cast<std::int64_t>(edges_.size()), 1, most_strips);
  strip_height_m_ = (y_max - y_min_) / static_cast<double>(strips);
  const auto strip_of = [&](double y) {
    return std::clamp<std::int64_t>(static_cast<std::int64_t>((y - y_min_) / strip_height_m_), 0, strips - 1);
  };

  // Count, then fill: one flat list for all strips.
  strip_begin_.assign(static_cast<std::size_t>(strips) + 1, 0);
  for (const Edge& edge : edges_) {
    for (std::int64_t s = strip_of(edge.lower.y); s <= strip_of(edge.upper.y); ++s) {
      ++strip_begin_[static_cast<std::size_t>(s) + 1];
    }
  }
  for (std::size_t s = 1; s < strip_begin_.size(); ++s) strip_begin_[s] += strip_begin_[s - 1];
  strip_edges_.resize(static_cast<std::size_t>(strip_begin_.back()));
  std::vector<std::int64_t> next(strip_begin_.begin(), strip_begin_.end() - 1);
  for (std::size_t e = 0; e < edges_.size(); ++e) {
    for (std::int64_t s = strip_of(edges_[e].lower.y); s <= strip_of(edges_[e].upper.y); ++s) {
      strip_edges_[static_cast<std::size_t>(next[static_cast<std::size_t>(s)]++)] = static_cast<std::int64_t>(e);
    }
  }
}

bool PreparedArea::west_of(const Edge& edge, Point point) {
  return (edge.upper.x - edge.lower.x) * (point.y - edge.lower.y) >
         (point.x - edge.lower.x) * (edge.upper.y - edge.lower.y);
}

std::span<const std::int64_t> PreparedArea::edges_near(double y) const {
  const double strip = std::floor((y - y_min_) / strip_height_m_);
  const auto strips = static_cast<double>(strip_begin_.size()) - 1.0;
  if (edges_.empty() || !(strip >= 0.0) || strip > strips) return {};
  const auto s = static_cast<std::size_t>(std::min(strip, strips - 1.0));  // rounding may put the top edge beyond
  const auto begin = static_cast<std::size_t>(strip_begin_[s]);
  const auto end = static_cast<std::size_t>(strip_begin_[s + 1]);
  return std::span(strip_edges_).subspan(begin, end - begin);
}

bool PreparedArea::contains(Point point) const {
  bool inside = false;
  for (const std::int64_t e : edges_near(point.y)) {
    const Edge& edge = edges_[static_cast<std::size_t>(e)];
    if (point.y < edge.lower.y || point.y >= edge.upper.y) continue;
    if (west_of(edge, point)) inside = !inside;
  }
  return inside;
}

std::vector<PreparedArea::Run> PreparedArea::runs_inside(const GridSpec& grid, std::int64_t row) const {
  const double y = grid.centre({0, row}).y;
  const auto east_of = [&](const Edge& edge, std::int64_t column) {
    return !west_of(edge, grid.centre({column, row}));
  };
  std::vector<std::int64_t> crossings;  // "all centres before this one are west of one more edge"
  for (const std::int64_t e : edges_near(y)) {
    const Edge& edge = edges_[static_cast<std::size_t>(e)];
    if (y < edge.lower.y || y >= edge.upper.y) continue;
    // The first centre that is not west of the edge: estimated, then settled by the same test as for single points.
    const double slope = (edge.upper.x - edge.lower.x) / (edge.upper.y - edge.lower.y);
    const double estimate = (edge.lower.x + slope * (y - edge.lower.y) - grid.x_min) / grid.cell_m - 0.5;
    auto column = static_cast<std::int64_t>(std::clamp(std::ceil(estimate), 0.0, static_cast<double>(grid.columns)));
    while (column > 0 && east_of(edge, column - 1)) --column;
    while (column < grid.columns && !east_of(edge, column)) ++column;
    crossings.push_back(column);
  }
  std::sort(crossings.begin(), crossings.end());
  // Closed rings cross a row an even number of times.
  std::vector<Run> runs;
  for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
    if (crossings[i] < crossings[i + 1]) runs.push_back({crossings[i], crossings[i + 1]});
  }
  return runs;
}

void PreparedArea::centres_inside(const GridSpec& grid, std::int64_t row, std::span<std::uint8_t> mask) const {
  if (static_cast<std::int64_t>(mask.size()) != grid.columns) {
    throw std::invalid_argument("PreparedArea: the mask must have one element per column");
  }
  std::fill(mask.begin(), mask.end(), std::uint8_t{0});
  for (const Run& run : runs_inside(grid, row))
    std::fill(mask.begin() + run.begin, mask.begin() + run.end, std::uint8_t{1});
}

Raster<std::uint8_t> cells_inside(const GridSpec& grid, const PreparedArea& area) {
  Raster<std::uint8_t> mask(grid.columns, grid.rows);
  parallel_for(grid.rows, [&](std::int64_t row) { area.centres_inside(grid, row, mask.row(row)); });
  return mask;
}

}  // namespace sise
