// The ledger of major hazards: one row per unit of identification, the same in CSV, workbook and layer.
#pragma once
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/runs/hazards.hpp"
#include "gis_io/write/tables/xlsx.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Names of the columns, in the order of row_of().
[[nodiscard]] const std::vector<std::string>& hazard_columns();
[[nodiscard]] std::vector<PropertyValue> row_of(const HazardUnit& unit, const ClassScheme& scheme);

/// The ledger with headers for people, and the substances one by one.
[[nodiscard]] std::vector<Sheet> hazard_sheets(const HazardsResult& result, const MajorHazardPack& pack,
                                               const ClassScheme& scheme);

/// Codes of the scheme "major-hazard": 1 to 4 the levels, 5 no major hazard, 0 not to be told.
[[nodiscard]] int hazard_code(const MajorHazard& hazard);

[[nodiscard]] std::vector<Feature> hazard_features(const HazardsResult& result, const ClassScheme& scheme);

}  // namespace sise
