// Accidents that are taken to go one of two ways, each as often: what if all of them go the same way?
#pragma once
#include <memory>
#include <mutex>

#include "core/risk/risk_model.hpp"

namespace sise {

class BothWays {
 public:
  /// Keeps a reference.
  explicit BothWays(const RiskModel& risk) : risk_(risk) {}

  /// The most that the unit's risk at a place may be off, per year: half the difference between all of its accidents of
  /// AccidentWay going the one way and all going the other. 0 where it has none. Throws as the model itself. Safe from many
  /// threads.
  [[nodiscard]] double may_be_off(std::size_t unit, Point place) const;

 private:
  [[nodiscard]] std::unique_ptr<const RiskModel> only(AccidentWay way) const;

  const RiskModel& risk_;
  mutable std::once_flag made_;
  mutable std::unique_ptr<const RiskModel> one_;
  mutable std::unique_ptr<const RiskModel> other_;
};

}  // namespace sise
