// What a proposal does to societal risk: F-N curves of the enterprises around with and without it.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/criteria/fn_lines.hpp"
#include "core/decision/fn_judgement.hpp"
#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "core/decision/societal_changes.hpp"
#include "core/decision/societal_study.hpp"
#include "core/grid/progress.hpp"

namespace sise {

/// The worst place above or below a line at which the curve is higher than it was; none: it rises nowhere.
[[nodiscard]] std::optional<FnWorst> worst_rise(const SocietalChange& change, const FnLine& line,
                                                const FnCriterion& criterion);
[[nodiscard]] std::optional<FnWorst> worst_rise(const CurvePair& curves, const FnLine& line,
                                                const FnCriterion& criterion);

/// The checks that follow from the changes of one proposal: the upper line broken where the curve rises, more deaths than are
/// acceptable at any frequency, a rise in the band between the lines; else the nearest to the upper line, passed. Where the
/// changes were asked at the ends of ranges, a breach that is one at the milder ends too stands (`least`), and what reaches a
/// line at the stricter ends alone is told as passed with that value (`most`), which keeps it from being allowed. Expected deaths
/// before and after go to the decision's remarks; `whose`: "expected deaths by …".
void judge_changes(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<SocietalChange>& changes,
                   const Text& whose, Decision& decision);

/// Adds them to the decisions and decides anew: on developments whose people are stated, at full occupancy by day and by
/// night (the people of a place that is no protected target count as well), and on units whose accidents are computed, on
/// top of their enterprise as it stands. Decisions that could not be made stay as they are. Throws ModelError, Interrupted.
void add_societal_checks(const SocietalStudy& study, const FnCriterion& criterion,
                         const std::vector<Proposal>& proposals, std::vector<Decision>& decisions, Progress* progress);

/// A societal limit is broken.
[[nodiscard]] bool breaks_societal_limit(const Decision& decision, const FnCriterion& criterion);

/// Drops what was suggested without asking for societal risk and does not stand once it is asked, and words the rest anew. A
/// changed proposal is judged again. A change of the units around makes no curve higher: it stands where the proposal
/// itself breaks no societal limit, and leaves open what is open. Throws ModelError, Interrupted.
void prove_remedies(const SocietalStudy& study, const FnCriterion& criterion, const std::vector<Decision>& decisions,
                    std::vector<std::vector<Remedy>>& remedies, Progress* progress);

/// About what the checks of so many proposals take, at most, beside the study's risk: bytes.
[[nodiscard]] std::int64_t societal_checks_bytes(const SocietalStudy& study, std::size_t proposals, int threads);

}  // namespace sise
