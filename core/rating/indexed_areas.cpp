#include "core/rating/indexed_areas.hpp"

#include <algorithm>

#include "core/geometry/operations.hpp"

namespace sise {

IndexedAreas::IndexedAreas(std::span<const MultiPolygon> shapes) {
  std::vector<Bounds> boxes;
  for (const MultiPolygon& shape : shapes) {
    areas_.emplace_back(shape);
    boxes.push_back(sise::bounds(shape));
  }
  boxes_ = BoxIndex(std::move(boxes));
}

std::pair<std::size_t, std::size_t> IndexedAreas::first_two_with(Point point) const {
  std::size_t first = size();
  std::size_t second = size();
  boxes_.touching({point.x, point.y, point.x, point.y}, [&](std::size_t i) {
    if (i >= second || !areas_[i].contains(point)) return;
    second = std::max(i, std::min(first, second));
    first = std::min(first, i);
  });
  return {first, second};
}

}  // namespace sise
