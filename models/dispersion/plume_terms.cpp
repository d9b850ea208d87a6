#include "models/dispersion/plume_terms.hpp"

#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/dispersion/plume_terms.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"  // IWYU pragma: keep
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

// -t^2/2 for a distance of t standard deviations.
HWY_INLINE Vector gauss_exponent(Vector t) { return hn::Mul(hn::Set(Tag(), -0.5), hn::Mul(t, t)); }

HWY_INLINE Vector gauss(Vector t) { return hn::Exp(Tag(), gauss_exponent(t)); }

// One register's worth of points.
struct Lanes {
  HWY_INLINE Lanes(const PlumePoints& points, std::size_t i)
      : x(hn::LoadU(Tag(), points.x_m.data() + i)),
        y(hn::LoadU(Tag(), points.y_m.data() + i)),
        z(hn::LoadU(Tag(), points.z_m.data() + i)),
        iy(hn::LoadU(Tag(), points.inverse_sigma_y.data() + i)),
        iz(hn::LoadU(Tag(), points.inverse_sigma_z.data() + i)),
        iu(hn::LoadU(Tag(), points.inverse_wind.data() + i)) {}

  // 1/(2 pi u sigma_y sigma_z)
  [[nodiscard]] HWY_INLINE Vector axis() const {
    return hn::Mul(hn::Mul(hn::Set(Tag(), 0.5 / std::numbers::pi), iu), hn::Mul(iy, iz));
  }

  // The value where the plume is, zero upwind, NaN where the place itself is impossible.
  [[nodiscard]] HWY_INLINE Vector guarded(Vector value) const {
    const Tag d;
    const Mask possible = hn::And(hn::And(hn::Eq(x, x), hn::Eq(y, y)), hn::Ge(z, hn::Zero(d)));
    const Vector here = hn::IfThenElseZero(hn::Gt(x, hn::Zero(d)), value);
    return hn::IfThenElse(possible, here, hn::Set(d, std::numeric_limits<double>::quiet_NaN()));
  }

  Vector x, y, z, iy, iz, iu;
};

void no_lid(const PlumePoints& points, double height_m, double* out) {
  const Tag d;
  const Vector h = hn::Set(d, height_m);
  for (std::size_t i = 0; i < points.x_m.size(); i += hn::Lanes(d)) {
    const Lanes at(points, i);
    // The crosswind factor goes into the exponents of the two vertical ones: two exponentials instead of three.
    const Vector across = gauss_exponent(hn::Mul(at.y, at.iy));
    const Vector direct = hn::Exp(d, hn::Add(across, gauss_exponent(hn::Mul(hn::Sub(at.z, h), at.iz))));
    const Vector image = hn::Exp(d, hn::Add(across, gauss_exponent(hn::Mul(hn::Add(at.z, h), at.iz))));
    hn::StoreU(at.guarded(hn::Mul(at.axis(), hn::Add(direct, image))), d, out + i);
  }
}

// V by images. The pair of images j = 1, 2, ... at distances 2 j lid +- h +- z counts where it is not negligible beside
// the nearest of all, the source itself at |z - h|.
HWY_INLINE Vector image_sum(Vector z, Vector iz, double height_m, double lid_m) {
  const Tag d;
  const Vector h = hn::Set(d, height_m);
  const Vector nearest = hn::Mul(hn::Sub(z, h), iz);
  Vector sum = hn::Add(gauss(nearest), gauss(hn::Mul(hn::Add(z, h), iz)));
  const Vector limit = hn::MulAdd(nearest, nearest, hn::Set(d, 2.0 * kNegligible));
  for (std::size_t j = 1; j <= kImagePairs; ++j) {
    const Vector period = hn::Set(d, 2.0 * static_cast<double>(j) * lid_m);
    const Vector lower = hn::Mul(hn::Sub(hn::Sub(period, h), z), iz);
    const Mask counts = hn::Lt(hn::Mul(lower, lower), limit);
    if (hn::AllFalse(d, counts)) break;
    const Vector near_pair = hn::Add(gauss(lower), gauss(hn::Mul(hn::Add(hn::Sub(period, h), z), iz)));
    const Vector far_pair = hn::Add(gauss(hn::Mul(hn::Sub(hn::Add(period, h), z), iz)),
                                    gauss(hn::Mul(hn::Add(hn::Add(period, h), z), iz)));
    sum = hn::Add(sum, hn::IfThenElseZero(counts, hn::Add(near_pair, far_pair)));
  }
  return sum;
}

// V by cosines: sqrt(2 pi) r (1 + 2 sum cos(n pi z/lid) cos(n pi h/lid) exp(-(n pi r)^2/2)), r = sigma_z/lid. The
// exponentials are powers of the first, the cosines follow from the first by cos((n+1)a) = 2 cos a cos(na) - cos((n-1)a).
HWY_INLINE Vector cosine_sum(Vector z, Vector iz, double height_m, double lid_m) {
  const Tag d;
  const Vector one = hn::Set(d, 1.0);
  const Vector r = hn::Div(one, hn::Mul(iz, hn::Set(d, lid_m)));
  const Vector first = gauss(hn::Mul(hn::Set(d, std::numbers::pi), r));
  const Vector first_squared = hn::Mul(first, first);
  const Vector twice_cosine = hn::Mul(hn::Set(d, 2.0), hn::Cos(d, hn::Mul(z, hn::Set(d, std::numbers::pi / lid_m))));
  Vector before = one;
  Vector cosine = hn::Mul(hn::Set(d, 0.5), twice_cosine);
  Vector weight = first;  // first^(n^2)
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
  return hn::Mul(hn::Mul(hn::Set(d, std::sqrt(2.0 * std::numbers::pi)), r), hn::Add(one, sum));
}

void under_lid(const PlumePoints& points, double height_m, double lid_m, double* out) {
  const Tag d;
  const Vector lid = hn::Set(d, lid_m);
  const Vector switch_at = hn::Set(d, 1.0 / (kSwitch * lid_m));
  for (std::size_t i = 0; i < points.x_m.size(); i += hn::Lanes(d)) {
    const Lanes at(points, i);
    const Mask small = hn::Ge(at.iz, switch_at);
    Vector vertical = hn::Zero(d);
    if (!hn::AllFalse(d, small)) vertical = image_sum(at.z, at.iz, height_m, lid_m);
    if (!hn::AllTrue(d, small)) vertical = hn::IfThenElse(small, vertical, cosine_sum(at.z, at.iz, height_m, lid_m));
    const Vector across = gauss(hn::Mul(at.y, at.iy));
    const Vector below = hn::IfThenElseZero(hn::Le(at.z, lid), hn::Mul(hn::Mul(at.axis(), across), vertical));
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

void unit_plume(const PlumePoints& points, double height_m, std::span<double> out_s_m3) {
  HWY_DYNAMIC_DISPATCH(no_lid)(points, height_m, out_s_m3.data());
}

void unit_plume_under_lid(const PlumePoints& points, double height_m, double lid_m, std::span<double> out_s_m3) {
  HWY_DYNAMIC_DISPATCH(under_lid)(points, height_m, lid_m, out_s_m3.data());
}

}  // namespace sise
#endif
