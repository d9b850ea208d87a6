// [areas] of a project: the boundary sets that the map's colours and major hazards are summed over. Not for use outside
// products.
#pragma once
#include <vector>

#include "core/rating/area_statistics.hpp"
#include "core/rating/register/boundary_set.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/results/area_features.hpp"
#include "gis_io/write/results/onemap_groups.hpp"

namespace sise {

/// Reads every set. Throws InputError with every problem found.
[[nodiscard]] std::vector<BoundarySet> read_area_sets(const OpenProject& project);

[[nodiscard]] std::vector<NamedArea> named_areas(const BoundarySet& set);

/// One statistic per set, fed band by band.
class AreaSetStatistics {
 public:
  AreaSetStatistics(const Study& study, const std::vector<BoundarySet>& sets);
  void add(const MapBand& band);
  /// `colours` of the units. Overlaps (the run is partial then) and what no area holds are told in the report.
  [[nodiscard]] std::vector<AreaSetSums> finish(const std::vector<ColourCode>& colours, RunReport& report);

 private:
  const Study& study_;
  const std::vector<BoundarySet>& sets_;
  std::vector<AreaStatistics> statistics_;
};

/// The files of a run with [areas]: areas.csv, areas.geojson, areas.qml.
[[nodiscard]] std::vector<std::string> area_files(const ProjectConfig& config);

void write_area_files(const OutputSet& outputs, const OpenProject& project, const std::vector<Feature>& features,
                      const ClassScheme& scheme);

}  // namespace sise
