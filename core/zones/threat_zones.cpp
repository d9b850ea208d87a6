#include "core/zones/threat_zones.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/geometry/isopleths.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/stage_part.hpp"
#include "models/atmosphere/sigma.hpp"

namespace sise {
namespace {

/// The regions where the field exceeds each of the values.
std::vector<MultiPolygon> regions(const Raster<float>& field, const GridSpec& grid, const std::vector<double>& values) {
  IsoplethTracer tracer(grid, values);
  std::vector<double> row_values(static_cast<std::size_t>(grid.columns));
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      row_values[static_cast<std::size_t>(column)] = static_cast<double>(field.at(column, row));
    }
    tracer.add_row(row_values);
  }
  return tracer.finish();
}

/// Of one level: where it may be met, where it is met for every wind, and where it may be met indoors.
struct LevelRegions {
  MultiPolygon possible;
  MultiPolygon certain;
  std::optional<MultiPolygon> indoors;
};

void add_indoors(const Incident& incident, const Hazard& hazard, const ThreatResult& result,
                 const std::vector<std::size_t>& levels, std::vector<LevelRegions>& regions_of_levels) {
  const ThreatRasters& rasters = result.fields[result.field_of_level[levels.front()]];
  const bool own_field = rasters.indoors.columns() > 0;
  std::vector<double> values;
  for (const std::size_t level : levels) {
    const ThreatLevel& threat = incident.levels[level];
    const std::optional<double> factor = hazard.indoor_factor(threat.rule);
    if (!own_field && !factor) return;
    values.push_back(own_field ? threat.value : threat.value / *factor);
  }
  std::vector<MultiPolygon> found = regions(own_field ? rasters.indoors : rasters.largest, result.grid, values);
  for (std::size_t i = 0; i < levels.size(); ++i) regions_of_levels[levels[i]].indoors = std::move(found[i]);
}

std::vector<LevelRegions> level_regions(const Incident& incident, const Hazard& hazard, const ThreatResult& result) {
  std::vector<LevelRegions> all(incident.levels.size());
  for (std::size_t field = 0; field < result.fields.size(); ++field) {
    std::vector<std::size_t> levels;
    std::vector<double> values;
    for (std::size_t level = 0; level < incident.levels.size(); ++level) {
      if (result.field_of_level[level] != field) continue;
      levels.push_back(level);
      values.push_back(incident.levels[level].value);
    }
    std::vector<MultiPolygon> possible = regions(result.fields[field].largest, result.grid, values);
    std::vector<MultiPolygon> certain = regions(result.fields[field].smallest, result.grid, values);
    for (std::size_t i = 0; i < levels.size(); ++i) {
      all[levels[i]].possible = std::move(possible[i]);
      all[levels[i]].certain = std::move(certain[i]);
    }
    add_indoors(incident, hazard, result, levels, all);
  }
  return all;
}

double farthest_vertex_m(const MultiPolygon& area, Point source) {
  double farthest = 0.0;
  for (const Polygon& polygon : area) {
    for (const Point& p : polygon.outer) farthest = std::max(farthest, std::hypot(p.x - source.x, p.y - source.y));
  }
  return farthest;
}

/// Is the value met in a cell at the edge of the grid?
bool meets_the_edge(const Raster<float>& field, double value) {
  const auto met = [&](std::int64_t column, std::int64_t row) {
    return static_cast<double>(field.at(column, row)) > value;
  };
  for (std::int64_t column = 0; column < field.columns(); ++column) {
    if (met(column, 0) || met(column, field.rows() - 1)) return true;
  }
  for (std::int64_t row = 0; row < field.rows(); ++row) {
    if (met(0, row) || met(field.columns() - 1, row)) return true;
  }
  return false;
}

ThreatZone make_zone(const Incident& incident, std::size_t level, bool certain, MultiPolygon area) {
  ThreatZone zone;
  zone.level = level;
  zone.certain = certain;
  zone.max_distance_m = farthest_vertex_m(area, incident.source);
  zone.people = people_known(incident.population, area);
  Geometry shape;
  shape.polygons = std::move(area);
  if (!shape.polygons.empty()) {
    zone.area_m2 = area_m2(shape);
    for (const Target& target : incident.targets) {
      if (distance_m(shape, target.geometry) <= 0.0) zone.targets.push_back(target.id);
    }
  }
  zone.area = std::move(shape.polygons);
  return zone;
}

