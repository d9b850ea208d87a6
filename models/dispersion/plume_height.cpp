#include "models/dispersion/plume_height.hpp"

#include <array>
#include <cstddef>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/dispersion/plume_height.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                                  // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

// With t = h/sigma_z, phi the normal density and Q its upper tail, the mean height is h + 2 sigma_z phi(t) K(t),
// K(t) = 1 - t Q(t)/phi(t): no cancellation, and the error function is not needed. K falls smoothly from 1 like 1/t^2 and is
// taken from a Chebyshev series in s = (19 t - 45)/(9 (t + 5)), which maps 0..9 to -1..1 (t beyond 9 counts as 9, where
// phi is 1e-18). Coefficients computed in quadruple precision; truncated at 2e-18 of the height.
#ifndef SISE_MEAN_HEIGHT_SERIES
#define SISE_MEAN_HEIGHT_SERIES
#endif

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;

constexpr std::array<double, 20> kSeries{
    3.01303057571774938314e-01,  -4.32676199870575082832e-01, 1.90761900267268796310e-01,  -5.90044756612809769266e-02,
    1.36073157658041441767e-02,  -2.34231802566093199578e-03, 2.85147643443301656818e-04,  -1.99654412644709923297e-05,
    -1.82262908699053610990e-07, 1.88728045839870596812e-07,  -1.07476852783756098852e-08, -1.34259647880051256822e-09,
    1.61898768954390530506e-10,  1.10733540602663737643e-11,  -2.00700715930955267703e-12, -1.30628834961476076903e-13,
    2.39877939903315609543e-14,  2.10298148164556154509e-15,  -2.65347445998816130177e-16, -3.77060691435211847915e-17};
constexpr double kLast = 9.0;
constexpr double kTwiceDensityAtZero = 0.79788456080286535588;  // 2 phi(0) = sqrt(2/pi)

// Clenshaw's recurrence.
HWY_INLINE Vector series(Vector s) {
  const Tag d;
  const Vector twice_s = hn::Add(s, s);
  Vector next = hn::Zero(d);
  Vector after = hn::Zero(d);
  for (std::size_t i = kSeries.size() - 1; i > 0; --i) {
    const Vector value = hn::MulAdd(twice_s, next, hn::Sub(hn::Set(d, kSeries[i]), after));
    after = next;
    next = value;
  }
  return hn::MulAdd(s, next, hn::Sub(hn::Set(d, kSeries[0]), after));
}

void mean_height(double release_height_m, const double* inverse_variance, double* out, std::size_t count) {
  const Tag d;
  const Vector h = hn::Set(d, release_height_m);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector inverse_sigma = hn::Sqrt(hn::LoadU(d, inverse_variance + i));
    const Vector t = hn::Mul(h, inverse_sigma);
    const Vector near = hn::Min(t, hn::Set(d, kLast));
    const Vector s = hn::Div(hn::MulAdd(hn::Set(d, 19.0), near, hn::Set(d, -45.0)),
                             hn::MulAdd(hn::Set(d, 9.0), near, hn::Set(d, 45.0)));
    const Vector density = hn::Exp(d, hn::Mul(hn::Set(d, -0.5), hn::Mul(t, t)));
    const Vector lift = hn::Mul(hn::Mul(hn::Set(d, kTwiceDensityAtZero), density), series(s));
    hn::StoreU(hn::Add(h, hn::Div(lift, inverse_sigma)), d, out + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(mean_height);

}  // namespace

void mean_plume_height(double release_height_m, std::span<const double> inverse_variance_z, std::span<double> out_m) {
  HWY_DYNAMIC_DISPATCH(mean_height)(release_height_m, inverse_variance_z.data(), out_m.data(), out_m.size());
}

}  // namespace sise
#endif
