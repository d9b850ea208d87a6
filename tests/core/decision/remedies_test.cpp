// What would make it pass: every suggestion passes when the review is run again on it, and is the best within a metre.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "core/criteria/lay_words.hpp"
#include "core/decision/changed_units.hpp"
#include "core/decision/letter.hpp"
#include "core/decision/remedies.hpp"
#include "core/geometry/operations.hpp"
#include "models/explosion/tnt.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

struct Tried {
  World world;
  Proposal proposal;
  Decision decision;
  std::vector<Remedy> remedies;

  [[nodiscard]] const Remedy* of(Remedy::Kind kind) const {
    for (const Remedy& r : remedies) {
      if (r.kind == kind) return &r;
    }
    return nullptr;
  }
};

Tried tried(World world, Proposal proposal) {
  Tried t{std::move(world), std::move(proposal), {}, {}};
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(t.world.study, substances, ground);
  t.decision = review(assessment, {t.proposal}, {}).front();
  t.remedies = remedies_for(assessment, t.proposal, t.decision, {});
  return t;
}

World disc(double risk) {
  World w;
  w.add_unit("U1", "E1", {0.0, 0.0});
  w.add_disc("U1", risk);
  return w;
}

/// How far the disc of the world reaches.
double radius() { return distance_to_overpressure_m(BlastCurve::gb6722, 90000.0, 30000.0).value(); }

Proposal moved(Proposal p, const Remedy& r) {
  const double angle = r.bearing_deg * std::numbers::pi / 180.0;
  p.target.geometry = translated(p.target.geometry, r.metres * std::sin(angle), r.metres * std::cos(angle));
  return p;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_shortest_move_is_found_and_passes) {
  const Tried t = tried(disc(1e-5), development("P", TargetClass::general_1, box(100.0, -20.0, 140.0, 20.0)));
  BOOST_CHECK(t.decision.verdict == Verdict::veto);
  const Remedy* move = t.of(Remedy::Kind::move);
  BOOST_REQUIRE(move != nullptr);
  BOOST_TEST(move->metres == radius() - 100.0, boost::test_tools::tolerance(0.012));
  BOOST_TEST(move->bearing_deg == 90.0, boost::test_tools::tolerance(0.03));
  BOOST_CHECK(t.world.decide(moved(t.proposal, *move)).verdict == Verdict::allow);
  Remedy less = *move;
  less.metres = move->metres - std::max(1.0, 0.01 * move->metres) - 1.0;
  BOOST_CHECK(t.world.decide(moved(t.proposal, less)).verdict != Verdict::allow);
  BOOST_TEST(holds(move->text.en, "to the east"));
  BOOST_TEST(holds(move->text.zh, "复核满足要求"));
}

// The shortest way out of the risk leads east, to a store that a design code keeps 115 m away: another way is told.
BOOST_AUTO_TEST_CASE(no_move_comes_nearer_to_a_neighbour_than_a_design_code_allows) {
  World world = disc(1e-5);
  world.add_unit("STORE", "E2", {radius() + 150.0, 0.0});
  const double edge_m = radius() - 10.0;
  Proposal proposal = development("P", TargetClass::general_1, box(edge_m, -20.0, edge_m + 40.0, 20.0));
  ReviewCheck code;
  code.quantity = kSeparation;
  code.subject = code.governing_unit = "STORE";
  code.at_least = true;
  code.limit = 115.0;
  code.value = 120.0;
  proposal.conditions = {code};
  const Tried t = tried(world, proposal);
  const Remedy* move = t.of(Remedy::Kind::move);
  BOOST_REQUIRE(move != nullptr);
  const Unit& store = t.world.study.units.back();
  BOOST_TEST(distance_m(store.geometry, moved(t.proposal, *move).target.geometry) >= 115.0 - 1e-9);
}

