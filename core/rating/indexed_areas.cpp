#include "core/rating/indexed_areas.hpp"

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

std::size_t IndexedAreas::first_with(Point point) const {
  std::size_t first = size();
  boxes_.touching({point.x, point.y, point.x, point.y}, [&](std::size_t i) {
    if (i < first && areas_[i].contains(point)) first = i;
  });
  return first;
}

}  // namespace sise
