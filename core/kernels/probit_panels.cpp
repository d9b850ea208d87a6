// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/kernels/probit_panels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "models/numeric/lanes.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/scaled_erfc.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/probit_panels.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                              // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;

/// kScaledErfcTerms summed.
HWY_INLINE V scaled_erfc(V y) {
  const D d;
  const V three = hn::Set(d, 3.0);
  const V t = hn::Div(hn::Sub(y, three), hn::Add(y, three));
  V sum = hn::Set(d, kScaledErfcTerms.back());
  for (std::size_t i = kScaledErfcTerms.size() - 1; i-- > 0;)
    sum = hn::Add(hn::Mul(sum, t), hn::Set(d, kScaledErfcTerms[i]));
  return sum;
}

/// Φ and Ψ, less what the cut takes.
HWY_INLINE void distribution(V v, const ProbitCut& cut, V& phi_sum, V& psi) {
  const D d;
  const V one = hn::Set(d, 1.0);
  const V y = hn::Mul(hn::Min(hn::Abs(v), hn::Set(d, 37.0)), hn::Set(d, 0.5 * std::numbers::sqrt2));
  const V bell = hn::Exp(d, hn::Neg(hn::Mul(y, y)));
  const V tail = hn::Div(hn::Mul(hn::Mul(hn::Set(d, 0.5), bell), scaled_erfc(y)), hn::Add(one, hn::Add(y, y)));
  phi_sum = hn::IfThenElse(hn::Lt(v, hn::Zero(d)), tail, hn::Sub(one, tail));
  constexpr double kInverseRoot2Pi = std::numbers::inv_sqrtpi * 0.5 * std::numbers::sqrt2;
  psi = hn::Add(hn::Mul(v, phi_sum), hn::Mul(bell, hn::Set(d, kInverseRoot2Pi)));
  const V above = hn::Sub(v, hn::Set(d, cut.from));
  const auto inside = hn::Gt(above, hn::Zero(d));
  const V p = hn::Set(d, cut.probability);
  phi_sum = hn::IfThenElseZero(inside, hn::Sub(phi_sum, p));
  psi = hn::IfThenElseZero(inside, hn::Sub(hn::Sub(psi, hn::Set(d, cut.integral)), hn::Mul(p, above)));
}

/// `count` panels, a whole number of registers; one node more.
void panel_block(const double* v, std::size_t count, double factor, const ProbitCut& cut, double* sums) {
  constexpr std::size_t kNodes = 64 + kLanes;
  std::array<double, kNodes> phi;  // NOLINT(cppcoreguidelines-pro-type-member-init): written before it is read
  std::array<double, kNodes> psi;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  const D d;
  for (std::size_t i = 0; i < count + kLanes; i += hn::Lanes(d)) {
    V phi_here;
    V psi_here;
    distribution(hn::LoadU(d, v + i), cut, phi_here, psi_here);
    hn::StoreU(phi_here, d, phi.data() + i);
    hn::StoreU(psi_here, d, psi.data() + i);
  }
  const V steep = hn::Set(d, 1e-3);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const V dv = hn::Sub(hn::LoadU(d, v + i), hn::LoadU(d, v + i + 1));
    const V flat = hn::Mul(hn::Set(d, 0.5), hn::Add(hn::LoadU(d, phi.data() + i), hn::LoadU(d, phi.data() + i + 1)));
    const V dpsi = hn::Sub(hn::LoadU(d, psi.data() + i), hn::LoadU(d, psi.data() + i + 1));
    const auto is_steep = hn::Gt(hn::Abs(dv), steep);
    const V mean = hn::IfThenElse(is_steep, hn::Div(dpsi, hn::IfThenElse(is_steep, dv, steep)), flat);
    hn::StoreU(hn::Add(hn::LoadU(d, sums + i), hn::Mul(hn::Set(d, factor), hn::Max(mean, hn::Zero(d)))), d, sums + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {

HWY_EXPORT(panel_block);

ProbitCut probit_cut(double min_probability) {
  if (!(min_probability > 0.0)) return {};
  if (min_probability >= 1.0) return {1e30, 1.0, 1e30};
  const double v = normal_quantile(min_probability);
  const double bell = std::exp(-0.5 * v * v) * std::numbers::inv_sqrtpi * 0.5 * std::numbers::sqrt2;
  return {v, min_probability, v * min_probability + bell};
}

void add_panel_means(std::span<const float> levels, double offset, double slope, double factor, const ProbitCut& cut,
                     std::span<double> sums) {
  constexpr std::size_t kPanels = 64;
  std::array<double, kPanels + kLanes> v{};
  std::array<double, kPanels> part{};
  for (std::size_t from = 0; from < sums.size(); from += kPanels) {
    const std::size_t count = std::min(kPanels, sums.size() - from);
    for (std::size_t i = 0; i <= count; ++i) v[i] = offset + slope * static_cast<double>(levels[from + i]);
    std::fill(v.begin() + static_cast<std::ptrdiff_t>(count) + 1, v.end(), v[count]);
    std::fill(part.begin(), part.end(), 0.0);
    HWY_DYNAMIC_DISPATCH(panel_block)(v.data(), padded(count), factor, cut, part.data());
    for (std::size_t i = 0; i < count; ++i) sums[from + i] += part[i];
  }
}

}  // namespace sise
#endif
