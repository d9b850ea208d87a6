#include "core/exposure/threat_zones.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include "core/exposure/people.hpp"
#include "core/geometry/isopleths.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "models/atmosphere/sigma.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr double kMargin = 1.1;  // the lowest level's reach and 10 % more

std::vector<double> values_of(const std::vector<ThreatLevel>& levels) {
  std::vector<double> values;
  values.reserve(levels.size());
  for (const ThreatLevel& level : levels) values.push_back(level.value);
  return values;
}

double lowest(const std::vector<ThreatLevel>& levels) {
  const std::vector<double> values = values_of(levels);
  return *std::min_element(values.begin(), values.end());
}

/// Points on circles around the source: enough to see in which directions a level may be met.
std::vector<Point> probes(Point source, double reach_m, double bearing_deg) {
  constexpr int kRadii = 200;
  const double bearing = bearing_deg * std::numbers::pi / 180.0;
  std::vector<Point> points;
  points.reserve(kRadii);
  for (int i = 1; i <= kRadii; ++i) {
    const double r = reach_m * i / kRadii;
    points.push_back({source.x + r * std::sin(bearing), source.y + r * std::cos(bearing)});
  }
  return points;
}

void include(Bounds& bounds, Point point) {
  bounds.x_min = std::min(bounds.x_min, point.x);
  bounds.x_max = std::max(bounds.x_max, point.x);
  bounds.y_min = std::min(bounds.y_min, point.y);
  bounds.y_max = std::max(bounds.y_max, point.y);
}

/// The bounding box of the places where `level` may be exceeded, seen along rays two degrees apart.
Bounds possible_bounds(const Incident& incident, const ThreatField& field, double level, double reach_m) {
  Bounds bounds{incident.source.x, incident.source.y, incident.source.x, incident.source.y};
  for (int bearing = 0; bearing < 360; bearing += 2) {
    const std::vector<Point> ray = probes(incident.source, reach_m, bearing);
    const std::vector<double> values = field.at(ray).largest;
    for (std::size_t i = ray.size(); i-- > 0;) {
      if (values[i] >= level) {
        include(bounds, ray[i]);
        break;
      }
    }
  }
  return bounds;
}

void fill_fields(ThreatResult& result, const ThreatField& field, Progress* progress) {
  const GridSpec& grid = result.grid;
  parallel_for(
      grid.rows,
      [&](std::int64_t row) {
        std::vector<Point> centres;
        centres.reserve(static_cast<std::size_t>(grid.columns));
        for (std::int64_t column = 0; column < grid.columns; ++column) centres.push_back(grid.centre({column, row}));
        const ThreatValues values = field.at(centres);
        for (std::int64_t column = 0; column < grid.columns; ++column) {
          const auto i = static_cast<std::size_t>(column);
          result.central.at(column, row) = static_cast<float>(values.central[i]);
          result.largest.at(column, row) = static_cast<float>(values.largest[i]);
          result.smallest.at(column, row) = static_cast<float>(values.smallest[i]);
        }
      },
      progress, "field");
}

std::vector<MultiPolygon> regions(const Raster<float>& field, const GridSpec& grid,
                                  const std::vector<ThreatLevel>& levels) {
  IsoplethTracer tracer(grid, values_of(levels));
  std::vector<double> row_values(static_cast<std::size_t>(grid.columns));
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      row_values[static_cast<std::size_t>(column)] = static_cast<double>(field.at(column, row));
    }
    tracer.add_row(row_values);
  }
  return tracer.finish();
}

double farthest_vertex_m(const MultiPolygon& area, Point source) {
  double farthest = 0.0;
  for (const Polygon& polygon : area) {
    for (const Point& p : polygon.outer) farthest = std::max(farthest, std::hypot(p.x - source.x, p.y - source.y));
  }
  return farthest;
}

ThreatZone make_zone(const Incident& incident, std::size_t level, bool certain, MultiPolygon area) {
  ThreatZone zone;
  zone.level = level;
  zone.certain = certain;
  zone.max_distance_m = farthest_vertex_m(area, incident.source);
  Geometry shape;
  shape.polygons = std::move(area);
  if (!shape.polygons.empty()) {
    zone.area_m2 = area_m2(shape);
    if (incident.population) {
      const PeopleInside people = people_inside(*incident.population, shape.polygons);
      zone.people_day = people.day;
      zone.people_night = people.night;
    }
    for (const Target& target : incident.targets) {
      if (distance_m(shape, target.geometry) <= 0.0) zone.targets.push_back(target.id);
    }
  }
  zone.area = std::move(shape.polygons);
  return zone;
}

