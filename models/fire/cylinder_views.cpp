// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in the same order.
//
// Seen from a place at distance d the outline of the flame has four parts: an arc of the base, two straight edges where
// the tangent planes touch, and the near arc of the top. Lambert's integral over the top's arc has a closed form. With c
// the top's centre (components `ahead`, `left` and height h seen from the place), rho its horizontal distance and
// K = 1 + rho^2 + h^2, the square of the distance to the rim is K - 2 rho cos(psi), psi = theta + delta, and
//   I0 = integral of 1/(K - 2 rho cos psi)   = 2/sqrt(K^2 - 4 rho^2) times the angle between (cos psi/2, s sin psi/2) at
//        the arc's ends, s^2 = (K + 2 rho)/(K - 2 rho),
//   Ic = integral of cos psi/(...) = (K I0 - 2 edge)/(2 rho),   Is = integral of sin psi/(...) = ln of the ratio at the ends/(2 rho).
#include "models/fire/cylinder_views.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/fire/cylinder_views.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                              // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;

struct Vector {
  V x, y, z;
};

HWY_INLINE V constant(double value) { return hn::Set(D{}, value); }
HWY_INLINE V square(V v) { return hn::Mul(v, v); }

HWY_INLINE V dot(const Vector& a, const Vector& b) {
  return hn::Add(hn::Add(hn::Mul(a.x, b.x), hn::Mul(a.y, b.y)), hn::Mul(a.z, b.z));
}

HWY_INLINE Vector cross(const Vector& a, const Vector& b) {
  return {hn::Sub(hn::Mul(a.y, b.z), hn::Mul(a.z, b.y)), hn::Sub(hn::Mul(a.z, b.x), hn::Mul(a.x, b.z)),
          hn::Sub(hn::Mul(a.x, b.y), hn::Mul(a.y, b.x))};
}

/// The angle of (across, along) from the direction of `along`, 0 to pi; across is at least 0.
HWY_INLINE V angle(V across, V along) {
  return hn::Sub(constant(0.5 * std::numbers::pi), hn::Atan(D{}, hn::Div(along, hn::Max(across, constant(1e-300)))));
}

/// A straight edge from `a` to `b`: the angle it subtends times the unit normal of its plane with the observer.
HWY_INLINE Vector straight_edge(const Vector& a, const Vector& b) {
  const Vector plane = cross(a, b);
  const V length = hn::Sqrt(dot(plane, plane));
  const V factor = hn::Div(angle(length, dot(a, b)), hn::Max(length, constant(1e-300)));
  return {hn::Mul(factor, plane.x), hn::Mul(factor, plane.y), hn::Mul(factor, plane.z)};
}

/// The near arc of the top, seen with its centre at (ahead, left, h); `edge` is half of the arc.
HWY_INLINE Vector top_arc(V ahead, V left, V h, V edge, V cos_edge, V sin_edge) {
  const V one = constant(1.0);
  const V two = constant(2.0);
  const V half = constant(0.5);
  const V rho2 = hn::Add(square(ahead), square(left));
  const V rho = hn::Sqrt(hn::Max(rho2, constant(1e-300)));
  const V cos_delta = hn::Div(ahead, rho);
  const V sin_delta = hn::Div(left, rho);
  const V k = hn::Add(one, hn::Add(rho2, square(h)));
  const V nearest2 = hn::Add(square(hn::Sub(rho, one)), square(h));  // K - 2 rho without cancellation
  const V farthest2 = hn::Add(square(hn::Add(rho, one)), square(h));
  const V s2 = hn::Div(farthest2, nearest2);
  const V along = hn::Mul(half, hn::Add(hn::Add(cos_edge, cos_delta), hn::Mul(s2, hn::Sub(cos_edge, cos_delta))));
  const V turned = angle(hn::Mul(hn::Sqrt(s2), sin_edge), along);
  const V i0 = hn::Div(hn::Mul(two, turned), hn::Sqrt(hn::Mul(farthest2, nearest2)));
  const V by_2rho = hn::Div(half, rho);
  const V ic = hn::Mul(hn::Sub(hn::Mul(k, i0), hn::Mul(two, edge)), by_2rho);
  const V middle = hn::Mul(cos_delta, cos_edge);
  const V swing = hn::Mul(sin_delta, sin_edge);
  const V at_left = hn::Sub(k, hn::Mul(hn::Mul(two, rho), hn::Sub(middle, swing)));
  const V at_right = hn::Sub(k, hn::Mul(hn::Mul(two, rho), hn::Add(middle, swing)));
  const V is = hn::Mul(hn::Log(D{}, hn::Div(at_left, at_right)), by_2rho);
  const V cosines = hn::Add(hn::Mul(cos_delta, ic), hn::Mul(sin_delta, is));
  const V sines = hn::Sub(hn::Mul(cos_delta, is), hn::Mul(sin_delta, ic));
  // Minus the integral of place x step, whose components are -h cos, h sin, ahead cos - left sin - 1.
  return {hn::Mul(h, cosines), hn::Neg(hn::Mul(h, sines)),
          hn::Sub(i0, hn::Sub(hn::Mul(ahead, cosines), hn::Mul(left, sines)))};
}

