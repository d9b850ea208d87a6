// Compiled once per instruction set by Highway and chosen at run time. Every lane does the same operations in the same
// order, remainders included, so a value does not depend on its place in a batch or on the vector's length.
#include "core/kernels/polar_lookup.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>

#include "core/kernels/ring_axes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/polar_lookup.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                             // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;
using FloatOfD = hn::Rebind<float, D>;
using IntOfD = hn::Rebind<std::int32_t, D>;

/// Weights of the four nodes at −1, 0, 1, 2 for a place t in [0, 1] (Lagrange).
struct CubicWeights {
  V before, here, next, after;
};

HWY_INLINE CubicWeights cubic_weights(V t) {
  const D d;
  const V one = hn::Set(d, 1.0);
  const V t_minus = hn::Sub(t, one);
  const V t_minus2 = hn::Sub(t, hn::Set(d, 2.0));
  const V t_plus = hn::Add(t, one);
  const V outer = hn::Mul(t, t_minus);        // t (t − 1)
  const V inner = hn::Mul(t_plus, t_minus2);  // (t + 1)(t − 2)
  const V sixth = hn::Set(d, 1.0 / 6.0);
  const V half = hn::Set(d, 0.5);
  return {hn::Mul(hn::Neg(sixth), hn::Mul(outer, t_minus2)), hn::Mul(half, hn::Mul(t_minus, inner)),
          hn::Mul(hn::Neg(half), hn::Mul(t, inner)), hn::Mul(sixth, hn::Mul(outer, t_plus))};
}

/// Bearing in turns, clockwise from north, in [−1/2, 1/2].
HWY_INLINE V bearing_turns(V dx, V dy) {
  const D d;
  const V ax = hn::Abs(dx);
  const V ay = hn::Abs(dy);
  const V larger = hn::Max(hn::Max(ax, ay), hn::Set(d, 1e-300));  // the source itself: bearing 0
  const V octant = hn::Mul(hn::Atan(d, hn::Div(hn::Min(ax, ay), larger)), hn::Set(d, 0.5 * std::numbers::inv_pi));
  const V quadrant = hn::IfThenElse(hn::Gt(ax, ay), hn::Sub(hn::Set(d, 0.25), octant), octant);
  const V half_turn = hn::IfThenElse(hn::Lt(dy, hn::Zero(d)), hn::Sub(hn::Set(d, 0.5), quadrant), quadrant);
  return hn::CopySign(half_turn, dx);
}

/// The four values of one ring, weighted; `lowest` and `highest` take in the two middle ones.
template <class Index>
HWY_INLINE V along_ring(const float* ring_values, Index node, const CubicWeights& w, V& lowest, V& highest) {
  const D d;
  const FloatOfD df;
  const V before = hn::PromoteTo(d, hn::GatherIndex(df, ring_values, node));
  const V here = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 1, node));
  const V next = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 2, node));
  const V after = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 3, node));
  lowest = hn::Min(lowest, hn::Min(here, next));
  highest = hn::Max(highest, hn::Max(here, next));
  return hn::Add(hn::Add(hn::Mul(before, w.before), hn::Mul(here, w.here)),
                 hn::Add(hn::Mul(next, w.next), hn::Mul(after, w.after)));
}

HWY_INLINE V lookup(const PolarLookup& table, V r, V ln_r, V turns) {
  const D d;
  const IntOfD di;
  const V one = hn::Set(d, 1.0);
  const V ring = hn::Mul(ln_r, hn::Set(d, table.rings_per_ln));
  // The four rings around the place; at either end the last four.
  const V base = hn::Min(hn::Max(hn::Floor(ring), one), hn::Set(d, table.last_base));

  const V n = hn::Set(d, table.bearings);
  V node = hn::Sub(turns, hn::Set(d, table.first_turns));
  node = hn::Mul(hn::Sub(node, hn::Floor(node)), n);
  node = hn::Min(hn::Max(node, hn::Zero(d)), n);
  const V node_floor = hn::Floor(node);

  const CubicWeights across = cubic_weights(hn::Sub(node, node_floor));
  const CubicWeights outward = cubic_weights(hn::Min(hn::Sub(ring, base), one));
  const auto stride = static_cast<double>(table.stride);
  const V row = hn::Sub(base, one);
  const auto index = hn::DemoteTo(di, hn::Add(hn::Mul(row, hn::Set(d, stride)), node_floor));
  const float* rings = table.ln_values;
  const std::size_t stride_floats = table.stride;
  V lowest = hn::Set(d, 1e3);
  V highest = hn::Set(d, -1e3);
  V unused_low = lowest;
  V unused_high = highest;
  const V r0 = along_ring(rings, index, across, unused_low, unused_high);
  const V r1 = along_ring(rings + stride_floats, index, across, lowest, highest);
  const V r2 = along_ring(rings + 2 * stride_floats, index, across, lowest, highest);
  const V r3 = along_ring(rings + 3 * stride_floats, index, across, unused_low, unused_high);
  V ln_k = hn::Add(hn::Add(hn::Mul(r0, outward.before), hn::Mul(r1, outward.here)),
                   hn::Add(hn::Mul(r2, outward.next), hn::Mul(r3, outward.after)));
  // Beside a step or a zero a cubic swings; between four nodes nothing is much above or below all of them.
  const auto between = hn::And(hn::Ge(ring, base), hn::Le(ring, hn::Add(base, one)));
  const V margin = hn::Set(d, 0.004);
  const V limited = hn::Min(hn::Max(ln_k, hn::Sub(lowest, margin)), hn::Add(highest, margin));
  ln_k = hn::IfThenElse(between, limited, ln_k);
  return hn::IfThenElseZero(hn::Le(r, hn::Set(d, table.reach_m)), hn::Exp(d, ln_k));
}