LeaveZone make_leave_zone(const Incident& incident, MultiPolygon area) {
  LeaveZone zone;
  zone.area_m2 = area_m2(area);
  zone.max_distance_m = farthest_vertex_m(area, incident.source);
  zone.people = people_known(incident.population, area);
  zone.area = std::move(area);
  return zone;
}

void add_zones(const Incident& incident, const Hazard& hazard, ThreatResult& result) {
  std::vector<LevelRegions> all = level_regions(incident, hazard, result);
  for (std::size_t level = 0; level < all.size(); ++level) {
    ThreatZone possible = make_zone(incident, level, false, std::move(all[level].possible));
    if (all[level].indoors) possible.leave = make_leave_zone(incident, std::move(*all[level].indoors));
    ThreatZone certain = make_zone(incident, level, true, std::move(all[level].certain));
    const ThreatRasters& field = result.fields[result.field_of_level[level]];
    possible.cut_by_frame = meets_the_edge(field.largest, incident.levels[level].value);
    certain.cut_by_frame = meets_the_edge(field.smallest, incident.levels[level].value);
    result.zones.push_back(std::move(possible));
    result.zones.push_back(std::move(certain));
  }
}

void add_fields(const Incident& incident, const Hazard& hazard, ThreatResult& result, Progress* progress) {
  result.rules = field_rules(incident, hazard);
  const auto count = static_cast<double>(result.rules.size());
  for (std::size_t i = 0; i < result.rules.size(); ++i) {
    StagePart part(progress, static_cast<double>(i) / count, static_cast<double>(i + 1) / count);
    result.fields.push_back(hazard.over(result.grid, result.rules[i], &part));
  }
  for (const ThreatLevel& level : incident.levels) {
    const auto found = std::find(result.rules.begin(), result.rules.end(), level.rule);
    const bool own = hazard.heeds_rules() && found != result.rules.end();
    result.field_of_level.push_back(own ? static_cast<std::size_t>(found - result.rules.begin()) : 0);
  }
}

/// Class-based curves are stated for 100 m to 10 km; a zone that ends elsewhere rests on their continuation.
void warn_of_range(const Incident& incident, ThreatResult& result) {
  if (incident.quantity() != HazardQuantity::concentration_kg_m3) return;
  const bool outside = std::any_of(result.zones.begin(), result.zones.end(), [](const ThreatZone& zone) {
    return zone.max_distance_m > 0.0 && outside_sigma_range(zone.max_distance_m);
  });
  if (outside) result.warnings.emplace_back("outside_sigma_range");
}

void warn_of_gaps(const Incident& incident, ThreatResult& result) {
  if (any_cut_by_frame(result)) result.warnings.emplace_back("cut_by_frame");
  const auto unknown = [](const ThreatZone& zone) {
    return zone.people.partly_unknown() || (zone.leave && zone.leave->people.partly_unknown());
  };
  if (incident.population && std::any_of(result.zones.begin(), result.zones.end(), unknown)) {
    result.warnings.emplace_back("population_partly_unknown");
  }
}

}  // namespace

bool any_cut_by_frame(const ThreatResult& result) {
  return std::any_of(result.zones.begin(), result.zones.end(),
                     [](const ThreatZone& zone) { return zone.cut_by_frame; });
}

std::vector<LoadRule> field_rules(const Incident& incident, const Hazard& hazard) {
  std::vector<LoadRule> rules;
  for (const ThreatLevel& level : incident.levels) {
    const bool known = std::find(rules.begin(), rules.end(), level.rule) != rules.end();
    if (rules.empty() || (hazard.heeds_rules() && !known)) rules.push_back(level.rule);
  }
  return rules;
}

ThreatResult threat_zones(const Incident& incident, const Hazard& hazard, const GridSpec& grid, Progress* progress) {
  ThreatResult result;
  result.grid = grid;
  result.model = hazard.model();
  add_fields(incident, hazard, result, progress);
  add_zones(incident, hazard, result);
  result.targets = target_exposures(incident, hazard, grid);
  result.warnings = hazard.warnings();
  result.warnings.insert(result.warnings.end(), incident.source_warnings.begin(), incident.source_warnings.end());
  warn_of_range(incident, result);
  warn_of_gaps(incident, result);
  return result;
}

}  // namespace sise
