// What the one map is made of, computed once. Not for use outside products.
#pragma once
#include <map>
#include <string>
#include <vector>

#include "core/rating/map_collector.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/hazards.hpp"
#include "gis_io/products/area_sets.hpp"
#include "gis_io/products/memory_plan.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/read/register/natural_hazards.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"

namespace sise {

/// What a run starts from.
struct OneMapInputs {
  const RunOptions& options;
  const OpenProject& project;
  const Assessment& assessment;
  const MemoryPlan& memory;
  const std::vector<BoundarySet>& sets;
  const Context& context;
  const std::vector<NaturalHazard>& hazards;
};

struct Computed {
  MapTotals totals;
  ClassThumbnail thumbnail;
  ClassThumbnail page_codes;  ///< the same in more detail
  std::vector<Feature> units;
  HazardsResult hazards;
  std::vector<ColourCode> colours;  ///< of the units
  std::vector<AreaSetSums> areas;
};

/// Throws Interrupted. Overlaps and gaps of boundary sets are told in the report.
[[nodiscard]] Computed compute(const OneMapInputs& in, const FourColourMap& map, const MajorHazardPack& pack,
                               RunReport& report);

/// By enterprise, the level of its severest major hazard; those without one are not in it.
[[nodiscard]] std::map<std::string, int> hazard_levels(const HazardsResult& hazards);

/// The study's area, or its grid where it has none.
[[nodiscard]] MultiPolygon district_of(const Study& study);

}  // namespace sise
