// Finding the people of a neighbourhood without walking through those of the whole district.
#pragma once
#include <cstddef>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/study/population.hpp"

namespace sise {

/// Does not own the population: it must outlive the index.
class PopulationIndex {
 public:
  explicit PopulationIndex(const Population& population);

  /// The patches that touch the box, in the population's order, with its shares: sums over them are the same bytes as
  /// sums over all.
  [[nodiscard]] Population near(const Bounds& box) const;

 private:
  const Population& population_;
  std::vector<std::size_t> by_y_;  ///< patches by rising y of their centres
  double largest_half_m_ = 0.0;
};

}  // namespace sise
