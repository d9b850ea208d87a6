// One grid of people around a source, and the footprints that are turned over it.
#pragma once
#include <algorithm>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/risk/societal/footprint.hpp"
#include "core/risk/societal/people_tree.hpp"
#include "core/risk/societal/polar_people.hpp"
#include "core/risk/societal/wind_directions.hpp"

namespace sise {

/// N by day and by night for every direction of the wind.
struct Deaths {
  std::vector<double> day, night;

  explicit Deaths(std::size_t directions) : day(directions), night(directions) {}
  void clear() {
    std::fill(day.begin(), day.end(), 0.0);
    std::fill(night.begin(), night.end(), 0.0);
  }
};

/// Every direction at once: a bin lies as far off the axis to the right as another to the left.
void turn_over(const Footprint& footprint, const PolarPeople& people, Deaths& deaths);

/// Few people in few bins: direction by direction of those bins.
struct PeopleAt {
  std::size_t ring, bin;
  double day, night;
};
using FewPeople = std::vector<PeopleAt>;

void turn_over(const Footprint& footprint, std::span<const std::size_t> row_of_ring, const FewPeople& people,
               Deaths& deaths);

/// Pieces of people, and where they lie around a source.
struct PlacedPeople {
  PlacedPeople() = default;
  PlacedPeople(std::vector<PeoplePiece> people, double grid_north_deg)
      : pieces(std::move(people)), places(polar_places(pieces, grid_north_deg)) {}

  std::vector<PeoplePiece> pieces;
  std::vector<PolarPlace> places;
};

/// Footprints of all cases in one weather, times their frequencies, on the rings where people are.
class SummedFootprints {
 public:
  SummedFootprints(std::size_t rings, std::size_t bins)
      : bins_(bins), day_(rings * bins), night_(rings * bins), used_(rings) {}

  void add(const Footprint& footprint, double frequency_per_year);
  /// Risk by day and night of somebody in each bin of a ring: the turn of `turn_over` seen from the people. `night` may be
  /// empty: not wanted.
  void turn_ring(std::size_t ring, std::span<const double> shares_twice, std::span<double> day,
                 std::span<double> night) const;

 private:
  std::size_t bins_;
  std::vector<double> day_, night_;
  std::vector<std::size_t> used_;  ///< bins per ring
};

/// People on rings as far as some accidents reach, the extra people beside them, and what is summed over both.
class TurningGrid {
 public:
  /// Keeps a reference to `directions`.
  TurningGrid(const PlacedPeople& people, double reach_m, PeopleRings rings, const WindDirections& directions);

  [[nodiscard]] const PeopleRings& rings() const { return rings_; }
  [[nodiscard]] const AskedRings& asked() const { return asked_; }
  [[nodiscard]] const PolarPeople& people() const { return people_; }
  [[nodiscard]] std::span<const FewPeople> extra() const { return extra_; }

  /// People who come on top, one list after another.
  void place(const PlacedPeople& people);
  void sum(const Footprint& footprint, std::size_t weather, double frequency_per_year);
  /// The same sums from the people's side: the risk of each ring and bin. `shares(weather)`: how often the wind blows to where.
  template <class Shares>
  void turn_sums(const Shares& shares) {
    const std::size_t n = directions_.count();
    day_.assign(people_.rings() * n, 0.0);
    night_.assign(night_of_day_ ? 0 : people_.rings() * n, 0.0);
    std::vector<double> twice;
    for (const auto& [weather, sum] : sums_) {
      const std::vector<double>& once = shares(weather);
      twice.assign(once.begin(), once.end());
      twice.insert(twice.end(), once.begin(), once.end());
      for (std::size_t ring = 0; ring < people_.rings(); ++ring) {
        const std::span<double> night = night_of_day_ ? std::span<double>() : std::span(night_).subspan(ring * n, n);
        sum->turn_ring(ring, twice, std::span(day_).subspan(ring * n, n), night);
      }
    }
  }
  /// Adds to that by day and night, after turn_sums: of the piece with this index; none beyond the grid.
  void add_risk_of(std::size_t piece, DayAndNight& risk) const;

 private:
  template <class Do>
  void each_ring(const PolarShare& share, const Do& act) const {
    if (share.ring < people_.rings()) act(share.ring, 1.0 - share.on_next);
    if (share.ring + 1 < people_.rings()) act(share.ring + 1, share.on_next);
  }

  PeopleRings rings_;
  const WindDirections& directions_;
  std::vector<PolarShare> shares_;  ///< of the pieces
  PolarPeople people_;
  AskedRings asked_;
  std::vector<FewPeople> extra_;
  std::map<std::size_t, std::unique_ptr<SummedFootprints>> sums_;  ///< by weather
  std::vector<double> day_, night_;                                ///< risk
  std::optional<double> night_of_day_;                             ///< of all footprints so far alike
};

}  // namespace sise
