// Worked decisions: risks are given (a disc of death with a frequency), so that the decision layer is tested alone.
#include "core/decision/review.hpp"

#include <boost/test/unit_test.hpp>

#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_TEST_DONT_PRINT_LOG_VALUE(Verdict)
BOOST_TEST_DONT_PRINT_LOG_VALUE(ColourCode)

namespace {

const Geometry kNear = point(100.0, 0.0);

/// One enterprise that puts this risk on everything within 300 m.
World plant(double risk_per_year) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_disc("U1", risk_per_year);
  return world;
}

Verdict verdict_of(double risk_per_year, TargetClass target_class, ClassBasis how = {}) {
  return plant(risk_per_year).decide(development("P", target_class, kNear, std::move(how))).verdict;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(reviews)

// Villages, estates, offices, works, metro: class and its mark given, the risk against the limit.
BOOST_AUTO_TEST_CASE(class_mark_and_risk_make_the_verdict) {
  const ClassBasis sure = basis(Confidence::corroborated);
  const ClassBasis recalled = basis(Confidence::recalled);
  BOOST_TEST(verdict_of(5e-6, TargetClass::general_1, sure) == Verdict::veto);             // D01
  BOOST_TEST(verdict_of(3e-6, TargetClass::general_1, recalled) == Verdict::allow);        // D03
  BOOST_TEST(verdict_of(3.0000001e-6, TargetClass::general_1, sure) == Verdict::veto);     // D04
  BOOST_TEST(verdict_of(2.9e-6, TargetClass::general_1, recalled) == Verdict::allow);      // D08
  BOOST_TEST(verdict_of(2e-5, TargetClass::general_2, recalled) == Verdict::conditional);  // D09
  BOOST_TEST(verdict_of(4e-6, TargetClass::important, recalled) == Verdict::conditional);  // D23
  BOOST_TEST(verdict_of(2e-5, TargetClass::general_3, recalled) == Verdict::allow);        // D25
  BOOST_TEST(verdict_of(2.5e-6, TargetClass::high_sensitivity, sure) == Verdict::allow);   // D59
  const Decision works = plant(2e-5).decide(development("P", TargetClass::general_2, kNear, recalled));
  BOOST_TEST(works.if_confirmed == Verdict::veto);
  BOOST_TEST(check_by(works, "ir.existing")->confidence() == Confidence::recalled);
}

BOOST_AUTO_TEST_CASE(the_class_rule_can_be_confirmed) {
  World world = plant(2e-5);
  world.study.criteria.confirmed_rules = {"target_class"};
  const Decision d = world.decide(development("P", TargetClass::general_2, kNear, basis(Confidence::recalled)));
  BOOST_TEST(d.verdict == Verdict::veto);
  BOOST_TEST(check_by(d, "ir.existing")->confirmed());
}

BOOST_AUTO_TEST_CASE(a_value_just_above_its_limit_prints_apart) {
  const Decision d = plant(3.0000001e-6).decide(development("P", TargetClass::general_1, kNear));
  BOOST_TEST(d.reasons.front().zh ==
             "一票否决:企业“E1”单独造成的个人风险为每年 3.0000001×10⁻⁶,略高于限值(一般防护目标一类限值每年 "
             "3×10⁻⁶;individual risk, existing,标准〔ir.existing〕)。");
}

// The chain of confidence: a chlorine veto rests on a recalled toxicity.
BOOST_AUTO_TEST_CASE(the_toxicity_of_the_substance_reaches_the_verdict) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  Scenario leak{.unit_id = "U1", .case_id = "leak", .kind = ScenarioKind::toxic, .frequency_per_year = 1e-3};
  leak.substance = "chlorine";
  leak.rate_kg_s = 1.0;
  world.study.scenarios = {leak};
  const Proposal school = development("P", TargetClass::high_sensitivity, kNear);
  const Decision open = world.decide(school);
  BOOST_TEST(open.verdict == Verdict::conditional);
  BOOST_TEST(open.if_confirmed == Verdict::veto);
  const ReviewCheck& check = *check_by(open, "ir.existing");
  BOOST_TEST(check.confidence() == Confidence::recalled);
  BOOST_TEST(holds(open.reasons.front().zh, "氯的毒性(CPR 18E)"));
  world.study.criteria.confirmed_rules = {"chlorine.toxicity"};
  BOOST_TEST(world.decide(school).verdict == Verdict::veto);
}

