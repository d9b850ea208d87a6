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

/// What edges give, as edge_terms() says.
struct EdgeTerms {
  const double* x;
  const double* y;
  const double* z;
};

/// Adds up the terms of all edges that lie wholly where the product with `normal` (3 numbers) is at least 0, each lane by itself:
/// `sums` are kLanes of x, of y and of z. Tells the first of every few edges among which one passes through that plane, at
/// most `most` of them; answers how many there were, with `few` edges each.
struct CrossedEdges {
  std::size_t count;
  std::size_t few;
};
[[nodiscard]] CrossedEdges sum_in_front(const EdgeColumns& edges, const EdgeTerms& terms, std::size_t count,
                                        const double* normal, double* sums, std::size_t* crossed, std::size_t most);

}  // namespace sise
