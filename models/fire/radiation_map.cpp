#include "models/fire/radiation_map.hpp"

#include <cmath>
#include <cstddef>

namespace sise {
namespace {

constexpr double kSteepest = 6.0;
constexpr double kTolerance = 1e-3;  // in the middle of a cell of the table

PlaneTable::Function direct_of(const PoolFire& fire, Receiver receiver) {
  return [fire, receiver](double x_m, double y_m) {
    double value = 0.0;
    fire.radiations_around_w_m2({&x_m, 1}, {&y_m, 1}, receiver, {&value, 1});
    return value;
  };
}

PlaneTable::Function direct_of(const ChamberlainJet& jet, Receiver receiver) {
  return [jet, receiver](double x_m, double y_m) { return jet.radiation_around_w_m2(x_m, y_m, receiver); };
}

PlaneFrame frame_of(const PoolFire& fire) {
  const double lean_m = fire.flame_length_m() * std::sin(fire.tilt_rad());
  return {0.0, lean_m, fire.nearest_m() - lean_m};
}

/// A jet's ends come into sight across the lines where their planes meet the ground: kinks of the radiation. The piece
/// ends there, unless the jet stands so steep that the lines are far off; then below the flame.
PlaneFrame frame_of(const ChamberlainJet& jet) {
  const FlamePoint& base = jet.base();
  const FlamePoint& tip = jet.tip();
  const double height_m = 0.5 * (base[2] + tip[2]);
  const double width_m = jet.half_width_m() + std::fmax(0.0, height_m);
  const double slope = (tip[2] - base[2]) / (tip[0] - base[0]);
  const bool level = std::abs(slope) < kSteepest;
  const double one_m = level ? base[0] + slope * base[2] : base[0];
  const double other_m = level ? tip[0] + slope * tip[2] : tip[0];
  return {std::fmin(one_m, other_m), std::fmax(one_m, other_m), width_m};
}

}  // namespace

RadiationMap::RadiationMap(const PoolFire& fire, Receiver receiver)
    : direct_(direct_of(fire, receiver)), table_(direct_, frame_of(fire), kTolerance) {}

RadiationMap::RadiationMap(const ChamberlainJet& jet, Receiver receiver)
    : direct_(direct_of(jet, receiver)), table_(direct_, frame_of(jet), kTolerance) {}

void RadiationMap::radiations_w_m2(std::span<const double> x_m, std::span<const double> y_m,
                                   std::span<double> out_w_m2) const {
  table_.at(x_m, y_m, out_w_m2);
  for (std::size_t i = 0; i < out_w_m2.size(); ++i) {
    if (std::isnan(out_w_m2[i])) out_w_m2[i] = direct_(x_m[i], y_m[i]);
  }
}

}  // namespace sise
