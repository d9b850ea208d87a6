// A proposed unit's risk beside that of units which stand. Not for use outside decision.
#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "core/accidents/source_point.hpp"
#include "core/decision/checks.hpp"
#include "core/geometry/operations.hpp"

namespace sise {

/// The proposed unit's risk where it is to stand, together with that of units which stand there.
class RiskTogether {
 public:
  RiskTogether(const ReviewContext& context, const Unit& unit, const ProposedUnit& own)
      : around_(context.assessment.risk), own_(own), unit_(unit), source_(source_point(unit.geometry)) {
    shift_ = {own.source().x - source_.x, own.source().y - source_.y};
  }

  [[nodiscard]] bool reaches(const Geometry& shape) const {
    const Geometry from = unit_.geometry.lines.empty() ? Geometry{.points = {source_}} : unit_.geometry;
    return distance_m(from, shape) <= own_.risk().reach_m(0);
  }

  /// The place as the unit sees it that was made elsewhere.
  [[nodiscard]] Point where_made(Point place) const { return {place.x + shift_.x, place.y + shift_.y}; }

  /// As if its accidents reached so many times as far.
  [[nodiscard]] double own_reaching(Point place, double factor) const {
    return own_.risk().risk_reaching(0, where_made(place), factor);
  }

  /// As least_risk() of units that stand.
  [[nodiscard]] double own_least(const WarningBrackets& brackets, Point place) const {
    return least_risk(own_.assessment(), brackets, 0, where_made(place));
  }

  /// As RiskModel::may_be_off().
  [[nodiscard]] double own_off(Point place) const { return own_.risk().may_be_off(0, where_made(place)); }

  [[nodiscard]] double own_at(Point place) const {
    constexpr std::array<std::size_t, 1> kAlone{0};
    return own_.risk().risk_at(where_made(place), kAlone);
  }

  /// The unit's own at each of the places.
  [[nodiscard]] std::vector<double> own_on(const std::vector<Point>& places) const {
    constexpr std::array<std::size_t, 1> kAlone{0};
    std::vector<Point> shifted;
    shifted.reserve(places.size());
    for (const Point& place : places) shifted.push_back(where_made(place));
    std::vector<double> own(places.size(), 0.0);
    own_.risk().risk_at(shifted, kAlone, own);
    return own;
  }

  [[nodiscard]] ParcelRisk at(const std::vector<Point>& places, const std::vector<std::size_t>& others) const {
    std::vector<double> there(places.size(), 0.0);
    if (!others.empty()) around_.risk_at(places, others, there);
    const std::vector<double> own = own_on(places);
    ParcelRisk result;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const double here = there[i] + own[i];
      if (i == 0 || here > result.largest) {
        result.largest = here;
        result.worst = places[i];
      }
      result.smallest = i == 0 ? here : std::min(result.smallest, here);
    }
    return result;
  }

 private:
  const RiskModel& around_;
  const ProposedUnit& own_;
  const Unit& unit_;
  Point source_;
  Point shift_;  ///< to the place where the unit was made
};

}  // namespace sise
