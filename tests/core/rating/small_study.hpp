// A study of a few explosive cases, made in code, with its assessment and its map.
#pragma once
#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/grid/projection.hpp"
#include "core/rating/four_colour_map.hpp"
#include "core/risk/assessment.hpp"

namespace sise::testing {

class NorthUp : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point point) const override { return {point.x * 1e-5, point.y * 1e-5}; }
  [[nodiscard]] Point from_lon_lat(LonLat position) const override {
    return {position.lon_deg * 1e5, position.lat_deg * 1e5};
  }
  [[nodiscard]] double convergence_deg(Point /*point*/) const override { return 0.0; }
};

inline Geometry at(Point point) {
  Geometry geometry;
  geometry.points = {point};
  return geometry;
}

inline MultiPolygon ground_box(double x_min, double y_min, double x_max, double y_max) {
  return {{{{x_min, y_min}, {x_max, y_min}, {x_max, y_max}, {x_min, y_max}, {x_min, y_min}}, {}}};
}

inline Unit unit_of(std::string id, Geometry geometry) {
  Unit unit;
  unit.id = std::move(id);
  unit.geometry = std::move(geometry);
  return unit;
}

inline Scenario blast(std::string unit, double tnt_kg, double frequency) {
  Scenario scenario;
  scenario.unit_id = std::move(unit);
  scenario.case_id = "S1";
  scenario.kind = ScenarioKind::explosion;
  scenario.tnt_kg = tnt_kg;
  scenario.frequency_per_year = frequency;
  return scenario;
}

inline LimitTable limits(double general_3, double general_2, double general_1) {
  LimitTable table;
  const auto set = [&](TargetClass c, double value) { table.by_class.at(static_cast<std::size_t>(c)).value = value; };
  set(TargetClass::general_3, general_3);
  set(TargetClass::general_2, general_2);
  set(TargetClass::general_1, general_1);
  for (const TargetClass c : {TargetClass::high_sensitivity, TargetClass::important}) set(c, general_1);
  return table;
}

/// 10 km by 10 km from (0, 0); people outdoors die at and above 30 kPa.
inline Study empty_study(double cell_m) {
  Study study;
  const auto cells = static_cast<std::int64_t>(10000.0 / cell_m);
  study.grid = {0.0, 10000.0, cell_m, cells, cells, "EPSG:4549"};
  study.harm.lethal_overpressure_pa = 30000.0;
  study.criteria.rules.individual_risk_existing = limits(3e-5, 1e-5, 3e-6);
  study.criteria.rules.individual_risk_new = limits(1e-5, 3e-6, 3e-7);
  study.criteria.rules.overpressure = limits(9000.0, 5000.0, 2000.0);
  return study;
}

/// Red around (3000, 3000), by the enterprise E.
inline Study one_blast() {
  Study study = empty_study(50.0);
  study.units.push_back(unit_of("U", at({3000.0, 3000.0})));
  study.units.back().enterprise = "E";
  study.scenarios.push_back(blast("U", 20000.0, 1e-4));
  return study;
}

/// People every so many metres, from `first` to `east`; the source knows the ground as far as `covered_to`.
inline Population people_west_of(double east, double covered_to, Point first, double every_m, double day,
                                 double night) {
  Population population;
  population.covered = ground_box(0.0, 0.0, covered_to, 10000.0);
  for (double x = first.x; x < east; x += every_m) {
    for (double y = first.y; y < 10000.0; y += every_m) population.patches.push_back({{x, y}, every_m, day, night});
  }
  return population;
}

/// Keeps all that a map refers to.
class SmallMap {
 public:
  explicit SmallMap(Study study)
      : study_(std::move(study)),
        assessment_(std::make_unique<Assessment>(study_, substances_, projection_)),
        map_(std::make_unique<FourColourMap>(*assessment_)) {}

  [[nodiscard]] const Study& study() const { return study_; }
  [[nodiscard]] const Assessment& assessment() const { return *assessment_; }
  [[nodiscard]] const FourColourMap& map() const { return *map_; }
  [[nodiscard]] MapBand whole() const { return map_->band(0, study_.grid.rows, nullptr); }
  [[nodiscard]] int code_at(const MapBand& band, Point place) const {
    const CellIndex cell = study_.grid.cell_at(place).value();
    return band.code.at(cell.column, cell.row - band.row_begin);
  }

 private:
  Study study_;
  SubstanceTable substances_;
  NorthUp projection_;
  std::unique_ptr<Assessment> assessment_;
  std::unique_ptr<FourColourMap> map_;
};

/// The bands of a map, `rows` at a time, given to what gathers them.
template <class Collector>
void feed(const SmallMap& map, std::int64_t rows, Collector& collector) {
  for (std::int64_t row = 0; row < map.study().grid.rows; row += rows) {
    collector.add(map.map().band(row, std::min(map.study().grid.rows, row + rows), nullptr));
  }
}

}  // namespace sise::testing
