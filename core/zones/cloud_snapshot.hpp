// The puffs of every moment that matters, ready to be laid over a grid or a list of places.
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/zones/cloud_field.hpp"

namespace sise {

/// exp(-(x^2 + y^2) half_inverse_variance) around (x, y) in the grid's CRS, times its axis values (CloudSnapshot).
struct CloudPuff {
  double x = 0.0;
  double y = 0.0;
  double half_inverse_variance = 0.0;  ///< 1/(2 sigma^2), 1/m2
  double reach_m = 0.0;                ///< beyond it the puff is too weak to count, at every height

  /// That holds its reach.
  [[nodiscard]] Bounds square() const { return {x - reach_m, y - reach_m, x + reach_m, y + reach_m}; }
};

[[nodiscard]] inline bool touch(const Bounds& a, const Bounds& b) {
  return a.x_max >= b.x_min && a.x_min <= b.x_max && a.y_max >= b.y_min && a.y_min <= b.y_max;
}

/// Puffs that follow each other and are left out together.
inline constexpr std::size_t kCloudGroup = 16;

struct CloudSnapshot {
  double time_s = 0.0;
  bool change = false;             ///< wind or rate change at this very moment: concentrations bend here
  bool past = false;               ///< nothing released so far will ever again matter within the box
  bool steady = false;             ///< the cloud within the box stays as it is until the next change
  std::int64_t in_the_air = 0;     ///< all puffs of the moment
  std::vector<CloudPuff> puffs;    ///< of these, those that count somewhere in the box
  std::vector<Bounds> groups;      ///< the squares of kCloudGroup puffs after each other
  std::vector<double> axis_kg_m3;  ///< value above or below the centre: height h of puff p at [p * heights + h]
  double last_change_s = 0.0;      ///< the latest change before this moment
};

/// From the beginning until the cloud is past: the first moment from the last change on at which every puff has thinned
/// out everywhere or has left `box` behind for good. While what the last change released has all left the box behind, nothing
/// changes in it: the next moment is that of the next change.
[[nodiscard]] std::vector<CloudSnapshot> cloud_snapshots(const PuffSeries& series, Point source, const Bounds& box,
                                                         const CloudQuestion& question, Progress* progress);

}  // namespace sise
