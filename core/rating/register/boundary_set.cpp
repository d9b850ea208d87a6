#include "core/rating/register/boundary_set.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr double kSamePlace_m = 1.0;

}  // namespace

std::vector<MultiPolygon> shapes_of(const BoundarySet& set) {
  std::vector<MultiPolygon> shapes;
  shapes.reserve(set.areas.size());
  for (const BoundaryArea& area : set.areas) shapes.push_back(area.shape);
  return shapes;
}

AreaFinder::AreaFinder(const BoundarySet& set) : areas_(shapes_of(set)) {
  for (std::size_t i = 0; i < set.areas.size(); ++i) {
    const BoundaryArea& area = set.areas[i];
    centres_.push_back(centroid(as_geometry(area.shape)));
    for (const std::string& key : {area.id, area.name}) {
      if (key.empty()) continue;
      const auto index = static_cast<std::int32_t>(i);
      const auto [it, fresh] = by_name_.emplace(key, index);
      if (!fresh && it->second != index) it->second = kNoArea;
    }
  }
}

AreaHit AreaFinder::find(Point point) const {
  const auto index_of = [&](std::size_t i) { return i < areas_.size() ? static_cast<std::int32_t>(i) : kNoArea; };
  const auto [first, second] = areas_.first_two_with(point);
  return {index_of(first), index_of(second)};
}

std::int32_t AreaFinder::find(const std::string& code_or_name) const {
  const auto found = by_name_.find(code_or_name);
  return found == by_name_.end() ? kNoArea : found->second;
}

std::int32_t AreaFinder::centred_at(Point point) const {
  for (std::size_t i = 0; i < centres_.size(); ++i) {
    if (std::hypot(centres_[i].x - point.x, centres_[i].y - point.y) <= kSamePlace_m) {
      return static_cast<std::int32_t>(i);
    }
  }
  return kNoArea;
}

CoverFault cover_fault(const BoundarySet& set, const std::optional<MultiPolygon>& district) {
  double sum = 0.0;
  for (const BoundaryArea& area : set.areas) sum += area_m2(area.shape);
  const MultiPolygon together = union_of(shapes_of(set));
  CoverFault fault;
  fault.overlap_m2 = std::max(0.0, sum - area_m2(together));
  if (district) fault.gap_m2 = area_m2(difference(*district, together));
  return fault;
}

}  // namespace sise
