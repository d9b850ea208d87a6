// Existing units changed a little: without one of their accidents, or with less of an explosive. All changes stand in one study
// beside the units as they are, so that one run answers for all of them.
#pragma once
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/decision/remedies.hpp"
#include "core/decision/review.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

struct UnitChange {
  std::size_t unit = 0;                ///< of the study
  std::string without_case;            ///< empty: the inventory is changed
  std::optional<double> inventory_kg;  ///< of an explosive unit

  bool operator==(const UnitChange&) const = default;
};

/// The changes that might make a decision pass: of the unit that governs a breach of individual risk each of its
/// accidents, of one that breaks by the pressure of its inventory the largest inventory that keeps the limit. In the
/// order of the checks.
[[nodiscard]] std::vector<UnitChange> changes_for(const Assessment& assessment, const Proposal& proposal,
                                                  const Decision& decision);

/// A study in which every change stands as a unit of its own beside the one that it is a change of.
class ChangedUnits {
 public:
  /// Throws ModelError.
  ChangedUnits(const Assessment& assessment, const Projection& projection, std::vector<UnitChange> changes);
  ChangedUnits(const ChangedUnits&) = delete;
  ChangedUnits(ChangedUnits&&) = delete;
  ChangedUnits& operator=(const ChangedUnits&) = delete;
  ChangedUnits& operator=(ChangedUnits&&) = delete;
  ~ChangedUnits() = default;

  [[nodiscard]] const std::vector<UnitChange>& changes() const { return changes_; }
  /// A second review of the proposals with one of the changes, in their order. Throws ModelError, Interrupted.
  [[nodiscard]] std::vector<Decision> review_with(std::size_t change, const std::vector<const Proposal*>& proposals,
                                                  const WarningBrackets& brackets, Progress* progress) const;

 private:
  std::vector<UnitChange> changes_;
  Study study_;
  std::size_t first_ = 0;  ///< of the changed units, which stand behind all others
  std::unique_ptr<Assessment> assessment_;
};

/// Remedies by changes of existing units, for each proposal; at most three each. Throws ModelError, Interrupted.
[[nodiscard]] std::vector<std::vector<Remedy>> remedies_by_changes(const Assessment& assessment,
                                                                   const Projection& projection,
                                                                   const std::vector<Proposal>& proposals,
                                                                   const std::vector<Decision>& decisions,
                                                                   const WarningBrackets& brackets, Progress* progress);

}  // namespace sise
