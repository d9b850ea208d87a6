// Compiled once per instruction set by Highway and chosen at run time. Every lane does the same operations in the same
// order, remainders included, so a value does not depend on its place in a batch or on the vector's length.
#include "core/kernels/polar_lookup.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <numbers>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/polar_lookup.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                             // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<double>;
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

/// The four values of one ring, weighted.
template <class Index>
HWY_INLINE V along_ring(const float* ring_values, Index node, const CubicWeights& w) {
  const D d;
  const FloatOfD df;
  const V before = hn::PromoteTo(d, hn::GatherIndex(df, ring_values, node));
  const V here = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 1, node));
  const V next = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 2, node));
  const V after = hn::PromoteTo(d, hn::GatherIndex(df, ring_values + 3, node));
  return hn::Add(hn::Add(hn::Mul(before, w.before), hn::Mul(here, w.here)),
                 hn::Add(hn::Mul(next, w.next), hn::Mul(after, w.after)));
}

HWY_INLINE V lookup(const PolarLookup& table, V dx, V dy) {
  const D d;
  const IntOfD di;
  const V r2 = hn::Add(hn::Mul(dx, dx), hn::Mul(dy, dy));
  const V r = hn::Sqrt(r2);
  const V first = hn::Set(d, table.first_m);

  const V ln_r = hn::Log(d, hn::Max(r, first));
  V ring = hn::Mul(hn::Sub(ln_r, hn::Set(d, table.ln_first)), hn::Set(d, table.rings_per_ln));
  ring = hn::Min(hn::Max(ring, hn::Zero(d)), hn::Set(d, table.intervals));
  const V ring_floor = hn::Min(hn::Floor(ring), hn::Set(d, table.intervals - 1.0));

  const V n = hn::Set(d, table.bearings);
  V node = hn::Add(hn::Mul(bearing_turns(dx, dy), n), hn::Set(d, table.nodes_to_first));
  node = hn::Sub(node, hn::Mul(n, hn::Floor(hn::Div(node, n))));
  node = hn::Min(hn::Max(node, hn::Zero(d)), n);
  const V node_floor = hn::Floor(node);

  const CubicWeights across = cubic_weights(hn::Sub(node, node_floor));
  const CubicWeights outward = cubic_weights(hn::Sub(ring, ring_floor));
  const auto stride = static_cast<double>(table.stride);
  const auto index = hn::DemoteTo(di, hn::Add(hn::Mul(ring_floor, hn::Set(d, stride)), node_floor));
  const float* base = table.ln_values;
  const V ln_k = hn::Add(hn::Add(hn::Mul(along_ring(base, index, across), outward.before),
                                 hn::Mul(along_ring(base + table.stride, index, across), outward.here)),
                         hn::Add(hn::Mul(along_ring(base + 2 * table.stride, index, across), outward.next),
                                 hn::Mul(along_ring(base + 3 * table.stride, index, across), outward.after)));
  V k = hn::Exp(d, ln_k);

  const V mean = hn::Set(d, table.first_ring_mean);
  const V towards_centre = hn::Add(mean, hn::Mul(hn::Div(r, first), hn::Sub(k, mean)));
  k = hn::IfThenElse(hn::Lt(r, first), towards_centre, k);
  return hn::IfThenElseZero(hn::Le(r, hn::Set(d, table.reach_m)), k);
}

void polar_lookup(const PolarLookup& table, std::span<const double> dx_m, std::span<const double> dy_m,
                  std::span<double> out) {
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes <= out.size(); i += lanes) {
    hn::StoreU(lookup(table, hn::LoadU(d, dx_m.data() + i), hn::LoadU(d, dy_m.data() + i)), d, out.data() + i);
  }
  if (i == out.size()) return;
  std::array<double, HWY_MAX_BYTES / sizeof(double)> x{};
  std::array<double, HWY_MAX_BYTES / sizeof(double)> y{};
  std::array<double, HWY_MAX_BYTES / sizeof(double)> k{};
  const auto from = static_cast<std::ptrdiff_t>(i);
  std::copy(dx_m.begin() + from, dx_m.end(), x.begin());
  std::copy(dy_m.begin() + from, dy_m.end(), y.begin());
  hn::StoreU(lookup(table, hn::LoadU(d, x.data()), hn::LoadU(d, y.data())), d, k.data());
  std::copy_n(k.begin(), out.size() - i, out.begin() + from);
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {

HWY_EXPORT(polar_lookup);

void polar_lookup(const PolarLookup& table, std::span<const double> dx_m, std::span<const double> dy_m,
                  std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(polar_lookup)(table, dx_m, dy_m, out);
}

}  // namespace sise
#endif
