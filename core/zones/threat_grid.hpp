// The grid of an incident's zones where its file names none.
#pragma once
#include <cstdint>
#include <string>

#include "core/zones/hazard.hpp"

namespace sise {

/// A grid that nobody asked for has at most so many cells: some 30 million make a field of 100 MB and a run of a minute.
inline constexpr std::int64_t kMostCellsUnasked = 25'000'000;

/// The grid that holds every place where some level may be met, and 10 % of the reach more on every side.
/// Throws InputError when no level is met anywhere, BudgetError when it would have more than kMostCellsUnasked cells,
/// with the cell size that would do: cells are never coarsened in silence.
[[nodiscard]] GridSpec threat_grid(const Incident& incident, const Hazard& hazard, double cell_m,
                                   const std::string& crs);

}  // namespace sise
