#include "core/runs/zones.hpp"

#include <utility>

#include "core/zones/threat_grid.hpp"

namespace sise {

ZonesRun::ZonesRun(const Incident& incident) : incident_(incident), hazard_(make_hazard(incident)) {}

GridSpec ZonesRun::grid_of_reach(std::optional<double> cell_m, const std::string& crs) const {
  return threat_grid(incident_, *hazard_, cell_m, crs);
}

WorkNeed ZonesRun::need(const GridSpec& grid) const {
  constexpr std::int64_t kProgram_bytes = 150LL << 20;
  const auto fields = static_cast<std::int64_t>(field_rules(incident_, *hazard_).size());
  const std::int64_t rasters = hazard_->heeds_rules() && incident_.room ? 4 : 3;
  const std::int64_t bytes_per_cell = fields * rasters * static_cast<std::int64_t>(sizeof(float));
  return {grid.cells(), kProgram_bytes + hazard_->bytes(grid) + grid.cells() * bytes_per_cell};
}

ThreatResult ZonesRun::zones(const GridSpec& grid, const Budget& budget, Progress* progress) const {
  require_within(budget, need(grid), {"the zones", "该分区"});
  ThreatResult result = threat_zones(incident_, *hazard_, grid, progress);
  for (std::string& code : carrier_warnings(incident_)) result.warnings.push_back(std::move(code));
  return result;
}

}  // namespace sise
