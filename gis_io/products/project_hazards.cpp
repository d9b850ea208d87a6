#include "gis_io/products/project_hazards.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/project/reading.hpp"
#include "gis_io/write/results/natural_hazard_layers.hpp"

namespace sise {

std::vector<NaturalHazard> natural_hazards_of(const ProjectConfig& config, const Projection& projection,
                                              const GridSpec& grid) {
  std::vector<NaturalHazard> hazards;
  if (!config.hazards) return hazards;
  Reading reading;
  reading.run([&](Problems& problems) {
    const Crs crs = grid_crs(config.grid.crs, config.grid.crs_where);
    hazards = read_natural_hazards(*config.hazards, {crs, projection, grid, {}}, problems);
  });
  (void)reading.finish();
  return hazards;
}

std::optional<OneMapGroup> hazards_of(const ProjectConfig& config, const std::vector<NaturalHazard>& hazards,
                                      const std::vector<BoundarySet>& sets) {
  if (hazards.empty()) return std::nullopt;
  return natural_hazards_group(hazards, sets, config.hazards->weighted, class_scheme("natural-hazard"));
}

void add_natural_hazards(const ProjectConfig& config, const std::vector<NaturalHazard>& hazards,
                         const std::vector<BoundarySet>& sets, OneMap& made) {
  std::optional<OneMapGroup> group = hazards_of(config, hazards, sets);
  if (!group) return;
  const auto zones = std::find_if(made.groups.begin(), made.groups.end(),
                                  [](const OneMapGroup& one) { return one.id == "risk_zones"; });
  made.groups.insert(zones, std::move(*group));
}

std::vector<Text> hazards_not_in_it(const ProjectConfig& config) {
  const bool live = config.reg && !config.reg->live.empty();
  if (config.hazards && live) return {};
  if (config.hazards) return {{"Not in this map: live data.", "本图不含: 动态数据."}};
  if (live) return {{"Not in this map: natural hazards.", "本图不含: 自然灾害."}};
  return {{"Not in this map: natural hazards and live data.", "本图不含: 自然灾害、动态数据."}};
}

}  // namespace sise
