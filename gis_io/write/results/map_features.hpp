// The map's vector layers: colours, contours and units.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/rating/map_collector.hpp"
#include "core/risk/assessment.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One MultiPolygon per class that occurs, worst first, "no answer" last.
[[nodiscard]] std::vector<Feature> class_features(const MapTotals& totals, const ClassScheme& scheme);

/// One feature per level, highest first, so that a viewer draws the inner regions on top.
[[nodiscard]] std::vector<Feature> contour_features(const MapTotals& totals);

/// The worst place of every unit, in the study's order.
[[nodiscard]] std::vector<PlaceRating> unit_ratings(const Study& study, const FourColourMap& map, Progress* progress);

/// One feature per unit of the study, in its order.
[[nodiscard]] std::vector<Feature> unit_features(const Assessment& assessment, const std::vector<PlaceRating>& ratings,
                                                 Progress* progress);
[[nodiscard]] std::vector<Feature> unit_features(const Assessment& assessment, const FourColourMap& map,
                                                 Progress* progress);

}  // namespace sise