void add_polar_lookup(const PolarLookup& table, const PolarPlaces& places, double* out) {
  const D d;
  for (std::size_t i = 0; i < places.count; i += hn::Lanes(d)) {
    const V k = lookup(table, hn::LoadU(d, places.r_m.data() + i), hn::LoadU(d, places.ln.data() + i),
                       hn::LoadU(d, places.turns.data() + i));
    hn::StoreU(hn::Add(hn::LoadU(d, out + i), k), d, out + i);
  }
}

/// One coefficient of every sector. A rose of up to twice as many sectors as a register has lanes, 16 of eight, is held in
/// two registers: a choice from these takes a fraction of the time that gathering takes. The values are the same.
class SectorTerm {
 public:
  static constexpr std::size_t held = hn::MaxLanes(D());
  static constexpr bool can_be_held = held == kLanes;

  SectorTerm(const RimLookup& rim, std::size_t power) : from_(rim.sectors + power * rim.stride) {
    const D d;
    low_ = hn::LoadU(d, from_);
    high_ = hn::LoadU(d, from_ + (rim.stride >= 2 * held ? held : 0));
  }

  [[nodiscard]] HWY_INLINE V held_at(V sector) const {
    const D d;
    const hn::Rebind<std::int64_t, D> dw;
    const auto index = hn::ConvertTo(dw, sector);
    const auto lane = hn::IndicesFromVec(d, hn::And(index, hn::Set(dw, static_cast<std::int64_t>(held - 1))));
    const auto beyond = hn::Ge(sector, hn::Set(d, static_cast<double>(held)));
    return hn::IfThenElse(beyond, hn::TableLookupLanes(high_, lane), hn::TableLookupLanes(low_, lane));
  }
  [[nodiscard]] HWY_INLINE V gathered_at(V sector) const {
    const D d;
    const hn::Rebind<std::int64_t, D> dw;  // a gather of doubles wants indices as wide as they are
    return hn::GatherIndex(d, from_, hn::ConvertTo(dw, sector));
  }

 private:
  const double* from_;
  V low_, high_;
};

/// How often the wind blows to a direction before one; whole turns count.
template <bool Held>
class Cumulative {
 public:
  explicit Cumulative(const RimLookup& rim) : rim_(rim), before_(rim, 0), one_(rim, 1), two_(rim, 2), three_(rim, 3) {}

  [[nodiscard]] HWY_INLINE V at(V turns) const {
    const D d;
    const V whole = hn::Floor(turns);
    const V count = hn::Set(d, rim_.count);
    const V place = hn::Mul(hn::Sub(turns, whole), count);
    const V sector = hn::Min(hn::Floor(place), hn::Sub(count, hn::Set(d, 1.0)));
    const V xi = hn::Sub(place, sector);
    V sum = term(three_, sector);
    sum = hn::Add(hn::Mul(sum, xi), term(two_, sector));
    sum = hn::Add(hn::Mul(sum, xi), term(one_, sector));
    sum = hn::Add(hn::Mul(sum, xi), term(before_, sector));
    return hn::Add(sum, hn::Mul(whole, hn::Set(d, rim_.total)));
  }

 private:
  [[nodiscard]] static HWY_INLINE V term(const SectorTerm& of, V sector) {
    if constexpr (Held) {
      return of.held_at(sector);
    } else {
      return of.gathered_at(sector);
    }
  }

  const RimLookup& rim_;
  SectorTerm before_, one_, two_, three_;
};

/// Between the two values beside a place, read as a pair.
HWY_INLINE V between(const float* from, hn::Vec<hn::Rebind<std::int64_t, D>> bytes, V t) {
  const D d;
  const hn::Rebind<std::uint64_t, D> dpair;
  const hn::Rebind<std::uint32_t, D> dhalf;
  const FloatOfD df;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): two floats side by side
  const auto pairs = hn::GatherOffset(dpair, reinterpret_cast<const std::uint64_t*>(from), bytes);
  const V a = hn::PromoteTo(d, hn::BitCast(df, hn::TruncateTo(dhalf, pairs)));
  const V b = hn::PromoteTo(d, hn::BitCast(df, hn::TruncateTo(dhalf, hn::ShiftRight<32>(pairs))));
  return hn::Add(a, hn::Mul(t, hn::Sub(b, a)));
}

