#include "models/release/boiling_path.hpp"

#include <algorithm>
#include <cstddef>

namespace sise {
namespace {

constexpr int kSteps = 400;
constexpr double kDifference_K = 0.02;

double saturated_density_kg_m3(const Fluid& fluid, double temperature_K) {
  return fluid.vapour_density_kg_m3(temperature_K, fluid.vapour_pressure_Pa(temperature_K));
}

template <class F>
double slope(const F& f, double x) {
  return (f(x + kDifference_K) - f(x - kDifference_K)) / (2.0 * kDifference_K);
}

/// Cubic through two values with their slopes over the interval's whole length.
double hermite(double x, double from, double to, double from_slope, double to_slope) {
  const double rest = 1.0 - x;
  return rest * rest * ((1.0 + 2.0 * x) * from + x * from_slope) + x * x * ((3.0 - 2.0 * x) * to - rest * to_slope);
}

}  // namespace

BoilingPath::BoilingPath(const Fluid& fluid, double temperature_K, double liquid_m3, double volume_m3)
    : fluid_(fluid), volume_m3_(volume_m3) {
  const double step_m3 = -liquid_m3 / kSteps;
  double t = temperature_K;
  nodes_.push_back(node_at(t, liquid_m3));
  for (int i = kSteps; i > 0; --i) {  // classical Runge-Kutta in the liquid's volume
    const double u = liquid_m3 * i / kSteps;
    const double k1 = cooling_K_m3(t, u);
    const double k2 = cooling_K_m3(t + 0.5 * step_m3 * k1, u + 0.5 * step_m3);
    const double k3 = cooling_K_m3(t + 0.5 * step_m3 * k2, u + 0.5 * step_m3);
    const double k4 = cooling_K_m3(t + step_m3 * k3, u + step_m3);
    t += step_m3 / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
    nodes_.push_back(node_at(t, liquid_m3 * (i - 1) / kSteps));
  }
  std::reverse(nodes_.begin(), nodes_.end());
}

double BoilingPath::cooling_K_m3(double temperature_K, double liquid_m3) const {
  const double growth =
      slope([this](double t) { return saturated_density_kg_m3(fluid_, t); }, temperature_K) * (volume_m3_ - liquid_m3);
  const double heat = fluid_.liquid_density_kg_m3(temperature_K) * liquid_m3 * fluid_.liquid_heat_capacity_J_kgK() /
                      fluid_.heat_of_vaporization_J_kg(temperature_K);
  return saturated_density_kg_m3(fluid_, temperature_K) / (growth + heat);
}

BoilingPath::Node BoilingPath::node_at(double temperature_K, double liquid_m3) const {
  const double density = fluid_.liquid_density_kg_m3(temperature_K);
  const double thinning = slope([this](double t) { return fluid_.liquid_density_kg_m3(t); }, temperature_K);
  const double boiled_kg_K =
      density * liquid_m3 * fluid_.liquid_heat_capacity_J_kgK() / fluid_.heat_of_vaporization_J_kg(temperature_K);
  const double cooling = cooling_K_m3(temperature_K, liquid_m3);
  const double content =
      density * liquid_m3 + saturated_density_kg_m3(fluid_, temperature_K) * (volume_m3_ - liquid_m3);
  const double content_slope = density + (thinning * liquid_m3 - boiled_kg_K) * cooling;
  return {content, temperature_K, liquid_m3, cooling / content_slope, 1.0 / content_slope};
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
