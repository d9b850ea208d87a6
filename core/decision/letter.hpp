// A decision as a letter: the conclusion first, then what it rests on.
#pragma once
#include <string>
#include <vector>

#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"

namespace sise {

/// What a letter says beside the decision.
struct LetterBasis {
  std::string project;  ///< title of the study
  Text rule_pack;
  std::string run;              ///< what identifies the run: version and checksum of the inputs
  bool remedies_sought = true;  ///< what would make it pass was looked for
};

/// Markdown: conclusion, basis, facts and class, findings with the deciding ones first, contributors, what was not
/// judged and what is to be confirmed, remedies, rights and validity.
[[nodiscard]] std::string letter(const Proposal& proposal, const Decision& decision,
                                 const std::vector<Remedy>& remedies, const LetterBasis& basis, Language language);

}  // namespace sise
