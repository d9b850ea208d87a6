// Part of a longer stage, told as a fraction of the whole.
#pragma once
#include "core/grid/progress.hpp"

namespace sise {

/// Passes reports on as from + fraction · (to − from); without a listener it is silent and never cancelled.
class StagePart : public Progress {
 public:
  StagePart(Progress* whole, double from, double to) : whole_(whole), from_(from), to_(to) {}
  void report(std::string_view stage, double fraction) override {
    if (whole_ != nullptr) whole_->report(stage, from_ + fraction * (to_ - from_));
  }
  [[nodiscard]] bool cancelled() const override { return whole_ != nullptr && whole_->cancelled(); }

 private:
  Progress* whole_;
  double from_;
  double to_;
};

}  // namespace sise
