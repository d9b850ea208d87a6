// Every file of `sise distances`, one line each: a new format is a writer and its line here.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/runs/distances.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/results/result_file.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Distances with all that their files tell.
struct DistancesOutput {
  const OpenProject& project;
  const DistancesResult& result;
  const DominoPack& domino_levels;
  const PropertyObject& summary;
  ClassScheme scheme;
  std::string provenance_json;
  const Context& context;
};

[[nodiscard]] const std::vector<ResultFile<OpenProject, DistancesOutput>>& distances_files();

}  // namespace sise
