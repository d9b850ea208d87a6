#include <cstddef>
#include <variant>

#include "models/atmosphere/sigma.hpp"
#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/atmosphere/sigma_batch.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                                 // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;

// 1/(a x (1 + b x)^p)^2. The power is decided once per call, not per point.
template <BriggsCurve::Power power>
struct InverseBriggs {
  explicit InverseBriggs(const BriggsCurve& curve)
      : inverse_a2(hn::Set(Tag(), 1.0 / (curve.a * curve.a))), b(hn::Set(Tag(), curve.b_per_m)) {}
  HWY_INLINE Vector operator()(Vector x) const {
    const Vector linear = hn::Div(inverse_a2, hn::Mul(x, x));
    if constexpr (power == BriggsCurve::Power::zero) return linear;
    const Vector bend = hn::MulAdd(b, x, hn::Set(Tag(), 1.0));
    if constexpr (power == BriggsCurve::Power::minus_half) return hn::Mul(linear, bend);
    if constexpr (power == BriggsCurve::Power::minus_one) return hn::Mul(linear, hn::Mul(bend, bend));
    return hn::Div(linear, bend);
  }
  Vector inverse_a2;
  Vector b;
};

// exp(-2 (ln factor + exponent ln x)), each lane with the piece its own x lies in.
struct InversePower {
  explicit InversePower(const PowerCurve& power_curve) : curve(power_curve) {}
  HWY_INLINE Vector operator()(Vector x) const {
    const Tag d;
    Vector log_factor = hn::Set(d, curve.pieces[curve.count - 1].log_factor);
    Vector exponent = hn::Set(d, curve.pieces[curve.count - 1].exponent);
    for (std::size_t i = curve.count - 1; i-- > 0;) {
      const auto here = hn::Le(x, hn::Set(d, curve.pieces[i].upper_m));
      log_factor = hn::IfThenElse(here, hn::Set(d, curve.pieces[i].log_factor), log_factor);
      exponent = hn::IfThenElse(here, hn::Set(d, curve.pieces[i].exponent), exponent);
    }
    const Vector log_sigma = hn::MulAdd(exponent, hn::Log(d, x), log_factor);
    const Vector inverse = hn::Exp(d, hn::Mul(hn::Set(d, -2.0), log_sigma));
    return hn::Max(inverse, hn::Set(d, 1.0 / (curve.cap_m * curve.cap_m)));
  }
  const PowerCurve& curve;
};

// ISC3 eq. 1-32 to 1-34 with its printed constants.
struct InverseTangent {
  explicit InverseTangent(const TangentCurve& curve)
      : c(hn::Set(Tag(), curve.c_deg)), d_deg(hn::Set(Tag(), curve.d_deg)) {}
  HWY_INLINE Vector operator()(Vector x) const {
    const Tag d;
    const Vector x_km = hn::Div(x, hn::Set(d, 1000.0));
    const Vector degrees = hn::NegMulAdd(d_deg, hn::Log(d, x_km), c);
    const Vector angle = hn::Mul(hn::Set(d, 0.017453293), degrees);
    const Vector inverse = hn::Div(hn::Cos(d, angle), hn::Mul(hn::Mul(hn::Set(d, 465.11628), x_km), hn::Sin(d, angle)));
    return hn::Mul(inverse, inverse);
  }
  Vector c;
  Vector d_deg;
};

template <class Inverse>
void fill(const Inverse& inverse, double factor, const double* x, double* out, std::size_t count) {
  const Tag d;
  const Vector nearest = hn::Set(d, kNearestSigma_m);
  const Vector inverse_factor2 = hn::Set(d, 1.0 / (factor * factor));
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector distance = hn::Max(hn::LoadU(d, x + i), nearest);
    hn::StoreU(hn::Mul(inverse(distance), inverse_factor2), d, out + i);
  }
}

struct FillCurve {
  void operator()(const BriggsCurve& curve) const {
    switch (curve.p) {
      case BriggsCurve::Power::zero:
        return fill(InverseBriggs<BriggsCurve::Power::zero>(curve), factor, x, out, count);
      case BriggsCurve::Power::half:
        return fill(InverseBriggs<BriggsCurve::Power::half>(curve), factor, x, out, count);
      case BriggsCurve::Power::minus_half:
        return fill(InverseBriggs<BriggsCurve::Power::minus_half>(curve), factor, x, out, count);
      case BriggsCurve::Power::minus_one:
        return fill(InverseBriggs<BriggsCurve::Power::minus_one>(curve), factor, x, out, count);
    }
  }
  void operator()(const PowerCurve& curve) const { fill(InversePower(curve), factor, x, out, count); }
  void operator()(const TangentCurve& curve) const { fill(InverseTangent(curve), factor, x, out, count); }

  double factor;
  const double* x;
  double* out;
  std::size_t count;
};

void fill_curve(const SigmaCurve& curve, double factor, const double* x, double* out, std::size_t count) {
  std::visit(FillCurve{factor, x, out, count}, curve);
}

// 1/(f^2 s1 s2) from 1/(f s1)^2 and 1/(f s2)^2.
void geometric_mean(const double* other, double* inout, std::size_t count) {
  const Tag d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    hn::StoreU(hn::Sqrt(hn::Mul(hn::LoadU(d, inout + i), hn::LoadU(d, other + i))), d, inout + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <array>

namespace sise {
namespace {

HWY_EXPORT(fill_curve);
HWY_EXPORT(geometric_mean);

}  // namespace

void inverse_variance(const PreparedSigma& sigma, std::span<const double> x_m, std::span<double> out_per_m2) {
  HWY_DYNAMIC_DISPATCH(fill_curve)(sigma.curve, sigma.factor, x_m.data(), out_per_m2.data(), x_m.size());
  if (!sigma.neighbour) return;
  std::array<double, kBlock> other;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  for (std::size_t start = 0; start < x_m.size(); start += kBlock) {
    const std::size_t count = std::min(kBlock, x_m.size() - start);
    HWY_DYNAMIC_DISPATCH(fill_curve)(*sigma.neighbour, sigma.factor, x_m.data() + start, other.data(), count);
    HWY_DYNAMIC_DISPATCH(geometric_mean)(other.data(), out_per_m2.data() + start, count);
  }
}

}  // namespace sise
#endif