// D56, D57: 2e-6 from each of two enterprises; the map shows the sum.
BOOST_AUTO_TEST_CASE(the_sum_of_enterprises_is_told_and_decides_only_where_the_project_says_so) {
  World world = plant(2e-6);
  world.add_unit("U2", "E2", {10.0, 0.0});
  world.add_disc("U2", 2e-6);
  const Proposal estate = development("P", TargetClass::general_1, kNear, basis(Confidence::corroborated));
  const Decision legal = world.decide(estate);
  BOOST_TEST(legal.verdict == Verdict::allow);
  BOOST_TEST(legal.map->colour.code == ColourCode::yellow);
  const ReviewCheck& sum = *check_by(legal, "sise.cumulative_individual_risk");
  BOOST_TEST(!sum.passed);
  BOOST_TEST(sum.informative);
  BOOST_TEST(sum.value == 4e-6, boost::test_tools::tolerance(1e-12));
  bool told = false;
  for (const Text& reason : legal.reasons)
    told = told || holds(reason.en, "for information: the legal test is per enterprise");
  BOOST_TEST(told);
  world.study.criteria.cumulative_veto = true;
  const Decision own = world.decide(estate);
  BOOST_TEST(own.verdict == Verdict::veto);
  BOOST_TEST(holds(own.reasons.front().zh, "项目规定累计风险一票否决"));
}

BOOST_AUTO_TEST_CASE(whatever_the_map_shows_stands_among_the_checks) {
  for (const double risk : {2e-7, 2e-6, 5e-6, 2e-5, 1e-4}) {
    World world = plant(risk);
    world.study.units.front().is_new = risk < 1e-6;
    const Decision d = world.decide(development("P", TargetClass::general_3, kNear));
    const ReviewCheck* all = check_by(d, "sise.cumulative_individual_risk");
    BOOST_REQUIRE(all != nullptr);
    BOOST_TEST(all->value == d.map->risk_per_year, boost::test_tools::tolerance(1e-12));
    const ReviewCheck* fresh = check_by(d, "sise.cumulative_individual_risk.new");
    BOOST_TEST((fresh != nullptr) == world.study.units.front().is_new);
    if (fresh != nullptr) BOOST_TEST(fresh->value == d.map->risk_new_per_year, boost::test_tools::tolerance(1e-12));
  }
}

// D27: one building stands or falls as a whole; of a parcel a part may be built on.
BOOST_AUTO_TEST_CASE(a_part_of_a_parcel_and_a_part_of_a_building) {
  const World world = plant(5e-6);
  Proposal parcel = development("P", TargetClass::general_1, box(0.0, 0.0, 1500.0, 20.0));
  BOOST_TEST(world.decide(parcel).verdict == Verdict::conditional);
  BOOST_TEST(holds(world.decide(parcel).reasons.front().en, "only a part of the parcel breaks the limit"));
  parcel.target.one_building = true;
  BOOST_TEST(world.decide(parcel).verdict == Verdict::veto);
}

// D29: the exceeded area lies wholly in the hole.
BOOST_AUTO_TEST_CASE(a_lake_in_the_middle_is_not_the_parcel) {
  Proposal ring = development("P", TargetClass::general_1, box(-1000.0, -1000.0, 1000.0, 1000.0));
  ring.target.geometry.polygons.front().holes = {
      {{-900.0, -900.0}, {-900.0, 900.0}, {900.0, 900.0}, {900.0, -900.0}, {-900.0, -900.0}}};
  BOOST_TEST(plant(5e-6).decide(ring).verdict == Verdict::allow);
}

// D35: never allowed by silence.
BOOST_AUTO_TEST_CASE(outside_the_computed_area_nothing_is_decided) {
  const World world = plant(1e-6);
  const Decision far = world.decide(development("P", TargetClass::general_1, point(10000.0, 0.0)));
  BOOST_TEST(far.verdict == Verdict::undecided);
  BOOST_TEST(far.reasons.front().en == "Not decided: the place lies 8000 m outside the computed area.");
  const Decision half = world.decide(development("P", TargetClass::general_1, box(1900.0, 0.0, 2100.0, 50.0)));
  BOOST_TEST(half.verdict == Verdict::conditional);
  BOOST_TEST(holds(half.reasons.front().zh, "地块部分位于计算范围之外"));
}

