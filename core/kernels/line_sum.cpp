#include "core/kernels/line_sum.hpp"

#include <algorithm>
#include <cmath>

#include "core/kernels/polar_lookup.hpp"

namespace sise {
namespace {

// ∫ f dt over (−1, 1) with t = (3 x − x³) / 2 and the four points of Gauss and Legendre in x: as roots at both ends want it.
constexpr std::array<double, 4> kRingPlaces{-0.972414176921822, -0.4903228522364075, 0.4903228522364075,
                                            0.972414176921822};
constexpr std::array<double, 4> kRingWeights{0.1348516283298893, 0.8651483716701107, 0.8651483716701107,
                                             0.1348516283298893};

}  // namespace

/// The parts of the way between two distances from the place: take(along the way, weight), the weights sum to their share.
template <class Take>
void LineSum::for_ring(const Pair& pair, double first_m, double last_m, Take take) {
  const double outer2 = last_m * last_m - pair.off_m2;
  if (outer2 <= 0.0) return;
  const double outer_m = std::sqrt(outer2);
  const double inner_m = std::sqrt(std::max(0.0, first_m * first_m - pair.off_m2));
  const auto part = [&](double from_m, double to_m) {
    const double begin_m = std::max(0.0, from_m);
    const double end_m = std::min(pair.length_m, to_m);
    if (!(end_m > begin_m)) return;
    const double half_m = 0.5 * (end_m - begin_m);
    for (std::size_t i = 0; i < kRingPlaces.size(); ++i)
      take(begin_m + half_m * (1.0 + kRingPlaces.at(i)), half_m * kRingWeights.at(i) / pair.length_m);
  };
  if (inner_m == 0.0) {
    part(pair.foot_m - outer_m, pair.foot_m + outer_m);
  } else {
    part(pair.foot_m - outer_m, pair.foot_m - inner_m);
    part(pair.foot_m + inner_m, pair.foot_m + outer_m);
  }
}

void LineSum::along(const SourceWay& way) {
  way_.cosine = way.turn_cosine;
  way_.sine = way.turn_sine;
  way_.share = way.share;
  way_.from = way_.turned(way.from);
  for (std::size_t i = 0; i < kNodes; ++i) way_.nodes.at(i) = way_.turned(way.nodes.at(i));
  const Point to = way_.turned(way.to);
  const Point whole{to.x - way_.from.x, to.y - way_.from.y};
  way_.length_m = std::hypot(whole.x, whole.y);
  way_.ahead = way_.length_m > 0.0 ? Point{whole.x / way_.length_m, whole.y / way_.length_m} : Point{1.0, 0.0};
}

void LineSum::add(std::size_t index, Point place) {
  const Point here = way_.turned(place);
  Pair& pair = pairs_.at(count_);
  pair.index = index;
  pair.share = way_.share;
  pair.off = {here.x - way_.from.x, here.y - way_.from.y};
  pair.ahead = way_.ahead;
  pair.length_m = way_.length_m;
  pair.foot_m = pair.off.x * pair.ahead.x + pair.off.y * pair.ahead.y;
  const double off_m = pair.off.x * pair.ahead.y - pair.off.y * pair.ahead.x;
  pair.off_m2 = off_m * off_m;
  pair.mean = 0.0;
  const double left_m = pair.length_m - pair.foot_m;  // from the foot on
  const double short_m = std::max({-pair.foot_m, -left_m, 0.0});
  const double long_m = std::max(std::abs(pair.foot_m), std::abs(left_m));
  pair.nearest_m = std::sqrt(pair.off_m2 + short_m * short_m);
  pair.farthest_m = std::sqrt(pair.off_m2 + long_m * long_m);
  nearest_m_ = count_ == 0 ? pair.nearest_m : std::min(nearest_m_, pair.nearest_m);
  farthest_m_ = count_ == 0 ? pair.farthest_m : std::max(farthest_m_, pair.farthest_m);
  for (std::size_t i = 0; i < kNodes; ++i) {
    dx_.at(kNodes * count_ + i) = here.x - way_.nodes.at(i).x;
    dy_.at(kNodes * count_ + i) = here.y - way_.nodes.at(i).y;
  }
  if (++count_ == kMost) flush();
}

void LineSum::finish() {
  if (count_ > 0) flush();
}

void LineSum::flush() {
  const std::size_t nodes = kNodes * count_;
  places_.set(std::span(dx_).first(nodes), std::span(dy_).first(nodes), grid_north_deg_);
  Sums sums{};
  kernel_.table().add(places_, sums.data());
  for (const RimsOfCase& one : kernel_.rims()) add_edges(one, sums);
  for (std::size_t p = 0; p < count_; ++p) {
    Pair& pair = pairs_.at(p);
    for (const RadialTail& tail : kernel_.tails()) add_tail(tail, pair);
    for (std::size_t i = 0; i < kNodes; ++i) pair.mean += SourceWay::node_shares.at(i) * sums.at(kNodes * p + i);
    // Where one edge meets another their rounding may leave less than nothing.
    out_[pair.index] += pair.share * std::max(0.0, pair.mean);
  }
  count_ = 0;
}

void LineSum::add_edges(const RimsOfCase& one, Sums& sums) {
  const Rims& edges = one.edges->rims;
  if (nearest_m_ > edges.reach_m()) return;
  if (!one.edges->turns) {
    for (std::size_t p = 0; p < count_; ++p) add_own(one, pairs_.at(p));
    return;
  }
  for (const RimRow& row : edges.rows()) {
    if (nearest_m_ > row.last_m || farthest_m_ < row.first_m) continue;
    add_row(row, kernel_.lookup(one, row), sums);
  }
}

void LineSum::add_row(const RimRow& row, const RimLookup& lookup, Sums& sums) {
  if (row.first_m <= nearest_m_ && farthest_m_ <= row.last_m) {
    add_rim_lookup(lookup, places_, sums.data());
    return;
  }
  std::array<bool, kMost> on_row{};
  bool any = false;
  OnWays some;
  for (std::size_t p = 0; p < count_; ++p) {
    const Pair& pair = pairs_.at(p);
    if (pair.nearest_m > row.last_m || pair.farthest_m < row.first_m) continue;
    on_row.at(p) = row.first_m <= pair.nearest_m && pair.farthest_m <= row.last_m;
    any = any || on_row.at(p);
    if (on_row.at(p)) continue;
    for_ring(pair, row.first_m, row.last_m, [&](double along_m, double weight) {
      const Point off = pair.off_at(along_m);
      some.dx.at(some.count) = off.x;
      some.dy.at(some.count) = off.y;
      some.weight.at(some.count) = weight;
      some.pair.at(some.count) = p;
      if (++some.count == PolarPlaces::most) ask(lookup, some);
    });
  }
  if (some.count > 0) ask(lookup, some);
  if (!any) return;
  Sums row_sums{};
  add_rim_lookup(lookup, places_, row_sums.data());
  for (std::size_t p = 0; p < count_; ++p) {
    if (!on_row.at(p)) continue;
    for (std::size_t i = kNodes * p; i < kNodes * (p + 1); ++i) sums.at(i) += row_sums.at(i);
  }
}

void LineSum::ask(const RimLookup& lookup, OnWays& some) {
  PolarPlaces places;
  Sums values{};
  places.set(std::span(some.dx).first(some.count), std::span(some.dy).first(some.count), grid_north_deg_);
  add_rim_lookup(lookup, places, values.data());
  for (std::size_t i = 0; i < some.count; ++i) pairs_.at(some.pair.at(i)).mean += some.weight.at(i) * values.at(i);
  some.count = 0;
}

/// A footprint that does not turn is left and entered anywhere on the way: many points.
void LineSum::add_own(const RimsOfCase& one, Pair& pair) const {
  constexpr double kApart_m = 0.5;
  if (pair.nearest_m > one.edges->rims.reach_m()) return;
  const double wanted = std::ceil(pair.length_m / kApart_m);
  const auto count = static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(PolarPlaces::most)));
  Sums dx{};
  Sums dy{};
  Sums values{};
  for (std::size_t i = 0; i < count; ++i) {
    const double along_m = pair.length_m * (static_cast<double>(i) + 0.5) / static_cast<double>(count);
    const Point off = pair.off_at(along_m);
    dx.at(i) = off.x;
    dy.at(i) = off.y;
  }
  PolarPlaces places;
  places.set(std::span(dx).first(count), std::span(dy).first(count), grid_north_deg_);
  kernel_.add_edges(one, places, values.data());
  for (std::size_t i = 0; i < count; ++i) pair.mean += values.at(i) / static_cast<double>(count);
}

void LineSum::add_tail(const RadialTail& tail, Pair& pair) {
  if (pair.nearest_m > tail.outer_m() || pair.farthest_m < tail.inner_m()) return;
  if (!(pair.length_m > 0.0)) {
    pair.mean += tail.at_square(pair.off_m2 + pair.foot_m * pair.foot_m);
    return;
  }
  for_ring(pair, tail.inner_m(), tail.outer_m(), [&](double along_m, double weight) {
    const double on_m = along_m - pair.foot_m;
    pair.mean += weight * tail.at_square(pair.off_m2 + on_m * on_m);
  });
}

}  // namespace sise
