// Recalled values behind generated scenarios: a veto does not rest on them unless it would stand in their whole range, and what
// passes only by them is not allowed.
#include <boost/test/unit_test.hpp>

#include "core/risk/open_values.hpp"
#include "tests/core/decision/decision_fixture.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

/// The first unit is open, and this is what it may be.
class Stated : public OpenValues {
 public:
  Stated(double least, double most) : least_(least), most_(most) {}
  [[nodiscard]] bool is_open(std::size_t unit) const override { return unit == 0; }
  [[nodiscard]] double least(std::size_t, Point) const override { return least_; }
  [[nodiscard]] double most(std::size_t, Point) const override { return most_; }

 private:
  double least_;
  double most_;
};

/// A school in the disc of a generated unit. The limit is 3e-6.
struct Generated : World {
  explicit Generated(double risk_per_year) {
    add_unit("U1", "E1", {0.0, 0.0});
    add_disc("U1", risk_per_year);
    study.generated = {
        {"U1",
         {{"bevi.frequencies", {"the failure frequencies", "失效频率"}, "a manual", Confidence::corroborated},
          {"generator.connection_mm", {"assumed: the bore", "假定的管径"}, "estimate", Confidence::recalled}}}};
  }

  [[nodiscard]] Decision decide(const OpenValues* open) const {
    const SubstanceTable substances({chlorine(), ammonium_nitrate()});
    const LevelGround ground;
    Assessment assessment(study, substances, ground);
    assessment.open = open;
    return review(assessment, {development("school", TargetClass::high_sensitivity, point(100.0, 0.0))}).front();
  }
};

const Link* link_in(const Decision& decision, const std::string& id) {
  const ReviewCheck* check = check_by(decision, "ir.existing");
  if (check == nullptr) return nullptr;
  for (const Link& link : check->rests_on) {
    if (link.id == id) return &link;
  }
  return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_breach_by_a_recalled_default_is_no_veto_before_it_is_confirmed) {
  Generated world(1e-5);
  const Decision open = world.decide(nullptr);
  BOOST_TEST((open.verdict == Verdict::conditional));
  BOOST_TEST((open.if_confirmed == Verdict::veto));
  BOOST_TEST(holds(open.reasons.front().en, "assumed: the bore"), open.reasons.front().en);
  BOOST_REQUIRE(link_in(open, "bevi.frequencies") != nullptr);
  world.study.criteria.confirmed_rules = {"generator.connection_mm"};
  BOOST_TEST((world.decide(nullptr).verdict == Verdict::veto));
}

BOOST_AUTO_TEST_CASE(a_breach_that_holds_in_the_whole_range_is_a_veto_that_tells_the_mark) {
  const Stated values(4e-6, 2e-5);
  const Decision decision = Generated(1e-5).decide(&values);
  BOOST_TEST((decision.verdict == Verdict::veto));
  const ReviewCheck* check = check_by(decision, "ir.existing");
  BOOST_REQUIRE(check != nullptr);
  BOOST_TEST((check->confidence() == Confidence::recalled));
  BOOST_TEST(!check->confirmed());
  BOOST_TEST(check->least == 4e-6);
  BOOST_REQUIRE(link_in(decision, "generator.connection_mm") != nullptr);
  BOOST_TEST((link_in(decision, "generator.connection_mm")->range == LinkRange::holds));
  BOOST_TEST(holds(decision.reasons.front().en, "milder end"), decision.reasons.front().en);
  BOOST_TEST(holds(decision.reasons.front().zh, "较轻一端"), decision.reasons.front().zh);
}

BOOST_AUTO_TEST_CASE(a_breach_that_the_range_may_undo_stays_conditional) {
  const Stated values(2e-6, 2e-5);
  BOOST_TEST((Generated(1e-5).decide(&values).verdict == Verdict::conditional));
  const Stated equal(3e-6, 2e-5);
  BOOST_TEST((Generated(1e-5).decide(&equal).verdict == Verdict::conditional));
}

BOOST_AUTO_TEST_CASE(sure_risk_beside_open_risk_may_break_the_limit_by_itself) {
  Generated world(1e-5);
  world.add_unit("U2", "E1", {0.0, 0.0});
  world.add_disc("U2", 4e-6);
  const Stated values(0.0, 2e-5);
  BOOST_TEST((world.decide(&values).verdict == Verdict::veto));
}

BOOST_AUTO_TEST_CASE(a_range_does_not_help_a_recalled_limit) {
  Generated world(1e-5);
  for (Limit& limit : world.study.criteria.rules.individual_risk_existing.by_class)
    limit.confidence = Confidence::recalled;
  const Stated values(5e-6, 2e-5);
  BOOST_TEST((world.decide(&values).verdict == Verdict::conditional));
}

BOOST_AUTO_TEST_CASE(what_passes_only_by_an_open_value_is_not_allowed) {
  const Stated beyond(1e-7, 5e-6);
  const Decision open = Generated(1e-6).decide(&beyond);
  BOOST_TEST((open.verdict == Verdict::conditional));
  BOOST_TEST(holds(open.reasons.front().en, "assumed: the bore"), open.reasons.front().en);
  BOOST_TEST(holds(open.reasons.front().en, "5×10⁻⁶"), open.reasons.front().en);
  const Stated within(1e-7, 2.9e-6);
  BOOST_TEST((Generated(1e-6).decide(&within).verdict == Verdict::allow));
  Generated confirmed(1e-6);
  confirmed.study.criteria.confirmed_rules = {"generator.connection_mm"};
  BOOST_TEST((confirmed.decide(&beyond).verdict == Verdict::allow));
}
