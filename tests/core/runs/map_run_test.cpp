// A study becomes a map without a file: planned, banded, cancelled.
#include "core/runs/map.hpp"

#include <boost/test/unit_test.hpp>
#include <vector>

#include "models/base/error.hpp"

namespace sise {
namespace {

class LevelGround : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point /*p*/) const override { return 0.0; }
};

/// Keeps what it is given.
class Keep : public BandReceiver {
 public:
  void add(const MapBand& band) override {
    BOOST_TEST(band.row_begin == rows);
    rows += band.code.rows();
    codes.insert(codes.end(), band.code.data().begin(), band.code.data().end());
    risk.insert(risk.end(), band.risk.data().begin(), band.risk.data().end());
  }
  std::int64_t rows = 0;
  std::vector<std::uint8_t> codes;
  std::vector<double> risk;
};

class StopAtOnce : public Progress {
 public:
  void report(std::string_view /*stage*/, double /*fraction*/) override {}
  [[nodiscard]] bool cancelled() const override { return true; }
};

LimitTable one_scale(double most, double middle, double least) {
  LimitTable table;
  for (Limit& limit : table.by_class) limit.value = least;
  table.by_class.at(static_cast<std::size_t>(TargetClass::general_2)).value = middle;
  table.by_class.at(static_cast<std::size_t>(TargetClass::general_3)).value = most;
  return table;
}

Study two_stores() {
  Study study;
  study.grid = {.x_min = 0.0, .y_max = 12000.0, .cell_m = 10.0, .columns = 600, .rows = 1200, .crs = "EPSG:4549"};
  study.harm.lethal_overpressure_pa = 30e3;
  study.criteria.rules.blast_curve = "gb6722";
  study.criteria.rules.individual_risk_existing = one_scale(3e-5, 1e-5, 3e-6);
  study.criteria.rules.individual_risk_new = one_scale(1e-5, 3e-6, 3e-7);
  study.criteria.rules.overpressure = one_scale(9000.0, 5000.0, 2000.0);
  for (const double y : {3000.0, 9000.0}) {
    Unit store;
    store.id = y < 5000.0 ? "south" : "north";
    store.geometry.points = {{2000.0, y}};
    study.units.push_back(store);
    Scenario bang;
    bang.unit_id = store.id;
    bang.case_id = "bang";
    bang.kind = ScenarioKind::explosion;
    bang.frequency_per_year = 2e-5;
    bang.tnt_kg = 1000.0;
    study.scenarios.push_back(bang);
  }
  return study;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(map_run)

BOOST_AUTO_TEST_CASE(a_map_is_the_same_however_little_memory_it_may_use) {
  const Study study = two_stores();
  const SubstanceTable substances;
  const LevelGround ground;
  const ReceiverDemand demand{6, 0, 0};
  MapRun roomy(study, substances, ground);
  const MemoryPlan all = roomy.plan(demand, {});
  BOOST_TEST(all.in_memory);
  Keep whole;
  const MapResult result = roomy.run(all, whole, nullptr);
  BOOST_TEST(whole.rows == study.grid.rows);
  MapRun tight(study, substances, ground);
  const MemoryPlan cut = tight.plan(demand, {.max_memory_bytes = all.peak_bytes - 1});
  BOOST_TEST(!cut.in_memory);
  BOOST_TEST(cut.peak_bytes < all.peak_bytes);
  Keep banded;
  const MapResult same = tight.run(cut, banded, nullptr);
  BOOST_TEST((whole.codes == banded.codes));
  BOOST_TEST((whole.risk == banded.risk));
  BOOST_TEST(result.totals.highest_risk == same.totals.highest_risk);
  BOOST_TEST(result.totals.highest_risk == 2e-5, boost::test_tools::tolerance(1e-9));
  BOOST_REQUIRE(result.units.size() == 2U);
  BOOST_TEST(result.units[1].shares.main.unit == 1U);
  BOOST_TEST(result.units[0].rating.risk_all == 2e-5, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(result.edge.longest_reach_m > 60.0);
}

std::vector<double> levels_of(const MapResult& result) {
  std::vector<double> levels;
  for (const auto& region : result.totals.regions) levels.push_back(region.level_per_year);
  return levels;
}

BOOST_AUTO_TEST_CASE(contours_stand_at_limits_and_where_asked_at_decades_too) {
  const Study study = two_stores();
  const SubstanceTable substances;
  const LevelGround ground;
  MapRun run(study, substances, ground);
  const MemoryPlan plan = run.plan({6, 0, 0}, {});
  Keep first;
  const std::vector<double> limits = levels_of(run.run(plan, first, nullptr, Contours::limits));
  const std::vector<double> only{3e-7, 3e-6, 1e-5, 3e-5};
  BOOST_TEST(limits == only, boost::test_tools::per_element());
  Keep second;
  const std::vector<double> all = levels_of(run.run(plan, second, nullptr));
  const std::vector<double> both{1e-8, 1e-7, 3e-7, 1e-6, 3e-6, 1e-5, 3e-5, 1e-4};
  BOOST_TEST(all == both, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_budget_too_small_is_refused_before_it_starts) {
  const Study study = two_stores();
  const SubstanceTable substances;
  const LevelGround ground;
  const MapRun run(study, substances, ground);
  BOOST_CHECK_THROW((void)run.plan({6, 0, 0}, {.max_memory_bytes = 1 << 20}), BudgetError);
  BOOST_CHECK_THROW((void)run.plan({6, 0, 0}, {.max_cells = study.grid.cells() - 1}), BudgetError);
}

BOOST_AUTO_TEST_CASE(whoever_cancels_is_heard) {
  const Study study = two_stores();
  const SubstanceTable substances;
  const LevelGround ground;
  MapRun run(study, substances, ground);
  const MemoryPlan plan = run.plan({6, 0, 0}, {});
  Keep none;
  StopAtOnce stop;
  BOOST_CHECK_THROW((void)run.run(plan, none, &stop), Interrupted);
  BOOST_TEST(none.rows == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
