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

/// A few edges that are no edges of the outline, and what they give together.
class FewEdges {
 public:
  void add(const ViewVector& from, const ViewVector& to) {
    if (count_ == kLanes) work_out();
    const std::array<double, 6> values{from.x, from.y, from.z, to.x, to.y, to.z};
    for (std::size_t c = 0; c < values.size(); ++c) {
      if (count_ == 0) columns_.at(c).fill(values.at(c));
      columns_.at(c).at(count_) = values.at(c);
    }
    ++count_;
  }

  [[nodiscard]] ViewVector sum() {
    if (count_ > 0) work_out();
    return sum_;
  }

 private:
  using Register = std::array<double, kLanes>;

  void work_out() {
    Register x{};
    Register y{};
    Register z{};
    const auto at = [this](std::size_t c) { return columns_.at(c).data(); };
    edge_terms({at(0), at(1), at(2), at(3), at(4), at(5)}, kLanes, x.data(), y.data(), z.data());
    for (std::size_t i = 0; i < count_; ++i) sum_ = sum_ + ViewVector{x.at(i), y.at(i), z.at(i)};
    count_ = 0;
  }

  std::array<Register, 6> columns_{};
  std::size_t count_ = 0;
  ViewVector sum_{};
};

}  // namespace

FlameOutline::FlameOutline(std::size_t most_edges)
    : stride_(padded(most_edges)),
      columns_(std::make_unique_for_overwrite<double[]>(kColumns * stride_)) {}  // NOLINT(*-avoid-c-arrays)

EdgeColumns FlameOutline::edges() const { return {column(0), column(1), column(2), column(3), column(4), column(5)}; }

void FlameOutline::close() {
  if (count_ == 0) return;
  const auto writable = [&](std::size_t c) { return columns_.get() + c * stride_; };
  for (std::size_t c = 0; c < kTermColumn; ++c)
    std::fill(writable(c) + count_, writable(c) + padded(count_), column(c)[0]);
  edge_terms(edges(), padded(count_), writable(kTermColumn), writable(kTermColumn + 1), writable(kTermColumn + 2));
  for (std::size_t c = kTermColumn; c < kColumns; ++c)
    std::fill(writable(c) + count_, writable(c) + padded(count_), 0.0);
  for (std::size_t i = 0; i < count_; ++i) whole_ = whole_ + term(i);
}

// The outline is convex: it passes behind the surface once and comes back once, and the way between lies in the surface.
ViewVector FlameOutline::in_front_of(const ViewVector& normal) const {
  constexpr std::size_t kMostCrossed = 16;
  std::array<double, 3 * kLanes> sums{};
  std::array<std::size_t, kMostCrossed> crossed{};
  const std::array<double, 3> along{normal.x, normal.y, normal.z};
  const EdgeTerms terms{column(kTermColumn), column(kTermColumn + 1), column(kTermColumn + 2)};
  const CrossedEdges found =
      sum_in_front(edges(), terms, padded(count_), along.data(), sums.data(), crossed.data(), kMostCrossed);
  ViewVector sum{};
  for (std::size_t lane = 0; lane < kLanes; ++lane)
    sum = sum + ViewVector{sums.at(lane), sums.at(kLanes + lane), sums.at(2 * kLanes + lane)};
  FewEdges cut;
  ViewVector goes{};
  ViewVector returns{};
  const auto look_at = [&](std::size_t i) {
    const ViewVector begin = from(i);
    const ViewVector end = to(i);
    const double before = dot(normal, begin);
    const double after = dot(normal, end);
    if ((before >= 0.0) == (after >= 0.0)) return;
    const ViewVector there = begin + (before / (before - after)) * (end + -1.0 * begin);
    if (before >= 0.0) {
      cut.add(begin, there);
      goes = there;
    } else {
      cut.add(there, end);
      returns = there;
    }
  };
  if (found.count > kMostCrossed) {
    for (std::size_t i = 0; i < count_; ++i) look_at(i);
  } else {
    for (std::size_t k = 0; k < found.count; ++k) {
      const std::size_t end = std::min(crossed.at(k) + found.few, count_);
      for (std::size_t i = crossed.at(k); i < end; ++i) look_at(i);
    }
  }
  if (norm(goes) > 0.0 && norm(returns) > 0.0) cut.add(goes, returns);
  return sum + cut.sum();
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

void FlameOutline::climb(ViewVector normal, bool horizontally, Peak& highest) const {
  constexpr int kMostSteps = 60;
  constexpr double kSettled = 1e-8;
  constexpr double kSamePeak = 1.0 - 2e-5;  // cosine: what two peaks so close see hardly differs
  Peak here;
  for (int step = 0; step < kMostSteps; ++step) {
    if (dot(normal, highest.normal) > kSamePeak) return;
    const ViewVector seen = in_front_of(normal);
    const double view_factor = dot(normal, seen);
    const bool higher = view_factor > here.view_factor * (1.0 + kSettled);
    if (view_factor > here.view_factor) here = {view_factor, normal};
    if (!higher) break;
    normal = unit(horizontally ? flat(seen) : seen);
  }
  if (here.view_factor > highest.view_factor) highest = here;
}

double FlameOutline::view_factor(Receiver receiver) {
  close();
  if (receiver == Receiver::horizontal) return whole_.z;
  const bool wall = receiver == Receiver::vertical;
  const ViewVector middle = wall ? flat(whole_) : whole_;
  if (within_a_right_angle(unit(middle), wall)) return norm(middle);
  Peak highest;
  climb(unit(middle), wall, highest);
  constexpr std::array<ViewVector, 4> kAlong{{{1, 0, 0}, {-1, 0, 0}, {0, 1, 0}, {0, -1, 0}}};
  for (const ViewVector& start : kAlong) climb(start, wall, highest);
  if (!wall) climb({0.0, 0.0, 1.0}, wall, highest);
  return highest.view_factor;
}

}  // namespace sise
