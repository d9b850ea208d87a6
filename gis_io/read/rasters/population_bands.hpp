// Which bands of a raster hold people, by the raster's own words or the user's.
#pragma once
#include <optional>

#include "models/base/error.hpp"

class GDALDataset;

namespace sise {

/// 1-based; none where nobody said.
struct AskedBands {
  std::optional<int> day;
  std::optional<int> night;
};

struct PopulationBands {
  int day = 1;
  int night = 1;
};

/// Alpha bands are no people. One band left is day and night; two are day and night in this order unless their
/// descriptions say otherwise. Colours, classes (a palette, category names), complex numbers, more bands and bands that
/// call themselves something else are problems that list what was found; `asked` settles all but colours and classes.
[[nodiscard]] std::optional<PopulationBands> population_bands(GDALDataset& dataset, const AskedBands& asked,
                                                              const Location& where, Problems& problems);

}  // namespace sise
