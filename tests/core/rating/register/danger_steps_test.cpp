// Steps of hidden dangers: which state may follow which, dates in order, two pairs of eyes.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <utility>

#include "core/rating/register/danger_steps.hpp"

using namespace sise;

namespace {

/// The states of the public system that the ledger follows.
LedgerRules steps_ledger() {
  LedgerRules rules;
  rules.states = {
      {.id = "registered", .label = {"registered", "登记"}, .first = true},
      {.id = "graded", .label = {"graded", "定级"}, .after = {"registered"}, .after_if_major = {"registered"}},
      {.id = "approval", .label = {"approval", "待批"}, .after = {"graded"}, .after_if_major = {"graded"}},
      {.id = "rectifying",
       .label = {"being rectified", "整改中"},
       .after = {"graded", "returned"},
       .after_if_major = {"approval", "returned"}},
      {.id = "acceptance",
       .label = {"waiting for acceptance", "待验收"},
       .rectified = true,
       .after = {"rectifying"},
       .after_if_major = {"rectifying"}},
      {.id = "second",
       .label = {"second acceptance", "二次验收"},
       .accepts = true,
       .after = {"acceptance"},
       .after_if_major = {"acceptance"}},
      {.id = "closed",
       .label = {"closed", "已销号"},
       .closed = true,
       .accepts = true,
       .after = {"acceptance"},
       .after_if_major = {"second"}},
      {.id = "returned",
       .label = {"returned", "退回"},
       .accepts = true,
       .after = {"acceptance", "second"},
       .after_if_major = {"acceptance", "second"}}};
  return rules;
}

const LedgerRules kLedger = steps_ledger();
constexpr Date kFirst = std::chrono::year(2026) / 3 / 1;

/// One state a day, from 1 March on.
std::vector<DangerStep> steps_of(const std::vector<std::string>& states) {
  std::vector<DangerStep> steps;
  for (const std::string& id : states) {
    DangerStep step{.danger_id = "YH1", .state = kLedger.state_named(id)};
    step.on = kFirst + std::chrono::days(static_cast<int>(steps.size()));
    steps.push_back(step);
  }
  return steps;
}

std::vector<HiddenDanger> ledger_of(bool major) {
  HiddenDanger danger;
  danger.id = "YH1";
  danger.major = major;
  danger.found = kFirst;
  return {danger};
}

std::size_t findings_in(const std::vector<DangerStep>& steps) {
  std::size_t count = 0;
  for (const DangerStep& step : steps) count += step.findings.size();
  return count;
}

constexpr Date kToday = std::chrono::year(2026) / 3 / 31;

}  // namespace

BOOST_AUTO_TEST_SUITE(danger_steps)

BOOST_AUTO_TEST_CASE(the_ways_that_the_ledger_knows_have_no_finding) {
  for (const auto& [major, states] : std::vector<std::pair<bool, std::vector<std::string>>>{
           {false, {"registered", "graded", "rectifying", "acceptance", "closed"}},
           {false,
            {"registered", "graded", "rectifying", "acceptance", "returned", "rectifying", "acceptance", "closed"}},
           {true, {"registered", "graded", "approval", "rectifying", "acceptance", "second", "closed"}},
           {true,
            {"registered", "graded", "approval", "rectifying", "acceptance", "second", "returned", "rectifying"}}}) {
    auto steps = steps_of(states);
    auto dangers = ledger_of(major);
    check_steps(steps, dangers, kToday);
    BOOST_TEST(findings_in(steps) == 0U);
    BOOST_TEST(dangers[0].findings.empty());
  }
}

BOOST_AUTO_TEST_CASE(a_shortcut_is_told_at_the_step_that_comes_too_early) {
  auto steps = steps_of({"registered", "graded", "rectifying", "closed"});
  auto dangers = ledger_of(false);
  check_steps(steps, dangers, kToday);
  BOOST_TEST(findings_in(steps) == 1U);
  BOOST_TEST(has_finding(steps[3].findings, "step_out_of_order"));
  BOOST_TEST(steps[3].findings[0].detail == "整改中 → 已销号");
  // A major one needs its approval and a second acceptance.
  steps = steps_of({"registered", "graded", "rectifying", "acceptance", "closed"});
  dangers = ledger_of(true);
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(steps[2].findings, "step_out_of_order"));
  BOOST_TEST(has_finding(steps[4].findings, "step_out_of_order"));
  steps = steps_of({"rectifying", "acceptance"});
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(steps[0].findings, "step_not_first"));
  BOOST_TEST(findings_in(steps) == 1U);
}

BOOST_AUTO_TEST_CASE(a_table_may_begin_with_the_newest_row) {
  auto steps = steps_of({"registered", "graded", "rectifying", "acceptance", "closed"});
  std::reverse(steps.begin(), steps.end());
  auto dangers = ledger_of(false);
  check_steps(steps, dangers, kToday);
  BOOST_TEST(findings_in(steps) == 0U);
}

BOOST_AUTO_TEST_CASE(days_that_do_not_rise_or_lie_outside_are_told) {
  auto steps = steps_of({"registered", "graded", "rectifying", "acceptance"});
  steps[2].on = kFirst;  // after the second of March
  steps[3].on = kToday + std::chrono::days(1);
  auto dangers = ledger_of(false);
  dangers[0].found = kFirst + std::chrono::days(1);
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(steps[2].findings, "steps_backwards"));
  BOOST_TEST(has_finding(steps[0].findings, "step_before_check"));
  BOOST_TEST(has_finding(steps[3].findings, "step_in_future"));
  check_steps(steps, dangers, Date{});
  BOOST_TEST(!has_finding(steps[1].findings, "step_in_future"));
}

BOOST_AUTO_TEST_CASE(who_rectified_does_not_accept) {
  auto steps = steps_of({"registered", "graded", "rectifying", "acceptance", "closed"});
  steps[3].by = "甲";
  steps[4].by = "甲";
  auto dangers = ledger_of(false);
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(steps[4].findings, "reviewer_is_rectifier"));
  BOOST_TEST(steps[4].findings[0].detail.empty());  // no name leaves the register
  steps[4].by = "乙";
  steps[4].findings.clear();
  check_steps(steps, dangers, kToday);
  BOOST_TEST(findings_in(steps) == 0U);
}

BOOST_AUTO_TEST_CASE(the_ledger_and_its_steps_are_compared) {
  auto steps = steps_of({"registered", "graded", "rectifying", "acceptance", "closed"});
  auto dangers = ledger_of(false);
  dangers[0].state = kLedger.state_named("rectifying");
  dangers[0].closed_on = kFirst;
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(dangers[0].findings, "state_differs_from_steps"));
  BOOST_TEST(has_finding(dangers[0].findings, "closing_dates_differ"));
  BOOST_TEST(!dangers[0].is_closed(kToday));  // the ledger's own state counts
  steps[0].danger_id = "YH2";
  check_steps(steps, dangers, kToday);
  BOOST_TEST(has_finding(steps[0].findings, "step_without_danger"));
}

BOOST_AUTO_TEST_SUITE_END()
