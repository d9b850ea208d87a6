// Where around the compass a kernel is tabulated: at the same offsets within every sector of the wind rose.
#pragma once
#include <cstddef>
#include <numbers>

#include "core/kernels/direction_density.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {

/// Sector edges are nodes, and the number of nodes is even, so that half a turn is a whole number of steps. While a ring
/// is computed its nodes lie offset by offset, all sectors of one offset in a row (padded to whole registers), because
/// sectors are what vector code runs over.
struct BearingNodes {
  SectorLayout layout;
  std::size_t per_sector = 12;

  [[nodiscard]] std::size_t sectors() const { return static_cast<std::size_t>(layout.count); }
  [[nodiscard]] std::size_t count() const { return sectors() * per_sector; }
  [[nodiscard]] std::size_t half_turn() const { return count() / 2; }
  [[nodiscard]] double step_rad() const { return 2.0 * std::numbers::pi / static_cast<double>(count()); }
  /// Node 0 lies where the wind from the first sector's edge blows to, degrees clockwise from true north.
  [[nodiscard]] double first_bearing_deg() const { return layout.first_edge_deg() + 180.0; }
  [[nodiscard]] double bearing_deg(std::size_t node) const {
    return first_bearing_deg() + 360.0 * static_cast<double>(node) / static_cast<double>(count());
  }

  [[nodiscard]] std::size_t stride() const { return padded(sectors()); }
  [[nodiscard]] std::size_t ring_size() const { return per_sector * stride(); }
  /// Where node `node` (counted clockwise) lies in a ring.
  [[nodiscard]] std::size_t place(std::size_t node) const { return node % per_sector * stride() + node / per_sector; }
};

}  // namespace sise
