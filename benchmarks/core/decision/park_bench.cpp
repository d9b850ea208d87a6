// A park's capacity per cell, and what each enterprise holds down: processor time on a made-up park of explosions among targets.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <string>

#include "core/decision/capacity.hpp"
#include "core/decision/relief.hpp"
#include "core/decision/room.hpp"
#include "core/geometry/operations.hpp"

namespace {

using namespace sise;

class LevelGround : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point /*place*/) const override { return 0.0; }
};

Geometry square(double x, double y, double half) {
  Geometry g;
  g.polygons = {
      {{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}, {x - half, y - half}},
       {}}};
  return g;
}

Scenario blast(const std::string& unit, double frequency_per_year, double tnt_kg) {
  Scenario s;
  s.unit_id = unit;
  s.case_id = "bang";
  s.kind = ScenarioKind::explosion;
  s.frequency_per_year = frequency_per_year;
  s.tnt_kg = tnt_kg;
  return s;
}

/// 2 km of park with `units` units of a quarter as many enterprises, and 300 targets around it, on 10 km of ground.
Study park_study(int units) {
  Study study;
  study.grid = {.x_min = -5000.0, .y_max = 5000.0, .cell_m = 20.0, .columns = 500, .rows = 500, .crs = "EPSG:4549"};
  study.rose.rows = {{std::nullopt, Stability::D, 3.0, 1.0}};
  study.harm.lethal_overpressure_pa = 30000.0;
  RulePack& rules = study.criteria.rules;
  rules.blast_curve = "gb6722";
  for (std::size_t i = 0; i < 5; ++i) {
    rules.individual_risk_existing.by_class.at(i).value = i < 3 ? 3e-6 : (i == 3 ? 1e-5 : 3e-5);
    rules.individual_risk_new.by_class.at(i).value = i < 3 ? 3e-7 : (i == 3 ? 3e-6 : 1e-5);
    rules.overpressure.by_class.at(i).value = i < 3 ? 2000.0 : (i == 3 ? 5000.0 : 9000.0);
  }
  for (int u = 0; u < units; ++u) {
    Unit unit;
    unit.id = "U" + std::to_string(u);
    unit.enterprise = "E" + std::to_string(u / 4);
    unit.geometry.points = {{-1000.0 + std::fmod(619.0 * u, 2000.0), -1000.0 + std::fmod(787.0 * u, 2000.0)}};
    study.units.push_back(unit);
    study.scenarios.push_back(blast(unit.id, 1e-7 * (1 + u % 7), 20000.0 + 9000.0 * (u % 11)));
  }
  for (int t = 0; t < 300; ++t) {
    Target target;
    target.id = "T" + std::to_string(t);
    target.target_class = static_cast<TargetClass>(t % 5);
    const double angle = 0.7 * t;
    const double away = 1100.0 + 9.0 * t;
    target.geometry = square(away * std::cos(angle), away * std::sin(angle), 40.0);
    study.targets.push_back(target);
  }
  return study;
}

void capacity_per_cell(benchmark::State& state) {
  const Study study = park_study(static_cast<int>(state.range(0)));
  const SubstanceTable substances;
  const LevelGround ground;
  const Assessment assessment(study, substances, ground);
  const Park park{"P", "", square(0.0, 0.0, 1000.0).polygons};
  const ParkUnits units = units_of_park(park, study, assessment.statuses);
  UnitType type;
  type.unit.id = "type";
  type.scenarios = {blast("type", 1e-7, 90000.0), blast("type", 1e-8, 900000.0)};
  const MovableUnit unit(type, study, substances, ground, {0.0, 0.0});
  const RoomFinder rooms(assessment, units, 10.0, nullptr);
  const GridSpec grid = grid_covering({-1000.0, -1000.0, 1000.0, 1000.0}, 20.0, 0.0, study.grid.crs);
  for (auto _ : state) benchmark::DoNotOptimize(capacity_field(park, grid, rooms, unit, 100, nullptr));
  state.SetItemsProcessed(state.iterations() * grid.cells());
}

void relief_of_all_enterprises(benchmark::State& state) {
  const Study study = park_study(static_cast<int>(state.range(0)));
  const SubstanceTable substances;
  const LevelGround ground;
  const Assessment assessment(study, substances, ground);
  for (auto _ : state) {
    const ReliefFinder finder(assessment, ground, nullptr);
    benchmark::DoNotOptimize(finder.options({}, nullptr));
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

}  // namespace

BENCHMARK(capacity_per_cell)->Arg(50)->Arg(400)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK(relief_of_all_enterprises)->Arg(50)->Arg(400)->MeasureProcessCPUTime()->Unit(benchmark::kMillisecond);
BENCHMARK_MAIN();
