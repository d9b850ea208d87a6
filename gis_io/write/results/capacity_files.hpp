// A park's control line, capacity and partition on their way into files.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/runs/capacity.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// What the writers need beside the result.
struct CapacityView {
  const Assessment& assessment;
  const CapacityRequest& request;
  const CapacityResult& result;
};

/// One feature per park: the line as a polygon, what made it, and what lies inside. `run` identifies the run.
[[nodiscard]] std::vector<Feature> control_line_features(const CapacityView& view, const std::string& run);

/// One feature per park and class of capacity.
[[nodiscard]] std::vector<Feature> partition_features(const CapacityView& view, const ClassScheme& scheme);

/// Three bands: units on both scales, on that of existing and on that of new facilities. Throws OutputError.
void write_capacity_raster(const std::filesystem::path& path, const CapacityView& view, const std::string& title,
                           const std::string& provenance, const CogOptions& options);

[[nodiscard]] PropertyObject capacity_summary(const CapacityView& view, const ClassScheme& scheme);

/// "Chemical park: room for 3 more, at ...; the fourth would break ..."
[[nodiscard]] std::vector<Text> capacity_headline(const CapacityView& view);

}  // namespace sise
