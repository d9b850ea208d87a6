// Lambert's line integral over many straight edges at once.
#pragma once
#include <cstddef>

namespace sise {

/// Coordinates in columns of at least `padded(count)` values (numeric/lanes.hpp).
struct EdgeColumns {
  const double* from_x;
  const double* from_y;
  const double* from_z;
  const double* to_x;
  const double* to_y;
  const double* to_z;
};

/// Of every edge, seen from the origin: half the angle that it subtends, times the unit normal of its plane with the
/// origin, over pi. Columns of the same length; `count` is a whole number of registers.
void edge_terms(const EdgeColumns& edges, std::size_t count, double* x, double* y, double* z);

}  // namespace sise
