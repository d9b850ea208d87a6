#include "core/decision/verdict.hpp"

#include <boost/test/unit_test.hpp>

namespace sise {
namespace {

ReviewCheck check(double value, double limit, Confidence confidence) {
  ReviewCheck c;
  c.rule_id = "rule";
  c.value = value;
  c.limit = limit;
  c.margin = limit - value;
  c.passed = value <= limit;
  c.confidence = confidence;
  c.text = {"text", "文字"};
  return c;
}

Decision decided(std::vector<ReviewCheck> checks) {
  Decision decision;
  decision.checks = std::move(checks);
  decide(decision);
  return decision;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verdict)

BOOST_AUTO_TEST_CASE(all_passed_allows) {
  const Decision d = decided({check(1e-7, 3e-6, Confidence::corroborated)});
  BOOST_TEST((d.verdict == Verdict::allow));
  BOOST_TEST((d.if_confirmed == Verdict::allow));
  BOOST_TEST(d.reasons.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_broken_corroborated_rule_vetoes) {
  BOOST_TEST((decided({check(1e-5, 3e-6, Confidence::corroborated)}).verdict == Verdict::veto));
  BOOST_TEST((decided({check(1e-5, 3e-6, Confidence::seen)}).verdict == Verdict::veto));
}

BOOST_AUTO_TEST_CASE(a_broken_recalled_rule_is_conditional_until_confirmed) {
  ReviewCheck broken = check(6000, 2000, Confidence::recalled);
  const Decision before = decided({broken});
  BOOST_TEST((before.verdict == Verdict::conditional));
  BOOST_TEST((before.if_confirmed == Verdict::veto));
  broken.confirmed = true;
  BOOST_TEST((decided({broken}).verdict == Verdict::veto));
}

BOOST_AUTO_TEST_CASE(a_broken_rule_stands_first) {
  ReviewCheck broken = check(6000, 2000, Confidence::recalled);
  broken.rule_id = "broken";
  const Decision d = decided({check(2.9e-6, 3e-6, Confidence::seen), broken});
  BOOST_TEST(d.checks.front().rule_id == "broken");
}

BOOST_AUTO_TEST_CASE(a_warning_or_a_part_or_missing_data_makes_it_conditional) {
  ReviewCheck warned = check(1e-7, 3e-6, Confidence::seen);
  warned.codes = {"heavy_gas_passive_model"};
  BOOST_TEST((decided({warned}).verdict == Verdict::conditional));

  ReviewCheck partly = check(1e-5, 3e-6, Confidence::seen);
  partly.partly = true;
  BOOST_TEST((decided({partly}).verdict == Verdict::conditional));
  BOOST_TEST((decided({partly}).if_confirmed == Verdict::conditional));

  ReviewCheck missing;
  missing.passed = false;
  missing.confidence = Confidence::seen;
  BOOST_TEST((decided({missing}).verdict == Verdict::conditional));
}

BOOST_AUTO_TEST_CASE(an_informative_check_decides_nothing) {
  ReviewCheck cumulative = check(1e-4, 3e-6, Confidence::seen);
  cumulative.informative = true;
  BOOST_TEST((decided({cumulative}).verdict == Verdict::allow));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
