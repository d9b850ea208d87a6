// What dense clouds would do if the air's stability damped their mixing as another published model has it.
#pragma once
#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "core/risk/risk_model.hpp"

namespace sise {

/// Accident by accident: whatever is no dense cloud stays what it is. Units are computed again when they are first asked for. Safe
/// from many threads.
class OtherMixing {
 public:
  /// Keeps a reference.
  explicit OtherMixing(const RiskModel& risk);
  OtherMixing(const OtherMixing&) = delete;
  OtherMixing(OtherMixing&&) = delete;
  OtherMixing& operator=(const OtherMixing&) = delete;
  OtherMixing& operator=(OtherMixing&&) = delete;
  ~OtherMixing() = default;

  /// A dense cloud is among the unit's accidents. Of other units nothing may be asked.
  [[nodiscard]] bool concerns(std::size_t unit) const { return concerned_.at(unit); }
  /// The unit by itself, as unit 0. Throws ModelError where a cloud cannot be followed so; Interrupted.
  [[nodiscard]] std::shared_ptr<const RiskModel> model(std::size_t unit) const;
  /// Its individual risk at a place, per year. Throws as model().
  [[nodiscard]] double risk_at(std::size_t unit, Point place) const;
  /// At most what is kept of units that were asked for.
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Slot {
    std::once_flag made;
    std::shared_ptr<const RiskModel> model;
  };

  const RiskModel& risk_;
  std::vector<bool> concerned_;  ///< per unit
  mutable std::mutex mutex_;     // guards what follows
  mutable std::map<std::size_t, std::shared_ptr<Slot>> slots_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace sise
