// People around a source on rings and in bins of bearing: the grid that footprints are turned over.
#pragma once
#include <cstddef>
#include <cstdint>
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

/// Where a piece lies, in rings of the kernels and in turns clockwise from true north.
struct PolarPlace {
  double ring = 0.0;
  double turns = 0.0;
};
[[nodiscard]] std::vector<PolarPlace> polar_places(std::span<const PeoplePiece> pieces, double grid_north_deg);

/// Where a piece stands on a grid: shared between two rings by ln(1 + r/5 m), whole in its bin of bearing.
struct PolarShare {
  std::uint32_t ring = 0;
  std::uint32_t bin = 0;
  double on_next = 0.0;  ///< share on ring + 1
};
[[nodiscard]] PolarShare polar_share(const PolarPlace& place, const PeopleRings& rings,
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
  [[nodiscard]] const double* night(std::size_t ring) const {
    return same_by_night_ ? day(ring) : night_.data() + 2 * bins_ * ring;
  }

 private:
  /// Adds what `people` says of each piece, and copies each ring once around the compass.
  template <class People>
  std::vector<double> laid_out(std::span<const PeoplePiece> pieces, std::span<const PolarShare> shares,
                               const People& people) const;

  std::size_t bins_;
  bool same_by_night_;
  std::vector<double> totals_;
  std::vector<double> day_, night_;
};

}  // namespace sise
