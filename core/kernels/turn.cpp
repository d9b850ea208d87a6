// Compiled once per instruction set by Highway and chosen at run time; every lane does the same operations in order.
#include "core/kernels/turn.hpp"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/turn.cpp"  // NOLINT(cppcoreguidelines-macro-usage): Highway's way
#include "hwy/foreach_target.h"                     // IWYU pragma: keep
#include "hwy/highway.h"

HWY_BEFORE_NAMESPACE();
namespace sise::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;
using D = hn::ScalableTag<double>;
using V = hn::Vec<D>;

/// What one step k adds to the nodes from `node` on.
HWY_INLINE V add_step(V sum, V mass, V bent_mass, const double* density, const double* bend, std::size_t k) {
  const D d;
  const V sides = hn::Add(hn::LoadU(d, density - k), hn::LoadU(d, density + k));
  const V bends = hn::Add(hn::LoadU(d, bend - k - 1), hn::LoadU(d, bend + k));
  return hn::Sub(hn::Add(sum, hn::Mul(mass, sides)), hn::Mul(bent_mass, bends));
}

void turn_footprint(const FootprintMasses& masses, const NodeDensity& density, std::span<double> out) {
  const std::size_t steps = masses.at_node.size();
  if (steps == 0) return;
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t block = 4 * lanes;  // four vectors at once hide the latency of the sums
  std::vector<double> turned(out.size() + block);
  for (std::size_t j = 0; j < out.size(); j += block) {
    const double* q = density.at_node() + j;
    const double* bend = density.bend() + j;
    V s0 = hn::Zero(d);
    V s1 = hn::Zero(d);
    V s2 = hn::Zero(d);
    V s3 = hn::Zero(d);
    for (std::size_t k = 0; k < steps; ++k) {
      // Both sides of the axis meet in node 0.
      const V mass = hn::Set(d, k == 0 ? 0.5 * masses.at_node[0] : masses.at_node[k]);
      const V bent = hn::Set(d, masses.in_step[k]);
      s0 = add_step(s0, mass, bent, q, bend, k);
      s1 = add_step(s1, mass, bent, q + lanes, bend + lanes, k);
      s2 = add_step(s2, mass, bent, q + 2 * lanes, bend + 2 * lanes, k);
      s3 = add_step(s3, mass, bent, q + 3 * lanes, bend + 3 * lanes, k);
    }
    hn::StoreU(s0, d, turned.data() + j);
    hn::StoreU(s1, d, turned.data() + j + lanes);
    hn::StoreU(s2, d, turned.data() + j + 2 * lanes);
    hn::StoreU(s3, d, turned.data() + j + 3 * lanes);
  }
  for (std::size_t j = 0; j < out.size(); ++j) out[j] += turned[j];
}

}  // namespace sise::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sise {
namespace {

std::vector<double> thrice(std::span<const double> values) {
  std::vector<double> repeated;
  repeated.reserve(3 * values.size());
  for (int turn = 0; turn < 3; ++turn) repeated.insert(repeated.end(), values.begin(), values.end());
  return repeated;
}

}  // namespace

HWY_EXPORT(turn_footprint);

NodeDensity::NodeDensity(std::span<const double> at_node, std::span<const double> bend)
    : at_node_(thrice(at_node)), bend_(thrice(bend)) {}

NodeDensity density_downwind(const DirectionDensity& density, double first_bearing_deg, double step_deg,
                             std::size_t nodes) {
  std::vector<double> at_node;
  std::vector<double> bend;
  for (std::size_t j = 0; j < nodes; ++j) {
    const double from_deg = first_bearing_deg + static_cast<double>(j) * step_deg - 180.0;
    at_node.push_back(density.per_rad(from_deg));
    bend.push_back(density.bend_per_rad3(from_deg + 0.5 * step_deg));
  }
  return {at_node, bend};
}

void turn_footprint(const FootprintMasses& masses, const NodeDensity& density, std::span<double> out) {
  HWY_DYNAMIC_DISPATCH(turn_footprint)(masses, density, out);
}

}  // namespace sise
#endif
