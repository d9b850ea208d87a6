#include "models/dispersion/plume_terms.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/dispersion/plume_terms.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                                 // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;
using Mask = hn::Mask<Tag>;

constexpr double kSwitch = 0.5;         // sigma_z/lid above which the cosine sum is used
constexpr std::size_t kImagePairs = 3;  // enough for sigma_z <= 0.5 lid
constexpr std::size_t kCosines = 6;     // enough for sigma_z > 0.5 lid
constexpr double kNegligible = 40.0;    // e^-40 = 4e-18

HWY_INLINE Vector square(Vector v) { return hn::Mul(v, v); }

// exp(-distance^2/(2 sigma^2)) from half the inverse of the variance.
HWY_INLINE Vector gauss(Vector distance, Vector half_inverse_variance) {
  return hn::Exp(Tag(), hn::Neg(hn::Mul(square(distance), half_inverse_variance)));
}

// One register's worth of points.
struct Lanes {
  HWY_INLINE Lanes(const PlumePoints& points, std::size_t i)
      : x(hn::LoadU(Tag(), points.x_m.data() + i)),
        y(hn::LoadU(Tag(), points.y_m.data() + i)),
        z(hn::LoadU(Tag(), points.z_m.data() + i)),
        vy(hn::LoadU(Tag(), points.inverse_variance_y.data() + i)),
        vz(hn::LoadU(Tag(), points.inverse_variance_z.data() + i)),
        half_vy(hn::Mul(hn::Set(Tag(), 0.5), vy)),
        half_vz(hn::Mul(hn::Set(Tag(), 0.5), vz)) {}

  // 1/(sigma_y sigma_z)
  [[nodiscard]] HWY_INLINE Vector inverse_area() const { return hn::Sqrt(hn::Mul(vy, vz)); }

  // The value where the plume is, zero upwind, NaN where the place itself is impossible.
  [[nodiscard]] HWY_INLINE Vector guarded(Vector value) const {
    const Tag d;
    const Mask possible = hn::And(hn::And(hn::Eq(x, x), hn::Eq(y, y)), hn::Ge(z, hn::Zero(d)));
    const Vector here = hn::IfThenElseZero(hn::Gt(x, hn::Zero(d)), value);
    return hn::IfThenElse(possible, here, hn::Set(d, std::numeric_limits<double>::quiet_NaN()));
  }

  Vector x, y, z;
  Vector vy, vz;  // 1/sigma^2
  Vector half_vy, half_vz;
};

void no_lid(const PlumePoints& points, double height_m, double factor, double* out) {
  const Tag d;
  const Vector scale = hn::Set(d, 0.5 / std::numbers::pi * factor);
  const Vector h = hn::Set(d, height_m);
  for (std::size_t i = 0; i < points.x_m.size(); i += hn::Lanes(d)) {
    const Lanes at(points, i);
    // The crosswind factor goes into the exponents of the two vertical ones: two exponentials instead of three.
    const Vector across = hn::Mul(square(at.y), at.half_vy);
    const Vector direct = hn::Exp(d, hn::Neg(hn::MulAdd(square(hn::Sub(at.z, h)), at.half_vz, across)));
    const Vector image = hn::Exp(d, hn::Neg(hn::MulAdd(square(hn::Add(at.z, h)), at.half_vz, across)));
    const Vector axis = hn::Mul(scale, at.inverse_area());
    hn::StoreU(at.guarded(hn::Mul(axis, hn::Add(direct, image))), d, out + i);
  }
}

// V by images. The pair of images j = 1, 2, ... at distances 2 j lid +- h +- z counts where it is not negligible beside
// the nearest of all, the source itself at |z - h|.
HWY_INLINE Vector image_sum(Vector z, Vector half_vz, double height_m, double lid_m) {
  const Tag d;
  const Vector h = hn::Set(d, height_m);
  const Vector nearest = hn::Sub(z, h);
  Vector sum = hn::Add(gauss(nearest, half_vz), gauss(hn::Add(z, h), half_vz));
  const Vector limit = hn::MulAdd(square(nearest), half_vz, hn::Set(d, kNegligible));
  for (std::size_t j = 1; j <= kImagePairs; ++j) {
    const Vector period = hn::Set(d, 2.0 * static_cast<double>(j) * lid_m);
    const Vector lower = hn::Sub(period, h);
    const Vector upper = hn::Add(period, h);
    const Mask counts = hn::Lt(hn::Mul(square(hn::Sub(lower, z)), half_vz), limit);
    if (hn::AllFalse(d, counts)) break;
    const Vector near_pair = hn::Add(gauss(hn::Sub(lower, z), half_vz), gauss(hn::Add(lower, z), half_vz));
    const Vector far_pair = hn::Add(gauss(hn::Sub(upper, z), half_vz), gauss(hn::Add(upper, z), half_vz));
    sum = hn::Add(sum, hn::IfThenElseZero(counts, hn::Add(near_pair, far_pair)));
  }
  return sum;
}