BOOST_AUTO_TEST_CASE(the_part_of_a_parcel_that_passes) {
  const Geometry parcel = box(200.0, 0.0, 600.0, 100.0);
  const Tried t = tried(disc(1e-5), development("P", TargetClass::general_1, parcel));
  BOOST_CHECK(t.decision.verdict == Verdict::conditional);  // a part of the parcel only
  const Remedy* part = t.of(Remedy::Kind::part);
  BOOST_REQUIRE(part != nullptr);
  BOOST_TEST(part->metres == radius(), boost::test_tools::tolerance(0.012));
  BOOST_TEST(part->share > 0.5);
  Proposal kept = t.proposal;
  kept.target.geometry = as_geometry(difference(parcel.polygons, buffer(point(0.0, 0.0), part->metres)));
  BOOST_CHECK(t.world.decide(kept).verdict == Verdict::allow);
}

BOOST_AUTO_TEST_CASE(the_unit_without_which_it_passes) {
  World w = disc(1e-5);
  w.add_unit("U2", "E1", {10.0, 0.0});
  w.add_disc("U2", 1e-6);
  const Tried t = tried(std::move(w), development("P", TargetClass::general_1, point(100.0, 0.0)));
  const Remedy* without = t.of(Remedy::Kind::without_unit);
  BOOST_REQUIRE(without != nullptr);
  BOOST_TEST(without->unit_id == "U1");
  BOOST_TEST(without->share == 1e-5 / 1.1e-5, boost::test_tools::tolerance(1e-6));
  World closed = disc(1e-6);
  BOOST_CHECK(closed.decide(t.proposal).verdict == Verdict::allow);
}

// D51: a school 500 m from 2,000 kg of TNT: 741.6 m apart, or 613 kg.
BOOST_AUTO_TEST_CASE(d51_apart_or_less) {
  World w;
  w.study.targets.push_back(development("school", TargetClass::high_sensitivity, point(500.0, 0.0)).target);
  Proposal store;
  store.kind = Proposal::Kind::unit;
  store.unit.id = "store";
  store.unit.kind = UnitKind::explosives_store;
  store.unit.substance = "ammonium_nitrate";
  store.unit.inventory_kg = 2000.0 / 0.352;
  store.unit.geometry = point(0.0, 0.0);
  const Tried t = tried(std::move(w), store);
  BOOST_CHECK(t.decision.verdict == Verdict::conditional);
  BOOST_CHECK(t.decision.if_confirmed == Verdict::veto);
  const Remedy* less = t.of(Remedy::Kind::inventory);
  BOOST_REQUIRE(less != nullptr);
  BOOST_TEST(less->inventory_t * 1000.0 * 0.352 == 613.0, boost::test_tools::tolerance(0.01));
  const Remedy* move = t.of(Remedy::Kind::move);
  BOOST_REQUIRE(move != nullptr);
  BOOST_TEST(500.0 + move->metres == 741.6, boost::test_tools::tolerance(0.005));
  BOOST_TEST(move->bearing_deg == 270.0, boost::test_tools::tolerance(0.03));
}

// One of two accidents makes the breach: it is named, the other is not, and without it the district passes.
BOOST_AUTO_TEST_CASE(the_accident_without_which_it_passes) {
  World w;
  w.add_unit("U1", "E1", {0.0, 0.0});
  w.add_disc("U1", 1e-6);
  w.study.scenarios.back().case_id = "small";
  w.add_disc("U1", 9e-6);
  w.study.scenarios.back().case_id = "big";
  const Proposal homes = development("P", TargetClass::general_1, point(100.0, 0.0));
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const std::vector<Decision> decisions = review(assessment, {homes});
  const auto found = remedies_by_changes(assessment, ground, {homes}, decisions, {}, nullptr);
  BOOST_REQUIRE(found.at(0).size() == 1U);
  BOOST_CHECK(found[0][0].kind == Remedy::Kind::without_case);
  BOOST_TEST(found[0][0].unit_id == "U1");
  BOOST_TEST(found[0][0].case_id == "big");
  std::erase_if(w.study.scenarios, [](const Scenario& s) { return s.case_id == "big"; });
  BOOST_CHECK(w.decide(homes).verdict == Verdict::allow);
}

