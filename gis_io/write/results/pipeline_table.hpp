// High-consequence stretches of pipelines as a table and as a layer.
#pragma once
#include <string>
#include <vector>

#include "core/decision/high_consequence.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Names of the columns, in the order of the rows.
[[nodiscard]] const std::vector<std::string>& pipeline_columns();

/// One row per stretch; and one, without a stretch, per pipeline of which something is not stated that rules ask for.
[[nodiscard]] std::vector<std::vector<PropertyValue>> pipeline_rows(const std::vector<PipelineStretches>& pipelines,
                                                                    const Study& study);

/// The same rows; what has no stretch has no place.
[[nodiscard]] std::vector<Feature> pipeline_features(const std::vector<PipelineStretches>& pipelines,
                                                     const Study& study);

}  // namespace sise