// V by cosines: sqrt(2 pi) r (1 + 2 sum cos(n pi z/lid) cos(n pi h/lid) exp(-(n pi r)^2/2)), r = sigma_z/lid. The
// exponentials are powers of the first, the cosines follow from the first by cos((n+1)a) = 2 cos a cos(na) - cos((n-1)a).
HWY_INLINE Vector cosine_sum(Vector z, Vector vz, double height_m, double lid_m) {
  const Tag d;
  const Vector one = hn::Set(d, 1.0);
  const Vector r_squared = hn::Div(one, hn::Mul(vz, hn::Set(d, lid_m * lid_m)));
  const Vector first = hn::Exp(d, hn::Mul(hn::Set(d, -0.5 * std::numbers::pi * std::numbers::pi), r_squared));
  const Vector first_squared = hn::Mul(first, first);
  const Vector twice_cosine = hn::Mul(hn::Set(d, 2.0), hn::Cos(d, hn::Mul(z, hn::Set(d, std::numbers::pi / lid_m))));
  Vector before = one;
  Vector cosine = hn::Mul(hn::Set(d, 0.5), twice_cosine);
  Vector weight = first;                          // first^(n^2)
  Vector growth = hn::Mul(first_squared, first);  // first^(2n+1)
  Vector sum = hn::Zero(d);
  for (std::size_t n = 1; n <= kCosines; ++n) {
    const double source = 2.0 * std::cos(static_cast<double>(n) * std::numbers::pi * height_m / lid_m);
    sum = hn::MulAdd(hn::Mul(hn::Set(d, source), cosine), weight, sum);
    const Vector next = hn::Sub(hn::Mul(twice_cosine, cosine), before);
    before = cosine;
    cosine = next;
    weight = hn::Mul(weight, growth);
    growth = hn::Mul(growth, first_squared);
  }
  return hn::Mul(hn::Sqrt(hn::Mul(hn::Set(d, 2.0 * std::numbers::pi), r_squared)), hn::Add(one, sum));
}

void under_lid(const PlumePoints& points, double height_m, double lid_m, double factor, double* out) {
  const Tag d;
  const Vector scale = hn::Set(d, 0.5 / std::numbers::pi * factor);
  const Vector lid = hn::Set(d, lid_m);
  const Vector switch_at = hn::Set(d, 1.0 / (kSwitch * lid_m * kSwitch * lid_m));
  for (std::size_t i = 0; i < points.x_m.size(); i += hn::Lanes(d)) {
    const Lanes at(points, i);
    const Mask small = hn::Ge(at.vz, switch_at);
    Vector vertical = hn::Zero(d);
    if (!hn::AllFalse(d, small)) vertical = image_sum(at.z, at.half_vz, height_m, lid_m);
    if (!hn::AllTrue(d, small)) vertical = hn::IfThenElse(small, vertical, cosine_sum(at.z, at.vz, height_m, lid_m));
    const Vector axis = hn::Mul(scale, at.inverse_area());
    const Vector value = hn::Mul(hn::Mul(axis, gauss(at.y, at.half_vy)), vertical);
    const Vector below = hn::IfThenElseZero(hn::Le(at.z, lid), value);
    hn::StoreU(at.guarded(below), d, out + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(no_lid);
HWY_EXPORT(under_lid);

}  // namespace

void plume_terms(const PlumePoints& points, double height_m, double factor, std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(no_lid)(points, height_m, factor, out.data());
}

void plume_terms_under_lid(const PlumePoints& points, double height_m, double lid_m, double factor,
                           std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(under_lid)(points, height_m, lid_m, factor, out.data());
}

}  // namespace sise
#endif
