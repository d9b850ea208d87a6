// The census of distances as tables and as a layer: one row per pair, the same in CSV, workbook and layer.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/decision/distances.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/tables/xlsx.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Names of the columns, in the order of row_of().
[[nodiscard]] const std::vector<std::string>& distance_columns();
[[nodiscard]] std::vector<PropertyValue> row_of(const DistanceCheck& check);

/// Every enterprise with the pair that binds it and its totals, worst first; then every pair. Headers for people.
[[nodiscard]] std::vector<Sheet> distance_sheets(const SeparationCensus& census);

/// The shortest line from unit to target; a point where they touch, nothing where no target is named.
[[nodiscard]] Feature distance_feature(const DistanceCheck& check, const ClassScheme& scheme);

enum class WhichDistances { all, too_short };
/// Those that are far enough stand in the legend unticked.
[[nodiscard]] VectorLayer distance_layer(const SeparationCensus& census, const ClassScheme& scheme,
                                         WhichDistances which = WhichDistances::all);

}  // namespace sise