BOOST_AUTO_TEST_CASE(a_proposal_with_a_fault_is_named_and_the_others_are_decided) {
  Proposal wrong = development("W", TargetClass::general_1, {});
  wrong.faults = {{Diagnostic::Severity::error, "unknown_use", {}, {"unknown use 'x'", "未知的用途 'x'"}, {}}};
  const auto decisions =
      plant(5e-6).decide_all({wrong, development("P", TargetClass::general_1, kNear, basis(Confidence::seen))});
  BOOST_TEST(decisions[0].verdict == Verdict::undecided);
  BOOST_TEST(decisions[0].reasons.front().en == "Not decided: unknown use 'x'");
  BOOST_TEST(decisions[1].verdict == Verdict::veto);
}

// D11, D19: no protected target; people of another enterprise count in societal risk, which is not judged here.
BOOST_AUTO_TEST_CASE(what_is_no_target_has_no_limit_of_individual_risk) {
  Proposal belt = development("P", TargetClass::general_3, kNear, basis(Confidence::corroborated));
  belt.target.is_protected = false;
  const Decision green = plant(1e-3).decide(belt);
  BOOST_TEST(green.verdict == Verdict::allow);
  BOOST_TEST(!green.target_class.has_value());
  BOOST_TEST(holds(green.reasons.front().zh, "不属于防护目标"));
  belt.target.people = 150.0;
  const Decision works = plant(1e-3).decide(belt);
  BOOST_TEST(works.verdict == Verdict::conditional);
  BOOST_TEST(holds(works.reasons.front().en, "its 150 people count in the societal risk"));
}

// D71, D72: shops of unknown size.
BOOST_AUTO_TEST_CASE(an_unknown_size_is_judged_as_the_strictest_and_never_vetoed) {
  Proposal shops = development("P", TargetClass::general_1, kNear, basis(Confidence::recalled));
  shops.target.class_assumed = true;
  const Decision matters = plant(5e-6).decide(shops);
  BOOST_TEST(matters.verdict == Verdict::conditional);
  BOOST_TEST(matters.if_confirmed == Verdict::conditional);
  BOOST_TEST(holds(matters.reasons.front().en, "the size of the place is not stated"));
  BOOST_TEST(plant(1e-6).decide(shops).verdict == Verdict::allow);
}

// D51: a store of 2,000 kg TNT and a school at 500 m: 3,067 Pa by the curve of GB 6722-2014.
BOOST_AUTO_TEST_CASE(explosives_break_a_recalled_threshold) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0}).kind = UnitKind::explosives_store;
  world.add_disc("U1", 1e-9);
  world.study.scenarios.front().tnt_kg = 2000.0;
  const Decision d = world.decide(development("P", TargetClass::high_sensitivity, point(500.0, 0.0)));
  BOOST_TEST(d.verdict == Verdict::conditional);
  BOOST_TEST(d.if_confirmed == Verdict::veto);
  BOOST_TEST(check_by(d, "overpressure")->value == 3067.0, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(holds(d.reasons.front().en, "3.07 kPa, 1.5 times the limit (2 kPa"));
}

// D52: the bound by an equivalence of 1.0 is stated (a tonne of TNT keeps 2 kPa to 589 m by the curve of GB 6722-2014), and
// nothing is decided by it.
BOOST_AUTO_TEST_CASE(d52_an_explosive_of_unknown_strength_states_its_bound_and_decides_nothing) {
  World world;
  world.study.targets = {development("T", TargetClass::high_sensitivity, point(100.0, 0.0)).target};
  Proposal store;
  store.kind = Proposal::Kind::unit;
  store.unit.id = "N";
  store.unit.kind = UnitKind::explosives_store;
  store.unit.substance_text = "氯酸铵";
  store.unit.inventory_kg = 1000.0;
  store.unit.geometry = point(0.0, 0.0);
  const Decision d = world.decide(store);
  BOOST_TEST(d.verdict == Verdict::conditional);
  BOOST_TEST(d.if_confirmed == Verdict::conditional);
  const ReviewCheck* check = check_by(d, "sise.incomplete_data");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->quantity == "missing_tnt_equivalence");
  BOOST_TEST(holds(check->text.en, "(equivalence 1.0) 1000 kg reach 2 kPa as far as 589 m"), check->text.en);
  BOOST_TEST(holds(check->text.zh, "不作结论"));
}

