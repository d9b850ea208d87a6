// How much of each colour lies in each area of a boundary set (townships, villages, grids of a town ...): ground, people and
// enterprises, gathered band by band. Together with what lies in none of them the areas make up the district, to the cell.
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/geometry/prepared_area.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/rating/indexed_areas.hpp"
#include "core/rating/people_on_cells.hpp"
#include "core/study/study.hpp"

namespace sise {

/// One colour in one area.
struct AreaColour {
  std::int64_t cells = 0;
  double area_m2 = 0.0;
  PeopleOnCells people;
  std::int64_t enterprises = 0;  ///< whose worst unit stands in this colour
};

/// By code of those that occur, "no answer" (0) included; what lies outside the district is none.
using AreaColours = std::map<int, AreaColour>;

/// The worst colour of the area's ground, "no answer" below red, as everywhere; nothing for an area without a cell.
[[nodiscard]] std::optional<int> worst_colour(const AreaColours& colours);

struct AreaSums {
  std::vector<AreaColours> areas;  ///< one per shape, in their order
  AreaColours rest;                ///< of the district, in none of them
  /// Cells that lie in two areas, by their indices. They count in the first.
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> overlaps;
};

class AreaStatistics {
 public:
  /// Shapes are valid polygons in the grid's CRS; a cell belongs to the first that holds its centre. Keeps a reference to
  /// the study.
  AreaStatistics(const Study& study, std::span<const MultiPolygon> shapes);

  /// Bands must come from north to south without gaps.
  void add(const MapBand& band);

  /// `colours` are those of the study's units, in their order. An enterprise takes its worst unit's colour and counts in
  /// the area in which a place of its ground lies; without a ground of its own that of its first unit counts.
  [[nodiscard]] AreaSums finish(std::span<const ColourCode> colours);

 private:
  /// What was counted of one area, by code.
  using Counts = std::map<int, CountedCells>;
  [[nodiscard]] std::vector<std::size_t> owners(const MapBand& band, std::int64_t row);
  const Study& study_;
  IndexedAreas areas_;
  std::optional<PreparedArea> covered_;  ///< by the population's source
  std::vector<Counts> counts_;           ///< one per shape, then the rest
  std::map<std::pair<std::size_t, std::size_t>, std::int64_t> overlaps_;
};

}  // namespace sise