// A school is proposed 500 m from 2,000 kg of TNT that stands there: 613 kg pass.
BOOST_AUTO_TEST_CASE(the_largest_inventory_of_an_existing_store) {
  World w;
  Unit& store = w.add_unit("store", "E1", {0.0, 0.0});
  store.kind = UnitKind::explosives_store;
  store.substance = store.substance_text = "ammonium_nitrate";
  store.inventory_kg = 2000.0 / 0.352;
  w.study.scenarios.push_back(Scenario{.unit_id = "store",
                                       .case_id = "bang",
                                       .kind = ScenarioKind::explosion,
                                       .frequency_per_year = 1e-9,
                                       .tnt_kg = 100.0});
  const Proposal school = development("school", TargetClass::high_sensitivity, point(500.0, 0.0));
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(w.study, substances, ground);
  const std::vector<Decision> decisions = review(assessment, {school});
  const auto found = remedies_by_changes(assessment, ground, {school}, decisions, {}, nullptr);
  BOOST_REQUIRE(found.at(0).size() == 1U);
  BOOST_CHECK(found[0][0].kind == Remedy::Kind::inventory);
  BOOST_TEST(found[0][0].inventory_t * 1000.0 * 0.352 == 613.0, boost::test_tools::tolerance(0.01));
  BOOST_TEST(holds(found[0][0].text.zh, "单元“store”"));
  w.study.units.front().inventory_kg = found[0][0].inventory_t * 1000.0;
  BOOST_TEST(!breaks_a_limit(w.decide(school)));
  w.study.units.front().inventory_kg = 1.01 * found[0][0].inventory_t * 1000.0;
  BOOST_TEST(breaks_a_limit(w.decide(school)));
}

BOOST_AUTO_TEST_CASE(nothing_is_suggested_where_nothing_is_broken) {
  const Tried t = tried(disc(1e-7), development("P", TargetClass::general_1, point(100.0, 0.0)));
  BOOST_TEST(t.remedies.empty());
}

// 1.44e-5 a year: about 14 of a million people a year, 0.043 % over 30 years.
BOOST_AUTO_TEST_CASE(risk_in_words_for_people) {
  const Text words = lay_risk(1.44e-5);
  BOOST_TEST(holds(words.zh, "若有 100 万人始终在该处"));
  BOOST_TEST(holds(words.zh, "约 14 人"));
  BOOST_TEST(holds(words.zh, "约 0.043%"));
  BOOST_TEST(holds(words.en, "0.043 %"));
}

BOOST_AUTO_TEST_CASE(a_letter_says_the_conclusion_first) {
  const Tried t = tried(disc(1e-5), development("P", TargetClass::general_1, box(100.0, -20.0, 140.0, 20.0)));
  const LetterBasis basis{"a district", {"the rules", "准则"}, "a run"};
  const std::string zh = letter(t.proposal, t.decision, t.remedies, basis, Language::zh);
  const std::string en = letter(t.proposal, t.decision, t.remedies, basis, Language::en);
  const std::vector<std::string> order{"## 结论",     "## 拟建内容",   "## 依据",        "## 审查意见",
                                       "## 主要贡献", "## 可行的调整", "## 权利与有效期"};
  std::size_t last = 0;
  for (const std::string& heading : order) {
    BOOST_TEST(zh.find(heading) != std::string::npos, heading);
    BOOST_TEST(zh.find(heading) >= last, heading);
    last = zh.find(heading);
  }
  BOOST_TEST(holds(zh, "不予同意"));
  BOOST_TEST(holds(zh, "每年约 10 人"));
  BOOST_TEST(holds(zh, "复核满足要求"));
  BOOST_TEST(holds(en, "The proposal is not agreed to."));
  BOOST_TEST(holds(en, "reviewed again"));
}

BOOST_AUTO_TEST_CASE(a_letter_does_not_tell_how_often_many_die_as_the_chance_of_one_person) {
  const Tried t = tried(disc(1e-5), development("P", TargetClass::general_1, box(100.0, -20.0, 140.0, 20.0)));
  const LetterBasis basis{"a district", {"the rules", "准则"}, "a run"};
  for (const char* quantity : {"frequency_of_n_or_more_deaths", "expected_deaths_per_year"}) {
    Decision societal = t.decision;
    for (ReviewCheck& check : societal.checks) check.quantity = quantity;
    BOOST_TEST(!holds(letter(t.proposal, societal, t.remedies, basis, Language::en), "In other words"));
  }
  BOOST_TEST(holds(letter(t.proposal, t.decision, t.remedies, basis, Language::en), "In other words"));
}