// 60 t of ammonium nitrate with a scenario of 9 t of TNT: the inventory is the larger charge.
BOOST_AUTO_TEST_CASE(the_larger_of_scenario_and_inventory_is_the_charge) {
  World world;
  Unit& store = world.add_unit("U1", "E1", {0.0, 0.0});
  store.substance = store.substance_text = "ammonium_nitrate";
  store.inventory_kg = 60000.0;
  world.add_disc("U1", 1e-9);
  world.study.scenarios.front().tnt_kg = 9000.0;
  const Proposal school = development("P", TargetClass::high_sensitivity, point(800.0, 0.0));
  const Decision d = world.decide(school);
  const ReviewCheck& check = *check_by(d, "overpressure");
  BOOST_TEST(holds(check.text.en, "21120 kg TNT by its inventory (more than the 9000 kg of its scenarios)"));
  world.study.scenarios.front().tnt_kg = 30000.0;
  BOOST_TEST(
      holds(check_by(world.decide(school), "overpressure")->text.zh, "情景给出的 30000 kg TNT(按储量为 21120 kg)"));
}

// Beyond Z = 15 the curve of GB 6722 carries a warning; Swisdak's curve at the same place says how far it may be off.
BOOST_AUTO_TEST_CASE(a_warning_that_cannot_change_the_outcome_does_not_decide) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0}).kind = UnitKind::explosives_store;
  world.add_disc("U1", 1e-9);
  world.study.scenarios.front().tnt_kg = 2000.0;
  const Proposal shop = development("P", TargetClass::general_3, point(600.0, 0.0));
  BOOST_TEST(world.decide(shop).verdict == Verdict::conditional);
  const WarningBrackets brackets{{{.code = "outside_range_of_use", .curves = {BlastCurve::swisdak_hemispherical}}}};
  const Decision d = world.decide_all({shop}, brackets).front();
  BOOST_TEST(d.verdict == Verdict::allow);
  BOOST_TEST(holds(d.reasons.front().en, "[outside_range_of_use], which leaves at most"));
  const ReviewCheck& check = *check_by(d, "overpressure");
  BOOST_TEST(check.bracket >= check.value);
  BOOST_TEST(check.bracket < check.limit);
}

// Everybody dies within about 300 m of an accident somewhere on 4 km of line. Twice the reach at 400 m is the reach at 200 m of a
// line half as long, on which accidents are as frequent per metre: 2 · sqrt(600² - 400²) of 4000 m.
BOOST_AUTO_TEST_CASE(accidents_of_a_line_that_reach_farther_reach_from_all_along_it) {
  World world;
  world.add_unit("pipe", "P", {0.0, 0.0}).geometry = Geometry{.lines = {{{-2000.0, 0.0}, {2000.0, 0.0}}}};
  world.add_disc("pipe", 1e-5);
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const double reach_m = assessment.risk.reach_m(0);
  const double chord_m = 2.0 * std::sqrt(4.0 * reach_m * reach_m - 400.0 * 400.0);
  BOOST_TEST(assessment.risk.risk_reaching(0, {0.0, 400.0}, 2.0) == 1e-5 * chord_m / 4000.0,
             boost::test_tools::tolerance(0.01));
  BOOST_TEST(assessment.risk.risk_reaching(0, {0.0, 400.0}, 1.0) == 0.0);
}

BOOST_AUTO_TEST_CASE(a_warning_on_a_risk_decides_where_its_bracket_breaks_the_limit) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  Scenario leak{.unit_id = "U1", .case_id = "leak", .kind = ScenarioKind::toxic, .frequency_per_year = 1e-3};
  leak.substance = "chlorine";
  leak.rate_kg_s = 1.0;
  world.study.scenarios = {leak};
  const WarningBrackets brackets{{{.code = "gas_density_unknown", .reach_factor = 2.0}}};
  std::vector<Proposal> places;
  for (double x = 100.0; x < 1300.0; x += 4.0)
    places.push_back(development("P", TargetClass::general_1, point(x, 0.0)));
  std::size_t conditional = 0;
  std::size_t allowed = 0;
  for (const Decision& d : world.decide_all(places, brackets)) {
    const ReviewCheck& check = *check_by(d, "ir.existing");
    if (!check.passed || check.informative) continue;
    BOOST_TEST((check.codes == std::vector<std::string>{"gas_density_unknown"}));
    BOOST_TEST(check.bracket >= check.value);
    BOOST_TEST((d.verdict == Verdict::allow) == (check.bracket <= check.limit));
    ++(d.verdict == Verdict::allow ? allowed : conditional);
    if (d.verdict == Verdict::conditional) BOOST_TEST(holds(d.reasons.front().en, "so that it may be"));
  }
  BOOST_TEST(conditional > 0U);
  BOOST_TEST(allowed > 0U);
}

