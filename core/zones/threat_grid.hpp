// The grid of an incident's zones where its file names none.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/zones/hazard.hpp"

namespace sise {

/// A grid that nobody asked for has at most so many cells.
inline constexpr std::int64_t kMostCellsUnasked = 1'000'000;
/// As many are made where nobody says how large the cells are.
inline constexpr std::int64_t kCellsOfReach = 250'000;

/// The grid that holds every place where some level may be met, and 10 % of the reach more on every side. Cells are `cell_m`
/// wide, or wider where there would be more than kMostCellsUnasked of them; none: as the reach asks for.
/// Throws InputError when no level is met anywhere.
[[nodiscard]] GridSpec threat_grid(const Incident& incident, const Hazard& hazard, std::optional<double> cell_m,
                                   const std::string& crs);

}  // namespace sise
