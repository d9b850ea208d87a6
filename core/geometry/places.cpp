#include "core/geometry/places.hpp"

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/geometry/touched_cells.hpp"

namespace sise {

std::vector<Point> places_on(const Geometry& shape, const GridSpec& grid, double edge_spacing_m) {
  std::vector<Point> places;
  if (!shape.polygons.empty()) {
    const PreparedArea area(shape.polygons);
    for (const CellIndex cell : touched_cells(grid, shape)) {
      if (const Point centre = grid.centre(cell); area.contains(centre)) places.push_back(centre);
    }
  }
  const std::vector<Point> edge = boundary_points(shape, edge_spacing_m);
  places.insert(places.end(), edge.begin(), edge.end());
  return places;
}

}  // namespace sise
