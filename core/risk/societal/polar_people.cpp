#include "core/risk/societal/polar_people.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/ring_axes.hpp"
#include "models/base/constants.hpp"

namespace sise {

double PeopleRings::ring_m(std::size_t ring) const {
  const double place = static_cast<double>(ring) / static_cast<double>(parts);
  return ring == 0 ? RingAxes::at_source_m : RingAxes::scale_m * std::expm1(place * RingAxes::step);
}

std::size_t PeopleRings::ring_beyond(double reach_m) const {
  return static_cast<std::size_t>(
      std::ceil(std::log1p(reach_m / RingAxes::scale_m) / RingAxes::step * static_cast<double>(parts)));
}

PolarShare polar_share(const PeoplePiece& piece, double grid_north_deg, const PeopleRings& rings,
                       const WindDirections& directions) {
  const double place = std::log1p(piece.r_m / RingAxes::scale_m) / RingAxes::step * static_cast<double>(rings.parts);
  const double ring = std::floor(place);
  const double bearing_deg = std::atan2(piece.dx_m, piece.dy_m) / kDegree + grid_north_deg;
  return {static_cast<std::size_t>(ring), place - ring, directions.bin_of(bearing_deg)};
}

PolarPeople::PolarPeople(std::span<const PeoplePiece> pieces, std::span<const PolarShare> shares, std::size_t count,
                         std::size_t bins)
    : bins_(bins), totals_(count), day_(2 * bins_ * count), night_(2 * bins_ * count) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const PeoplePiece& piece = pieces[i];
    const PolarShare& share = shares[i];
    same_by_night_ = same_by_night_ && piece.day == piece.night;
    for (const std::size_t next : {std::size_t{0}, std::size_t{1}}) {
      const std::size_t ring = share.ring + next;
      if (ring >= count) continue;
      const double part = next == 1 ? share.on_next : 1.0 - share.on_next;
      day_[2 * bins_ * ring + share.bin] += part * piece.day;
      night_[2 * bins_ * ring + share.bin] += part * piece.night;
    }
  }
  for (std::size_t ring = 0; ring < count; ++ring) {
    double by_day = 0.0;
    double by_night = 0.0;
    double* day = day_.data() + 2 * bins_ * ring;
    double* night = night_.data() + 2 * bins_ * ring;
    for (std::size_t b = 0; b < bins_; ++b) {
      by_day += day[b];
      by_night += night[b];
    }
    std::copy(day, day + bins_, day + bins_);
    std::copy(night, night + bins_, night + bins_);
    totals_[ring] = std::max(by_day, by_night);
  }
}

}  // namespace sise
