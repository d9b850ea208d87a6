#include "gis_io/products/onemap_compute.hpp"

#include <algorithm>

#include "core/runs/map.hpp"
#include "gis_io/write/pages/map_page.hpp"
#include "gis_io/write/pictures/preview.hpp"
#include "gis_io/write/results/map_features.hpp"
#include "gis_io/write/results/map_summary.hpp"

namespace sise {
namespace {

std::vector<double> limits_of(const FourColourMap& map) {
  std::vector<double> levels = map.risk_bounds();
  std::sort(levels.begin(), levels.end());
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  return levels;
}

}  // namespace

Computed compute(const OneMapInputs& in, const FourColourMap& map, const MajorHazardPack& pack, RunReport& report) {
  const OpenProject& project = in.project;
  const MemoryPlan& memory = in.memory;
  Progress* progress = in.options.progress;
  const GridSpec& grid = project.study.grid;
  AreaSetStatistics areas(project.study, in.sets);
  MapCollector collector(project.study, limits_of(map));
  Computed done{{},
                ClassThumbnail(grid, project.config.scheme, kPreviewMapPixels),
                ClassThumbnail(grid, project.config.scheme, kPageMapPixels),
                {},
                {},
                {},
                {}};
  for (std::int64_t row = 0; row < grid.rows; row += memory.rows_per_band) {
    const MapBand band = map.band(row, std::min(grid.rows, row + memory.rows_per_band), progress);
    collector.add(band);
    areas.add(band);
    for (std::int64_t i = 0; i < band.code.rows(); ++i) {
      done.thumbnail.add_row(band.code.row(i));
      done.page_codes.add_row(band.code.row(i));
    }
  }
  done.totals = collector.finish();
  const std::vector<UnitOnMap> units = units_on_map(in.assessment, map, progress);
  done.units = unit_features(in.assessment, units);
  for (const UnitOnMap& unit : units) done.colours.push_back(unit.rating.colour.code);
  done.areas = areas.finish(done.colours, report);
  done.hazards = assess_hazards(project.study, *project.substances, pack, progress);
  return done;
}

std::map<std::string, int> hazard_levels(const HazardsResult& hazards) {
  std::map<std::string, int> levels;
  for (const HazardUnit& unit : hazards.units) {
    if (!unit.hazard.major.value_or(false) || !unit.hazard.level) continue;
    const int level = *unit.hazard.level;
    const auto [it, fresh] = levels.try_emplace(unit.enterprise, level);
    if (!fresh) it->second = std::min(it->second, level);
  }
  return levels;
}

MultiPolygon district_of(const Study& study) {
  if (study.area) return *study.area;
  const Bounds b = study.grid.bounds();
  return {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}};
}

}  // namespace sise
