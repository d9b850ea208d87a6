// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in the same order.
#include "models/fire/edge_terms.hpp"

#include <numbers>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/fire/edge_terms.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                          // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;

HWY_INLINE V constant(double value) { return hn::Set(D{}, value); }

/// The angle between two directions over its sine, by the cosine; small angles by the series in 1 - cos.
HWY_INLINE V angle_over_sine(V cosine) {
  const V e = hn::Sub(constant(1.0), cosine);
  V series = constant(8.0 / 315.0);
  for (const double factor : {2.0 / 35.0, 2.0 / 15.0, 1.0 / 3.0, 1.0}) {
    series = hn::Add(hn::Mul(series, e), constant(factor));
  }
  const V sine2 = hn::Sub(constant(1.0), hn::Mul(cosine, cosine));
  const V sine = hn::Sqrt(hn::Max(sine2, constant(1e-300)));
  const V angle = hn::Sub(constant(0.5 * std::numbers::pi), hn::Atan(D{}, hn::Div(cosine, sine)));
  const V large = hn::IfThenElse(hn::Gt(sine2, constant(0.0)), hn::Div(angle, sine), constant(1.0));
  return hn::IfThenElse(hn::Lt(e, constant(0.02)), series, large);
}

void edge_terms(const EdgeColumns& edges, std::size_t count, double* x, double* y, double* z) {
  const D d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const V ax = hn::LoadU(d, edges.from_x + i);
    const V ay = hn::LoadU(d, edges.from_y + i);
    const V az = hn::LoadU(d, edges.from_z + i);
    const V bx = hn::LoadU(d, edges.to_x + i);
    const V by = hn::LoadU(d, edges.to_y + i);
    const V bz = hn::LoadU(d, edges.to_z + i);
    const V aa = hn::Add(hn::Add(hn::Mul(ax, ax), hn::Mul(ay, ay)), hn::Mul(az, az));
    const V bb = hn::Add(hn::Add(hn::Mul(bx, bx), hn::Mul(by, by)), hn::Mul(bz, bz));
    const V ab = hn::Add(hn::Add(hn::Mul(ax, bx), hn::Mul(ay, by)), hn::Mul(az, bz));
    const V scale = hn::Div(constant(1.0), hn::Sqrt(hn::Mul(aa, bb)));
    const V half_over_pi = hn::Mul(constant(0.5 / std::numbers::pi), scale);
    const V factor = hn::Mul(half_over_pi, angle_over_sine(hn::Mul(scale, ab)));
    hn::StoreU(hn::Mul(factor, hn::Sub(hn::Mul(by, az), hn::Mul(bz, ay))), d, x + i);
    hn::StoreU(hn::Mul(factor, hn::Sub(hn::Mul(bz, ax), hn::Mul(bx, az))), d, y + i);
    hn::StoreU(hn::Mul(factor, hn::Sub(hn::Mul(bx, ay), hn::Mul(by, ax))), d, z + i);
  }
}

HWY_INLINE V product(const D& d, const double* x, const double* y, const double* z, const double* normal) {
  return hn::Add(
      hn::Add(hn::Mul(hn::Set(d, normal[0]), hn::LoadU(d, x)), hn::Mul(hn::Set(d, normal[1]), hn::LoadU(d, y))),
      hn::Mul(hn::Set(d, normal[2]), hn::LoadU(d, z)));
}

CrossedEdges sum_in_front(const EdgeColumns& edges, const EdgeTerms& terms, std::size_t count, const double* normal,
                          double* sums, std::size_t* crossed, std::size_t most) {
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  const V zero = hn::Zero(d);
  CrossedEdges found{0, lanes};
  for (std::size_t i = 0; i < count; i += lanes) {
    const V before = product(d, edges.from_x + i, edges.from_y + i, edges.from_z + i, normal);
    const V after = product(d, edges.to_x + i, edges.to_y + i, edges.to_z + i, normal);
    const auto begins = hn::Ge(before, zero);
    const auto ends = hn::Ge(after, zero);
    const auto whole = hn::And(begins, ends);
    double* at = sums + i % kLanes;
    hn::StoreU(hn::Add(hn::LoadU(d, at), hn::IfThenElseZero(whole, hn::LoadU(d, terms.x + i))), d, at);
    at += kLanes;
    hn::StoreU(hn::Add(hn::LoadU(d, at), hn::IfThenElseZero(whole, hn::LoadU(d, terms.y + i))), d, at);
    at += kLanes;
    hn::StoreU(hn::Add(hn::LoadU(d, at), hn::IfThenElseZero(whole, hn::LoadU(d, terms.z + i))), d, at);
    if (hn::AllFalse(d, hn::Xor(begins, ends))) continue;
    if (found.count < most) crossed[found.count] = i;
    ++found.count;
  }
  return found;
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {

HWY_EXPORT(edge_terms);
HWY_EXPORT(sum_in_front);

void edge_terms(const EdgeColumns& edges, std::size_t count, double* x, double* y, double* z) {
  HWY_DYNAMIC_DISPATCH(edge_terms)(edges, count, x, y, z);
}

CrossedEdges sum_in_front(const EdgeColumns& edges, const EdgeTerms& terms, std::size_t count, const double* normal,
                          double* sums, std::size_t* crossed, std::size_t most) {
  return HWY_DYNAMIC_DISPATCH(sum_in_front)(edges, terms, count, normal, sums, crossed, most);
}

}  // namespace sise
#endif
