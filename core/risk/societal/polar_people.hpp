// People around a source on rings and in bins of bearing: the grid that footprints are turned over.
#pragma once
#include <cstddef>
#include <span>
#include <vector>

#include "core/risk/societal/people_tree.hpp"
#include "core/risk/societal/wind_directions.hpp"

namespace sise {

/// Rings of people: those of the kernels, or so many times as many. Fires fall off within metres.
struct PeopleRings {
  std::size_t parts = 1;

  [[nodiscard]] double ring_m(std::size_t ring) const;
  /// Rings 0 … this one reach at least to `reach_m`.
  [[nodiscard]] std::size_t ring_beyond(double reach_m) const;
};

/// Where a piece stands on the grid: shared between two rings by ln(1 + r/5 m), whole in its bin of bearing.
struct PolarShare {
  std::size_t ring = 0;
  double on_next = 0.0;  ///< share on ring + 1
  std::size_t bin = 0;
};

[[nodiscard]] PolarShare polar_share(const PeoplePiece& piece, double grid_north_deg, const PeopleRings& rings,
                                     const WindDirections& directions);

/// Pieces with the share of each on `count` rings of `bins`; beyond them nobody is counted.
class PolarPeople {
 public:
  PolarPeople(std::span<const PeoplePiece> pieces, std::span<const PolarShare> shares, std::size_t count,
              std::size_t bins);

  [[nodiscard]] std::size_t rings() const { return totals_.size(); }
  /// As many everywhere by night as by day.
  [[nodiscard]] bool same_by_night() const { return same_by_night_; }
  /// By day or by night, whichever are more.
  [[nodiscard]] double people_on(std::size_t ring) const { return totals_[ring]; }
  /// Twice around the compass, so that nobody need wrap.
  [[nodiscard]] const double* day(std::size_t ring) const { return day_.data() + 2 * bins_ * ring; }
  [[nodiscard]] const double* night(std::size_t ring) const { return night_.data() + 2 * bins_ * ring; }

 private:
  std::size_t bins_;
  bool same_by_night_ = true;
  std::vector<double> totals_;
  std::vector<double> day_, night_;
};

}  // namespace sise
