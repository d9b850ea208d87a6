// Places around a source as kernels want them: distance and bearing.
#pragma once
#include <array>
#include <cstddef>
#include <span>

#include "models/numeric/lanes.hpp"

namespace sise {

/// Up to `most` places at a time. What lies beyond `count`, to a whole number of registers, repeats the last place.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): set() fills what is read
struct PolarPlaces {
  static constexpr std::size_t most = 64;

  /// From offsets dx east and dy north; grid_north_deg is the true bearing of the dy axis.
  void set(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg);

  std::size_t count = 0;
  double nearest_m = 0.0, farthest_m = 0.0;
  std::array<double, most> r_m;
  std::array<double, most> ln;     ///< ln(1 + r/5 m), in which kernels are tabulated evenly
  std::array<double, most> turns;  ///< true bearing in whole turns, between −2 and 2
};

}  // namespace sise
