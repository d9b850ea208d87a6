#include "core/rating/register/danger_steps.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace sise {
namespace {

using Steps = std::vector<DangerStep*>;

/// Newest first, as tables are exported: never a later day behind an earlier one.
bool runs_backwards(const Steps& steps) {
  bool falls = false;
  const Date* last = nullptr;
  for (const DangerStep* step : steps) {
    if (!step->on) continue;
    if (last != nullptr && *step->on > *last) return false;
    falls = falls || (last != nullptr && *step->on < *last);
    last = &*step->on;
  }
  return falls;
}

bool may_follow(const DangerState& state, const DangerState& before, bool major) {
  const std::vector<std::string>& allowed = major ? state.after_if_major : state.after;
  return std::find(allowed.begin(), allowed.end(), before.id) != allowed.end();
}

std::string arrow(const std::string& from, const std::string& to) { return from + " → " + to; }

void check_order(const Steps& steps, bool major) {
  const DangerStep* before = nullptr;
  for (DangerStep* step : steps) {
    if (step->state == nullptr) continue;
    if (before == nullptr) {
      if (!step->state->first) add_finding(step->findings, "step_not_first", {}, step->state->label.zh);
    } else if (!may_follow(*step->state, *before->state, major)) {
      add_finding(step->findings, "step_out_of_order", {}, arrow(before->state->label.zh, step->state->label.zh));
    }
    before = step;
  }
}

void check_days(const Steps& steps, const HiddenDanger& danger, Date date) {
  std::optional<Date> before;
  for (DangerStep* step : steps) {
    if (!step->on) continue;
    if (before && *step->on < *before)
      add_finding(step->findings, "steps_backwards", {}, arrow(date_text(*before), date_text(*step->on)));
    if (danger.found && *step->on < *danger.found)
      add_finding(step->findings, "step_before_check", {}, date_text(*step->on) + " < " + date_text(*danger.found));
    if (date != Date{} && *step->on > date)
      add_finding(step->findings, "step_in_future", {}, date_text(*step->on) + " > " + date_text(date));
    before = step->on;
  }
}

/// Of the rectification that is accepted, not of an earlier one.
void check_people(const Steps& steps) {
  std::string_view rectifier;
  for (DangerStep* step : steps) {
    if (step->state == nullptr) continue;
    if (step->state->rectified) rectifier = step->by;
    if (step->state->accepts && !rectifier.empty() && step->by == rectifier)
      add_finding(step->findings, "reviewer_is_rectifier");  // names are nobody else's business
  }
}

/// The ledger's row says what the last step says.
void check_row(const Steps& steps, HiddenDanger& danger) {
  const auto last = std::find_if(steps.rbegin(), steps.rend(), [](const DangerStep* s) { return s->state != nullptr; });
  if (last == steps.rend()) return;
  const DangerStep& step = **last;
  if (danger.state != nullptr && danger.state != step.state)
    add_finding(danger.findings, "state_differs_from_steps", {}, arrow(danger.state->label.zh, step.state->label.zh));
  if (step.state->closed && step.on && danger.closed_on && *step.on != *danger.closed_on)
    add_finding(danger.findings, "closing_dates_differ", {}, arrow(date_text(*danger.closed_on), date_text(*step.on)));
}

}  // namespace

void check_steps(std::vector<DangerStep>& steps, std::vector<HiddenDanger>& dangers, Date date) {
  std::map<std::string_view, HiddenDanger*> by_id;
  for (HiddenDanger& danger : dangers) {
    if (danger.row_state == RowState::counted) by_id.emplace(danger.id, &danger);
  }
  std::map<std::string_view, Steps> of_each;
  for (DangerStep& step : steps) {
    if (by_id.contains(step.danger_id)) {
      of_each[step.danger_id].push_back(&step);
    } else {
      add_finding(step.findings, "step_without_danger", {}, step.danger_id);
    }
  }
  for (auto& [id, own] : of_each) {
    HiddenDanger& danger = *by_id.at(id);
    if (runs_backwards(own)) std::reverse(own.begin(), own.end());
    check_order(own, danger.major.value_or(false));
    check_days(own, danger, date);
    check_people(own);
    check_row(own, danger);
  }
}

}  // namespace sise
