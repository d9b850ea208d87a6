#include "core/runs/capacity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr double kExactEdge_m = 1.0;

/// Kernels of the park's units, in parallel: those of other parks are asked for when their turn comes.
void build_kernels(const RiskModel& risk, const std::vector<std::size_t>& units, Progress* progress) {
  parallel_for(
      static_cast<std::int64_t>(units.size()),
      [&](std::int64_t i) { (void)risk.kernel(units[static_cast<std::size_t>(i)], progress); }, progress, "kernels");
}

/// A raster's cells look at targets' edges every half cell; the figure looks at each metre.
double raster_edge_m(const GridSpec& grid) { return std::max(kExactEdge_m, 0.5 * grid.cell_m); }

void put(const Raster<float>& from, CellIndex corner, Raster<float>& to) {
  for (std::int64_t row = 0; row < from.rows(); ++row) {
    for (std::int64_t column = 0; column < from.columns(); ++column) {
      const float value = from.at(column, row);
      float& there = to.at(corner.column + column, corner.row + row);
      if (!std::isnan(value) && std::isnan(there)) there = value;
    }
  }
}

CellIndex corner_of(const GridSpec& part, const GridSpec& whole) {
  return {std::llround((part.x_min - whole.x_min) / whole.cell_m),
          std::llround((whole.y_max - part.y_max) / whole.cell_m)};
}

}  // namespace

GridSpec capacity_grid(const std::vector<Park>& parks, const GridSpec& study) {
  MultiPolygon all;
  for (const Park& park : parks) all.insert(all.end(), park.ground.begin(), park.ground.end());
  return grid_covering(bounds(all), study.cell_m, 0.0, study.crs);
}

ListsDemand capacity_demand(const Study& study, const std::vector<Park>& parks) {
  constexpr std::int64_t kCellBytes = 2 * (3 * sizeof(float) + sizeof(std::int32_t));
  std::vector<const Geometry*> targets;
  for (const Target& target : study.targets) {
    if (target.is_protected) targets.push_back(&target.geometry);
  }
  const std::int64_t places = places_asked(targets, study.grid);
  const std::int64_t cells = capacity_grid(parks, study.grid).cells();
  return {places, places * RoomFinder::bytes_per_place + cells * kCellBytes + control_line_bytes()};
}

namespace {

/// The room of every cell, into the rasters and the partition. Returns the centre with most.
std::optional<Point> fill(const Park& park, const RoomFinder& rooms, const MovableUnit& unit, std::size_t most,
                          const ClassScheme& scheme, CapacityResult& result, ParkCapacity& one, Progress* progress) {
  const GridSpec grid = grid_covering(bounds(park.ground), result.grid.cell_m, 0.0, result.grid.crs);
  const CapacityField field = capacity_field(park, grid, rooms, unit, most, progress);
  one.used = rooms.used();
  one.parts = partition_of(field, grid, scheme);
  const CellIndex corner = corner_of(grid, result.grid);
  put(field.units, corner, result.units);
  put(field.existing, corner, result.existing);
  put(field.fresh, corner, result.fresh);
  return field.best;
}

/// The figure of a place, and the largest inventory there.
void add_figure(const Assessment& assessment, const Projection& projection, const CapacityRequest& request,
                const MovableUnit& unit, Point place, ParkCapacity& one, Progress* progress) {
  one.figure = capacity_at(assessment, projection, one.units, unit, place, request.most, progress);
  if (!request.holding || !(request.stated_inventory_kg > 0.0)) return;
  one.inventory = largest_inventory_at(assessment, projection, assessment.substances, one.units, request.holding,
                                       request.stated_inventory_kg, place, progress);
}

ParkCapacity capacity_of(const Park& park, const Assessment& assessment, const Projection& projection,
                         const CapacityRequest& request, const MovableUnit& unit, const ClassScheme& scheme,
                         CapacityResult& result, Progress* progress) {
  const Study& study = assessment.study;
  ParkCapacity one;
  one.units = units_of_park(park, study, assessment.statuses);
  build_kernels(assessment.risk, one.units.computed, progress);
  one.line = control_line(assessment, park, one.units, progress);
  if (study.criteria.cumulative_veto) {
    one.units = units_of_park(park, study, assessment.statuses, true);
    build_kernels(assessment.risk, one.units.computed, progress);
  }
  std::optional<Point> place;
  {
    const RoomFinder rooms(assessment, one.units, raster_edge_m(study.grid), progress);
    place = fill(park, rooms, unit, request.most, scheme, result, one, progress);
  }
  if (request.at) place = contains(as_geometry(park.ground), *request.at) ? request.at : std::nullopt;
  if (place) add_figure(assessment, projection, request, unit, *place, one, progress);
  return one;
}

}  // namespace

CapacityResult capacity_run(const Assessment& assessment, const Projection& projection, const CapacityRequest& request,
                            const ClassScheme& scheme, Progress* progress) {
  CapacityResult result;
  result.grid = capacity_grid(request.parks, assessment.study.grid);
  constexpr float kOutside = std::numeric_limits<float>::quiet_NaN();
  for (Raster<float>* raster : {&result.units, &result.existing, &result.fresh})
    *raster = Raster<float>(result.grid.columns, result.grid.rows, kOutside);
  const Point somewhere = request.at.value_or(centroid(as_geometry(request.parks.front().ground)));
  const MovableUnit unit(request.type, assessment.study, assessment.substances, projection, somewhere, progress);
  result.warnings = unit.warnings();
  result.explosive = unit.status().explosive;
  for (const Park& park : request.parks)
    result.parks.push_back(capacity_of(park, assessment, projection, request, unit, scheme, result, progress));
  return result;
}

}  // namespace sise
