#include "models/fire/flame_outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace sise {
namespace {

double norm(const ViewVector& a) { return std::sqrt(dot(a, a)); }
ViewVector flat(const ViewVector& a) { return {a.x, a.y, 0.0}; }
ViewVector unit(const ViewVector& a) {
  const double length = norm(a);
  return length > 0.0 ? (1.0 / length) * a : ViewVector{};
}

/// The angle between two directions over its sine, by the cosine; small angles by the series in 1 - cos.
double angle_over_sine(double cosine) {
  const double e = 1.0 - cosine;
  if (e < 0.02) return 1.0 + e * (1.0 / 3.0 + e * (2.0 / 15.0 + e * (2.0 / 35.0 + e * (8.0 / 315.0))));
  const double sine = std::sqrt(std::max(0.0, 1.0 - cosine * cosine));
  return sine > 0.0 ? std::atan2(sine, cosine) / sine : 1.0;
}

/// Lambert: half the angle that the edge subtends, times the unit normal of its plane with the receiver, over pi.
ViewVector edge_term(const ViewVector& a, const ViewVector& b) {
  const double scale = 1.0 / std::sqrt(dot(a, a) * dot(b, b));
  return (0.5 / std::numbers::pi * scale * angle_over_sine(scale * dot(a, b))) * cross(b, a);
}

}  // namespace

void FlameOutline::add(const ViewVector& from, const ViewVector& to) {
  edges_.push_back({from, to, edge_term(from, to)});
  whole_ = whole_ + edges_.back().term;
}

// The outline is convex: it passes behind the surface once and comes back once, and the way between lies in the surface.
ViewVector FlameOutline::in_front_of(const ViewVector& normal) const {
  ViewVector sum{};
  ViewVector goes{};
  ViewVector returns{};
  bool cut = false;
  for (const Edge& edge : edges_) {
    const double from = dot(normal, edge.from);
    const double to = dot(normal, edge.to);
    if (from >= 0.0 && to >= 0.0) {
      sum = sum + edge.term;
    } else if (from >= 0.0 || to >= 0.0) {
      const ViewVector there = edge.from + (from / (from - to)) * (edge.to + -1.0 * edge.from);
      sum = sum + (from >= 0.0 ? edge_term(edge.from, there) : edge_term(there, edge.to));
      (from >= 0.0 ? goes : returns) = there;
      cut = true;
    }
  }
  return cut && norm(goes) > 0.0 && norm(returns) > 0.0 ? sum + edge_term(goes, returns) : sum;
}

// Of any two directions within 45 degrees of a third the angle is at most 90: no part takes from what another gives.
bool FlameOutline::within_a_right_angle(const ViewVector& middle, bool horizontally) const {
  return std::all_of(edges_.begin(), edges_.end(), [&](const Edge& edge) {
    const ViewVector direction = horizontally ? flat(edge.from) : edge.from;
    const double along = dot(middle, direction);
    return along >= 0.0 && along * along >= 0.5 * dot(direction, direction);
  });
}

double FlameOutline::climb(ViewVector normal, bool horizontally) const {
  constexpr int kMostSteps = 60;
  constexpr double kSettled = 1e-9;
  double best = 0.0;
  for (int step = 0; step < kMostSteps; ++step) {
    const ViewVector seen = in_front_of(normal);
    const double here = dot(normal, seen);
    if (!(here > best * (1.0 + kSettled))) return std::max(best, here);
    best = here;
    normal = unit(horizontally ? flat(seen) : seen);
  }
  return best;
}

double FlameOutline::view_factor(Receiver receiver) const {
  if (receiver == Receiver::horizontal) return whole_.z;
  const bool wall = receiver == Receiver::vertical;
  const ViewVector middle = wall ? flat(whole_) : whole_;
  if (within_a_right_angle(unit(middle), wall)) return norm(middle);
  double best = climb(unit(middle), wall);
  constexpr std::array<ViewVector, 4> kAlong{{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}}};
  for (const ViewVector& start : kAlong) best = std::max(best, climb(start, wall));
  return wall ? best : std::max(best, climb({0.0, 0.0, 1.0}, wall));
}

}  // namespace sise
