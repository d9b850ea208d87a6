#include "core/rating/register/boundary_set.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/operations.hpp"

namespace sise {
namespace {

constexpr double kSamePlace_m = 1.0;
constexpr std::int64_t kBucketsPerArea = 16;
constexpr std::int64_t kMostBuckets = 1'000'000;

Bounds joined(const Bounds& a, const Bounds& b) {
  return {std::min(a.x_min, b.x_min), std::min(a.y_min, b.y_min), std::max(a.x_max, b.x_max),
          std::max(a.y_max, b.y_max)};
}

bool holds(const Bounds& bounds, Point p) {
  return p.x >= bounds.x_min && p.x <= bounds.x_max && p.y >= bounds.y_min && p.y <= bounds.y_max;
}

/// Which of `count` strips between low and high.
std::int64_t strip(double value, double low, double high, std::int64_t count) {
  if (!(high > low)) return 0;
  const double share = (value - low) / (high - low);
  return std::clamp(static_cast<std::int64_t>(share * static_cast<double>(count)), std::int64_t{0}, count - 1);
}

}  // namespace

AreaFinder::AreaFinder(const BoundarySet& set) {
  for (const BoundaryArea& area : set.areas) {
    areas_.emplace_back(area.shape);
    bounds_.push_back(bounds(area.shape));
    centres_.push_back(centroid(as_geometry(area.shape)));
    extent_ = bounds_.size() == 1 ? bounds_.back() : joined(extent_, bounds_.back());
  }
  const auto count = static_cast<std::int64_t>(areas_.size());
  const auto side = static_cast<std::int64_t>(
      std::sqrt(static_cast<double>(std::clamp(count * kBucketsPerArea, std::int64_t{1}, kMostBuckets))));
  columns_ = rows_ = std::max<std::int64_t>(1, side);
  buckets_.resize(static_cast<std::size_t>(columns_ * rows_));
  for (std::int32_t i = 0; i < static_cast<std::int32_t>(count); ++i) {
    const Bounds& b = bounds_[static_cast<std::size_t>(i)];
    const std::int64_t c0 = strip(b.x_min, extent_.x_min, extent_.x_max, columns_);
    const std::int64_t c1 = strip(b.x_max, extent_.x_min, extent_.x_max, columns_);
    const std::int64_t r0 = strip(b.y_min, extent_.y_min, extent_.y_max, rows_);
    const std::int64_t r1 = strip(b.y_max, extent_.y_min, extent_.y_max, rows_);
    for (std::int64_t r = r0; r <= r1; ++r) {
      for (std::int64_t c = c0; c <= c1; ++c) buckets_[static_cast<std::size_t>(r * columns_ + c)].push_back(i);
    }
    const BoundaryArea& area = set.areas[static_cast<std::size_t>(i)];
    for (const std::string& key : {area.id, area.name}) {
      if (key.empty()) continue;
      const auto [it, fresh] = by_name_.emplace(key, i);
      if (!fresh && it->second != i) it->second = kNoArea;
    }
  }
}

std::int64_t AreaFinder::bucket_of(Point p) const {
  return strip(p.y, extent_.y_min, extent_.y_max, rows_) * columns_ +
         strip(p.x, extent_.x_min, extent_.x_max, columns_);
}

AreaHit AreaFinder::find(Point point) const {
  AreaHit hit;
  if (areas_.empty() || !holds(extent_, point)) return hit;
  for (const std::int32_t i : buckets_[static_cast<std::size_t>(bucket_of(point))]) {
    const auto at = static_cast<std::size_t>(i);
    if (!holds(bounds_[at], point) || !areas_[at].contains(point)) continue;
    if (hit.area != kNoArea) {
      hit.also = i;
      return hit;
    }
    hit.area = i;
  }
  return hit;
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
  std::vector<MultiPolygon> shapes;
  double sum = 0.0;
  for (const BoundaryArea& area : set.areas) {
    shapes.push_back(area.shape);
    sum += area_m2(area.shape);
  }
  const MultiPolygon together = union_of(shapes);
  CoverFault fault;
  fault.overlap_m2 = std::max(0.0, sum - area_m2(together));
  if (district) fault.gap_m2 = area_m2(difference(*district, together));
  return fault;
}

}  // namespace sise
