#include "core/exposure/hazard.hpp"

#include "core/exposure/blast_hazard.hpp"
#include "core/exposure/plume_hazard.hpp"
#include "core/grid/parallel.hpp"
#include "models/base/error.hpp"

namespace sise {

ThreatRasters Hazard::over(const GridSpec& grid, const LoadRule& rule, Progress* progress) const {
  ThreatRasters rasters{Raster<float>(grid.columns, grid.rows), Raster<float>(grid.columns, grid.rows),
                        Raster<float>(grid.columns, grid.rows), {}};
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
        }
      },
      progress, "field");
  return rasters;
}

std::unique_ptr<const Hazard> make_hazard(const Incident& incident) {
  if (incident.rate_kg_s.has_value() == incident.tnt_kg.has_value()) {
    throw ModelError("bad_source", {"an incident needs exactly one of rate_kg_s and tnt_kg",
                                    "事故源应恰好给出 rate_kg_s 或 tnt_kg 之一"});
  }
  if (incident.tnt_kg) return std::make_unique<BlastHazard>(incident);
  return std::make_unique<PlumeHazard>(incident);
}

}  // namespace sise
