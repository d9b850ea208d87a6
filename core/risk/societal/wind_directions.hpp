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
  /// At least `fewest`, in whole numbers to a bearing step.
  WindDirections(const BearingNodes& nodes, std::size_t fewest);

  /// What plumes take, which are narrow.
  static constexpr std::size_t fewest_narrow = 360;
  /// What flames, burning clouds and blasts take, which are wide.
  static constexpr std::size_t fewest_wide = 180;

  [[nodiscard]] std::size_t count() const { return count_; }
  /// Directions to a bearing step of the kernels.
  [[nodiscard]] std::size_t finer() const { return finer_; }
  [[nodiscard]] double step_rad() const;
  [[nodiscard]] std::size_t bin_of(double bearing_turns) const;
  [[nodiscard]] double bearing_deg(std::size_t direction) const;

  /// How often, in a year, the wind blows to within half a step of each direction. They sum to the density's total.
  [[nodiscard]] std::vector<double> shares(const DirectionDensity& density) const;

 private:
  BearingNodes nodes_;
  std::size_t finer_;
  std::size_t count_;
};

}  // namespace sise
