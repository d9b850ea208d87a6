// Which units count as computed, what the others lack, and which charge stands for an explosive.
#include "core/study/completeness.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

using namespace sise;

namespace {

Substance nitrate() {
  Substance s{.id = "nitrate", .name_en = "ammonium nitrate", .name_zh = "硝酸铵"};
  s.properties = {{"tnt_equivalence", {0.25, "1", "a table", "", Confidence::corroborated}}};
  s.hazard_flags = {"explosive"};
  return s;
}

Unit unit_of(const std::string& id, UnitKind kind = UnitKind::reactor) {
  Unit unit;
  unit.id = id;
  unit.kind = kind;
  unit.geometry.points = {{0.0, 0.0}};
  return unit;
}

Scenario bang(const std::string& unit_id, double tnt_kg) {
  Scenario s;
  s.unit_id = unit_id;
  s.kind = ScenarioKind::explosion;
  s.frequency_per_year = 1e-5;
  s.tnt_kg = tnt_kg;
  return s;
}

Unit store_of(const std::string& id, std::optional<double> inventory_kg) {
  Unit unit = unit_of(id);
  unit.substance = "nitrate";
  unit.substance_text = "硝铵";
  unit.inventory_kg = inventory_kg;
  return unit;
}

UnitStatus status_of(const Study& study) { return unit_statuses(study, SubstanceTable({nitrate()})).front(); }

std::vector<std::string> codes_of(const UnitStatus& status) {
  std::vector<std::string> codes;
  for (const Missing& missing : status.missing) codes.push_back(missing.code);
  return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(completeness)

BOOST_AUTO_TEST_CASE(a_unit_with_scenarios_is_computed_and_one_without_never_counts_as_harmless) {
  Study study;
  study.units = {unit_of("A"), unit_of("B")};
  study.scenarios = {bang("A", 10.0)};
  const std::vector<UnitStatus> statuses = unit_statuses(study, {});
  BOOST_REQUIRE(statuses.size() == 2U);
  BOOST_TEST(statuses[0].computed);
  BOOST_TEST(statuses[0].missing.empty());
  BOOST_TEST(statuses[0].unanswered_m == 0.0);
  BOOST_TEST(!statuses[1].computed);
  BOOST_TEST((codes_of(statuses[1]) == Codes{"scenarios"}));
  BOOST_TEST(!statuses[1].missing.front().text.zh.empty());
  BOOST_TEST(statuses[1].unanswered_m >= study.criteria.incomplete_radius_m);
}

BOOST_AUTO_TEST_CASE(the_larger_of_inventory_and_scenarios_is_the_charge_and_both_are_told) {
  Study study;
  study.units = {store_of("A", 40000.0)};  // 10 t TNT
  study.scenarios = {bang("A", 9000.0), bang("A", 7000.0)};
  UnitStatus status = status_of(study);
  BOOST_REQUIRE(status.charge.has_value());
  BOOST_TEST(status.charge->tnt_kg == 10000.0);
  BOOST_TEST(!status.charge->from_scenario);
  BOOST_TEST(status.charge->source == "a table");
  BOOST_TEST((status.charge->confidence == Confidence::corroborated));
  BOOST_TEST(status.charge->basis().en == "10000 kg TNT by its inventory (more than the 9000 kg of its scenarios)");

  study.scenarios.push_back(bang("A", 12000.0));
  status = status_of(study);
  BOOST_TEST(status.charge->tnt_kg == 12000.0);
  BOOST_TEST(status.charge->from_scenario);
  BOOST_TEST(status.charge->source.empty());
  BOOST_TEST(status.charge->basis().en == "12000 kg TNT of its scenarios (its inventory alone: 10000 kg)");
}

BOOST_AUTO_TEST_CASE(an_explosive_of_unknown_charge_names_what_it_lacks) {
  Study study;
  study.units = {store_of("A", std::nullopt)};
  study.units.front().substance.clear();
  study.units.front().kind = UnitKind::explosives_store;
  const UnitStatus status = status_of(study);
  BOOST_TEST(status.explosive);
  BOOST_TEST(!status.charge.has_value());
  BOOST_TEST((codes_of(status) == Codes{"inventory", "tnt_equivalence", "scenarios"}));
  BOOST_TEST(status.missing[1].text.zh.find("硝铵") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_pipeline_is_computed_along_its_line_and_not_from_a_point) {
  Study study;
  study.units = {unit_of("P", UnitKind::pipeline)};
  study.scenarios = {bang("P", 10.0)};
  BOOST_TEST(!status_of(study).computed);
  BOOST_TEST((codes_of(status_of(study)) == Codes{"line_source"}));
  study.units.front().geometry.points.clear();
  study.units.front().geometry.lines = {{{0.0, 0.0}, {100.0, 0.0}}};
  BOOST_TEST(status_of(study).computed);
}

BOOST_AUTO_TEST_CASE(what_kept_scenarios_from_being_generated_is_told_once) {
  Study study;
  study.units = {store_of("A", std::nullopt)};
  study.not_generated = {{"A", "inventory", {"no inventory", "无储量"}},
                         {"A", "pressure", {"no pressure", "无压力"}},
                         {"A", "pressure", {"no pressure", "无压力"}},
                         {"B", "state", {"another's", "另一单元"}}};
  BOOST_TEST((codes_of(status_of(study)) == Codes{"inventory", "pressure"}));
}

// The reach of what it holds, where that is farther than the radius of all.
BOOST_AUTO_TEST_CASE(around_an_incomplete_unit_nothing_is_said_as_far_as_what_it_holds_may_reach) {
  Study study;
  study.units = {unit_of("A")};
  study.criteria.incomplete_radius_m = 10.0;
  const double reach_m = study.criteria.screening.reach_m(nullptr, std::nullopt);
  BOOST_TEST(status_of(study).unanswered_m == std::max(10.0, reach_m));
  study.criteria.incomplete_radius_m = 1e6;
  BOOST_TEST(status_of(study).unanswered_m == 1e6);
}

BOOST_AUTO_TEST_SUITE_END()
