// People around a place, coarser the farther they are.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/geometry/prepared_area.hpp"
#include "core/study/population.hpp"

namespace sise {

/// Ground whose people do not count: an enterprise's own staff.
struct OwnGround {
  explicit OwnGround(const MultiPolygon& polygons);

  PreparedArea area;
  Bounds box;
};

/// People close together, as one place.
struct PeoplePiece {
  double dx_m = 0.0;  ///< east of the place that asks, grid axes
  double dy_m = 0.0;
  double r_m = 0.0;
  double day = 0.0;
  double night = 0.0;
};

/// The patches of a population in quarters of quarters. Safe to ask from many threads.
class PeopleTree {
 public:
  PeopleTree() = default;
  explicit PeopleTree(std::span<const PopulationPatch> patches);

  /// Everybody within `reach_m` of a place, without those on `own` (may be null). A piece is no wider than 2 % of its distance
  /// or 2 m: larger patches are cut, smaller ones put together. In the order of the tree: neighbours follow each other.
  [[nodiscard]] std::vector<PeoplePiece> around(Point place, double reach_m, const OwnGround* own) const;
  /// False: certainly nobody is that near.
  [[nodiscard]] bool within(Point place, double reach_m) const;

  [[nodiscard]] double most_people() const;  ///< of day and night together, whichever are more
  [[nodiscard]] std::size_t bytes() const;

 private:
  struct Block {
    Bounds box;    ///< with the patches' full squares
    Point centre;  ///< of its people
    double day = 0.0, night = 0.0;
    std::size_t begin = 0, end = 0;  ///< patches
    std::size_t first_child = 0, children = 0;
  };
  struct Asked;

  void divide(std::size_t index, int depth);
  [[nodiscard]] Block block_of(std::size_t begin, std::size_t end) const;
  void gather(const Block& block, const Asked& asked, std::vector<PeoplePiece>& pieces) const;
  static void cut(const PopulationPatch& patch, const Asked& asked, std::vector<PeoplePiece>& pieces);

  std::vector<PopulationPatch> patches_;
  std::vector<Block> blocks_;
};

/// People who come on top of the population.
struct ExtraPeople {
  PeopleTree people;
  bool outdoors = false;  ///< all of them; else as the population is
  double by_day = 1.0;    ///< of the time that is day they are there for this share
  double by_night = 1.0;
};

}  // namespace sise
