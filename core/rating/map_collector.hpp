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
#include "core/study/study.hpp"
#include "core/zones/people.hpp"

namespace sise {

/// Cells whose centre lies in the study's area.
struct ClassTotals {
  std::int64_t cells = 0;
  double area_m2 = 0.0;
};

/// Where the individual risk exceeds a level.
struct RiskRegion {
  double level_per_year = 0.0;
  MultiPolygon region;
  double area_m2 = 0.0;
  double people = 0.0;  ///< on cells whose risk exceeds the level; day and night, weighted with the day's share
};

struct MapTotals {
  std::map<int, MultiPolygon> class_shapes;  ///< by code, along cell edges, whole grid
  std::map<int, double> shape_area_m2;       ///< of class_shapes
  std::map<int, double> shape_people;        ///< on class_shapes; day and night, weighted with the day's share
  std::map<int, ClassTotals> in_area;        ///< by code, statistics area only
  std::vector<RiskRegion> regions;           ///< lowest level first
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
  void count_people(const MapBand& band);
  [[nodiscard]] double mean_people(const PeopleInside& people) const;

  const Study& study_;
  std::vector<double> levels_;
  std::optional<PreparedArea> area_;  ///< of the statistics; none: the whole grid
  CellPolygonizer polygonizer_;
  IsoplethTracer tracer_;
  std::map<int, PeopleInside> people_by_code_;
  std::vector<double> people_by_level_;
  MapTotals totals_;
};

}  // namespace sise
