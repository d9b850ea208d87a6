// What the mixing of dense clouds leaves open: a verdict hangs on it only where its two ends lie on either side of the limit, and
// never for accidents that are no dense clouds.
#include "core/decision/mixing_check.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/accidents/dispersion.hpp"
#include "core/decision/fn_range.hpp"
#include "tests/core/decision/societal_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const WarningBrackets brackets{{{.code = kDenseGasMixing, .asked_within = 1.5}}};

Substance heavy_chlorine() {
  Substance substance = chlorine();
  substance.properties["molar_mass_kg_mol"] = {0.0709, "kg/mol", "a table", "", Confidence::seen};
  return substance;
}

/// A tank that leaks chlorine into a weak wind from everywhere; its toxicity is confirmed.
World a_leak(Stability stability, double frequency_per_year = 1e-3, double rate_kg_s = 1.0) {
  World world;
  world.study.model.dispersion = dense_dispersion;
  world.study.rose.rows = {{std::nullopt, stability, 2.0, 1.0}};
  world.study.criteria.confirmed_rules = {"chlorine.toxicity"};
  world.add_unit("tank", "E1", {0.0, 0.0});
  Scenario leak{.unit_id = "tank", .case_id = "leak", .kind = ScenarioKind::toxic};
  leak.frequency_per_year = frequency_per_year;
  leak.substance = "chlorine";
  leak.rate_kg_s = rate_kg_s;
  world.study.scenarios = {leak};
  return world;
}