// 1 t at 500 m: 2.4 kPa by GB 6722, 1.8 kPa by Swisdak's curve, whose 2 kPa lie at 45 m/kg^(1/3) (French and Dutch rules: 44).
BOOST_AUTO_TEST_CASE(a_breach_by_the_prescribed_curve_alone_is_no_veto) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0}).kind = UnitKind::explosives_store;
  world.add_disc("U1", 1e-9);
  world.study.scenarios.front().tnt_kg = 1000.0;
  for (Limit& limit : world.study.criteria.rules.overpressure.by_class) limit.confidence = Confidence::seen;
  world.study.criteria.rules.blast_curve_confidence = Confidence::seen;
  const WarningBrackets brackets{{{.code = "outside_range_of_use", .curves = {BlastCurve::swisdak_hemispherical}}}};
  const auto verdict_at = [&](double x_m) {
    return world.decide_all({development("P", TargetClass::high_sensitivity, point(x_m, 0.0))}, brackets).front();
  };
  const Decision between = verdict_at(500.0);
  BOOST_TEST(between.verdict == Verdict::conditional);
  BOOST_TEST(holds(between.reasons.front().en, "so that it may be as little as"));
  const ReviewCheck& check = *check_by(between, "overpressure");
  BOOST_TEST(!check.passed);
  BOOST_TEST(check.low < check.limit);
  BOOST_TEST(verdict_at(430.0).verdict == Verdict::veto);
  BOOST_TEST(verdict_at(620.0).verdict == Verdict::allow);
}

// D52, D53: what is missing and what no rule is held for.
BOOST_AUTO_TEST_CASE(a_proposed_unit_says_what_it_lacks) {
  const World world = plant(1e-9);
  Proposal pipeline;
  pipeline.kind = Proposal::Kind::unit;
  pipeline.unit.id = "P";
  pipeline.unit.kind = UnitKind::pipeline;
  pipeline.unit.geometry = kNear;
  const Decision excluded = world.decide(pipeline);
  BOOST_TEST(excluded.verdict == Verdict::conditional);
  BOOST_TEST(holds(excluded.reasons.front().zh, "应按 GB 32167 判定"));
  Proposal store = pipeline;
  store.unit.kind = UnitKind::explosives_store;
  store.unit.substance_text = "ammonium chlorate";
  store.unit.inventory_kg = 1000.0;
  const Decision unknown = world.decide(store);
  BOOST_TEST(unknown.verdict == Verdict::conditional);
  BOOST_TEST(holds(unknown.reasons.front().en, "TNT equivalence of 'ammonium chlorate' is unknown"));
}

BOOST_AUTO_TEST_SUITE_END()

// D33: what is computed at 1 m says little of the 18th storey where a cloud comes from a height.
BOOST_AUTO_TEST_CASE(d33_a_high_building_beside_a_high_release_is_not_simply_allowed) {
  World world;
  world.add_unit("U1", "E1", {0.0, 0.0});
  world.add_disc("U1", 1e-6);
  const WarningBrackets brackets{{{.code = "gas_density_unknown", .reach_factor = 2.0}}};
  Proposal block = development("block", TargetClass::general_1, point(100.0, 0.0));
  block.target.height_m = 56.0;
  BOOST_CHECK(world.decide_all({block}, brackets).front().verdict == Verdict::allow);  // a blast is no worse up there
  Scenario release;
  release.unit_id = "U1";
  release.case_id = "stack";
  release.kind = ScenarioKind::toxic;
  release.frequency_per_year = 1e-9;
  release.substance = "chlorine";
  release.rate_kg_s = 0.1;
  release.height_m = 15.0;
  world.study.scenarios.push_back(release);
  const Decision high = world.decide_all({block}, brackets).front();
  BOOST_CHECK(high.verdict == Verdict::conditional);
  BOOST_TEST(holds(high.reasons.front().en, "the building is 56 m high"));
  block.target.height_m.reset();
  BOOST_CHECK(world.decide_all({block}, brackets).front().verdict == Verdict::allow);
}
