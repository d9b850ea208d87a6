// The directions that societal risk asks about one by one, and how often the wind blows to each.
#pragma once
#include <cstddef>
#include <vector>

#include "core/kernels/bearing_nodes.hpp"
#include "core/kernels/direction_density.hpp"

namespace sise {

/// Directions lie at the steps of the kernels' bearings or at equal parts of them; people are gathered in the bins between
/// neighbouring directions. Bin b reaches from direction b clockwise to the next.
class WindDirections {
 public:
  explicit WindDirections(const BearingNodes& nodes);

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Directions to a bearing step of the kernels.
  [[nodiscard]] std::size_t finer() const { return finer_; }
  [[nodiscard]] double step_rad() const;
  [[nodiscard]] std::size_t bin_of(double bearing_deg) const;
  [[nodiscard]] double bearing_deg(std::size_t direction) const;

  /// How often, in a year, the wind blows to within half a step of each direction. They sum to the density's total.
  [[nodiscard]] std::vector<double> shares(const DirectionDensity& density) const;

 private:
  BearingNodes nodes_;
  std::size_t finer_;
  std::size_t count_;
};

}  // namespace sise
