// A proposal's people and the F-N curves around it.
#include "core/decision/societal_checks.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "tests/core/decision/societal_fixture.hpp"

using namespace sise;
using namespace sise::testing;

BOOST_AUTO_TEST_SUITE(societal_checks)

// D12: they are no protected target, and count. 190 more people and the ten who are there: F(200) = 1e-5, twice the upper line.
BOOST_AUTO_TEST_CASE(a_crowd_that_lifts_the_curve_above_the_upper_line_is_vetoed) {
  const Decision decision = judged_with(a_store(), people_at(190.0, {100.0, 0.0}));
  BOOST_CHECK(decision.verdict == Verdict::veto);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.upper");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->subject == "E");
  BOOST_TEST(check->value == 1e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->limit == 5e-6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(!check->passed);
  BOOST_TEST(check_by(decision, "sise.societal_risk_not_judged") == nullptr);
  BOOST_TEST(breaks_societal_limit(decision, lines_as_seen()));
  BOOST_TEST(holds(check->text.en, "kill 200 or more 1×10⁻⁵ per year (never without it)"), check->text.en);
}

// D61. F(40) = 1e-5: between 2.5e-5 and 2.5e-7, and it was 1e-5 at ten only.
BOOST_AUTO_TEST_CASE(a_rise_in_the_band_asks_for_measures_and_tells_expected_deaths) {
  const Decision decision = judged_with(a_store(), people_at(30.0, {100.0, 0.0}));
  BOOST_CHECK(decision.verdict == Verdict::conditional);
  BOOST_CHECK(decision.if_confirmed == Verdict::conditional);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.alarp_raised");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->smallest == 1e-4, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->value == 4e-4, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(decision.reasons.front().en, "measures must be shown"));
  BOOST_REQUIRE_EQUAL(check->contributors.size(), 1U);
  BOOST_TEST(check->contributors.front().unit_id == "store");
  BOOST_TEST(check->contributors.front().share == 1.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(decision.reasons.front().zh, "其中单元“store”占 100%"));
  BOOST_TEST(holds(decision.reasons.front().zh, "降低措施"));
  BOOST_TEST(!breaks_societal_limit(decision, lines_as_seen()));
}

// Two stores: which of them makes most of the deaths, and what is left without it, is where measures begin.
BOOST_AUTO_TEST_CASE(a_rise_in_the_band_names_the_unit_with_most_of_the_deaths) {
  World world = a_store();
  world.add_unit("far store", "E", {0.0, 400.0});
  world.add_disc("far store", 4e-6);
  const Decision decision = judged_with(world, people_at(30.0, {100.0, 0.0}));
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.alarp_raised");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->value == 40.0 * 1e-5 + 10.0 * 4e-6, boost::test_tools::tolerance(1e-9));
  BOOST_REQUIRE_EQUAL(check->contributors.size(), 2U);
  BOOST_TEST(check->contributors[0].unit_id == "store");
  BOOST_TEST(check->contributors[0].share == 10.0 / 11.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->contributors[1].share == 1.0 / 11.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(check->text.en, "without it 4×10⁻⁵ per year are left"), check->text.en);
}

// D17: a fair of 190 people for 36 hours a year beside the ten who live there. F(200) is the store's frequency while it lasts.
BOOST_AUTO_TEST_CASE(d17_a_crowd_counts_for_the_hours_that_it_is_there) {
  Proposal fair = people_at(190.0, {100.0, 0.0});
  fair.event = EventTimes{36.0, {}};
  const Decision decision = judged_with(a_store(), fair);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.upper");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->value == 1e-5 * 36.0 / 8760.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->limit == 5e-6, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(check->passed);
  BOOST_CHECK(decision.verdict == Verdict::allow);  // whoever reads it adds the measures as a condition
  BOOST_TEST(holds(decision.remarks.back().en, "1×10⁻⁴ per year without it, 1.08×10⁻⁴ per year with it"),
             decision.remarks.back().en);
}

// All of its hours fall into the day, which is 44 % of the time; the store's accidents happen by day or by night alone.
BOOST_AUTO_TEST_CASE(an_event_by_day_meets_the_accidents_of_the_day) {
  Proposal fair = people_at(190.0, {100.0, 0.0});
  fair.event = EventTimes{36.0, 1.0};
  const auto value = [&](double day_share) {
    World world = a_store();
    world.study.units.front().details.day_share = day_share;
    const Decision decision = judged_with(world, fair);
    const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.upper");
    return check == nullptr ? 0.0 : check->value;
  };
  BOOST_TEST(value(1.0) == 1e-5 * 36.0 / (8760.0 * 0.44), boost::test_tools::tolerance(1e-9));
  BOOST_TEST(value(0.0) == 0.0);
}

// Between 10 and 30 kPa walls kill indoors and nobody outdoors: the crowd is outdoors, the homes are as the population is.
BOOST_AUTO_TEST_CASE(a_crowd_in_the_open_air_is_outdoors) {
  World world = a_store();
  world.study.population->indoor_day = world.study.population->indoor_night = 1.0;
  Proposal homes = people_at(190.0, {400.0, 0.0});
  Proposal crowd = homes;
  crowd.target.people.reset();
  crowd.occupancy.open_air_people = 190.0;
  const auto risen = [&](const Proposal& proposal) {
    return holds(judged_with(world, proposal).remarks.back().en,
                 ": 1×10⁻⁴ per year without it, 1×10⁻⁴ per year with it")
               ? 0
               : 1;
  };
  BOOST_TEST(people_of(crowd) == 190.0);
  BOOST_TEST(risen(homes) == 1);
  BOOST_TEST(check_by(judged_with(world, crowd), "gb36894.societal_risk.upper") == nullptr);
}

BOOST_AUTO_TEST_CASE(whom_no_accident_reaches_changes_nothing) {
  const Decision decision = judged_with(a_store(), people_at(500.0, {400.0, 0.0}));
  BOOST_CHECK(decision.verdict == Verdict::allow);
  BOOST_TEST(check_by(decision, "gb36894.societal_risk.upper") == nullptr);
}

BOOST_AUTO_TEST_CASE(people_on_the_enterprises_own_ground_are_its_own_staff) {
  World world = a_store();
  world.study.boundaries = {{"E", box(50.0, -50.0, 150.0, 50.0).polygons}};
  const Decision decision = judged_with(world, people_at(190.0, {100.0, 0.0}));
  BOOST_CHECK(decision.verdict == Verdict::allow);
}

// D63: the end of the lines is recalled: conditional, and a veto once it is confirmed.
BOOST_AUTO_TEST_CASE(more_than_a_thousand_deaths_rest_on_a_recalled_end) {
  World world = a_store();
  world.study.scenarios.front().frequency_per_year = 1e-10;
  const Decision decision = judged_with(world, people_at(1190.0, {100.0, 0.0}));
  BOOST_CHECK(decision.verdict == Verdict::conditional);
  BOOST_CHECK(decision.if_confirmed == Verdict::veto);
  const ReviewCheck* check = check_by(decision, "gb36894.societal_risk.n_max");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST(check->value == 1200.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(check->text.en, "may kill 1200 (10 without it)"), check->text.en);
  BOOST_TEST(holds(check->text.zh, "无本项目时为 10 人"));
  world.study.criteria.confirmed_rules = {"gb36894.societal_risk"};
  BOOST_CHECK(judged_with(world, people_at(1190.0, {100.0, 0.0})).verdict == Verdict::veto);
}

Remedy suggested(const std::string& words, std::shared_ptr<const Proposal> again) {
  Remedy remedy;
  remedy.text = {words, words};
  remedy.again = std::move(again);
  if (remedy.again) remedy.answer = std::make_shared<const Decision>(Decision{.id = "P"});
  return proven(std::move(remedy), Verdict::allow);
}

std::vector<Remedy> proven_beside(const World& world, const Proposal& proposal, std::vector<Remedy> suggestions) {
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const PeopleVulnerability people = everybody_outdoors();
  const SocietalStudy society(assessment, people);
  const std::vector<Proposal> proposals{proposal};
  std::vector<Decision> decisions = review(assessment, proposals);
  add_societal_checks(society, lines_as_seen(), proposals, decisions, nullptr);
  std::vector<std::vector<Remedy>> remedies{std::move(suggestions)};
  prove_remedies(society, lines_as_seen(), decisions, remedies, nullptr);
  return remedies.front();
}

// The place proposed breaks nothing; a place that was suggested instead lies within reach of the store.
BOOST_AUTO_TEST_CASE(a_suggestion_passes_with_the_societal_check_or_is_not_told) {
  const auto near = std::make_shared<const Proposal>(people_at(190.0, {100.0, 0.0}));
  const auto in_band = std::make_shared<const Proposal>(people_at(30.0, {100.0, 0.0}));
  const auto far = std::make_shared<const Proposal>(people_at(190.0, {500.0, 0.0}));
  const std::vector<Remedy> left = proven_beside(
      a_store(), people_at(190.0, {400.0, 0.0}),
      {suggested("near", near), suggested("band", in_band), suggested("far", far), suggested("unit", {})});
  BOOST_REQUIRE_EQUAL(left.size(), 3U);
  BOOST_TEST(left[0].text.en == "band: no limit is broken then; what else is open stays open (reviewed again)");
  BOOST_CHECK(left[0].verdict == Verdict::conditional);
  BOOST_TEST(left[1].text.en == "far: it passes then (reviewed again)");
  BOOST_TEST(left[2].text.en == "unit: it passes then (reviewed again)");
}

BOOST_AUTO_TEST_CASE(where_a_societal_limit_is_broken_a_change_of_a_unit_is_not_proven_and_a_move_is) {
  const auto far = std::make_shared<const Proposal>(people_at(190.0, {500.0, 0.0}));
  const std::vector<Remedy> left =
      proven_beside(a_store(), people_at(190.0, {100.0, 0.0}), {suggested("far", far), suggested("unit", {})});
  BOOST_REQUIRE_EQUAL(left.size(), 1U);
  BOOST_TEST(left[0].text.en == "far: it passes then (reviewed again)");
}

BOOST_AUTO_TEST_CASE(a_rise_in_the_band_stays_open_whatever_unit_is_closed) {
  const std::vector<Remedy> left = proven_beside(a_store(), people_at(30.0, {100.0, 0.0}), {suggested("unit", {})});
  BOOST_REQUIRE_EQUAL(left.size(), 1U);
  BOOST_CHECK(left[0].verdict == Verdict::conditional);
}

BOOST_AUTO_TEST_CASE(of_a_unit_whose_accidents_are_not_known_it_is_said_that_its_societal_risk_is_not_computed) {
  Proposal unit;
  unit.kind = Proposal::Kind::unit;
  unit.unit.id = "N";
  unit.unit.enterprise = "E";
  unit.unit.geometry = point(300.0, 300.0);
  unit.unit.substance = "ammonium_nitrate";
  unit.unit.inventory_kg = 1000.0;
  std::vector<Decision> decisions(1);
  const World world = a_store();
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const PeopleVulnerability people = everybody_outdoors();
  add_societal_checks(SocietalStudy(assessment, people), lines_as_seen(), {unit}, decisions, nullptr);
  BOOST_REQUIRE_EQUAL(decisions.front().remarks.size(), 1U);
  BOOST_TEST(holds(decisions.front().remarks.front().en, "is not computed"));
  BOOST_TEST(holds(decisions.front().reasons.back().en, "is not computed"));
}

BOOST_AUTO_TEST_CASE(the_memory_of_the_checks_is_told_before_they_are_made) {
  const World world = a_store();
  const SubstanceTable substances({chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const PeopleVulnerability people = everybody_outdoors();
  const SocietalStudy society(assessment, people);
  const std::int64_t none = societal_checks_bytes(society, 0, 1);
  BOOST_TEST(none >= static_cast<std::int64_t>(society.risk().work_bytes()));
  BOOST_TEST(societal_checks_bytes(society, 100, 1) - none >= static_cast<std::int64_t>(100 * FnCurve::bytes()));
  BOOST_TEST(societal_checks_bytes(society, 5000, 1) == societal_checks_bytes(society, 500, 1));
}

BOOST_AUTO_TEST_SUITE_END()
