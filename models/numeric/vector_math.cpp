#include "models/numeric/vector_math.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/numeric/lanes.hpp"
#include "models/numeric/scaled_erfc.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "models/numeric/vector_math.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                              // IWYU pragma: keep
#include "hwy/highway.h"
// After highway.h:
#include "hwy/contrib/math/math-inl.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// `count` is a whole number of registers.
void exp_padded(const double* x, double* out, std::size_t count) {
  const hn::CappedTag<double, kLanes> d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) hn::StoreU(hn::Exp(d, hn::LoadU(d, x + i)), d, out + i);
}

void log_padded(const double* x, double* out, std::size_t count) {
  const hn::CappedTag<double, kLanes> d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) hn::StoreU(hn::Log(d, hn::LoadU(d, x + i)), d, out + i);
}

void erfc_padded(const double* x, double* out, std::size_t count) {
  const hn::CappedTag<double, kLanes> d;
  const auto one = hn::Set(d, 1.0);
  const auto three = hn::Set(d, 3.0);
  constexpr double kFarthest = 26.0;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto y = hn::Min(hn::LoadU(d, x + i), hn::Set(d, kFarthest));
    const auto t = hn::Div(hn::Sub(y, three), hn::Add(y, three));
    auto sum = hn::Set(d, kScaledErfcTerms.back());
    for (std::size_t k = kScaledErfcTerms.size() - 1; k-- > 0;)
      sum = hn::Add(hn::Mul(sum, t), hn::Set(d, kScaledErfcTerms[k]));
    const auto bell = hn::Exp(d, hn::Neg(hn::Mul(y, y)));
    hn::StoreU(hn::Div(hn::Mul(bell, sum), hn::Add(one, hn::Add(y, y))), d, out + i);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(exp_padded);
HWY_EXPORT(log_padded);
HWY_EXPORT(erfc_padded);

template <class Function>
void apply(Function function, std::span<const double> x, std::span<double> out) {
  const std::size_t whole = x.size() / kLanes * kLanes;
  function(x.data(), out.data(), whole);
  if (whole == x.size()) return;
  std::array<double, kLanes> rest{};
  rest.fill(1.0);
  std::copy(x.begin() + static_cast<std::ptrdiff_t>(whole), x.end(), rest.begin());
  function(rest.data(), rest.data(), kLanes);
  std::copy_n(rest.begin(), x.size() - whole, out.begin() + static_cast<std::ptrdiff_t>(whole));
}

}  // namespace

void exp_of(std::span<const double> x, std::span<double> out) { apply(HWY_DYNAMIC_DISPATCH(exp_padded), x, out); }
void log_of(std::span<const double> x, std::span<double> out) { apply(HWY_DYNAMIC_DISPATCH(log_padded), x, out); }
void erfc_of(std::span<const double> x, std::span<double> out) { apply(HWY_DYNAMIC_DISPATCH(erfc_padded), x, out); }

}  // namespace sise
#endif
