#include "core/risk/societal/turning_grid.hpp"

#include "core/risk/societal/turned_sum.hpp"

namespace sise {
namespace {

std::vector<PolarShare> shares_of(std::span<const PolarPlace> places, const PeopleRings& rings,
                                  const WindDirections& directions) {
  std::vector<PolarShare> shares;
  shares.reserve(places.size());
  for (const PolarPlace& place : places) shares.push_back(polar_share(place, rings, directions));
  return shares;
}

}  // namespace

/// Every direction at once: a bin lies as far off the axis to the right as another to the left.
void turn_over(const Footprint& footprint, const PolarPeople& people, Deaths& deaths) {
  const std::size_t n = deaths.day.size();
  const bool by_night = !(people.same_by_night() && footprint.night_of_day);
  for (const Footprint::Row& row : footprint.rows) {
    const double* day = people.day(row.ring);
    add_turned_sum(day, day + n - 1, std::span(footprint.day).subspan(row.at, row.bins), deaths.day);
    if (!by_night) continue;
    const double* night = people.night(row.ring);
    add_turned_sum(night, night + n - 1, std::span(footprint.night).subspan(row.at, row.bins), deaths.night);
  }
  if (by_night) return;
  for (std::size_t d = 0; d < n; ++d) deaths.night[d] = *footprint.night_of_day * deaths.day[d];
}

void turn_over(const Footprint& footprint, std::span<const std::size_t> row_of_ring, const FewPeople& people,
               Deaths& deaths) {
  const std::size_t n = deaths.day.size();
  for (const PeopleAt& there : people) {
    if (row_of_ring[there.ring] == 0) continue;
    const Footprint::Row& row = footprint.rows[row_of_ring[there.ring] - 1];
    std::size_t left = there.bin;
    std::size_t right = there.bin + 1 == n ? 0 : there.bin + 1;
    for (std::size_t k = 0; k < row.bins; ++k) {
      const double day = there.day * footprint.day[row.at + k];
      const double night = there.night * footprint.night[row.at + k];
      deaths.day[left] += day;
      deaths.night[left] += night;
      deaths.day[right] += day;
      deaths.night[right] += night;
      left = (left == 0 ? n : left) - 1;
      right = right + 1 == n ? 0 : right + 1;
    }
  }
}

void SummedFootprints::add(const Footprint& footprint, double frequency_per_year) {
  for (const Footprint::Row& row : footprint.rows) {
    used_[row.ring] = std::max(used_[row.ring], row.bins);
    for (std::size_t k = 0; k < row.bins; ++k) {
      day_[row.ring * bins_ + k] += frequency_per_year * footprint.day[row.at + k];
      night_[row.ring * bins_ + k] += frequency_per_year * footprint.night[row.at + k];
    }
  }
}

void SummedFootprints::turn_ring(std::size_t ring, std::span<const double> shares_twice, std::span<double> day,
                                 std::span<double> night) const {
  const double* ahead = shares_twice.data() + 1;
  const double* behind = shares_twice.data() + day.size();
  add_turned_sum(ahead, behind, std::span(day_).subspan(ring * bins_, used_[ring]), day);
  if (night.empty()) return;
  add_turned_sum(ahead, behind, std::span(night_).subspan(ring * bins_, used_[ring]), night);
}

TurningGrid::TurningGrid(const PlacedPeople& people, double reach_m, PeopleRings rings,
                         const WindDirections& directions)
    : rings_(rings),
      directions_(directions),
      shares_(shares_of(people.places, rings, directions)),
      people_(people.pieces, shares_, rings.ring_beyond(reach_m) + 1, directions.count()) {
  for (std::size_t ring = 0; ring < people_.rings(); ++ring) asked_.people.push_back(people_.people_on(ring));
}

void TurningGrid::place(const PlacedPeople& people) {
  std::map<std::pair<std::size_t, std::size_t>, std::pair<double, double>> bins;
  for (std::size_t i = 0; i < people.pieces.size(); ++i) {
    const PeoplePiece& piece = people.pieces[i];
    const PolarShare share = polar_share(people.places[i], rings_, directions_);
    each_ring(share, [&](std::size_t ring, double part) {
      auto& [day, night] = bins[{ring, share.bin}];
      day += part * piece.day;
      night += part * piece.night;
    });
  }
  FewPeople few;
  for (const auto& [at, counts] : bins) {
    few.push_back({at.first, at.second, counts.first, counts.second});
    double& asked = asked_.people[at.first];
    asked = std::max(asked, people_.people_on(at.first) + std::max(counts.first, counts.second));
  }
  extra_.push_back(std::move(few));
}

void TurningGrid::sum(const Footprint& footprint, std::size_t weather, double frequency_per_year) {
  auto& sum = sums_[weather];
  if (!sum) sum = std::make_unique<SummedFootprints>(people_.rings(), directions_.count() / 2);
  sum->add(footprint, frequency_per_year);
  night_of_day_ = footprint.night_of_day;  // what a grid holds is of one kind: plumes, or effects without a factor
}

void TurningGrid::add_risk_of(std::size_t piece, DayAndNight& risk) const {
  const PolarShare& share = shares_[piece];
  const std::size_t n = directions_.count();
  each_ring(share, [&](std::size_t ring, double part) {
    const double by_day = part * day_[ring * n + share.bin];
    risk.day += by_day;
    risk.night += night_of_day_ ? *night_of_day_ * by_day : part * night_[ring * n + share.bin];
  });
}

}  // namespace sise
