// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/risk/societal/turned_sum.hpp"

#include <cstddef>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/risk/societal/turned_sum.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                                 // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

/// Sums stay in registers while k runs; the order within a sum is that of k, however wide a register is.
template <std::size_t kRegisters, class Lanes>
void block(Lanes lanes, const double* ahead, const double* behind, const double* weights, std::size_t count,
           double* out) {
  using Register = hn::Vec<Lanes>;
  const std::size_t width = hn::Lanes(lanes);
  Register sum0 = hn::Zero(lanes);
  // NOLINTBEGIN(misc-const-correctness): only the block of one register leaves these as they are
  Register sum1 = hn::Zero(lanes);
  Register sum2 = hn::Zero(lanes);
  Register sum3 = hn::Zero(lanes);
  // NOLINTEND(misc-const-correctness)
  for (std::size_t k = 0; k < count; ++k) {
    const Register weight = hn::Set(lanes, weights[k]);
    const double* a = ahead + k;
    const double* b = behind - k;
    const auto both = [&](std::size_t r) {
      return hn::Add(hn::LoadU(lanes, a + r * width), hn::LoadU(lanes, b + r * width));
    };
    sum0 = hn::Add(sum0, hn::Mul(weight, both(0)));
    if constexpr (kRegisters > 1) {
      sum1 = hn::Add(sum1, hn::Mul(weight, both(1)));
      sum2 = hn::Add(sum2, hn::Mul(weight, both(2)));
      sum3 = hn::Add(sum3, hn::Mul(weight, both(3)));
    }
  }
  const auto store = [&](std::size_t r, Register sum) {
    hn::StoreU(hn::Add(hn::LoadU(lanes, out + r * width), sum), lanes, out + r * width);
  };
  store(0, sum0);
  if constexpr (kRegisters > 1) {
    store(1, sum1);
    store(2, sum2);
    store(3, sum3);
  }
}

/// As far as whole registers go; where that is.
template <class Lanes>
std::size_t turned_from(Lanes lanes, std::size_t d, const double* ahead, const double* behind, const double* weights,
                        std::size_t count, double* out, std::size_t size) {
  const std::size_t width = hn::Lanes(lanes);
  for (; d + 4 * width <= size; d += 4 * width) block<4>(lanes, ahead + d, behind + d, weights, count, out + d);
  for (; d + width <= size; d += width) block<1>(lanes, ahead + d, behind + d, weights, count, out + d);
  return d;
}

void turned(const double* ahead, const double* behind, const double* weights, std::size_t count, double* out,
            std::size_t size) {
  std::size_t d = turned_from(hn::CappedTag<double, 8>(), 0, ahead, behind, weights, count, out, size);
  d = turned_from(hn::CappedTag<double, 4>(), d, ahead, behind, weights, count, out, size);
  turned_from(hn::CappedTag<double, 1>(), d, ahead, behind, weights, count, out, size);
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {

HWY_EXPORT(turned);

void add_turned_sum(const double* ahead, const double* behind, std::span<const double> weights, std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(turned)(ahead, behind, weights.data(), weights.size(), out.data(), out.size());
}

}  // namespace sise
#endif
