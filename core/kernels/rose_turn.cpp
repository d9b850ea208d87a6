// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/kernels/rose_turn.hpp"

#include <array>
#include <cmath>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/rose_turn.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                          // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::CappedTag<double, kLanes>;
using V = hn::Vec<D>;

/// The jumps of one edge per lane, weighted with the moments beyond it; `sign` is that of the even terms.
HWY_INLINE V beyond_edge(V sum, const double* const* jumps, std::size_t at, const std::array<double, 3>& t) {
  const D d;
  sum = hn::Add(sum, hn::Mul(hn::LoadU(d, jumps[0] + at), hn::Set(d, t[0])));
  sum = hn::Add(sum, hn::Mul(hn::LoadU(d, jumps[1] + at), hn::Set(d, t[1])));
  return hn::Add(sum, hn::Mul(hn::LoadU(d, jumps[2] + at), hn::Set(d, t[2])));
}

/// All sectors' nodes of one offset. Sector 0 of the middle turn is jump number `first`.
void turn_offset(const FootprintMoments& m, const double* density, const double* bend, const double* const* jumps,
                 std::size_t first, std::size_t offset, std::size_t per_sector, std::size_t stride, double* out) {
  const D d;
  const std::size_t support = m.t0.size();
  for (std::size_t s = 0; s < stride; s += hn::Lanes(d)) {
    V sum = hn::LoadU(d, out + s);
    sum = hn::Add(sum, hn::Mul(hn::LoadU(d, density + s), hn::Set(d, 2.0 * m.t0[0])));
    sum = hn::Add(sum, hn::Mul(hn::LoadU(d, bend + s), hn::Set(d, m.t2[0])));
    std::size_t k = 1;
    for (std::size_t n = per_sector - offset; n < support; n += per_sector, ++k) {
      sum = beyond_edge(sum, jumps, first + s + k, {m.t0[n], m.t1[n], m.t2[n]});
    }
    std::size_t back = 0;
    for (std::size_t n = offset; n < support; n += per_sector, ++back) {
      sum = beyond_edge(sum, jumps, first + s - back, {-m.t0[n], m.t1[n], -m.t2[n]});
    }
    hn::StoreU(sum, d, out + s);
  }
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

HWY_EXPORT(turn_offset);

constexpr std::size_t kTurns = 3;

std::vector<double> thrice(const std::vector<double>& values) {
  std::vector<double> repeated;
  repeated.reserve(kTurns * values.size() + kLanes);
  for (std::size_t turn = 0; turn < kTurns; ++turn) repeated.insert(repeated.end(), values.begin(), values.end());
  repeated.resize(repeated.size() + kLanes);
  return repeated;
}

}  // namespace

RoseTurn::RoseTurn(const DirectionDensity& density, const BearingNodes& nodes)
    : nodes_(nodes), total_(density.total()), density_(nodes.ring_size()), bend_(nodes.stride()) {
  const std::size_t sectors = nodes.sectors();
  const double width = 2.0 * std::numbers::pi / static_cast<double>(sectors);
  std::vector<double> jump0(sectors);
  std::vector<double> jump1(sectors);
  std::vector<double> half_jump2(sectors);
  for (std::size_t s = 0; s < sectors; ++s) {
    const std::array<double, 3> c = density.polynomial_per_rad(s);
    const std::array<double, 3> before = density.polynomial_per_rad((s + sectors - 1) % sectors);
    jump0[s] = c[0] - (before[0] + before[1] + before[2]);
    jump1[s] = (c[1] - (before[1] + 2.0 * before[2])) / width;
    half_jump2[s] = (c[2] - before[2]) / (width * width);
    bend_[s] = 2.0 * c[2] / (width * width);
    for (std::size_t o = 0; o < nodes.per_sector; ++o) {
      const double xi = static_cast<double>(o) / static_cast<double>(nodes.per_sector);
      density_[o * nodes.stride() + s] = std::fmax(0.0, c[0] + xi * (c[1] + xi * c[2]));
    }
  }
  jump0_ = thrice(jump0);
  jump1_ = thrice(jump1);
  half_jump2_ = thrice(half_jump2);
}

void RoseTurn::add(const FootprintMoments& moments, std::span<double> ring) const {
  if (moments.t0.empty()) return;
  const std::size_t sectors = nodes_.sectors();
  const std::array<const double*, 3> jumps{jump0_.data(), jump1_.data(), half_jump2_.data()};
  for (std::size_t o = 0; o < nodes_.per_sector; ++o) {
    HWY_DYNAMIC_DISPATCH(turn_offset)
    (moments, density_.data() + o * nodes_.stride(), bend_.data(), jumps.data(), sectors, o, nodes_.per_sector,
     nodes_.stride(), ring.data() + o * nodes_.stride());
  }
}

}  // namespace sise
#endif
