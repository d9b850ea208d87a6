#include "models/explosion/fragments.hpp"

#include <cmath>
#include <numbers>

#include "models/base/constants.hpp"

namespace sise {
namespace {

struct SpeedFit {
  double a;
  double b;
};

SpeedFit speed_fit(VesselShape shape, int count) {
  if (count == 2) return shape == VesselShape::sphere ? SpeedFit{0.622206, 0.213936} : SpeedFit{0.814896, 0.355218};
  if (count == 10) return shape == VesselShape::sphere ? SpeedFit{0.598495, 0.221165} : SpeedFit{0.591785, 0.602712};
  return {kNaN, kNaN};
}

}  // namespace

double fragment_count(double volume_m3) {
  const bool in_fit = volume_m3 >= 700.0 && volume_m3 <= 2500.0;
  return in_fit ? -3.77 + 0.0096 * volume_m3 : kNaN;
}

double baker_fragment_speed_m_s(VesselShape shape, int count, double overpressure_pa, double volume_m3,
                                double vessel_mass_kg, double gas_sound_speed_m_s) {
  const SpeedFit fit = speed_fit(shape, count);
  const double scaled = overpressure_pa * volume_m3 / (vessel_mass_kg * gas_sound_speed_m_s * gas_sound_speed_m_s);
  return gas_sound_speed_m_s * std::exp(fit.a * std::log(scaled) + fit.b);
}

double vacuum_range_m(double speed_m_s) { return speed_m_s * speed_m_s / kGravity_m_s2; }

double flight_range_m(double speed_m_s, double launch_angle_deg) {
  return vacuum_range_m(speed_m_s) * std::sin(launch_angle_deg * std::numbers::pi / 90.0);
}

double lpg_fragment_range_m(double lpg_mass_kg, double vessel_volume_m3) {
  constexpr double kSmallVessel_m3 = 5.0;
  return vessel_volume_m3 < kSmallVessel_m3 ? 90.0 * std::cbrt(lpg_mass_kg) : 465.0 * std::pow(lpg_mass_kg, 0.10);
}

}  // namespace sise