/// The top's centre stands `top_x` downwind of the base's, `top_z` above it.
void views(double top_x, double top_z, const double* x_in, const double* y_in, std::size_t count, double* x_out,
           double* y_out, double* z_out) {
  const D d_tag;
  const V one = constant(1.0);
  const V zero = constant(0.0);
  const V lean = constant(top_x);
  const V h = constant(top_z);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d_tag)) {
    const V x = hn::LoadU(d_tag, x_in + i);
    const V y = hn::LoadU(d_tag, y_in + i);
    const V beside = hn::Sub(x, hn::Min(hn::Max(x, zero), lean));
    const auto outside = hn::Gt(hn::Add(square(beside), square(y)), one);
    const V d = hn::Sqrt(hn::Max(hn::Add(square(x), square(y)), constant(1.0 + 1e-15)));
    // All in the frame of the place: ahead to the base's centre, left of that, up.
    const V ahead_x = hn::Neg(hn::Div(x, d));
    const V ahead_y = hn::Neg(hn::Div(y, d));
    const V cos_edge = hn::Div(one, d);
    const V sin_edge = hn::Sqrt(hn::Max(zero, hn::Sub(one, square(cos_edge))));
    const V edge = hn::Acos(d_tag, hn::Min(cos_edge, one));
    const V top_ahead = hn::Mul(lean, ahead_x);
    const V top_left = hn::Neg(hn::Mul(lean, ahead_y));
    const V base_ahead = hn::Sub(d, cos_edge);
    const Vector left_foot{base_ahead, sin_edge, zero};
    const Vector right_foot{base_ahead, hn::Neg(sin_edge), zero};
    const Vector left_head{hn::Add(base_ahead, top_ahead), hn::Add(sin_edge, top_left), h};
    const Vector right_head{hn::Add(base_ahead, top_ahead), hn::Sub(top_left, sin_edge), h};
    const Vector up = straight_edge(left_foot, left_head);
    const Vector down = straight_edge(right_head, right_foot);
    const Vector top = top_arc(hn::Add(d, top_ahead), top_left, h, edge, cos_edge, sin_edge);
    const V base = hn::Sub(constant(std::numbers::pi), hn::Add(edge, edge));
    const V scale = constant(0.5 / std::numbers::pi);
    const V ahead = hn::Mul(scale, hn::Add(hn::Add(up.x, down.x), top.x));
    const V left = hn::Mul(scale, hn::Add(hn::Add(up.y, down.y), top.y));
    const V above = hn::Mul(scale, hn::Add(hn::Add(hn::Add(base, up.z), down.z), top.z));
    const V none = constant(std::numeric_limits<double>::quiet_NaN());
    // left = (-ahead_y, ahead_x) on the ground.
    hn::StoreU(hn::IfThenElse(outside, hn::Sub(hn::Mul(ahead, ahead_x), hn::Mul(left, ahead_y)), none), d_tag,
               x_out + i);
    hn::StoreU(hn::IfThenElse(outside, hn::Add(hn::Mul(ahead, ahead_y), hn::Mul(left, ahead_x)), none), d_tag,
               y_out + i);
    hn::StoreU(hn::IfThenElse(outside, above, none), d_tag, z_out + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(views);

}  // namespace

void tilted_cylinder_views(const LeaningCylinder& body, Receiver receiver, std::span<const double> x_m,
                           std::span<const double> y_m, std::span<double> out) {
  using Block = std::array<double, kBlock>;
  const double top_x = body.length_m / body.radius_m * std::sin(body.tilt_rad);
  const double top_z = body.length_m / body.radius_m * std::cos(body.tilt_rad);
  Block x;   // NOLINT(cppcoreguidelines-pro-type-member-init): what is read is written first
  Block y;   // NOLINT(cppcoreguidelines-pro-type-member-init)
  Block vx;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  Block vy;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  Block vz;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  for (std::size_t begin = 0; begin < out.size(); begin += kBlock) {
    const std::size_t count = std::min(kBlock, out.size() - begin);
    const std::size_t whole = padded(count);
    for (std::size_t i = 0; i < whole; ++i) {
      const std::size_t place = begin + std::min(i, count - 1);
      x[i] = x_m[place] / body.radius_m;
      y[i] = y_m[place] / body.radius_m;
    }
    HWY_DYNAMIC_DISPATCH(views)(top_x, top_z, x.data(), y.data(), whole, vx.data(), vy.data(), vz.data());
    for (std::size_t i = 0; i < count; ++i) out[begin + i] = ViewVector{vx[i], vy[i], vz[i]}.of(receiver);
  }
}

ViewVector tilted_cylinder_around(double a, double tilt_rad, double x, double y) {
  using Register = std::array<double, kLanes>;
  Register px;
  Register py;
  Register vx{};
  Register vy{};
  Register vz{};
  px.fill(x);
  py.fill(y);
  HWY_DYNAMIC_DISPATCH(views)
  (a * std::sin(tilt_rad), a * std::cos(tilt_rad), px.data(), py.data(), kLanes, vx.data(), vy.data(), vz.data());
  return {vx[0], vy[0], vz[0]};
}

}  // namespace sise
#endif