/// Worst value over a target: its points, or the touched cells' centres and its edge.
TargetExposure expose(const Incident& incident, const ThreatField& field, const Target& target, const GridSpec& grid) {
  const ThreatValues values = field.at(places_on(target.geometry, grid, grid.cell_m));
  TargetExposure exposure;
  exposure.id = target.id;
  exposure.name = target.name;
  exposure.distance_m = distance_m(incident.source, target.geometry);
  exposure.value = *std::max_element(values.central.begin(), values.central.end());
  exposure.largest_value = *std::max_element(values.largest.begin(), values.largest.end());
  exposure.arrival_s = field.arrival_s(exposure.distance_m);
  exposure.passing_s = incident.tnt_kg ? 0.0 : exposure.arrival_s + incident.duration_s;
  double worst = 0.0;
  for (const ThreatLevel& level : incident.levels) {
    if (exposure.largest_value >= level.value && level.value > worst) {
      worst = level.value;
      exposure.worst_level = level.name;
    }
  }
  return exposure;
}

std::vector<TargetExposure> exposures(const Incident& incident, const ThreatField& field, const GridSpec& grid) {
  std::vector<TargetExposure> all;
  for (const Target& target : incident.targets) {
    TargetExposure exposure = expose(incident, field, target, grid);
    if (!exposure.worst_level.empty()) all.push_back(std::move(exposure));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const TargetExposure& a, const TargetExposure& b) { return a.largest_value > b.largest_value; });
  return all;
}

/// Class-based curves are stated for 100 m to 10 km; a zone that ends elsewhere rests on their continuation.
void warn_of_range(const Incident& incident, ThreatResult& result) {
  if (incident.quantity() != HazardQuantity::concentration_kg_m3) return;
  const bool outside = std::any_of(result.zones.begin(), result.zones.end(), [](const ThreatZone& zone) {
    return zone.max_distance_m > 0.0 && outside_sigma_range(zone.max_distance_m);
  });
  if (outside) result.warnings.emplace_back("outside_sigma_range");
}

}  // namespace

GridSpec threat_grid(const Incident& incident, const ThreatField& field, double cell_m, const std::string& crs) {
  const double level = lowest(incident.levels);
  const std::optional<double> reach = field.reach_m(level);
  if (!reach) {
    throw InputError(
        "level_not_reached",
        {"no place reaches the lowest level, so there is no zone to draw",
         "任何地点都达不到最低一级阈值,没有可绘制的区域"},
        {.field = "endpoints"},
        {"Check the release and the levels, or give [grid] bounds", "请检查泄漏量与阈值,或在 [grid] 中给出 bounds"});
  }
  const Bounds box = possible_bounds(incident, field, level, *reach);
  const double margin = (kMargin - 1.0) * *reach + cell_m;
  return grid_covering(box, cell_m, margin, crs);
}

ThreatResult threat_zones(const Incident& incident, const ThreatField& field, const GridSpec& grid,
                          Progress* progress) {
  ThreatResult result;
  result.grid = grid;
  result.central = Raster<float>(grid.columns, grid.rows);
  result.largest = Raster<float>(grid.columns, grid.rows);
  result.smallest = Raster<float>(grid.columns, grid.rows);
  fill_fields(result, field, progress);
  std::vector<MultiPolygon> possible = regions(result.largest, grid, incident.levels);
  std::vector<MultiPolygon> certain = regions(result.smallest, grid, incident.levels);
  for (std::size_t level = 0; level < incident.levels.size(); ++level) {
    result.zones.push_back(make_zone(incident, level, false, std::move(possible[level])));
    result.zones.push_back(make_zone(incident, level, true, std::move(certain[level])));
  }
  result.targets = exposures(incident, field, grid);
  result.warnings = field.warnings();
  warn_of_range(incident, result);
  return result;
}

}  // namespace sise