std::vector<Decision> decided(const World& world, const WarningBrackets& by, double from_m, double to_m,
                              double step_m) {
  std::vector<Proposal> places;
  for (double x = from_m; x < to_m; x += step_m)
    places.push_back(development("P", TargetClass::general_1, point(x, 0.0)));
  const SubstanceTable substances({heavy_chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  return review(Assessment(world.study, substances, ground), places, by);
}

bool names_mixing(const ReviewCheck& check) {
  return std::find(check.codes.begin(), check.codes.end(), kDenseGasMixing) != check.codes.end();
}

/// A check of one unit at 1e-6 with a limit of 3e-6 (or a breach at 1e-5), and what may become of it.
ReviewCheck asked_of(double value, double nearer, double farther, double otherwise, bool* asked = nullptr) {
  ReviewCheck check;
  check.value = value;
  check.limit = 3e-6;
  check.passed = !(value > check.limit);
  ask_mixing(check, {{value, nearer, farther, [=] {
                        if (asked != nullptr) *asked = true;
                        return otherwise;
                      }}});
  return check;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(mixing_check)

BOOST_AUTO_TEST_CASE(an_end_is_computed_only_where_it_could_matter) {
  bool asked = false;
  (void)asked_of(1e-6, 5e-7, 2.9e-6, 4e-6, &asked);
  BOOST_TEST(!asked);  // even so much farther it would pass
  (void)asked_of(1e-5, 3.1e-6, 2e-5, 1e-6, &asked);
  BOOST_TEST(!asked);  // even so much less far it would break the limit
  const ReviewCheck passed = asked_of(1e-6, 5e-7, 3.1e-6, 4e-6, &asked);
  BOOST_TEST(asked);
  BOOST_TEST(passed.bracket == 4e-6);
  BOOST_TEST(passed.warning_decides());
  const ReviewCheck breach = asked_of(1e-5, 2e-6, 2e-5, 2.5e-6);
  BOOST_TEST(breach.low == 2.5e-6, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(breach.warning_undoes());
}

BOOST_AUTO_TEST_CASE(low_and_high_never_cross_the_value) {
  const ReviewCheck passed = asked_of(1e-6, 5e-7, 3.1e-6, 2e-7);
  BOOST_TEST(passed.bracket == passed.value);
  BOOST_TEST(!passed.warning_decides());
  const ReviewCheck breach = asked_of(1e-5, 2e-6, 2e-5, 3e-5);
  BOOST_TEST(breach.low == breach.value);
  BOOST_TEST(!breach.warning_undoes());
}

// In stable air, and in unstable air, by the one way more and by the other less.
BOOST_AUTO_TEST_CASE(a_verdict_is_conditional_where_the_two_ways_lie_on_either_side_and_says_both_values) {
  std::size_t passed_open = 0;
  std::size_t undone = 0;
  for (const Stability stability : {Stability::B, Stability::F}) {
    const World world = a_leak(stability, 1e-3, stability == Stability::B ? 20.0 : 1.0);
    World other = world;
    other.study.model.dispersion = dense_mixed_otherwise;
    const std::vector<Decision> as_it_is = decided(world, {}, 100.0, 1900.0, 5.0);
    const std::vector<Decision> with_ends = decided(world, brackets, 100.0, 1900.0, 5.0);
    const std::vector<Decision> otherwise = decided(other, {}, 100.0, 1900.0, 5.0);
    for (std::size_t i = 0; i < as_it_is.size(); ++i) {
      const ReviewCheck& now = *check_by(as_it_is[i], "ir.existing");
      const ReviewCheck& asked = *check_by(with_ends[i], "ir.existing");
      const ReviewCheck& then = *check_by(otherwise[i], "ir.existing");
      BOOST_TEST(asked.value == now.value);
      if (now.passed && now.value < 0.1 * now.limit) continue;
      const bool either_side = now.passed != then.passed;
      const Verdict expected = either_side ? Verdict::conditional : as_it_is[i].verdict;
      BOOST_CHECK(with_ends[i].verdict == expected);
      if (!either_side) continue;
      BOOST_TEST(names_mixing(asked));
      BOOST_TEST((now.passed ? asked.bracket : asked.low) == then.value, boost::test_tools::tolerance(0.01));
      const std::string& why = with_ends[i].reasons.front().en;
      BOOST_TEST(holds(why, "dense_gas_mixing"), why);
      BOOST_TEST(holds(why, now.passed ? "so that it may be" : "as little as"), why);
      BOOST_TEST(holds(with_ends[i].reasons.front().zh, "混合"), with_ends[i].reasons.front().zh);
      BOOST_CHECK(with_ends[i].if_confirmed == Verdict::conditional);
      ++(now.passed ? passed_open : undone);
    }
  }
  BOOST_TEST(passed_open > 0U);
  BOOST_TEST(undone > 0U);
}

// The accidents that break the limit are no dense clouds, be they of the same unit.
BOOST_AUTO_TEST_CASE(a_veto_by_other_accidents_stays_one) {
  World world = a_leak(Stability::F, 2e-6);
  world.add_disc("tank", 4e-6);
  for (const Decision& decision : decided(world, brackets, 100.0, 290.0, 15.0)) {
    const ReviewCheck& check = *check_by(decision, "ir.existing");
    BOOST_CHECK(decision.verdict == Verdict::veto);
    BOOST_TEST(!check.warning_undoes());
    if (names_mixing(check)) BOOST_TEST(check.low >= 4e-6);
  }
}

BOOST_AUTO_TEST_CASE(without_heavy_gas_nothing_is_told) {
  World world = a_leak(Stability::F);
  world.study.model.dispersion = passive_dispersion;
  for (const Decision& decision : decided(world, brackets, 100.0, 1900.0, 100.0)) {
    for (const ReviewCheck& check : decision.checks) BOOST_TEST(!names_mixing(check));
  }
}

namespace {

Decision society_of(const World& world, double people, Point place) {
  const SubstanceTable substances({heavy_chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const Assessment assessment(world.study, substances, ground);
  const PeopleVulnerability vulnerability = everybody_outdoors();
  const SocietalStudy society(assessment, vulnerability);
  const std::vector<Proposal> proposals{people_at(people, place)};
  std::vector<Decision> decisions = review(assessment, proposals);
  add_societal_checks(society, lines_as_seen(), proposals, decisions, nullptr);
  return decisions.front();
}

World settled(World world) {
  Population population;
  population.indoor_day = population.indoor_night = 0.0;
  world.study.population = population;
  return world;
}

const ReviewCheck* societal(const Decision& decision) { return check_by(decision, "gb36894.societal_risk.upper"); }

}  // namespace

// 300 people at one place: F(N) of the two ways lies on either side of a line somewhere as the place moves away.
BOOST_AUTO_TEST_CASE(a_curve_hangs_on_the_mixing_where_the_two_ways_lie_on_either_side_of_a_line) {
  std::size_t open = 0;
  for (const Stability stability : {Stability::B, Stability::F}) {
    const World world = settled(a_leak(stability, 1e-4, stability == Stability::B ? 20.0 : 1.0));
    World other = world;
    other.study.model.dispersion = dense_mixed_otherwise;
    for (double x = 100.0; x < 1900.0; x += 10.0) {
      const Decision now = society_of(world, 300.0, {x, 0.0});
      const Decision then = society_of(other, 300.0, {x, 0.0});
      const bool breaks_now = breaks_societal_limit(now, lines_as_seen());
      const bool breaks_then = breaks_societal_limit(then, lines_as_seen());
      const ReviewCheck* check = societal(now);
      if (check == nullptr || !breaks_now || breaks_then) continue;
      if (check->value > 10.0 * check->limit) continue;
      ++open;
      BOOST_TEST(names_mixing(*check));
      BOOST_TEST(check->low <= check->limit);
      BOOST_CHECK(now.verdict == Verdict::conditional);
      BOOST_CHECK(now.if_confirmed == Verdict::conditional);
      BOOST_TEST(holds(now.reasons.front().en, "as little as"), now.reasons.front().en);
    }
  }
  BOOST_TEST(open > 0U);
}

// The curve of the enterprise as it stands, as 300 people live farther and farther away.
BOOST_AUTO_TEST_CASE(a_zone_hangs_on_the_mixing_where_the_two_ways_give_another) {
  const auto judgement_of = [](const SocietalStudy& society) {
    return judged(society.unit(0, {}, nullptr, nullptr).curve.steps(), lines_as_seen());
  };
  const SubstanceTable substances({heavy_chlorine(), ammonium_nitrate()});
  const LevelGround ground;
  const PeopleVulnerability vulnerability = everybody_outdoors();
  std::size_t open = 0;
  for (double x = 100.0; x < 1900.0; x += 20.0) {
    World world = settled(a_leak(Stability::F, 1e-5));
    world.study.population->patches = {{{x, 0.0}, 0.0, 300.0, 300.0}};
    World other = world;
    other.study.model.dispersion = dense_mixed_otherwise;
    const Assessment assessment(world.study, substances, ground);
    const Assessment otherwise(other.study, substances, ground);
    const SocietalStudy society(assessment, vulnerability);
    const FnJudgement now = judgement_of(society);
    const FnJudgement then = judgement_of(SocietalStudy(otherwise, vulnerability));
    const std::optional<FnRange> range = range_of(society, 0, now, lines_as_seen(), nullptr);
    if (!range) continue;
    const bool changes = now.zone != then.zone;
    BOOST_TEST(range->straddles() == changes);
    BOOST_TEST(range->by_mixing == changes);
    if (!changes) continue;
    BOOST_CHECK(range->low.zone == std::min(now.zone, then.zone));
    BOOST_CHECK(range->high.zone == std::max(now.zone, then.zone));
    BOOST_TEST(holds(range_in_words(range).en, "mixing of dense clouds"));
    ++open;
  }
  BOOST_TEST(open > 0U);
}

BOOST_AUTO_TEST_CASE(a_breach_of_a_line_by_other_accidents_stays_one) {
  World world = settled(a_leak(Stability::F, 1e-7));
  world.add_disc("tank", 1e-5);
  const Decision decision = society_of(world, 300.0, {100.0, 0.0});
  BOOST_REQUIRE(societal(decision) != nullptr);
  BOOST_TEST(!names_mixing(*societal(decision)));
  BOOST_CHECK(decision.verdict == Verdict::veto);
}

BOOST_AUTO_TEST_SUITE_END()
