#include "core/geometry/box_index.hpp"

#include <numeric>
#include <utility>

namespace sise {

BoxIndex::BoxIndex(std::vector<Bounds> boxes) : boxes_(std::move(boxes)), from_west_(boxes_.size()) {
  std::iota(from_west_.begin(), from_west_.end(), std::size_t{0});
  std::sort(from_west_.begin(), from_west_.end(), [&](std::size_t a, std::size_t b) {
    return boxes_[a].x_min != boxes_[b].x_min ? boxes_[a].x_min < boxes_[b].x_min : a < b;
  });
  for (const Bounds& b : boxes_) widest_ = std::max(widest_, b.x_max - b.x_min);
}

std::vector<std::size_t> BoxIndex::touching(const Bounds& area) const {
  std::vector<std::size_t> all;
  touching(area, [&](std::size_t i) { all.push_back(i); });
  std::sort(all.begin(), all.end());
  return all;
}

Bounds grown(const Bounds& box, double by_m) {
  return {box.x_min - by_m, box.y_min - by_m, box.x_max + by_m, box.y_max + by_m};
}

}  // namespace sise
