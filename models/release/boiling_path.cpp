#include "models/release/boiling_path.hpp"

#include <algorithm>
#include <cstddef>

namespace sise {
namespace {

constexpr int kSteps = 400;
constexpr double kDifference_K = 0.02;

template <class F>
double slope(const F& f, double x) {
  return (f(x + kDifference_K) - f(x - kDifference_K)) / (2.0 * kDifference_K);
}

/// One classical Runge-Kutta step of dy/dx = f(x, y).
template <class F>
double runge_kutta(const F& f, double x, double y, double step) {
  const double k1 = f(x, y);
  const double k2 = f(x + 0.5 * step, y + 0.5 * step * k1);
  const double k3 = f(x + 0.5 * step, y + 0.5 * step * k2);
  const double k4 = f(x + step, y + step * k3);
  return y + step / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
}

/// Cubic through two values with their slopes over the interval's whole length.
double hermite(double x, double from, double to, double from_slope, double to_slope) {
  const double rest = 1.0 - x;
  return rest * rest * ((1.0 + 2.0 * x) * from + x * from_slope) + x * x * ((3.0 - 2.0 * x) * to - rest * to_slope);
}

}  // namespace

BoilingPath BoilingPath::of_draining(const Fluid& fluid, double temperature_K, double liquid_m3, double volume_m3) {
  BoilingPath path(fluid, volume_m3);
  const auto cooling = [&](double u, double t) { return path.draining_K_m3(t, u); };
  double t = temperature_K;
  for (int i = kSteps; i >= 0; --i) {
    const double u = liquid_m3 * i / kSteps;
    path.add_node(t, u, 1.0 / cooling(u, t));
    if (i > 0) t = runge_kutta(cooling, u, t, -liquid_m3 / kSteps);
  }
  std::reverse(path.nodes_.begin(), path.nodes_.end());
  return path;
}

BoilingPath BoilingPath::of_venting(const Fluid& fluid, double temperature_K, double liquid_m3, double volume_m3,
                                    double coldest_K) {
  BoilingPath path(fluid, volume_m3);
  const auto boiling = [&](double t, double u) { return path.venting_m3_K(t, u); };
  const double step_K = (coldest_K - temperature_K) / kSteps;
  double u = liquid_m3;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = i == kSteps ? coldest_K : temperature_K + step_K * i;
    path.add_node(t, u, boiling(t, u));
    if (i < kSteps) u = runge_kutta(boiling, t, u, step_K);
  }
  std::reverse(path.nodes_.begin(), path.nodes_.end());
  return path;
}

double BoilingPath::saturated_density_kg_m3(double temperature_K) const {
  return fluid_->vapour_density_kg_m3(temperature_K, fluid_->vapour_pressure_Pa(temperature_K));
}

double BoilingPath::content_kg(double temperature_K, double liquid_m3) const {
  return fluid_->liquid_density_kg_m3(temperature_K) * liquid_m3 +
         saturated_density_kg_m3(temperature_K) * (volume_m3_ - liquid_m3);
}

double BoilingPath::draining_K_m3(double temperature_K, double liquid_m3) const {
  const double growth =
      slope([this](double t) { return saturated_density_kg_m3(t); }, temperature_K) * (volume_m3_ - liquid_m3);
  const double heat = fluid_->liquid_density_kg_m3(temperature_K) * liquid_m3 * fluid_->liquid_heat_capacity_J_kgK() /
                      fluid_->heat_of_vaporization_J_kg(temperature_K);
  return saturated_density_kg_m3(temperature_K) / (growth + heat);
}

double BoilingPath::venting_m3_K(double temperature_K, double liquid_m3) const {
  const double thinning = slope([this](double t) { return fluid_->liquid_density_kg_m3(t); }, temperature_K);
  return liquid_m3 * (fluid_->liquid_heat_capacity_J_kgK() / fluid_->heat_of_vaporization_J_kg(temperature_K) -
                      thinning / fluid_->liquid_density_kg_m3(temperature_K));
}

void BoilingPath::add_node(double temperature_K, double liquid_m3, double liquid_by_temperature_m3_K) {
  const double at_same_liquid = slope([&](double t) { return content_kg(t, liquid_m3); }, temperature_K);
  const double densities = fluid_->liquid_density_kg_m3(temperature_K) - saturated_density_kg_m3(temperature_K);
  const double content_by_temperature = at_same_liquid + densities * liquid_by_temperature_m3_K;
  nodes_.push_back({content_kg(temperature_K, liquid_m3), temperature_K, liquid_m3, 1.0 / content_by_temperature,
                    liquid_by_temperature_m3_K / content_by_temperature});
}

BoilingState BoilingPath::at(double content_kg) const {
  const auto after = std::upper_bound(nodes_.begin() + 1, nodes_.end() - 1, content_kg,
                                      [](double content, const Node& node) { return content < node.content_kg; });
  const Node& b = *after;
  const Node& a = *(after - 1);
  const double width = b.content_kg - a.content_kg;
  const double x = (content_kg - a.content_kg) / width;
  return {
      hermite(x, a.temperature_K, b.temperature_K, a.temperature_slope_K_kg * width, b.temperature_slope_K_kg * width),
      hermite(x, a.liquid_m3, b.liquid_m3, a.liquid_slope_m3_kg * width, b.liquid_slope_m3_kg * width)};
}

}  // namespace sise
