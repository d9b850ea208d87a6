#include "core/rating/register/hidden_danger.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sise {

std::string date_text(Date date) {
  const std::chrono::year_month_day day(date);
  return fmt::format("{:04d}-{:02d}-{:02d}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

const DangerState* LedgerRules::state_named(std::string_view word) const {
  const auto found = std::find_if(states.begin(), states.end(), [&](const DangerState& state) {
    return state.id == word || std::find(state.words.begin(), state.words.end(), word) != state.words.end();
  });
  return found == states.end() ? nullptr : &*found;
}

bool HiddenDanger::is_closed(Date date) const {
  if (state != nullptr && !state->closed) return false;
  if (closed_on) return *closed_on <= date;
  return state != nullptr;
}

std::int64_t HiddenDanger::days_overdue(Date date) const {
  const auto last = deadline ? deadline : first_deadline;
  if (!last || is_closed(date)) return 0;
  return std::max<std::int64_t>(0, (date - *last).count());
}

void check_danger(HiddenDanger& danger) {
  for (auto* deadline : {&danger.first_deadline, &danger.deadline}) {
    if (!danger.found || !*deadline || **deadline >= *danger.found) continue;
    if (!has_finding(danger.findings, "deadline_before_check")) {
      add_finding(danger.findings, "deadline_before_check", {},
                  date_text(**deadline) + " < " + date_text(*danger.found));
    }
    deadline->reset();
  }
  if (!danger.reviewer.empty() && danger.reviewer == danger.rectifier) {
    add_finding(danger.findings, "reviewer_is_rectifier");
  }
  if (danger.state == nullptr) return;
  if (danger.closed_on && !danger.state->closed) {
    add_finding(danger.findings, "dated_but_open", {}, date_text(*danger.closed_on) + ", " + danger.state->label.zh);
  }
  if (danger.state->major_only && !danger.major.value_or(false)) {
    add_finding(danger.findings, "state_of_major", {}, danger.state->label.zh);
    if (!danger.major) danger.major = true;
  }
}

std::optional<double> share_of(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

void LedgerCounts::add(const HiddenDanger& danger, Date date) {
  const bool is_closed = danger.is_closed(date);
  const bool is_major = danger.major.value_or(false);
  const auto first = danger.first_deadline ? danger.first_deadline : danger.deadline;
  const bool is_due = first && *first < date;
  ++all;
  closed += static_cast<std::int64_t>(is_closed);
  due += static_cast<std::int64_t>(is_due);
  due_closed += static_cast<std::int64_t>(is_due && is_closed);
  on_time += static_cast<std::int64_t>(is_due && is_closed && danger.closed_on && *danger.closed_on <= *first);
  overdue += static_cast<std::int64_t>(is_due && danger.days_overdue(date) > 0);
  major += static_cast<std::int64_t>(is_major);
  major_closed += static_cast<std::int64_t>(is_major && is_closed);
  major_due += static_cast<std::int64_t>(is_major && is_due);
  major_due_closed += static_cast<std::int64_t>(is_major && is_due && is_closed);
  level_unknown += static_cast<std::int64_t>(!danger.major.has_value());
}

void LedgerCounts::add(const LedgerCounts& other) {
  all += other.all;
  closed += other.closed;
  due += other.due;
  due_closed += other.due_closed;
  on_time += other.on_time;
  overdue += other.overdue;
  major += other.major;
  major_closed += other.major_closed;
  major_due += other.major_due;
  major_due_closed += other.major_due_closed;
  level_unknown += other.level_unknown;
}

}  // namespace sise
