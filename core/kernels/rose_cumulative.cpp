#include "core/kernels/rose_cumulative.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <numbers>

#include "models/numeric/lanes.hpp"

namespace sise {

RoseCumulative::RoseCumulative(const DirectionDensity& density)
    : stride(padded(static_cast<std::size_t>(density.layout().count))),
      sectors(density.layout().count),
      first_turns((density.layout().first_edge_deg() + 180.0) / 360.0),
      total(density.total()) {
  terms.resize(4 * stride);
  const double width = 2.0 * std::numbers::pi / sectors;
  double before = 0.0;
  for (int s = 0; s < sectors; ++s) {
    const std::array<double, 3> c = density.polynomial_per_rad(static_cast<std::size_t>(s));
    const double one = width * c[0];
    const double two = width * c[1] / 2.0;
    const double three = width * c[2] / 3.0;
    auto at = static_cast<std::size_t>(s);
    for (const double term : {before, one, two, three}) {
      terms.at(at) = term;
      at += stride;
    }
    before += one + two + three;
    // The density is a parabola: its largest value is at an end or at its vertex.
    const auto density_at = [&](double xi) { return (one + xi * (2.0 * two + xi * 3.0 * three)) * sectors; };
    const double vertex = three < 0.0 ? std::clamp(-two / (3.0 * three), 0.0, 1.0) : 0.0;
    most_per_turn = std::max({most_per_turn, density_at(0.0), density_at(1.0), density_at(vertex)});
  }
}

}  // namespace sise
