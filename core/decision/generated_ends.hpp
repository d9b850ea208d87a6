// Generated units as they would be if the recalled values behind them lay at the ends of their ranges.
#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/accidents/generate/ends.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/risk/open_values.hpp"

namespace sise {

/// Keeps references to all that it is given, and the data at their ends; a unit is made when it is first asked for. Safe from
/// many threads.
class GeneratedEnds : public OpenValues {
 public:
  GeneratedEnds(const Assessment& around, const Projection& projection, const GeneratorData& data);

  [[nodiscard]] bool is_open(std::size_t unit) const override { return unit < open_.size() && open_[unit]; }
  [[nodiscard]] double least(std::size_t unit, Point place) const override;
  [[nodiscard]] double most(std::size_t unit, Point place) const override;
  [[nodiscard]] std::vector<std::shared_ptr<const RiskModel>> models(std::size_t unit, DataEnd end) const override;

  /// A unit at one end; two where a default is milder at either end. At the milder end the least of them counts, at the
  /// stricter the most.
  [[nodiscard]] std::vector<std::shared_ptr<const ProposedUnit>> at(const Unit& unit, DataEnd end) const;

  /// At most what it keeps of units that were asked for.
  [[nodiscard]] std::int64_t bytes() const;

 private:
  [[nodiscard]] std::vector<double> risks(std::size_t unit, Point place, DataEnd end) const;

  const Assessment& around_;
  const GeneratorRules& rules_;
  std::array<GeneratorData, 4> data_;  ///< milder and stricter, each with what is milder at either end low and high
  std::array<std::unique_ptr<ProposedUnits>, 4> makers_;
  std::vector<bool> open_;  ///< per unit of the study
};

}  // namespace sise
