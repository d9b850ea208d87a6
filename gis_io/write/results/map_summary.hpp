// summary.json of the map.
#pragma once
#include "core/criteria/class_scheme.hpp"
#include "core/rating/map_collector.hpp"
#include "core/rating/small_zones.hpp"
#include "core/risk/assessment.hpp"
#include "core/runs/map.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

[[nodiscard]] PropertyObject map_summary(const Assessment& assessment, const MapResult& result,
                                         const ClassScheme& scheme);

/// What is printed and drawn: every warning with the units it is about, zones smaller than a cell, people not counted.
[[nodiscard]] std::vector<Diagnostic> map_warnings(const Assessment& assessment, const MapTotals& totals,
                                                   const std::vector<SmallZone>& small);

/// The grid as every summary tells it.
[[nodiscard]] PropertyObject grid_summary(const GridSpec& grid);

/// Diagnostics as every summary tells them.
[[nodiscard]] PropertyList note_summary(const std::vector<Diagnostic>& notes);

}  // namespace sise
