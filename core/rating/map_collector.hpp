// What a four-colour map says in sum: shapes, areas and people by colour, gathered band by band.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/geometry/cell_polygons.hpp"
#include "core/geometry/isopleths.hpp"
#include "core/geometry/prepared_area.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/rating/people_on_cells.hpp"
#include "core/study/study.hpp"
#include "core/zones/population_grid.hpp"

namespace sise {

/// The cells of one colour in the district.
struct ClassTotals {
  std::int64_t cells = 0;
  double area_m2 = 0.0;
  PeopleOnCells people;
  MultiPolygon shape;  ///< along cell edges
};

/// Where the individual risk exceeds a level.
struct RiskRegion {
  double level_per_year = 0.0;
  MultiPolygon region;
  double area_m2 = 0.0;
  PeopleOnCells people;  ///< on cells whose risk exceeds the level
};

struct MapTotals {
  std::map<int, ClassTotals> classes;  ///< by code of those that occur; what lies outside the district is none
  std::vector<RiskRegion> regions;     ///< lowest level first
  double highest_risk = 0.0;
};

class MapCollector {
 public:
  /// `levels` in 1/yr. Keeps a reference to the study.
  MapCollector(const Study& study, std::vector<double> levels);

  /// Bands must come from north to south without gaps.
  void add(const MapBand& band);

  [[nodiscard]] MapTotals finish();

 private:
  void count_levels(const MapBand& band, const PopulationGrid* people);
  void count_classes(const MapBand& band, const PopulationGrid* people);
  [[nodiscard]] std::vector<std::uint8_t> covered(std::int64_t row) const;
  [[nodiscard]] double mean_people(const PopulationGrid& people, std::int64_t column, std::int64_t row) const;

  const Study& study_;
  std::vector<double> levels_;
  std::optional<PreparedArea> covered_;  ///< by the population's source
  CellPolygonizer polygonizer_;
  IsoplethTracer tracer_;
  std::array<CountedCells, 256> by_code_{};
  std::vector<CountedCells> by_level_;
  double highest_risk_ = 0.0;
};

}  // namespace sise
