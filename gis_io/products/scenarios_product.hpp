// `sise scenarios`: which accidents follow from the unit records?
#pragma once
#include <cstddef>

#include "gis_io/products/run_options.hpp"

namespace sise {

/// Whose defaults are varied, to say what each does to the risk: those of a district of up to this many units, or of any.
enum class EffectsWish { small_district, all, none };
inline constexpr std::size_t most_units_of_small_district = 100;

/// Writes scenarios.csv, trees.json, missing.csv, summary.json, index.html and one page per unit.
[[nodiscard]] RunReport run_scenarios(const RunOptions& options, EffectsWish wish = EffectsWish::small_district);

}  // namespace sise
