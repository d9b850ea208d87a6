// --plan FILE[:layer]: a land-use plan, parcel by parcel.
#pragma once
#include <string>
#include <vector>

#include "core/decision/review.hpp"
#include "core/study/study.hpp"
#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/packs/land_use_pack.hpp"

namespace sise {

/// "plans.gpkg:west" names a layer unless a file of that whole name exists; `how` is the project's [plan].
[[nodiscard]] LayerConfig plan_layer(const std::string& file_and_layer, LayerConfig how = {});

struct LoadedPlan {
  std::vector<Proposal> proposals;  ///< in the order of the layer; a parcel that could not be read has its faults
  Text scheme_how;                  ///< which scheme the codes are of, and how that was found
  std::vector<Diagnostic> notes;
};

/// Reads parcels into the study's CRS: `id`, `code` or `code_name` (also under the names that plans use), and the
/// fields of a target where they are known. `scheme` is what the project or the command line declares; empty: to be
/// proven. A parcel that cannot be understood keeps its faults and the others stand. Throws ConfigError for an unknown
/// scheme, InputError where the layer as a whole is wrong, and where no parcel is sound.
[[nodiscard]] LoadedPlan load_plan(const LayerConfig& layer, const std::string& scheme, const Study& study,
                                   const LandUsePack& pack);

}  // namespace sise
