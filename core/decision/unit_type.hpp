// One more of a kind: a unit that stands nowhere yet, with the accidents that follow from it.
#pragma once
#include <memory>
#include <vector>

#include "core/criteria/evidence.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/projection.hpp"
#include "core/kernels/unit_kernel.hpp"
#include "core/risk/assessment.hpp"
#include "core/study/study.hpp"
#include "models/substances/substance_table.hpp"

namespace sise {

/// The record and its scenarios; `unit.id` names them.
struct UnitType {
  Unit unit;
  std::vector<Scenario> scenarios;
  std::vector<NotGenerated> not_generated;
  Confidence scenarios_confidence =
      Confidence::seen;  ///< of what they were generated from; seen: the project states them
};

/// A unit type with its kernel, which every place shares.
class MovableUnit {
 public:
  /// `ground` gives weather, rose, models and rules. Throws InputError for a type that no rule of risk or pressure judges or that
  /// cannot be computed; ModelError, Interrupted.
  MovableUnit(const UnitType& type, const Study& ground, const SubstanceTable& substances, const Projection& projection,
              Point somewhere, Progress* progress = nullptr);
  MovableUnit(const MovableUnit&) = delete;
  MovableUnit(MovableUnit&&) = delete;
  MovableUnit& operator=(const MovableUnit&) = delete;
  MovableUnit& operator=(MovableUnit&&) = delete;
  ~MovableUnit() = default;

  [[nodiscard]] const UnitType& type() const { return type_; }
  [[nodiscard]] PlacedKernel at(Point place) const;
  [[nodiscard]] const UnitStatus& status() const { return alone_->statuses.front(); }
  [[nodiscard]] const std::vector<std::string>& warnings() const { return alone_->warnings.front(); }
  /// What its risk rests on: toxicity, the harm pack, and what scenarios were generated from.
  [[nodiscard]] const Chain& basis() const { return basis_; }
  /// No place farther away gets more than this from it; 0 beyond its reach.
  [[nodiscard]] double most_beyond(double distance_m) const;
  [[nodiscard]] std::size_t kernel_bytes() const { return alone_->risk.kernels().all_bytes(); }

 private:
  UnitType type_;
  Study study_;  ///< with the type alone
  const Projection& projection_;
  std::unique_ptr<Assessment> alone_;
  std::shared_ptr<const UnitKernel> kernel_;
  Chain basis_;
  std::vector<double> reach_m_;  ///< rising, of levels that fall by a tenth of themselves
};

/// The study with the type standing `count` times at a place, each with an id of its own, as new units of `enterprise`.
[[nodiscard]] Study with_more(const Study& study, const UnitType& type, Point place, std::size_t count,
                              const std::string& enterprise);

}  // namespace sise
