#include "core/decision/control_line.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/decision/risk_basis.hpp"
#include "core/geometry/isopleths.hpp"
#include "core/geometry/operations.hpp"
#include "core/kernels/risk_tree.hpp"
#include "core/rating/four_colours.hpp"
#include "core/risk/all_frequencies.hpp"
#include "core/risk/risk_search.hpp"

namespace sise {
namespace {

constexpr TargetClass kStrictest = TargetClass::high_sensitivity;
constexpr std::int64_t kMostFieldCells = 4'000'000;
constexpr int kQuadrantSegments = 32;

MultiPolygon without_holes(MultiPolygon area) {
  for (Polygon& polygon : area) polygon.holes.clear();
  return area;
}

/// Where the units may exceed the level: no place farther from the park's middle does.
GridSpec field_grid(const RiskModel& risk, const ParkUnits& units, const Park& park, double level,
                    const GridSpec& study) {
  const Point middle = centroid(as_geometry(park.ground));
  const double reach = reach_above_m(risk, units.computed, middle, level);
  const Bounds box{middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach};
  const double widest = 2.0 * reach + 4.0 * study.cell_m;
  const double cell_m = std::max(study.cell_m, std::ceil(widest / std::sqrt(static_cast<double>(kMostFieldCells))));
  return grid_covering(box, cell_m, cell_m, study.crs);
}

MultiPolygon region_above(const RiskModel& risk, const std::vector<std::size_t>& units, const GridSpec& grid,
                          double level, Progress* progress) {
  RiskTree tree(grid, 0, grid.rows, false, RiskScale(all_frequencies(risk, units)));
  tree.stamp(risk.placed(units), progress);
  tree.settle(progress);
  IsoplethTracer tracer(grid, {level});
  Raster<double> row(grid.columns, 1);
  for (std::int64_t r = 0; r < grid.rows; ++r) {
    tree.read_rows(r, r + 1, row.view(), nullptr);
    tracer.add_row(row.row(0));
  }
  return tracer.finish().front();
}

/// The circle within which a charge exceeds a pressure; polygons around it, so that the line never falls short of it.
MultiPolygon circle_of(const Unit& unit, double tnt_kg, BlastCurve curve, double pressure_pa) {
  const double radius =
      OverpressureRings(unit.geometry, tnt_kg, curve, {pressure_pa, pressure_pa, pressure_pa}).reach_m();
  const double around = std::cos(std::numbers::pi / (4.0 * kQuadrantSegments));
  return buffer(unit.geometry, radius / around, kQuadrantSegments);
}

double farthest_from(const MultiPolygon& line, const MultiPolygon& ground) {
  const Geometry park = as_geometry(ground);
  double farthest = 0.0;
  for (const Polygon& part : line) {
    for (const Point& p : part.outer) {
      Geometry there;
      there.points = {p};
      farthest = std::max(farthest, distance_m(park, there));
    }
  }
  return farthest;
}

Link limit_of(const LimitTable& table, const Criteria& criteria) { return limit_link(table, kStrictest, criteria); }

}  // namespace

std::int64_t control_line_bytes() {
  const auto edge = static_cast<std::int64_t>(std::sqrt(static_cast<double>(kMostFieldCells))) + 8;
  const GridSpec largest{.x_min = 0.0, .y_max = 0.0, .cell_m = 1.0, .columns = edge, .rows = edge, .crs = {}};
  return RiskTree::bytes(largest, edge, false);
}

ControlLine control_line(const Assessment& assessment, const Park& park, const ParkUnits& units, Progress* progress) {
  const Study& study = assessment.study;
  const RulePack& rules = study.criteria.rules;
  ControlLine line;
  line.level_per_year = rules.individual_risk_new.of(kStrictest).value;
  line.pressure_pa = rules.overpressure.of(kStrictest).value;
  line.rests_on = {limit_of(rules.individual_risk_new, study.criteria)};
  std::vector<MultiPolygon> parts{park.ground};
  const Geometry ground = as_geometry(park.ground);
  const auto reaches_out = [&](const MultiPolygon& part) { return area_m2(difference(part, park.ground)) > 0.0; };
  if (!units.computed.empty()) {
    const GridSpec grid = field_grid(assessment.risk, units, park, line.level_per_year, study.grid);
    line.field_cell_m = grid.cell_m;
    MultiPolygon region = region_above(assessment.risk, units.computed, grid, line.level_per_year, progress);
    line.by_risk = reaches_out(region);
    parts.push_back(std::move(region));
    const std::vector<Chain> basis = risk_basis(study, assessment.substances);
    for (const std::size_t i : units.computed) extend(line.rests_on, basis[i]);
  }
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  std::vector<std::size_t> all = units.computed;
  all.insert(all.end(), units.incomplete.begin(), units.incomplete.end());
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  for (const std::size_t i : all) {
    const UnitStatus& status = assessment.statuses[i];
    if (!status.explosive || !status.charge) continue;
    extend(line.rests_on, {limit_of(rules.overpressure, study.criteria)});
    extend(line.rests_on, charge_links(*status.charge, study.units[i], study.criteria));
    MultiPolygon circle = circle_of(study.units[i], status.charge->tnt_kg, curve, line.pressure_pa);
    line.by_charge = line.by_charge || reaches_out(circle);
    parts.push_back(std::move(circle));
  }
  line.inside = union_of(std::vector<MultiPolygon>{without_holes(union_of(parts))});
  line.area_m2 = area_m2(line.inside);
  line.farthest_m = farthest_from(line.inside, park.ground);
  const Geometry inside = as_geometry(line.inside);
  for (std::size_t t = 0; t < study.targets.size(); ++t) {
    if (study.targets[t].is_protected && distance_m(inside, study.targets[t].geometry) <= 0.0)
      line.targets.push_back(t);
  }
  return line;
}

}  // namespace sise
