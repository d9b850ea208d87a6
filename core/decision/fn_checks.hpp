// The checks that a change of an F-N curve asks for, one by one. Not for use outside decision.
#pragma once
#include <optional>
#include <string>

#include "core/decision/checks.hpp"
#include "core/decision/fn_judgement.hpp"
#include "core/decision/societal_changes.hpp"

namespace sise {

/// How often so many or more die against the upper line. `worst`: where.
[[nodiscard]] ReviewCheck upper_check(const FnCriterion& criterion, const SocietalChange& change, const FnWorst& worst,
                                      Chain rests_on);

/// A breach of the upper line that is one with the recalled values at their milder ends stands; it is told at the number of
/// deaths where it is least then. Another one stays what it is.
[[nodiscard]] ReviewCheck at_the_milder_end(const FnCriterion& criterion, const SocietalChange& change,
                                            ReviewCheck check);

/// A breach of the upper line at `worst` that is none with dense clouds mixed as another model has it: the check then has that
/// value as its low one, and the cause.
bool undone_by_mixing(const FnCriterion& criterion, const SocietalChange& change, const FnWorst& worst,
                      ReviewCheck& check);

/// More deaths than are acceptable at any frequency, and more than before; none: that is not so.
[[nodiscard]] std::optional<ReviewCheck> beyond_check(const SocietalStudy& study, const FnCriterion& criterion,
                                                      const SocietalChange& change);

/// What passes as it is and does not with the recalled values at their stricter ends: above the upper line, more deaths than
/// are acceptable, or in the band between the lines. None: nothing, or nobody asked.
[[nodiscard]] std::optional<ReviewCheck> at_the_stricter_end(const SocietalStudy& study, const FnCriterion& criterion,
                                                             const SocietalChange& change);

/// The same with dense clouds mixed as another model has it.
[[nodiscard]] std::optional<ReviewCheck> mixed_otherwise(const SocietalStudy& study, const FnCriterion& criterion,
                                                         const SocietalChange& change);

/// A rise in the band between the lines has no limit of its own: measures must be shown, whatever the office confirms.
[[nodiscard]] ReviewCheck band_check(const FnCriterion& criterion, const std::string& enterprise,
                                     const SocietalChange& change);

}  // namespace sise
