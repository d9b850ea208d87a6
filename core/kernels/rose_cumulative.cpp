#include "core/kernels/rose_cumulative.hpp"

#include <array>
#include <cstddef>
#include <numbers>

namespace sise {

RoseCumulative::RoseCumulative(const DirectionDensity& density)
    : sectors(density.layout().count),
      first_turns((density.layout().first_edge_deg() + 180.0) / 360.0),
      total(density.total()) {
  const double width = 2.0 * std::numbers::pi / sectors;
  double before = 0.0;
  for (int s = 0; s < sectors; ++s) {
    const std::array<double, 3> c = density.polynomial_per_rad(static_cast<std::size_t>(s));
    const double one = width * c[0];
    const double two = width * c[1] / 2.0;
    const double three = width * c[2] / 3.0;
    terms.insert(terms.end(), {before, one, two, three});
    before += one + two + three;
  }
}

}  // namespace sise
