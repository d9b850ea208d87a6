// Natural hazards of a project, on its one map and beside its official grades. Not for use outside products.
#pragma once
#include <optional>
#include <vector>

#include "gis_io/products/onemap_files.hpp"
#include "gis_io/read/project/project_config.hpp"
#include "gis_io/read/register/natural_hazards.hpp"

namespace sise {

/// Reads [natural_hazards]; nothing where the project has none. Throws InputError with every problem found.
[[nodiscard]] std::vector<NaturalHazard> natural_hazards_of(const ProjectConfig& config, const Projection& projection,
                                                            const GridSpec& grid);

/// Layers of each hazard and of each boundary set; none where the project has no hazards.
[[nodiscard]] std::optional<OneMapGroup> hazards_of(const ProjectConfig& config,
                                                    const std::vector<NaturalHazard>& hazards,
                                                    const std::vector<BoundarySet>& sets);

/// Puts the group of hazards under the map's other groups, over the zones of risk.
void add_natural_hazards(const ProjectConfig& config, const std::vector<NaturalHazard>& hazards,
                         const std::vector<BoundarySet>& sets, OneMap& made);

/// "natural hazards and live data", or what of them is not on the map; empty where nothing is missing.
[[nodiscard]] std::vector<Text> hazards_not_in_it(const ProjectConfig& config);

}  // namespace sise
