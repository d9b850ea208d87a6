// `sise societal`: how often do accidents kill many at once?
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "core/runs/societal.hpp"
#include "gis_io/products/open_project.hpp"
#include "gis_io/products/run_options.hpp"

namespace sise {

/// What [societal] of a project asks for, its packs read. Throws ConfigError.
[[nodiscard]] SocietalWishes societal_wishes(const OpenProject& project);

/// The societal checks of a review: none where the project does not say where people are, or its rule pack has no lines.
class SocietalReview {
 public:
  /// Keeps a reference to the assessment. Throws ConfigError.
  SocietalReview(const OpenProject& project, const Assessment& assessment);

  /// What they take in memory beside the review, at most.
  [[nodiscard]] std::int64_t bytes(std::size_t proposals, int threads) const;
  /// Adds them to the decisions, and drops what was suggested without them and does not stand. Throws ModelError, Interrupted.
  void judge(const std::vector<Proposal>& proposals, std::vector<Decision>& decisions,
             std::vector<std::vector<Remedy>>& remedies, Progress* progress) const;

 private:
  SocietalWishes wishes_;
  std::unique_ptr<SocietalStudy> study_;
};

/// Throws as the other products do.
[[nodiscard]] RunReport run_societal(const RunOptions& options);

}  // namespace sise
