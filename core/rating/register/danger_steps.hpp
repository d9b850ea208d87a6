// What happened to hidden dangers, step by step: which state may follow which, and dates in order.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/rating/register/hidden_danger.hpp"

namespace sise {

/// A hidden danger came into a state on a day.
struct DangerStep {
  std::string danger_id;
  const DangerState* state = nullptr;  ///< null: the word is none of the ledger's
  std::optional<Date> on;
  std::string by;  ///< who brought it there; empty: not said
  Findings findings;
  RowRef row;
};

/// Checks the steps of each danger against the ledger's rules and against its row: it begins where a danger begins,
/// every state may follow the one before, days rise, none lies before the check or after `date` (the epoch: nobody
/// knows it), who accepts is not who rectified, and the last step is the ledger's own state and closing date. Rows of
/// one danger stand in their order, or all in the opposite one, as exports do. What is wrong is told in the step's
/// findings, what concerns the ledger's row in that of the danger; nothing changes a state.
void check_steps(std::vector<DangerStep>& steps, std::vector<HiddenDanger>& dangers, Date date);

}  // namespace sise
