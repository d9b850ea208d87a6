// The map's vector layers: colours, contours and units.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/rating/map_collector.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/map.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One MultiPolygon per class that occurs, worst first, "no answer" last.
[[nodiscard]] std::vector<Feature> class_features(const MapTotals& totals, const ClassScheme& scheme);

/// One feature per level, highest first, so that a viewer draws the inner regions on top.
[[nodiscard]] std::vector<Feature> contour_features(const MapTotals& totals);

/// One feature per unit of the study, in its order.
[[nodiscard]] std::vector<Feature> unit_features(const Assessment& assessment, const std::vector<UnitOnMap>& units);

}  // namespace sise
