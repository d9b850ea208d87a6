// `sise societal`: how often do accidents kill many at once?
#pragma once
#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "core/runs/societal.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

/// What [societal] of a project asks for, its packs read. Throws ConfigError.
[[nodiscard]] SocietalWishes societal_wishes(const OpenProject& project);

/// Adds the societal checks to a review's decisions where the project says where people are and its rule pack has lines: what
/// was suggested without them is dropped where a societal limit is broken. Throws ModelError, Interrupted.
void judge_societal_risk(const OpenProject& project, const Assessment& assessment,
                         const std::vector<Proposal>& proposals, std::vector<Decision>& decisions,
                         std::vector<std::vector<Remedy>>& remedies, Progress* progress);

/// Throws as the other products do.
[[nodiscard]] RunReport run_societal(const RunOptions& options);

}  // namespace sise
