// A unit that somebody wants to build, made real: scenarios from its record, and the risk that they put around it.
#pragma once
#include <cstddef>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/accidents/generate/generate.hpp"
#include "core/criteria/evidence.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/risk/assessment.hpp"

namespace sise {

/// One proposed unit by itself, in the air, the wind and the harm pack of the study.
class ProposedUnit {
 public:
  ProposedUnit(const Assessment& around, const Projection& projection, const GeneratorContext& context,
               const Unit& unit);

  [[nodiscard]] const UnitStatus& status() const { return assessment_.statuses.front(); }
  [[nodiscard]] const UnitTrace& trace() const { return trace_; }
  [[nodiscard]] std::size_t scenario_count() const { return study_.scenarios.size(); }
  [[nodiscard]] const Assessment& assessment() const { return assessment_; }
  [[nodiscard]] const RiskModel& risk() const { return assessment_.risk; }
  [[nodiscard]] const std::vector<std::string>& warnings() const { return assessment_.warnings.front(); }
  [[nodiscard]] const Chain& basis() const { return basis_; }
  /// Where its scenarios start from.
  [[nodiscard]] Point source() const { return assessment_.risk.unit(0).source; }

 private:
  [[nodiscard]] static Study alone(const Study& around, const Unit& unit, UnitGeneration made);

  UnitTrace trace_;
  Study study_;
  Assessment assessment_;
  Chain basis_;
};

class GeneratedEnds;

/// Makes proposed units and keeps them by id and inventory: a unit that is tried at another place is the same unit, its
/// wind turned by the grid's convergence at the first place, which over some kilometres changes by hundredths of a degree.
/// Keeps references. Safe from many threads.
class ProposedUnits {
 public:
  /// `most_bytes` of kernels are kept; beyond it all are let go and made anew when asked for.
  ProposedUnits(const Assessment& around, const Projection& projection, const GeneratorData& data,
                std::size_t most_bytes = std::numeric_limits<std::size_t>::max());

  /// With its kernel built, which `progress` tells and may cancel. Throws ModelError, Interrupted.
  [[nodiscard]] std::shared_ptr<const ProposedUnit> of(const Unit& unit, Progress* progress = nullptr) const;

  /// What the recalled values behind its units may do; null: nobody asks.
  [[nodiscard]] const GeneratedEnds* ends() const { return ends_; }
  void set_ends(const GeneratedEnds* ends) { ends_ = ends; }

 private:
  const Assessment& around_;
  const Projection& projection_;
  GeneratorContext context_;
  const GeneratedEnds* ends_ = nullptr;
  std::size_t most_bytes_;
  mutable std::mutex making_;
  mutable std::map<std::string, std::shared_ptr<const ProposedUnit>> made_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace sise
