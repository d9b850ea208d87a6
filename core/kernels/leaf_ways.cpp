#include "core/kernels/leaf_ways.hpp"

#include <algorithm>
#include <cmath>

#include "core/geometry/point_distance.hpp"
#include "core/kernels/near_table.hpp"

namespace sise {

LeafWays::LeafWays(const PlacedKernel& line, std::span<const std::uint32_t> stretches, const Bounds& leaf,
                   double cell_m, double table_m)
    : leaf_(leaf), table_m_(table_m) {
  const double reach_m = line.reach_m() + leaf.x_max - leaf.x_min;
  std::vector<std::uint32_t> open(stretches.rbegin(), stretches.rend());
  while (!open.empty()) {
    const std::uint32_t index = open.back();
    open.pop_back();
    const SourceLine::Stretch& one = line.along->stretch(index);
    const double distance = distance_m(one.box, leaf);
    if (distance > reach_m) continue;
    if (distance > table_m && one.is_small_from(distance, line.sharp_m())) {
      line.along->add_ways(index, distance, far_);
    } else if (one.is_one_place()) {
      part(one.way, one.length_m, cell_m);
    } else {
      open.push_back(one.right);
      open.push_back(one.left);
    }
  }
}

/// Into sources no farther apart than the table wants them.
void LeafWays::part(const SourceWay& way, double length_m, double cell_m) {
  const double parts = std::max(1.0, std::ceil(length_m / (NearTable::step_cells * cell_m)));
  const auto count = static_cast<std::size_t>(parts);
  for (std::size_t i = 0; i < count; ++i) {
    const SourceWay one = part_of(way, i, count);
    const Point middle{0.5 * (one.from.x + one.to.x), 0.5 * (one.from.y + one.to.y)};
    if (distance_m(Bounds{middle.x, middle.y, middle.x, middle.y}, leaf_) <= table_m_) {
      on_table_.push_back({middle, one.share});
      beside_.push_back(one);
    } else {
      far_.push_back(one);
    }
  }
}

}  // namespace sise
