#include "models/fire/flame_outline.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/fire/edge_terms.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

double norm(const ViewVector& a) { return std::sqrt(dot(a, a)); }
ViewVector flat(const ViewVector& a) { return {a.x, a.y, 0.0}; }
ViewVector unit(const ViewVector& a) {
  const double length = norm(a);
  return length > 0.0 ? (1.0 / length) * a : ViewVector{};
}

ViewVector edge_term(const ViewVector& a, const ViewVector& b) {
  using Register = std::array<double, kLanes>;
  std::array<Register, 6> columns{};
  const std::array<double, 6> values{a.x, a.y, a.z, b.x, b.y, b.z};
  for (std::size_t c = 0; c < values.size(); ++c) columns.at(c).fill(values.at(c));
  Register x{};
  Register y{};
  Register z{};
  edge_terms({columns[0].data(), columns[1].data(), columns[2].data(), columns[3].data(), columns[4].data(),
              columns[5].data()},
             kLanes, x.data(), y.data(), z.data());
  return {x[0], y[0], z[0]};
}

}  // namespace

FlameOutline::FlameOutline(std::size_t most_edges)
    : stride_(padded(most_edges)),
      columns_(std::make_unique_for_overwrite<double[]>(kColumns * stride_)) {}  // NOLINT(*-avoid-c-arrays)

void FlameOutline::add(const ViewVector& from, const ViewVector& to) {
  const std::array<double, 6> values{from.x, from.y, from.z, to.x, to.y, to.z};
  for (std::size_t c = 0; c < values.size(); ++c) columns_[c * stride_ + count_] = values.at(c);
  ++count_;
}

void FlameOutline::close() {
  if (count_ == 0) return;
  const auto column = [&](std::size_t c) { return columns_.get() + c * stride_; };
  for (std::size_t c = 0; c < kTermColumn; ++c) std::fill(column(c) + count_, column(c) + padded(count_), column(c)[0]);
  edge_terms({column(0), column(1), column(2), column(3), column(4), column(5)}, padded(count_), column(kTermColumn),
             column(kTermColumn + 1), column(kTermColumn + 2));
  for (std::size_t i = 0; i < count_; ++i) whole_ = whole_ + term(i);
}

// The outline is convex: it passes behind the surface once and comes back once, and the way between lies in the surface.
ViewVector FlameOutline::in_front_of(const ViewVector& normal) const {
  ViewVector sum{};
  ViewVector goes{};
  ViewVector returns{};
  bool cut = false;
  for (std::size_t i = 0; i < count_; ++i) {
    const ViewVector begin = from(i);
    const ViewVector end = to(i);
    const double before = dot(normal, begin);
    const double after = dot(normal, end);
    if (before >= 0.0 && after >= 0.0) {
      sum = sum + term(i);
    } else if (before >= 0.0 || after >= 0.0) {
      const ViewVector there = begin + (before / (before - after)) * (end + -1.0 * begin);
      sum = sum + (before >= 0.0 ? edge_term(begin, there) : edge_term(there, end));
      (before >= 0.0 ? goes : returns) = there;
      cut = true;
    }
  }
  return cut && norm(goes) > 0.0 && norm(returns) > 0.0 ? sum + edge_term(goes, returns) : sum;
}

// Of any two directions within 45 degrees of a third the angle is at most 90: no part takes from what another gives.
bool FlameOutline::within_a_right_angle(const ViewVector& middle, bool horizontally) const {
  for (std::size_t i = 0; i < count_; ++i) {
    const ViewVector direction = horizontally ? flat(from(i)) : from(i);
    const double along = dot(middle, direction);
    if (!(along >= 0.0 && along * along >= 0.5 * dot(direction, direction))) return false;
  }
  return true;
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

double FlameOutline::view_factor(Receiver receiver) {
  close();
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