template <bool Held>
void add_rim(const RimLookup& rim, const PolarPlaces& places, double* out) {
  const D d;
  const hn::Rebind<std::int64_t, D> dw;
  const Cumulative<Held> cumulative(rim);
  const V one = hn::Set(d, 1.0);
  for (std::size_t i = 0; i < places.count; i += hn::Lanes(d)) {
    const V r = hn::LoadU(d, places.r_m.data() + i);
    const auto on_row = hn::And(hn::Ge(r, hn::Set(d, rim.first_m)), hn::Le(r, hn::Set(d, rim.last_m)));
    if (hn::AllFalse(d, on_row)) continue;
    const V ln_r = hn::LoadU(d, places.ln.data() + i);
    const V place = hn::Mul(hn::Sub(ln_r, hn::Set(d, rim.first_ln)), hn::Set(d, rim.steps_per_ln));
    const V step = hn::Max(hn::Zero(d), hn::Min(hn::Floor(place), hn::Set(d, rim.steps - 1.0)));
    const V t = hn::Max(hn::Zero(d), hn::Min(hn::Sub(place, step), one));
    const auto bytes = hn::ShiftLeft<2>(hn::ConvertTo(dw, step));
    const V half_versine = hn::Mul(hn::Set(d, 0.5), between(rim.versines, bytes, t));
    const V half_sine = hn::Sqrt(hn::Max(hn::Zero(d), hn::Min(half_versine, one)));
    const V phi = hn::Mul(hn::Asin(d, half_sine), hn::Set(d, std::numbers::inv_pi));
    const V theta = hn::Sub(hn::LoadU(d, places.turns.data() + i), hn::Set(d, rim.first_turns));
    const V swept = hn::Sub(cumulative.at(hn::Add(theta, phi)), cumulative.at(hn::Sub(theta, phi)));
    const V share = hn::Mul(hn::Mul(swept, between(rim.jumps, bytes, t)), hn::Set(d, rim.factor));
    hn::StoreU(hn::Add(hn::LoadU(d, out + i), hn::IfThenElseZero(on_row, share)), d, out + i);
  }
}

void add_rim_lookup(const RimLookup& rim, const PolarPlaces& places, double* out) {
  if constexpr (SectorTerm::can_be_held) {
    if (rim.stride <= 2 * SectorTerm::held) {
      add_rim<true>(rim, places, out);
      return;
    }
  }
  add_rim<false>(rim, places, out);
}

/// Distances and bearings in place of offsets.
void to_polar(double* x_then_r, double* y_then_turns, double* ln, std::size_t count, double north_turns) {
  const D d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const V x = hn::LoadU(d, x_then_r + i);
    const V y = hn::LoadU(d, y_then_turns + i);
    const V r = hn::Sqrt(hn::Add(hn::Mul(x, x), hn::Mul(y, y)));
    hn::StoreU(r, d, x_then_r + i);
    const V scaled = hn::Mul(r, hn::Set(d, 1.0 / RingAxes::scale_m));
    hn::StoreU(hn::Log(d, hn::Add(hn::Set(d, 1.0), scaled)), d, ln + i);
    hn::StoreU(hn::Add(bearing_turns(x, y), hn::Set(d, north_turns)), d, y_then_turns + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {

HWY_EXPORT(add_polar_lookup);
HWY_EXPORT(add_rim_lookup);
HWY_EXPORT(to_polar);

void add_polar_lookup(const PolarLookup& table, const PolarPlaces& places, double* out) {
  HWY_DYNAMIC_DISPATCH(add_polar_lookup)(table, places, out);
}

void add_rim_lookup(const RimLookup& rim, const PolarPlaces& places, double* out) {
  HWY_DYNAMIC_DISPATCH(add_rim_lookup)(rim, places, out);
}

void PolarPlaces::set(std::span<const double> dx_m, std::span<const double> dy_m, double grid_north_deg) {
  count = dx_m.size();
  const std::size_t whole = padded(count);
  std::copy(dx_m.begin(), dx_m.end(), r_m.begin());
  std::copy(dy_m.begin(), dy_m.end(), turns.begin());
  for (std::size_t i = count; i < whole; ++i) {
    r_m.at(i) = dx_m.back();
    turns.at(i) = dy_m.back();
  }
  HWY_DYNAMIC_DISPATCH(to_polar)(r_m.data(), turns.data(), ln.data(), whole, grid_north_deg / 360.0);
  const auto [least, most_r] = std::minmax_element(r_m.begin(), r_m.begin() + static_cast<std::ptrdiff_t>(count));
  nearest_m = *least;
  farthest_m = *most_r;
}

}  // namespace sise
#endif
