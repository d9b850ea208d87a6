// The ledger of hidden dangers (隐患): where each stands, what is due, and the rates that follow.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/risk_point.hpp"

namespace sise {

/// A state of the ledger, with the words that offices write for it.
struct DangerState {
  std::string id;
  Text label;
  std::vector<std::string> words;
  bool closed = false;
  bool major_only = false;                    ///< general dangers never come here
  bool first = false;                         ///< a danger begins here
  bool rectified = false;                     ///< who brings it here has rectified
  bool accepts = false;                       ///< who brings it here has looked at the rectification
  std::vector<std::string> after{};           ///< states that it may follow, of general dangers
  std::vector<std::string> after_if_major{};  ///< of major ones
};

struct LedgerRules {
  std::string id;
  Text title;
  std::string source;
  RuleMark mark = RuleMark::recalled;
  std::vector<DangerState> states;

  [[nodiscard]] const DangerState* state_named(std::string_view word) const;
};

/// "2026-03-10".
[[nodiscard]] std::string date_text(Date date);

struct HiddenDanger {
  std::string id;
  std::string uscc;
  std::string enterprise_name;
  std::string point_id;  ///< of the risk point where it was found; empty: the enterprise's
  std::string sector;
  std::string text;
  std::optional<bool> major;  ///< a major accident hazard (重大事故隐患), which is not a major risk
  std::optional<Date> found;
  std::optional<Date> first_deadline;
  std::optional<Date> deadline;  ///< with extensions
  std::optional<Date> closed_on;
  const DangerState* state = nullptr;  ///< null: not said
  bool supervised = false;             ///< 挂牌督办
  std::string rectifier;
  std::string reviewer;
  Whereabouts where;
  Findings findings;
  RowRef row;
  RowState row_state = RowState::counted;

  /// Closed on or before that day; a state that says closed counts without a date. A state that says open counts whatever the
  /// date: what is rectified and waits for acceptance is not closed.
  [[nodiscard]] bool is_closed(Date date) const;
  [[nodiscard]] bool is_open_major(Date date) const { return major.value_or(false) && !is_closed(date); }
  /// Days by which an open one is beyond its (extended) deadline; 0: it is not.
  [[nodiscard]] std::int64_t days_overdue(Date date) const;
};

/// Checks dates, states and guards: reviewer and rectifier are two people, the deadline does not precede the check (it is
/// dropped, so that the rates do not count it), no open danger has a closing date, and only major ones are in a state of
/// theirs (one whose level nobody wrote is taken for major).
void check_danger(HiddenDanger& danger);

/// A share that has no value where nothing stands below the line: 0 of 0 is not 100 %.
[[nodiscard]] std::optional<double> share_of(std::int64_t part, std::int64_t whole);

struct LedgerCounts {
  std::int64_t all = 0;
  std::int64_t closed = 0;
  std::int64_t due = 0;  ///< whose first deadline has passed
  std::int64_t due_closed = 0;
  std::int64_t on_time = 0;  ///< of the due ones, closed by the first deadline
  std::int64_t overdue = 0;  ///< of the due ones, open beyond the deadline with its extensions
  std::int64_t major = 0;
  std::int64_t major_closed = 0;
  std::int64_t major_due = 0;
  std::int64_t major_due_closed = 0;
  std::int64_t level_unknown = 0;  ///< neither general nor major can be told

  void add(const HiddenDanger& danger, Date date);
  void add(const LedgerCounts& other);
  [[nodiscard]] std::int64_t general() const { return all - major - level_unknown; }
  [[nodiscard]] std::optional<double> closed_rate() const { return share_of(closed, all); }
  [[nodiscard]] std::optional<double> due_rate() const { return share_of(due_closed, due); }
  [[nodiscard]] std::optional<double> on_time_rate() const { return share_of(on_time, due); }
  [[nodiscard]] std::optional<double> overdue_rate() const { return share_of(overdue, due); }
  [[nodiscard]] std::optional<double> major_due_rate() const { return share_of(major_due_closed, major_due); }
  bool operator==(const LedgerCounts&) const = default;
};

}  // namespace sise
