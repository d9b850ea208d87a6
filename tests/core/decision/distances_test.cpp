// Safety distances one by one: rule, value, required distance, and how sure the answer is.
#include "core/decision/distances.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

Target target(const std::string& id, TargetClass target_class, double x, ClassBasis how = {}) {
  Target t;
  t.id = id;
  t.name = "name of " + id;
  t.target_class = target_class;
  t.class_basis = std::move(how);
  t.geometry = point(x, 0.0);
  return t;
}

std::vector<DistanceCheck> checked(const Study& study) {
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(study, substances, ground);
  return separation_census(assessment).checks;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(distances)

// The disc of death of 90 t of TNT ends where 30 kPa do.
BOOST_AUTO_TEST_CASE(a_risk_rule_is_broken_within_the_disc) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0}).name = "Tank";
  world.add_disc("U1", 5e-6);
  world.study.targets = {target("T1", TargetClass::general_1, 100.0), target("T2", TargetClass::general_2, 100.0)};
  const auto checks = checked(world.study);
  BOOST_REQUIRE(checks.size() == 2U);
  BOOST_TEST(checks[0].target_id == "T1");
  BOOST_TEST(checks[0].target_name == "name of T1");
  BOOST_TEST(checks[0].unit_name == "Tank");
  BOOST_TEST(checks[0].value == 5e-6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(checks[0].shortfall_m > 200.0);
  BOOST_TEST(checks[0].confidence == Confidence::corroborated);
  BOOST_TEST(checks[1].shortfall_m == 0.0);
}

BOOST_AUTO_TEST_CASE(a_recalled_class_makes_the_answer_recalled_and_is_named) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_disc("U1", 5e-6);
  world.study.targets = {target("T1", TargetClass::general_1, 100.0, basis(Confidence::recalled))};
  const DistanceCheck check = checked(world.study).front();
  BOOST_TEST(check.confidence == Confidence::recalled);
  BOOST_TEST(holds(check.note.en, "the class of the target by its use and size (a table)"));
  BOOST_TEST(holds(check.note.zh, "按用途和规模确定的防护目标类别"));
}

BOOST_AUTO_TEST_CASE(the_toxicity_makes_the_answer_recalled_only_where_it_moves_it) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  Scenario leak{.unit_id = "U1", .case_id = "leak", .kind = ScenarioKind::toxic, .frequency_per_year = 1e-3};
  leak.substance = "chlorine";
  leak.rate_kg_s = 1.0;
  world.study.scenarios = {leak};
  world.study.targets = {target("near", TargetClass::general_1, 100.0), target("far", TargetClass::general_1, 1e5)};
  for (const DistanceCheck& check : checked(world.study)) {
    BOOST_TEST(check.confidence == (check.target_id == "near" ? Confidence::recalled : Confidence::corroborated),
               check.target_id);
  }
}

BOOST_AUTO_TEST_CASE(a_charge_says_where_it_comes_from) {
  World world;
  Unit& store = world.add_unit("U1", "E1", {0.0, 0.0});
  store.substance = store.substance_text = "ammonium_nitrate";
  store.inventory_kg = 60000.0;
  world.study.targets = {target("T1", TargetClass::general_1, 500.0)};
  const DistanceCheck check = checked(world.study).front();
  BOOST_TEST(holds(check.note.en, "21120 kg TNT by its inventory"));
  BOOST_TEST(holds(check.note.en, "the TNT equivalence of ammonium_nitrate (a table)"));
  BOOST_TEST(check.confidence == Confidence::recalled);
}

BOOST_AUTO_TEST_CASE(what_is_no_protected_target_has_no_distance) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_disc("U1", 5e-6);
  world.study.targets = {target("T1", TargetClass::general_3, 100.0)};
  world.study.targets.front().is_protected = false;
  BOOST_TEST(checked(world.study).empty());
}

// 90 t of TNT kill within 305 m: the limits are kept everywhere beyond.
BOOST_AUTO_TEST_CASE(only_targets_within_the_largest_required_distance_are_listed) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_disc("U1", 5e-6);
  world.add_unit("U2", "E2", {20000.0, 0.0});
  world.add_disc("U2", 5e-6);
  for (int i = 0; i < 40; ++i)
    world.study.targets.push_back(target("T" + std::to_string(i), TargetClass::general_1, 50.0 + 25.0 * i));
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const SeparationCensus census = separation_census(assessment);
  BOOST_REQUIRE(census.enterprises.size() == 2U);
  const EnterpriseSeparation& first = census.enterprises[0];
  BOOST_TEST(first.name == "E1");
  BOOST_TEST(first.pairs == census.checks.size());
  BOOST_TEST(first.pairs + first.pairs_beyond == 40U);
  BOOST_TEST(first.shortfalls < 40U);
  BOOST_REQUIRE(first.binding.has_value());
  BOOST_TEST(*first.binding == 0U);
  BOOST_TEST(census.checks[0].target_id == "T0");
  BOOST_TEST(first.worst_shortfall_m == census.checks[0].shortfall_m);
  // Nobody who stands too near is lost, and nobody is listed beyond what a rule may ask for.
  std::size_t too_near = 0;
  for (const Target& t : world.study.targets) {
    const std::vector<std::size_t> unit{0};
    if (assessment.risk.risk_at(t.geometry.points.front(), unit) > 3e-6) ++too_near;
  }
  BOOST_TEST(first.shortfalls == too_near);
  for (const DistanceCheck& check : census.checks) BOOST_TEST(check.actual_m <= first.largest_required_m);
  BOOST_TEST(!census.enterprises[1].binding.has_value());
  BOOST_TEST(census.enterprises[1].pairs_beyond == 40U);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_judged_names_the_nearest_target) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.study.targets = {target("far", TargetClass::general_1, 90000.0),
                         target("near", TargetClass::general_1, 50000.0)};
  const auto checks = checked(world.study);
  BOOST_REQUIRE(checks.size() == 1U);
  BOOST_TEST(checks[0].target_id == "near");
  BOOST_TEST(!checks[0].answered());
}

BOOST_AUTO_TEST_SUITE_END()
