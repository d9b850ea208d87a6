// What the recalled values behind generated scenarios may do to a check of societal risk. Not for use outside decision.
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "core/accidents/generate/data_end.hpp"
#include "core/criteria/evidence.hpp"
#include "core/criteria/fn_lines.hpp"
#include "core/decision/fn_judgement.hpp"
#include "core/decision/societal_changes.hpp"
#include "core/decision/societal_study.hpp"

namespace sise {

/// What the deaths after a change rest on.
[[nodiscard]] Chain basis_of(const SocietalStudy& study, const FnCriterion& criterion, const SocietalChange& change);

/// The end at which a change is to be asked again. A breach of the upper line or of the largest number of deaths, kept from
/// being a veto by such values alone: the milder. A rise that stays below the lower line, but comes within a tenth of it: the
/// stricter. A rise between the lines is conditional whatever they are, and where nobody can tell none is asked: none.
[[nodiscard]] std::optional<DataEnd> end_that_matters(const SocietalStudy& study, const FnCriterion& criterion,
                                                      const SocietalChange& change);

/// Asks the changes that people make, those of one enterprise together, and fills `milder` or `stricter`. Throws ModelError,
/// Interrupted.
void ask_ends(const SocietalStudy& study, const FnCriterion& criterion, std::span<const ExtraPeople> people,
              std::vector<std::vector<SocietalChange>>& changes, Progress* progress);

/// How many times what the change breaks most is exceeded, the upper line or the largest number of deaths; 0: it breaks nothing.
[[nodiscard]] double breach(const SocietalChange& change, const FnCriterion& criterion);

/// Whether the way in which dense clouds mix could change what the change asks for: a breach, but one by less than ten times,
/// and a rise that stays below the lower line, but comes within a tenth of it.
[[nodiscard]] bool mixing_may_matter(const FnCriterion& criterion, const SocietalChange& change);
/// Asks those changes that people make, and fills `mixed_otherwise`. Throws ModelError, Interrupted.
void ask_mixing(const SocietalStudy& study, const FnCriterion& criterion, std::span<const ExtraPeople> people,
                std::vector<std::vector<SocietalChange>>& changes, Progress* progress);

/// Where the curve rises most against a line at the milder ends, of two of them the milder; none: at one of them it does not.
[[nodiscard]] std::optional<FnWorst> at_the_milder(const SocietalChange& change, const FnCriterion& criterion);
/// Against a line at the stricter ends, of two the worse.
[[nodiscard]] std::optional<FnWorst> at_the_worse(const std::vector<CurvePair>& pairs, const FnLine& line,
                                                  const FnCriterion& criterion);

/// The most deaths of any outcome that are more than before, at the milder ends the fewest, at the stricter the most; 0: none.
[[nodiscard]] double most_deaths_at(const std::vector<CurvePair>& pairs, DataEnd end);

}  // namespace sise
