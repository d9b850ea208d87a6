// What closing, halving or moving an enterprise does to the deaths that its accidents make likely.
#pragma once
#include <vector>

#include "core/decision/relief.hpp"
#include "core/decision/societal_study.hpp"
#include "core/grid/progress.hpp"

namespace sise {

/// Expected deaths a year by one enterprise as it stands: the area under its F-N curve. Throws ModelError, Interrupted.
[[nodiscard]] double expected_deaths(const SocietalStudy& society, std::size_t enterprise, Progress* progress);

/// Fills `deaths` of every option: half the frequency halves them, a move counts them anew around the new place, with the
/// wind turned by the grid's convergence at the old one. Of enterprises without an option, whose ground nobody gains by closing
/// them, those with at least a hundredth of all deaths by enterprises get one: closing them. They stand last, most deaths first.
/// Throws ModelError, Interrupted.
void add_deaths(const SocietalStudy& society, std::vector<ReliefOption>& options, Progress* progress);

}  // namespace sise
