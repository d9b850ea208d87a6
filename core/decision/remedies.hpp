// What would make it pass: changes that were tried, each proven by a second review.
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/decision/review.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct Remedy {
  enum class Kind { move, part, without_unit, inventory, without_case };
  Kind kind = Kind::move;
  double metres = 0.0;               ///< to move, or to stay away
  double bearing_deg = 0.0;          ///< to move, clockwise from grid north
  std::string unit_id;               ///< to stay away from, to close, or to change
  double share = 0.0;                ///< of the parcel that passes; of the risk that the unit makes
  double inventory_t = 0.0;          ///< largest that passes
  Verdict verdict = Verdict::allow;  ///< of the second review
  Text text;
  std::string case_id{};  ///< the accident of the unit that must not happen
  Text change{};          ///< the words of `text` before what the second review says
  /// What was reviewed again, and the answer, where the proposal itself is changed: for what is asked beside the review.
  std::shared_ptr<const Proposal> again{};
  std::shared_ptr<const Decision> answer{};
};

/// The shortest move, the largest part of the parcel away from the unit that governs, the units without which it passes, and of
/// a proposed explosive unit the largest inventory, for a proposal that breaks a limit. Every one was reviewed again as it is
/// written (metres to the decimetre, tonnes to three digits), and then breaks none; distances are the shortest within 1 m or 1 %
/// along their bearing. Empty where no limit is broken, or where no change was found.
[[nodiscard]] std::vector<Remedy> remedies_for(const Assessment& assessment, const Proposal& proposal,
                                               const Decision& decision, const WarningBrackets& brackets,
                                               Progress* progress = nullptr);

/// The remedy with what the last review says of it: its verdict, and the words for that.
[[nodiscard]] Remedy proven(Remedy remedy, Verdict verdict);

[[nodiscard]] std::string_view name_of(Remedy::Kind kind);
/// "north-east", 东北.
[[nodiscard]] Text compass(double bearing_deg);

/// The check says that a limit is broken, and decides.
[[nodiscard]] bool breaks_its_limit(const ReviewCheck& check);

/// A limit is broken that decides.
[[nodiscard]] bool breaks_a_limit(const Decision& decision);

}  // namespace sise
