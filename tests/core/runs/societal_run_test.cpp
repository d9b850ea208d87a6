// Societal risk of a study, without a file.
#include "core/runs/societal.hpp"

#include "core/runs/contributors.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <csignal>

#include "models/base/error.hpp"

namespace sise {
namespace {

class NorthIsUp : public Projection {
 public:
  [[nodiscard]] LonLat to_lon_lat(Point p) const override { return {p.x, p.y}; }
  [[nodiscard]] Point from_lon_lat(LonLat p) const override { return {p.lon_deg, p.lat_deg}; }
  [[nodiscard]] double convergence_deg(Point) const override { return 0.0; }
};

/// Told to stop after some questions.
class StopAfter : public Progress {
 public:
  explicit StopAfter(int questions) : left_(questions) {}
  void report(std::string_view /*stage*/, double /*fraction*/) override {}
  [[nodiscard]] bool cancelled() const override { return --left_ < 0; }

 private:
  mutable int left_;
};

MultiPolygon square(double x, double y, double half) {
  return {
      {{{x - half, y - half}, {x + half, y - half}, {x + half, y + half}, {x - half, y + half}, {x - half, y - half}},
       {}}};
}

/// Two stores of a tonne of TNT, 100 m apart, each with its staff around it, and a village to the north.
Study two_charges() {
  Study study;
  study.grid = {.x_min = -500.0, .y_max = 500.0, .cell_m = 10.0, .columns = 100, .rows = 100, .crs = "EPSG:4549"};
  Population population;
  for (const double x : {-50.0, 50.0}) {
    Unit store;
    store.id = x < 0.0 ? "west" : "east";
    store.enterprise = x < 0.0 ? "W" : "E";
    store.geometry.points = {{x, 0.0}};
    study.units.push_back(store);
    Scenario bang;
    bang.unit_id = store.id;
    bang.case_id = "bang";
    bang.kind = ScenarioKind::explosion;
    bang.frequency_per_year = x < 0.0 ? 1e-5 : 2e-5;
    bang.tnt_kg = 1000.0;
    study.scenarios.push_back(bang);
    study.boundaries.push_back({store.enterprise, square(x, 0.0, 40.0)});
    population.patches.push_back({{x + (x < 0.0 ? 35.0 : -35.0), 0.0}, 0.0, x < 0.0 ? 5.0 : 8.0, 0.0});  // staff
  }
  population.patches.push_back({{0.0, 40.0}, 0.0, 20.0, 30.0});  // within 67.9 m of both
  population.day_fraction = 0.5;
  population.indoor_day = population.indoor_night = 0.0;
  study.population = population;
  study.harm.lethal_overpressure_pa = 30e3;
  study.criteria.rules.blast_curve = "gb6722";
  return study;
}

SocietalWishes wishes() {
  SocietalWishes wishes;
  wishes.vulnerability.lethal_radiation_w_m2 = 37500.0;
  wishes.vulnerability.lethal_overpressure_pa = 30e3;
  wishes.vulnerability.indoors_overpressure_pa = 10e3;
  wishes.criterion.upper.points = {{1.0, 1e-3}, {1000.0, 1e-6}};
  wishes.criterion.lower = FnLine{{{1.0, 1e-5}, {1000.0, 1e-8}}};
  wishes.parks = {{"both", {"W", "E"}}};
  wishes.cell_m = 100.0;
  return wishes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(societal_run_of_a_study)

BOOST_AUTO_TEST_CASE(a_unit_s_own_hours_go_with_who_is_there_then) {
  Study study = two_charges();
  const SubstanceTable substances;
  const NorthIsUp projection;
  const auto western = [&] {
    const Assessment assessment(study, substances, projection);
    const SocietalWishes asked = wishes();
    const SocietalStudy society(assessment, asked.vulnerability);
    const UnitDeaths deaths = society.unit(0, {}, nullptr, nullptr);
    return deaths.curve.expected_deaths_per_year();
  };
  BOOST_TEST(western() == 0.5e-5 * (28.0 + 30.0), boost::test_tools::tolerance(1e-12));
  study.units[0].details.day_share = 1.0;  // transfers by day only
  BOOST_TEST(western() == 1e-5 * 28.0, boost::test_tools::tolerance(1e-12));
  study.units[0].details.day_share = 0.25;
  BOOST_TEST(western() == 1e-5 * (0.25 * 28.0 + 0.75 * 30.0), boost::test_tools::tolerance(1e-12));
}

// Own staff out, the neighbours' in: the western store kills the village and the eastern staff (65 m from it, 8 by day).
BOOST_AUTO_TEST_CASE(each_enterprise_counts_the_others_staff_and_not_its_own) {
  const Study study = two_charges();
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const SocietalWishes asked = wishes();
  const SocietalStudy society(assessment, asked.vulnerability);
  const SocietalResult result = societal_run(society, asked, nullptr);
  BOOST_REQUIRE_EQUAL(result.enterprises.size(), 2U);
  const SocietalCurve& first = result.enterprises.front();  // the more frequent one
  BOOST_TEST(first.name == "E");
  BOOST_REQUIRE_EQUAL(first.steps.size(), 2U);
  BOOST_TEST(first.steps[0].deaths == 25.0, boost::test_tools::tolerance(1e-12));  // by day: 20 and the western 5
  BOOST_TEST(first.steps[1].deaths == 30.0, boost::test_tools::tolerance(1e-12));  // by night
  BOOST_TEST(first.steps[0].at_least_per_year == 2e-5, boost::test_tools::tolerance(1e-12));
  const SocietalCurve& second = result.enterprises.back();
  BOOST_TEST(second.steps.back().deaths == 0.5 * (28.0 + 30.0), boost::test_tools::tolerance(0.04));
  const double west = 0.5e-5 * (28.0 + 30.0);
  const double east = 1e-5 * (25.0 + 30.0);
  BOOST_TEST(first.expected_deaths_per_year == east, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(second.expected_deaths_per_year == west, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(result.parks.front().expected_deaths_per_year == west + east, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(result.district.by_place_per_year == west + east, boost::test_tools::tolerance(1e-12));
  double on_cells = 0.0;
  for (const double deaths : result.deaths.data()) on_cells += deaths;
  BOOST_TEST(on_cells == west + east, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(!result.district.judgement.has_value());
  BOOST_CHECK(first.judgement->zone == FnZone::alarp);
}

// What stands along a line reaches people at its ends, far from its middle.
BOOST_AUTO_TEST_CASE(people_at_the_end_of_a_line_are_within_reach_of_its_enterprise) {
  Study study = two_charges();
  for (Limit& limit : study.criteria.rules.individual_risk_existing.by_class) limit.value = 1e-8;
  study.units.back().geometry = {};
  study.units.back().geometry.lines = {{{-450.0, -400.0}, {450.0, -400.0}}};
  study.population->patches = {{{440.0, -390.0}, 0.0, 7.0, 7.0}};
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const std::vector<Enterprise> who = enterprises(study, assessment.statuses);
  const Contributors result = contributors_run(assessment, who, study.grid, nullptr);
  for (const EnterpriseReach& one : result.enterprises)
    BOOST_TEST(one.people_above == (one.name == "E" ? 7.0 : 0.0), boost::test_tools::tolerance(1e-9));
}

// At the village the eastern store happens twice as often; either alone keeps its people above a limit of 5e-6.
BOOST_AUTO_TEST_CASE(the_largest_contributors_and_whom_the_end_of_an_enterprise_frees) {
  Study study = two_charges();
  for (Limit& limit : study.criteria.rules.individual_risk_existing.by_class) limit.value = 1.5e-5;
  Target village;
  village.id = "village";
  village.geometry.points = {{0.0, 40.0}};
  study.targets = {village};
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const std::vector<Enterprise> all = enterprises(study, assessment.statuses);
  const Contributors found = contributors_run(assessment, all, deaths_grid(study.grid, 20.0), nullptr);
  BOOST_REQUIRE_EQUAL(found.targets.front().largest.size(), 2U);
  BOOST_TEST(found.targets.front().risk_per_year == 3e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(study.units[found.targets.front().largest.front().unit].id == "east");
  BOOST_TEST(found.targets.front().largest.front().risk_per_year == 2e-5, boost::test_tools::tolerance(1e-9));
  const CellIndex cell = found.grid.cell_at({-5.0, 35.0}).value();
  BOOST_TEST(found.unit_number[0].at(cell.column, cell.row) == 2.0F);
  BOOST_TEST(found.unit_number[1].at(cell.column, cell.row) == 1.0F);
  BOOST_TEST(found.unit_number[2].at(cell.column, cell.row) == 0.0F);
  BOOST_TEST(found.share[0].at(cell.column, cell.row) == 2.0F / 3.0F, boost::test_tools::tolerance(1e-6F));
  // Above 1.5e-5 stand, by the eastern store alone, the village (25 in the mean of day and night) and both staffs (6.5).
  BOOST_REQUIRE_EQUAL(found.enterprises.size(), 2U);
  const EnterpriseReach& west = found.enterprises[0];
  const EnterpriseReach& east = found.enterprises[1];
  BOOST_TEST(west.people_above == 0.0);
  BOOST_TEST(east.people_above == 31.5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(east.people_above_all == 31.5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(east.people_above_without == 0.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(west.people_above_without == 31.5, boost::test_tools::tolerance(1e-9));
}

// A line of 800 m, whose pieces each kill within 68 m: people beside its end are reached, though its middle is far from them.
BOOST_AUTO_TEST_CASE(a_line_reaches_whoever_is_beside_its_end) {
  Study study = two_charges();
  study.units[1].geometry.points.clear();
  study.units[1].geometry.lines = {{{50.0, -400.0}, {50.0, 400.0}}};
  study.population->patches.push_back({{60.0, 390.0}, 0.0, 10.0, 10.0});
  for (Limit& limit : study.criteria.rules.individual_risk_existing.by_class) limit.value = 1e-7;
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const std::vector<Enterprise> all = enterprises(study, assessment.statuses);
  const Contributors found = contributors_run(assessment, all, deaths_grid(study.grid, 20.0), nullptr);
  BOOST_TEST(found.enterprises[1].people_above >= 10.0);
  const CellIndex end = found.grid.cell_at({50.0, 390.0}).value();
  BOOST_TEST(found.unit_number[0].at(end.column, end.row) == 2.0F);
  BOOST_TEST(found.unit_number[1].at(end.column, end.row) == 0.0F);
  const CellIndex nobody = found.grid.cell_at({-400.0, 400.0}).value();
  BOOST_TEST(found.unit_number[0].at(nobody.column, nobody.row) == 0.0F);
  const PeopleVulnerability people = wishes().vulnerability;
  const SocietalStudy society(assessment, people);
  double at_the_end = 0.0;
  const SocietalResult result = societal_run(society, wishes(), nullptr);
  const CellIndex cell = result.grid.cell_at({60.0, 390.0}).value();
  at_the_end = result.deaths.at(cell.column, cell.row);
  BOOST_TEST(at_the_end > 1e-6);
}

// Cells asked together say what each says by itself.
BOOST_AUTO_TEST_CASE(the_contributors_of_a_cell_are_those_of_its_centre) {
  const Study study = two_charges();
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const GridSpec grid = deaths_grid(study.grid, 20.0);
  const Contributors found = contributors_run(assessment, enterprises(study, assessment.statuses), grid, nullptr);
  for (std::int64_t row = 0; row < grid.rows; ++row) {
    for (std::int64_t column = 0; column < grid.columns; ++column) {
      const auto all = assessment.risk.contributions(grid.centre({column, row}), assessment.risk.all_units(), 3);
      for (std::size_t k = 0; k < kContributors; ++k) {
        const float unit = k < all.size() ? static_cast<float>(all[k].unit + 1) : 0.0F;
        BOOST_REQUIRE_EQUAL(found.unit_number.at(k).at(column, row), unit);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(whoever_asks_to_stop_is_heard) {
  const Study study = two_charges();
  const SubstanceTable substances;
  const NorthIsUp projection;
  const Assessment assessment(study, substances, projection);
  const SocietalWishes asked = wishes();
  const SocietalStudy society(assessment, asked.vulnerability);
  for (const int questions : {0, 1, 2, 3}) {
    StopAfter stop(questions);
    BOOST_CHECK_THROW((void)societal_run(society, asked, &stop), Interrupted);
  }
}

BOOST_AUTO_TEST_CASE(a_coarser_grid_covers_the_finer_one) {
  const GridSpec grid =
      deaths_grid({.x_min = 5.0, .y_max = 95.0, .cell_m = 10.0, .columns = 101, .rows = 99, .crs = ""}, 100.0);
  BOOST_TEST(grid.cell_m == 100.0);
  BOOST_TEST(grid.columns == 11);
  BOOST_TEST(grid.rows == 10);
  BOOST_TEST(grid.x_min == 5.0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
