#include "core/risk/societal/polar_people.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "core/kernels/polar_places.hpp"
#include "core/kernels/ring_axes.hpp"

namespace sise {

double PeopleRings::ring_m(std::size_t ring) const {
  const double place = static_cast<double>(ring) / static_cast<double>(parts);
  return ring == 0 ? RingAxes::at_source_m : RingAxes::scale_m * std::expm1(place * RingAxes::step);
}

std::size_t PeopleRings::ring_beyond(double reach_m) const {
  return static_cast<std::size_t>(
      std::ceil(std::log1p(reach_m / RingAxes::scale_m) / RingAxes::step * static_cast<double>(parts)));
}

std::vector<PolarPlace> polar_places(std::span<const PeoplePiece> pieces, double grid_north_deg) {
  std::vector<PolarPlace> places;
  places.reserve(pieces.size());
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  PolarPlaces block;
  for (std::size_t from = 0; from < pieces.size(); from += PolarPlaces::most) {
    const std::size_t count = std::min(PolarPlaces::most, pieces.size() - from);
    for (std::size_t i = 0; i < count; ++i) {
      dx.at(i) = pieces[from + i].dx_m;
      dy.at(i) = pieces[from + i].dy_m;
    }
    block.set(std::span(dx).first(count), std::span(dy).first(count), grid_north_deg);
    for (std::size_t i = 0; i < count; ++i) places.push_back({block.ln.at(i) / RingAxes::step, block.turns.at(i)});
  }
  return places;
}

PolarShare polar_share(const PolarPlace& place, const PeopleRings& rings, const WindDirections& directions) {
  const double ring = place.ring * static_cast<double>(rings.parts);
  const auto inner = static_cast<std::uint32_t>(ring);
  return {inner, static_cast<std::uint32_t>(directions.bin_of(place.turns)), ring - static_cast<double>(inner)};
}

template <class People>
std::vector<double> PolarPeople::laid_out(std::span<const PeoplePiece> pieces, std::span<const PolarShare> shares,
                                          const People& people) const {
  const std::size_t count = totals_.size();
  std::vector<double> all(2 * bins_ * count);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const PolarShare& share = shares[i];
    if (share.ring >= count) continue;
    double* here = all.data() + 2 * bins_ * share.ring + share.bin;
    *here += (1.0 - share.on_next) * people(pieces[i]);
    if (share.ring + 1 < count) here[2 * bins_] += share.on_next * people(pieces[i]);
  }
  for (std::size_t ring = 0; ring < count; ++ring) {
    double* once = all.data() + 2 * bins_ * ring;
    std::copy(once, once + bins_, once + bins_);
  }
  return all;
}

PolarPeople::PolarPeople(std::span<const PeoplePiece> pieces, std::span<const PolarShare> shares, std::size_t count,
                         std::size_t bins)
    : bins_(bins),
      same_by_night_(std::all_of(pieces.begin(), pieces.end(), [](const PeoplePiece& p) { return p.day == p.night; })),
      totals_(count),
      day_(laid_out(pieces, shares, [](const PeoplePiece& p) { return p.day; })) {
  if (!same_by_night_) night_ = laid_out(pieces, shares, [](const PeoplePiece& p) { return p.night; });
  for (std::size_t ring = 0; ring < count; ++ring) {
    const double by_day = std::accumulate(day(ring), day(ring) + bins_, 0.0);
    const double by_night = same_by_night_ ? by_day : std::accumulate(night(ring), night(ring) + bins_, 0.0);
    totals_[ring] = std::max(by_day, by_night);
  }
}

}  // namespace sise
