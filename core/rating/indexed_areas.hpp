// The areas of a boundary set, prepared, and found by where they lie: sets have thousands of them.
#pragma once
#include <span>
#include <utility>
#include <vector>

#include "core/geometry/box_index.hpp"
#include "core/geometry/prepared_area.hpp"

namespace sise {

class IndexedAreas {
 public:
  /// Shapes are valid polygons.
  explicit IndexedAreas(std::span<const MultiPolygon> shapes);

  [[nodiscard]] std::size_t size() const { return areas_.size(); }
  [[nodiscard]] const PreparedArea& area(std::size_t i) const { return areas_[i]; }
  [[nodiscard]] const Bounds& bounds(std::size_t i) const { return boxes_.box(i); }
  /// The first that holds the point; size() for none.
  [[nodiscard]] std::size_t first_with(Point point) const { return first_two_with(point).first; }
  /// The first two that hold the point; size() for none.
  [[nodiscard]] std::pair<std::size_t, std::size_t> first_two_with(Point point) const;

 private:
  std::vector<PreparedArea> areas_;
  BoxIndex boxes_;
};

}  // namespace sise
