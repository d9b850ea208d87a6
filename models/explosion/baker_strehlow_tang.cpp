#include "models/explosion/baker_strehlow_tang.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"
#include "models/explosion/flame_speed.hpp"

namespace sise {
namespace {

constexpr std::size_t kPoints = 8;
using Curve = std::array<double, kPoints>;

constexpr Curve kDistances{0.1, 0.2, 0.3, 0.5, 1.0, 2.0, 5.0, 10.0};

struct FlameCurves {
  double mach;
  Curve pressure;  ///< Ps/p0
  Curve impulse;   ///< i a0 / (E^(1/3) p0^(2/3))
};

constexpr std::array<FlameCurves, 6> kFlames{{
    {kSlowestCurveMach,
     {0.068, 0.069, 0.068, 0.053, 0.028, 0.015, 0.0057, 0.003},
     {0.083, 0.069, 0.055, 0.0364, 0.0189, 0.0094, 0.0038, 0.0018}},
    {0.35,
     {0.21, 0.22, 0.22, 0.17, 0.091, 0.046, 0.019, 0.010},
     {0.142, 0.111, 0.081, 0.0504, 0.0266, 0.0130, 0.0052, 0.0025}},
    {0.7,
     {0.69, 0.67, 0.67, 0.47, 0.31, 0.136, 0.050, 0.023},
     {0.214, 0.146, 0.092, 0.0565, 0.0299, 0.0148, 0.0059, 0.0029}},
    {1.0,
     {1.29, 1.29, 1.21, 0.85, 0.33, 0.15, 0.054, 0.025},
     {0.256, 0.153, 0.093, 0.0566, 0.0300, 0.0155, 0.0062, 0.0031}},
    {1.4,
     {2.04, 2.01, 1.80, 0.97, 0.39, 0.18, 0.060, 0.025},
     {0.286, 0.167, 0.094, 0.0579, 0.0300, 0.0149, 0.0059, 0.0029}},
    {kDetonationMach,
     {19.6, 8.5, 2.7, 1.04, 0.39, 0.17, 0.059, 0.026},
     {0.350, 0.172, 0.098, 0.0608, 0.0332, 0.0166, 0.0067, 0.0033}},
}};

/// Growth of the pressure with the flame speed in the acoustic limit.
double acoustic(double mach) { return mach * mach / (1.0 + mach); }

Curve scaled(const Curve& curve, double factor) {
  Curve result{};
  for (std::size_t i = 0; i < kPoints; ++i) result[i] = factor * curve[i];
  return result;
}

Curve mixed(const Curve& a, const Curve& b, double share_of_b) {
  Curve result{};
  for (std::size_t i = 0; i < kPoints; ++i) result[i] = a[i] + share_of_b * (b[i] - a[i]);
  return result;
}

LogLogChart chart(double mach, Curve FlameCurves::*quantity) {
  if (mach < kSlowestCurveMach) {
    return {kDistances, scaled(kFlames.front().*quantity, acoustic(mach) / acoustic(kSlowestCurveMach))};
  }
  std::size_t upper = 1;
  while (upper + 1 < kFlames.size() && mach > kFlames[upper].mach) ++upper;
  const FlameCurves& below = kFlames[upper - 1];
  const FlameCurves& above = kFlames[upper];
  return {kDistances, mixed(below.*quantity, above.*quantity, (mach - below.mach) / (above.mach - below.mach))};
}

double checked_energy(double energy_J, double mach, double factor) {
  require_range(energy_J > 0.0 && std::isfinite(energy_J), "energy_J", energy_J, {"a positive number", "为正数"});
  require_range(mach > 0.0 && mach <= kDetonationMach, "flame_mach", mach,
                {"above 0, up to 5.2", "大于 0 且不大于 5.2"});
  require_range(factor >= 1.0 && factor <= 2.0, "ground_factor", factor, {"from 1 to 2", "在 1 至 2 之间"});
  return energy_J * factor;
}

}  // namespace

BakerStrehlowTang::BakerStrehlowTang(double energy_J, double flame_mach, double ground_factor, const BlastAir& air)
    : energy_J_(checked_energy(energy_J, flame_mach, ground_factor)),
      length_m_(std::cbrt(energy_J_ / air.pressure_pa)),
      air_(air),
      impulse_unit_pa_s_(std::cbrt(energy_J_) * std::cbrt(air.pressure_pa * air.pressure_pa) / air.sound_speed_m_s),
      pressure_(chart(flame_mach, &FlameCurves::pressure)),
      impulse_(chart(flame_mach, &FlameCurves::impulse)) {}

void BakerStrehlowTang::overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const {
  for (std::size_t i = 0; i < r_m.size(); ++i) out_pa[i] = r_m[i] / length_m_;
  pressure_.at(out_pa, out_pa);
  for (double& value : out_pa) value *= air_.pressure_pa;
}

double BakerStrehlowTang::overpressure_pa(double r_m) const {
  double value = 0.0;
  overpressures_pa({&r_m, 1}, {&value, 1});
  return value;
}

double BakerStrehlowTang::impulse_pa_s(double r_m) const {
  return impulse_.at(scaled_distance(r_m)) * impulse_unit_pa_s_;
}

BlastDistance BakerStrehlowTang::distance_to_overpressure(double overpressure_pa) const {
  BlastDistance distance = pressure_.outermost(overpressure_pa / air_.pressure_pa);
  distance.r_m *= length_m_;
  return distance;
}

BlastDistance BakerStrehlowTang::distance_to_impulse(double impulse_pa_s) const {
  BlastDistance distance = impulse_.outermost(impulse_pa_s / impulse_unit_pa_s_);
  distance.r_m *= length_m_;
  return distance;
}

}  // namespace sise
