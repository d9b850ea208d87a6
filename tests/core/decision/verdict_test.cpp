#include "core/decision/verdict.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>

namespace sise {
namespace {

ReviewCheck check(double value, double limit, Confidence confidence, const std::string& rule_id = "rule") {
  ReviewCheck c;
  c.rule_id = rule_id;
  c.value = value;
  c.limit = limit;
  c.margin = limit - value;
  c.passed = value <= limit;
  c.rests_on = {{"rule", {"the limit", "限值"}, "a source", confidence}};
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
  broken.rests_on.front().confirmed = true;
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
  BOOST_TEST((decided({missing}).verdict == Verdict::conditional));
}

BOOST_AUTO_TEST_CASE(a_warning_decides_only_where_low_and_high_lie_on_both_sides_of_the_limit) {
  const auto broken = [](double low) {
    ReviewCheck one = check(4e-6, 3e-6, Confidence::seen);
    one.unit = "1/yr";
    one.codes = {"recalled_property"};
    one.low = low;
    return decided({one});
  };
  BOOST_TEST((broken(3.1e-6).verdict == Verdict::veto));
  const Decision open = broken(1.5e-6);
  BOOST_TEST((open.verdict == Verdict::conditional));
  BOOST_TEST((open.if_confirmed == Verdict::conditional));
  BOOST_TEST(open.reasons.front().en.find("as little as 1.5×10⁻⁶ per year, 50 % of the limit") != std::string::npos);
  BOOST_TEST(open.reasons.front().zh.find("1.5×10⁻⁶") != std::string::npos);
  // What nobody knows takes nothing from a breach.
  BOOST_TEST((broken(std::nan("")).verdict == Verdict::veto));
}

BOOST_AUTO_TEST_CASE(an_informative_check_decides_nothing) {
  ReviewCheck cumulative = check(1e-4, 3e-6, Confidence::seen);
  cumulative.informative = true;
  BOOST_TEST((decided({cumulative}).verdict == Verdict::allow));
}

BOOST_AUTO_TEST_CASE(a_recalled_class_or_toxicity_keeps_a_veto_open_as_a_recalled_limit_does) {
  ReviewCheck broken = check(1e-5, 3e-6, Confidence::corroborated);
  broken.rests_on.push_back(
      {"chlorine.toxicity", {"the toxicity of chlorine", "氯的毒性"}, "CPR 18E", Confidence::recalled});
  const Decision open = decided({broken});
  BOOST_TEST((open.verdict == Verdict::conditional));
  BOOST_TEST((open.if_confirmed == Verdict::veto));
  BOOST_TEST((open.checks.front().confidence() == Confidence::recalled));
  BOOST_TEST(open.reasons.front().en.find("the toxicity of chlorine (CPR 18E)") != std::string::npos);
  BOOST_TEST(open.reasons.front().en.find("the limit") == std::string::npos);
  broken.rests_on.back().confirmed = true;
  BOOST_TEST((decided({broken}).verdict == Verdict::veto));
  BOOST_TEST(decided({broken}).checks.front().confirmed());
}

BOOST_AUTO_TEST_CASE(what_makes_the_verdict_stands_before_what_would_make_it) {
  ReviewCheck certain = check(6e-6, 3e-6, Confidence::corroborated);
  certain.rule_id = "certain";
  ReviewCheck worse = check(9000, 2000, Confidence::recalled);
  worse.rule_id = "worse";
  const Decision d = decided({worse, certain});
  BOOST_TEST((d.verdict == Verdict::veto));
  BOOST_TEST(d.checks.front().rule_id == "certain");
  BOOST_TEST(d.reasons.front().en.starts_with("Veto: "));
  BOOST_TEST(d.reasons.front().zh.starts_with("一票否决:"));
}

BOOST_AUTO_TEST_CASE(the_first_sentence_names_the_cause_of_a_condition) {
  const auto first = [](const ReviewCheck& c) { return decided({c}).reasons.front(); };
  ReviewCheck warned = check(1e-6, 3e-6, Confidence::seen);
  warned.codes = {"heavy_gas_passive_model"};
  BOOST_TEST(first(warned).en ==
             "Conditional: text, but a cloud heavier than air was computed with a model of passive clouds "
             "[heavy_gas_passive_model].");
  BOOST_TEST(first(warned).zh == "有条件:文字,但重气云按被动扩散模型计算〔heavy_gas_passive_model〕。");
  ReviewCheck partly = check(1e-5, 3e-6, Confidence::seen);
  partly.partly = true;
  BOOST_TEST(first(partly).en == "Conditional: text; only a part of the parcel breaks the limit.");
  ReviewCheck assumed = check(1e-5, 3e-6, Confidence::seen);
  assumed.assumed_class = true;
  BOOST_TEST(first(assumed).zh == "有条件:文字;规模未填,规模较小时类别较低。");
  const ReviewCheck recalled = check(6000, 2000, Confidence::recalled);
  BOOST_TEST(first(recalled).en.find("a veto once these recalled values are confirmed") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(passed_checks_are_counted_and_not_listed) {
  std::vector<ReviewCheck> checks;
  for (int i = 1; i <= 29; ++i) checks.push_back(check(0.01 * i * 3e-6, 3e-6, Confidence::seen));
  checks.push_back(check(1e-5, 3e-6, Confidence::seen));
  Decision decision;
  decision.checks = std::move(checks);
  decision.unlisted_checks = 12;
  decision.nearest_unlisted_share = 0.009;
  decide(decision);
  BOOST_REQUIRE(decision.reasons.size() == 2U);
  BOOST_TEST(decision.reasons.back().en == "41 further checks pass, the nearest at 29 % of its limit.");
  BOOST_TEST(decision.reasons.back().zh == "另有 41 项检查通过,最接近的为其限值的 29 %。");
}

// Where plants stand close together hundreds of checks pass; nobody reads them, and a district's decisions took gigabytes.
BOOST_AUTO_TEST_CASE(of_checks_that_pass_the_nearest_ten_of_a_rule_are_listed) {
  std::vector<ReviewCheck> checks;
  for (int i = 1; i <= 40; ++i) {
    checks.push_back(check(0.01 * i * 3e-6, 3e-6, Confidence::seen, i % 2 == 0 ? "risk" : "blast"));
  }
  for (int i = 0; i < 12; ++i) checks.push_back(check(1e-5, 3e-6, Confidence::seen, "risk"));
  checks.push_back(check(1e-9, 3e-6, Confidence::seen, "sum"));
  checks.back().subject = "*";
  Decision decision;
  decision.checks = std::move(checks);
  decision.unlisted_checks = 3;
  decide(decision);
  const auto listed = [&](const std::string& rule, bool passed) {
    return std::count_if(decision.checks.begin(), decision.checks.end(),
                         [&](const ReviewCheck& c) { return c.rule_id == rule && c.passed == passed; });
  };
  BOOST_TEST(listed("risk", false) == 12);
  BOOST_TEST(listed("risk", true) == 10);
  BOOST_TEST(listed("blast", true) == 10);
  BOOST_TEST(listed("sum", true) == 1);
  BOOST_TEST(decision.unlisted_checks == 23U);
  BOOST_TEST(decision.nearest_unlisted_share == 0.20, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(decision.reasons.back().en.starts_with("44 further checks pass, the nearest at 40 %"));
}

BOOST_AUTO_TEST_CASE(of_many_passed_checks_with_a_warning_the_closest_speaks) {
  std::vector<ReviewCheck> checks;
  for (int i = 1; i <= 6; ++i) {
    checks.push_back(check(i * 1e-7, 3e-6, Confidence::seen));
    checks.back().codes = {"horizontal_jet"};
    checks.back().text.en = "check " + std::to_string(i);
  }
  const Decision d = decided(checks);
  BOOST_TEST(d.reasons.size() == 2U);
  BOOST_TEST(d.reasons.front().en.starts_with("Conditional: check 6, but a jet fire"));
}

BOOST_AUTO_TEST_CASE(a_broken_sum_that_decides_nothing_is_told) {
  ReviewCheck sum = check(1e-5, 3e-6, Confidence::seen);
  sum.subject = "*";
  sum.informative = true;
  sum.text = {"the sum breaks", "叠加超出"};
  const Decision d = decided({check(1e-6, 3e-6, Confidence::seen), sum});
  BOOST_TEST((d.verdict == Verdict::allow));
  BOOST_TEST(d.reasons.front().en == "Allowed: every check is passed; the nearest: text.");
  BOOST_TEST(d.reasons.at(1).en == "The sum breaks.");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
