// Questions from a study, an incident or a record to their result, without a file.
#include <boost/test/unit_test.hpp>
#include <memory>

#include "core/runs/budget.hpp"
#include "core/runs/distances.hpp"
#include "core/runs/review.hpp"
#include "core/runs/rose.hpp"
#include "core/runs/zones.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// Grid and geographic north agree, and degrees do not matter.
class Level : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point) const override { return 0.0; }
};

class Stop : public Progress {
 public:
  void report(std::string_view /*stage*/, double /*fraction*/) override {}
  [[nodiscard]] bool cancelled() const override { return true; }
};

std::string code_of(const Budget& budget, const WorkNeed& need) {
  try {
    require_within(budget, need, {"the run", "该运行"});
  } catch (const BudgetError& error) {
    return error.diagnostics().front().code;
  }
  return {};
}

Incident chlorine_cloud() {
  Incident incident;
  incident.source = {1000.0, 2000.0};
  incident.substance = "chlorine";
  incident.gas = {.molar_mass_kg_mol = 0.0709, .temperature_K = 293.15, .density_kg_m3 = 2.95};
  incident.rate_kg_s = 2.0;
  incident.weather.wind_speed_m_s = 3.0;
  incident.wind_from_deg = 270.0;
  ThreatLevel level;
  level.name = "mild";
  level.value = 5e-5;
  incident.levels = {level};
  return incident;
}

Study a_charge_beside_a_school() {
  Study study;
  study.grid = {.x_min = -500.0, .y_max = 500.0, .cell_m = 10.0, .columns = 100, .rows = 100, .crs = "EPSG:4549"};
  Unit store;
  store.id = "store";
  store.kind = UnitKind::reactor;
  store.geometry.points = {{0.0, 0.0}};
  Unit tank;
  tank.id = "tank";
  tank.kind = UnitKind::atmospheric_tank;
  tank.geometry.points = {{30.0, 0.0}};
  study.units = {store, tank};
  Scenario bang;
  bang.unit_id = "store";
  bang.case_id = "bang";
  bang.kind = ScenarioKind::explosion;
  bang.frequency_per_year = 1e-5;
  bang.tnt_kg = 1000.0;
  study.scenarios = {bang};
  study.harm.lethal_overpressure_pa = 30e3;
  study.criteria.rules.blast_curve = "gb6722";
  Target school;
  school.id = "school";
  school.geometry.points = {{0.0, 40.0}};
  study.targets = {school};
  return study;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(runs)

BOOST_AUTO_TEST_CASE(a_budget_is_kept_or_refused_by_name) {
  BOOST_TEST(code_of({}, {1'000'000'000, 1LL << 40}).empty());
  BOOST_TEST(code_of({.max_cells = 99}, {100, 0}) == "over_cells");
  BOOST_TEST(code_of({.max_cells = 100}, {100, 0}).empty());
  BOOST_TEST(code_of({.max_memory_bytes = 1 << 20}, {1, (1 << 20) + 1}) == "over_memory");
}

BOOST_AUTO_TEST_CASE(zones_of_an_incident_carry_what_their_gas_is) {
  Incident incident = chlorine_cloud();
  incident.model.dispersion = "passive";
  const ZonesRun run(incident);
  const GridSpec grid = run.grid_of_reach(20.0, "EPSG:4549");
  const ThreatResult result = run.zones(grid, {}, nullptr);
  BOOST_TEST(result.zones.front().area_m2 > 0.0);
  BOOST_TEST(result.warnings.back() == "heavy_gas_passive_model");
  BOOST_TEST(run.need(grid).cells == grid.cells());
  BOOST_CHECK_THROW((void)run.zones(grid, {.max_cells = grid.cells() - 1}, nullptr), BudgetError);
  const std::int64_t needed = run.need(grid).peak_bytes;
  BOOST_CHECK_THROW((void)run.zones(grid, {.max_memory_bytes = needed - 1}, nullptr), BudgetError);
  BOOST_CHECK_NO_THROW((void)run.zones(grid, {.max_memory_bytes = needed}, nullptr));
  Stop stop;
  BOOST_CHECK_THROW((void)run.zones(grid, {}, &stop), Interrupted);
}

BOOST_AUTO_TEST_CASE(distances_answer_every_target_and_every_pair) {
  const Study study = a_charge_beside_a_school();
  const SubstanceTable substances;
  const Level projection;
  DominoPack levels;
  levels.levels = {{EffectQuantity::overpressure_pa, 22e3, {UnitKind::atmospheric_tank}}};
  const DistancesResult result = distances_run(study, substances, projection, levels, nullptr);
  BOOST_REQUIRE(result.domino.pairs.size() == 1U);
  BOOST_TEST(result.domino.pairs.front().target_unit_id == "tank");
  BOOST_TEST(result.census.checks.size() >= 1U);
  bool school = false;
  for (const DistanceCheck& check : result.census.checks) school = school || check.target_id == "school";
  BOOST_TEST(school);
}

BOOST_AUTO_TEST_CASE(a_review_decides_every_proposal_in_its_order) {
  const Study study = a_charge_beside_a_school();
  const SubstanceTable substances;
  const Level projection;
  Proposal near;
  near.target.id = "near";
  near.target.geometry.points = {{20.0, 0.0}};
  Proposal far;
  far.target.id = "far";
  far.target.geometry.points = {{400.0, 400.0}};
  const std::vector<Decision> decisions = review_run(study, substances, projection, {near, far}, {}, nullptr);
  BOOST_REQUIRE(decisions.size() == 2U);
  BOOST_TEST(decisions[0].id == "near");
  BOOST_TEST(decisions[1].id == "far");
}

BOOST_AUTO_TEST_CASE(a_rose_counts_the_hours_that_can_be_used) {
  std::vector<StationHour> hours;
  for (int i = 0; i < 24; ++i) {
    StationHour hour;
    hour.time = i * 60;
    hour.from_deg = i < 12 ? 0.0 : 90.0;
    hour.speed_m_s = 3.0;
    hour.stability = Stability::D;
    hours.push_back(hour);
  }
  hours[5].speed_m_s.reset();
  hours[6].stability.reset();
  const RoseResult result = rose_run(hours, {}, StabilityScheme::recorded, {});
  BOOST_TEST(result.rose.hours == 22);
  BOOST_TEST(result.coverage.present == 24);
  double from_north = 0.0;
  double in_all = 0.0;
  for (const auto& row : result.rose.rows) {
    in_all += row.row.frequency;
    if (row.row.from_deg == 0.0) from_north += row.row.frequency;
  }
  BOOST_TEST(from_north == 10.0 / 22.0, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(in_all == 1.0, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(rose_run({}, {}, StabilityScheme::recorded, {}).rose.hours == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
