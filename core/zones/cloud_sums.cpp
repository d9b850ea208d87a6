// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/zones/cloud_sums.hpp"

#include <algorithm>
#include <cstddef>

#include "models/numeric/lanes.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/zones/cloud_sums.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                         // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using Tag = hn::CappedTag<double, kLanes>;
using Vector = hn::Vec<Tag>;

constexpr double kAlike = 0.6;  // of the middle one

// The highest value between three concentrations where the middle one is the highest, else `peak`: of the bell through them (a
// parabola through their logarithms) where they are much alike, else of the parabola. A bell through the edge of a plume, from
// almost nothing to much, would be far too high.
HWY_INLINE Vector vertex(Vector before, Vector latest, Vector now, CloudSteps steps, Vector peak) {
  const Tag d;
  const auto crest = hn::And(hn::Ge(latest, before), hn::Gt(latest, now));
  if (hn::AllFalse(d, crest)) return peak;
  const Vector one = hn::Set(d, 1.0);
  const Vector from = hn::IfThenElse(crest, hn::Div(before, latest), one);
  const Vector to = hn::IfThenElse(crest, hn::Div(now, latest), one);
  const auto alike = hn::Ge(hn::Min(from, to), hn::Set(d, kAlike));
  Vector rise = hn::Sub(one, from);
  Vector fall = hn::Sub(to, one);
  rise = hn::IfThenElse(alike, hn::Neg(hn::Log(d, hn::IfThenElse(alike, from, one))), rise);
  fall = hn::IfThenElse(alike, hn::Log(d, hn::IfThenElse(alike, to, one)), fall);
  const Vector up = hn::Mul(rise, hn::Set(d, 1.0 / steps.earlier_s));
  const Vector down = hn::Mul(fall, hn::Set(d, 1.0 / steps.later_s));
  const Vector both = hn::Set(d, 1.0 / (steps.earlier_s + steps.later_s));
  const Vector bend = hn::Mul(hn::Sub(down, up), both);
  const Vector weighted = hn::MulAdd(up, hn::Set(d, steps.later_s), hn::Mul(down, hn::Set(d, steps.earlier_s)));
  const Vector slope = hn::Mul(weighted, both);
  const Vector above = hn::IfThenElseZero(crest, hn::Div(hn::Mul(slope, slope), hn::Mul(hn::Set(d, -4.0), bend)));
  const Vector top = hn::Mul(latest, hn::IfThenElse(alike, hn::Exp(d, above), hn::Add(one, above)));
  return hn::IfThenElse(crest, hn::Max(peak, top), peak);
}

void peaks(const double* before, const double* latest, const double* now, CloudSteps steps, double* peak,
           std::size_t count) {
  const Tag d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector c = hn::LoadU(d, now + i);
    Vector best = hn::Max(hn::LoadU(d, peak + i), c);
    if (steps.earlier_s > 0.0) best = vertex(hn::LoadU(d, before + i), hn::LoadU(d, latest + i), c, steps, best);
    hn::StoreU(best, d, peak + i);
  }
}

void trapezoid(const double* from, const double* to, double step_s, double* sum, std::size_t count) {
  const Tag d;
  const Vector half = hn::Set(d, 0.5 * step_s);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector both = hn::Add(hn::LoadU(d, from + i), hn::LoadU(d, to + i));
    hn::StoreU(hn::MulAdd(both, half, hn::LoadU(d, sum + i)), d, sum + i);
  }
}

void power(const double* c, double exponent, double step_s, double* power, double* sum, std::size_t count) {
  const Tag d;
  const Vector n = hn::Set(d, exponent);
  const Vector half = hn::Set(d, 0.5 * step_s);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector value = hn::LoadU(d, c + i);
    const Vector from = hn::LoadU(d, power + i);
    const auto there = hn::Gt(value, hn::Set(d, 1e-200));
    Vector to = hn::Zero(d);
    if (!hn::AllFalse(d, there)) {
      const Vector log_c = hn::Log(d, hn::IfThenElse(there, value, hn::Set(d, 1.0)));
      to = hn::IfThenElseZero(there, hn::Exp(d, hn::Mul(n, log_c)));
    }
    hn::StoreU(to, d, power + i);
    hn::StoreU(hn::MulAdd(hn::Add(from, to), half, hn::LoadU(d, sum + i)), d, sum + i);
  }
}

std::size_t crossing(const double* before, const double* after, double threshold, std::size_t from, std::size_t count) {
  const Tag d;
  const Vector level = hn::Set(d, threshold);
  const auto crosses = [&](std::size_t i) { return (before[i] >= threshold) != (after[i] >= threshold); };
  for (std::size_t i = from / kLanes * kLanes; i < count; i += hn::Lanes(d)) {
    const auto was = hn::Ge(hn::LoadU(d, before + i), level);
    const auto is = hn::Ge(hn::LoadU(d, after + i), level);
    if (hn::AllFalse(d, hn::Xor(was, is))) continue;
    for (std::size_t k = std::max(i, from); k < i + hn::Lanes(d); ++k) {
      if (crosses(k)) return k;
    }
  }
  return count;
}

void window(const double* sum, const double* a, const double* b, double share, double* worst, std::size_t count) {
  const Tag d;
  const Vector between = hn::Set(d, share);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Vector first = hn::LoadU(d, a + i);
    const Vector then = hn::MulAdd(between, hn::Sub(hn::LoadU(d, b + i), first), first);
    hn::StoreU(hn::Max(hn::LoadU(d, worst + i), hn::Sub(hn::LoadU(d, sum + i), then)), d, worst + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(peaks);
HWY_EXPORT(trapezoid);
HWY_EXPORT(power);
HWY_EXPORT(crossing);
HWY_EXPORT(window);

}  // namespace

void raise_peaks(std::span<const double> before, std::span<const double> latest, std::span<const double> now,
                 CloudSteps steps, std::span<double> peak) {
  HWY_DYNAMIC_DISPATCH(peaks)(before.data(), latest.data(), now.data(), steps, peak.data(), peak.size());
}

void add_trapezoid(std::span<const double> from, std::span<const double> to, double step_s, std::span<double> sum) {
  HWY_DYNAMIC_DISPATCH(trapezoid)(from.data(), to.data(), step_s, sum.data(), sum.size());
}

void add_power(std::span<const double> c, double exponent, double step_s, std::span<double> power,
               std::span<double> sum) {
  HWY_DYNAMIC_DISPATCH(power)(c.data(), exponent, step_s, power.data(), sum.data(), sum.size());
}

std::size_t next_crossing(std::span<const double> before, std::span<const double> after, double threshold,
                          std::size_t from) {
  return HWY_DYNAMIC_DISPATCH(crossing)(before.data(), after.data(), threshold, from, after.size());
}

void raise_window(std::span<const double> sum, std::span<const double> a, std::span<const double> b, double share,
                  std::span<double> worst) {
  HWY_DYNAMIC_DISPATCH(window)(sum.data(), a.data(), b.data(), share, worst.data(), worst.size());
}

}  // namespace sise
#endif
