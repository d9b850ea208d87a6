// Upright boxes by where they lie, so that one need not look at all of them.
#pragma once
#include <algorithm>
#include <cstddef>
#include <vector>

#include "core/grid/point.hpp"

namespace sise {

/// Boxes from west to east; a question walks those that begin near enough.
class BoxIndex {
 public:
  BoxIndex() = default;
  explicit BoxIndex(std::vector<Bounds> boxes);

  [[nodiscard]] const Bounds& box(std::size_t i) const { return boxes_[i]; }
  [[nodiscard]] std::size_t size() const { return boxes_.size(); }

  /// Calls found(i) for every box that touches this one, from west to east.
  template <class Found>
  void touching(const Bounds& area, Found found) const {
    const auto before = [&](std::size_t i, double x) { return boxes_[i].x_min < x; };
    auto next = std::lower_bound(from_west_.begin(), from_west_.end(), area.x_min - widest_, before);
    for (; next != from_west_.end() && boxes_[*next].x_min <= area.x_max; ++next) {
      const Bounds& b = boxes_[*next];
      if (b.x_max >= area.x_min && b.y_min <= area.y_max && b.y_max >= area.y_min) found(*next);
    }
  }

  /// Indices of the boxes that touch this one, rising.
  [[nodiscard]] std::vector<std::size_t> touching(const Bounds& area) const;

 private:
  std::vector<Bounds> boxes_;
  std::vector<std::size_t> from_west_;
  double widest_ = 0.0;
};

/// The box with so much more on every side.
[[nodiscard]] Bounds grown(const Bounds& box, double by_m);

}  // namespace sise
