#include "models/explosion/multi_energy.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr int kStrongest = 10;

constexpr std::array<double, 10> kClassDistances{0.24, 0.4, 0.5, 0.7, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0};

/// Ps/p0 of one class at kClassDistances. The weaker the class, the sooner its curve leaves the chart.
struct ClassCurve {
  std::size_t length;
  std::array<double, 10> ratio;
};

constexpr std::array<ClassCurve, 10> kClasses{{
    {7, {0.01, 0.01, 0.01, 0.0075, 0.0055, 0.00275, 0.001}},
    {8, {0.02, 0.02, 0.02, 0.0165, 0.011, 0.0055, 0.00225, 0.00115}},
    {9, {0.051, 0.051, 0.05, 0.04, 0.0265, 0.0145, 0.0055, 0.0027, 0.0014}},
    {10, {0.1, 0.1, 0.1, 0.08, 0.056, 0.028, 0.012, 0.0055, 0.0027, 0.00115}},
    {10, {0.2, 0.2, 0.195, 0.165, 0.115, 0.055, 0.0225, 0.0115, 0.0054, 0.0021}},
    {10, {0.5, 0.5, 0.49, 0.41, 0.3, 0.145, 0.05, 0.023, 0.011, 0.004}},
    {10, {1.0, 0.95, 0.9, 0.7, 0.45, 0.145, 0.05, 0.023, 0.011, 0.004}},
    {10, {2.0, 2.0, 1.8, 1.0, 0.45, 0.145, 0.05, 0.023, 0.011, 0.004}},
    {10, {5.0, 3.4, 2.0, 1.0, 0.45, 0.145, 0.05, 0.023, 0.011, 0.004}},
    {10, {10.4, 3.4, 2.0, 1.0, 0.45, 0.145, 0.05, 0.023, 0.011, 0.004}},
}};

const LogLogChart& duration_chart() {
  static const std::array<double, 8> kAt{0.24, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0};
  static const std::array<double, 8> kScaled{0.17, 0.15, 0.25, 0.35, 0.45, 0.47, 0.49, 0.55};
  static const LogLogChart kChart(kAt, kScaled);
  return kChart;
}

LogLogChart pressure_chart(int blast_class) {
  if (blast_class < 1 || blast_class > kStrongest) {
    throw ModelError("parameter_out_of_range",
                     {fmt::format("blast_class must be a whole number from 1 to 10, here {}", blast_class),
                      fmt::format("blast_class 必须为 1 至 10 的整数, 当前值 {}", blast_class)});
  }
  const ClassCurve& curve = kClasses.at(static_cast<std::size_t>(blast_class - 1));
  return {std::span(kClassDistances).first(curve.length), std::span(curve.ratio).first(curve.length)};
}

double scale_length_m(double energy_J, double pressure_pa) {
  if (!(energy_J > 0.0) || !std::isfinite(energy_J)) {
    throw ModelError("parameter_out_of_range", {fmt::format("energy_J must be a positive number, here {}", energy_J),
                                                fmt::format("energy_J 必须为正数, 当前值 {}", energy_J)});
  }
  return std::cbrt(energy_J / pressure_pa);
}

}  // namespace

MultiEnergy::MultiEnergy(double energy_J, int blast_class, const BlastAir& air)
    : length_m_(scale_length_m(energy_J, air.pressure_pa)),
      blast_class_(blast_class),
      air_(air),
      pressure_(pressure_chart(blast_class)) {}

void MultiEnergy::overpressures_pa(std::span<const double> r_m, std::span<double> out_pa) const {
  for (std::size_t i = 0; i < r_m.size(); ++i) out_pa[i] = std::max(r_m[i] / length_m_, kClassDistances.front());
  pressure_.at(out_pa, out_pa);
  for (double& value : out_pa) value *= air_.pressure_pa;
}

double MultiEnergy::overpressure_pa(double r_m) const {
  double value = 0.0;
  overpressures_pa({&r_m, 1}, {&value, 1});
  return value;
}

double MultiEnergy::duration_s(double r_m) const {
  if (blast_class_ != kStrongest) return kNaN;
  return duration_chart().at(scaled_distance(r_m)) * length_m_ / air_.sound_speed_m_s;
}

bool MultiEnergy::lower_bound_only(double r_m) const {
  return blast_class_ == kStrongest && scaled_distance(r_m) < kClassDistances.front();
}

BlastDistance MultiEnergy::distance_to(double overpressure_pa) const {
  BlastDistance distance = pressure_.outermost(overpressure_pa / air_.pressure_pa);
  distance.r_m *= length_m_;
  // Classes 1 to 9 have a plateau: what lies above it is reached nowhere. Class 10 may well reach it nearer in.
  if (distance.status == BlastDistance::Status::inside_inner_edge && blast_class_ != kStrongest) {
    distance.status = BlastDistance::Status::not_reached;
  }
  return distance;
}

}  // namespace sise
