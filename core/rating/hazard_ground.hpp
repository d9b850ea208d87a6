// How much of an area's ground has which class of a natural hazard.
#pragma once
#include <array>
#include <cstddef>
#include <vector>

#include "core/geometry/box_index.hpp"
#include "core/geometry/geometry.hpp"
#include "core/rating/natural_hazard.hpp"

namespace sise {

inline constexpr std::size_t kNaturalClasses = 6;  ///< with unknown

/// Pieces of an area's ground by class code. Pieces may overlap.
using ClassedGround = std::array<std::vector<MultiPolygon>, kNaturalClasses>;

struct ClassedShape {
  MultiPolygon shape;
  NaturalClass hazard = NaturalClass::unknown;
};

/// The shapes of one hazard.
class HazardGround {
 public:
  explicit HazardGround(std::vector<ClassedShape> shapes);
  /// What of `ground` they cover, each class for itself.
  [[nodiscard]] ClassedGround on(const MultiPolygon& ground) const;

 private:
  std::vector<ClassedShape> shapes_;
  BoxIndex boxes_;
};

/// Parts of the ground's area by class code, 0 to 1. A place has the worst class that covers it; [0] is what none
/// covers or what has no class. Less than a millionth of the ground is none: edges that two layers draw a little apart
/// are no overlap.
using GroundShares = std::array<double, kNaturalClasses>;
[[nodiscard]] GroundShares ground_shares(const MultiPolygon& ground, const ClassedGround& pieces);

/// The worst class that any of the ground has, however little of it; unknown where none is known.
[[nodiscard]] NaturalClass worst_of(const GroundShares& shares);
/// The class of most of the ground, of equal ones the worst; unknown among them.
[[nodiscard]] NaturalClass most_of(const GroundShares& shares);

}  // namespace sise
