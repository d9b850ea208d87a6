// summary.json of the map.
#pragma once
#include "core/criteria/class_scheme.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/rating/map_collector.hpp"
#include "core/risk/assessment.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

[[nodiscard]] PropertyObject map_summary(const Assessment& assessment, const FourColourMap& map,
                                         const MapTotals& totals, const ClassScheme& scheme);

/// The grid as every summary tells it.
[[nodiscard]] PropertyObject grid_summary(const GridSpec& grid);

/// Diagnostics as every summary tells them.
[[nodiscard]] PropertyList note_summary(const std::vector<Diagnostic>& notes);

}  // namespace sise
