#include "core/accidents/check_study.hpp"

#include <boost/test/unit_test.hpp>

namespace sise {
namespace {

Substance propane() {
  Substance substance;
  substance.id = "propane";
  substance.hazard_flags.insert("flammable");
  const auto property = [&](const char* name, double value) {
    substance.properties.emplace(name, SourcedValue{value, "", "test", "test", Confidence::seen});
  };
  property("heat_of_combustion_J_kg", 46.35e6);
  property("burning_rate_kg_m2_s", 0.099);
  property("burning_rate_k_beta_1_m", 1.4);
  return substance;
}

const SubstanceTable& table() {
  static const SubstanceTable substances({propane()});
  return substances;
}

Study sound() {
  Study study;
  study.grid = {.x_min = 0.0, .y_max = 100.0, .cell_m = 10.0, .columns = 10, .rows = 10, .crs = "EPSG:4549"};
  Unit tank;
  tank.id = "T1";
  tank.bund_m2 = 400.0;
  tank.geometry.points = {{50.0, 50.0}};
  study.units = {tank};
  Scenario fire;
  fire.unit_id = "T1";
  fire.case_id = "fire";
  fire.kind = ScenarioKind::pool_fire;
  fire.frequency_per_year = 1e-5;
  fire.substance = "propane";
  fire.pool_diameter_m = 20.0;
  study.scenarios = {fire};
  study.rose.rows = {{std::nullopt, Stability::D, 3.0, 1.0}};
  study.harm.id = "pack";
  study.harm.lethal_radiation_w_m2 = 37.5e3;
  Target school;
  school.id = "S1";
  school.geometry.points = {{10.0, 10.0}};
  study.targets = {school};
  return study;
}

std::vector<std::string> codes(const Study& study) {
  Problems problems;
  check_study(study, table(), problems);
  std::vector<std::string> found;
  for (const Diagnostic& d : problems.all()) {
    BOOST_TEST(!d.message.en.empty());
    BOOST_TEST(!d.message.zh.empty());
    found.push_back(d.code + " " + d.where.field);
  }
  return found;
}

using Codes = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(check_study_suite)

BOOST_AUTO_TEST_CASE(a_sound_study_is_sound) { BOOST_TEST(codes(sound()).empty()); }

BOOST_AUTO_TEST_CASE(a_pool_larger_than_its_bund) {
  Study study = sound();
  study.scenarios.front().pool_diameter_m = 30.0;  // 707 m2
  BOOST_TEST(codes(study) == Codes{"pool_larger_than_bund pool_diameter_m"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(what_a_study_needs_as_a_whole) {
  Study study = sound();
  study.rose.rows.clear();
  study.harm.lethal_radiation_w_m2 = HarmPack::kNone;
  const Codes wanted{"missing_wind_rose weather.wind_rose", "missing_harm_rule harm.pack"};
  BOOST_TEST(codes(study) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_rose_that_is_no_year) {
  Study study = sound();
  study.rose.rows.front().frequency = 0.9;
  BOOST_TEST(codes(study) == Codes{"rose_sum weather.wind_rose"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(everything_at_once) {
  Study study = sound();
  study.units.push_back(study.units.front());
  study.targets.front().geometry = {};
  Scenario stray = study.scenarios.front();
  stray.unit_id = "T9";
  Scenario wrong = study.scenarios.front();
  wrong.frequency_per_year = -1e-5;
  wrong.duration_s = 0.0;
  wrong.substance = "unheard_of";
  study.scenarios.push_back(stray);
  study.scenarios.push_back(wrong);
  const Codes wanted{"doubled_id id",
                     "empty_geometry id",
                     "unknown_unit unit_id",
                     "doubled_id unit_id",
                     "out_of_range frequency_per_year",
                     "out_of_range duration_s",
                     "does_not_burn substance"};
  BOOST_TEST(codes(study) == wanted, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_grid_no_study) {
  Study study = sound();
  study.grid.columns = 0;
  BOOST_TEST(codes(study) == Codes{"no_grid grid"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
