#include "core/zones/hazard.hpp"

#include <algorithm>
#include <cmath>

#include "core/grid/parallel.hpp"
#include "core/zones/cloud_hazard.hpp"
#include "core/zones/effect_hazard.hpp"
#include "core/zones/passing_hazard.hpp"
#include "core/zones/plume_hazard.hpp"
#include "models/base/error.hpp"

namespace sise {

ThreatRasters blank_rasters(const GridSpec& grid) {
  const Raster<float> blank(grid.columns, grid.rows);
  return {blank, blank, blank, {}};
}

double farthest_corner_m(const GridSpec& grid, Point place) {
  const Bounds b = grid.bounds();
  return std::hypot(std::max(std::abs(b.x_min - place.x), std::abs(b.x_max - place.x)),
                    std::max(std::abs(b.y_min - place.y), std::abs(b.y_max - place.y)));
}

ThreatRasters Hazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  ThreatRasters rasters = blank_rasters(grid);
  const Point corner{grid.bounds().x_min, grid.bounds().y_max};
  const bool in_rooms = !at({&corner, 1}, rule).indoors.empty();
  if (in_rooms) rasters.indoors = Raster<float>(grid.columns, grid.rows);
  parallel_for(
      grid.rows,
      [&](std::int64_t row) {
        std::vector<Point> centres;
        centres.reserve(static_cast<std::size_t>(grid.columns));
        for (std::int64_t column = 0; column < grid.columns; ++column) centres.push_back(grid.centre({column, row}));
        const ThreatValues values = at(centres, rule);
        for (std::int64_t column = 0; column < grid.columns; ++column) {
          const auto i = static_cast<std::size_t>(column);
          rasters.central.at(column, row) = static_cast<float>(values.central[i]);
          rasters.largest.at(column, row) = static_cast<float>(values.largest[i]);
          rasters.smallest.at(column, row) = static_cast<float>(values.smallest[i]);
          if (in_rooms) rasters.indoors.at(column, row) = static_cast<float>(values.indoors[i]);
        }
      },
      progress, "field");
  return rasters;
}

namespace {

/// Series of puffs are for winds that turn and for calm air.
bool knows_one_wind(const Incident& incident) {
  constexpr double kCalmBelow_m_s = 0.5;
  if (!incident.wind_changes.empty()) return false;
  return is_for_heavy_gas(dispersion_of(incident)) || incident.weather.wind_speed_m_s >= kCalmBelow_m_s;
}

std::unique_ptr<const Hazard> passing(const Incident& incident) {
  if (knows_one_wind(incident)) return std::make_unique<PassingHazard>(incident);
  return std::make_unique<CloudHazard>(incident);
}

}  // namespace

std::unique_ptr<const Hazard> make_hazard(const Incident& incident) {
  if (incident.event) return std::make_unique<EffectHazard>(incident);
  if (varies(incident)) return passing(incident);
  if (!incident.rate_kg_s) {
    throw ModelError("bad_source", {"an incident needs a release or an event", "事故源应给出泄漏或火灾、爆炸事件"});
  }
  auto plume = std::make_unique<PlumeHazard>(incident);
  if (plume->overstates(incident.levels)) return passing(incident);
  return plume;
}

}  // namespace sise
