#include "models/dispersion/plume_growth.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sise {
namespace {

constexpr double kGrowthHeight = 1.55;  // p, times the mean height
constexpr double kShapeHeight = 0.6;    // c, times the mean height
constexpr double kFlatter = 0.3;        // than power laws say
constexpr double kFreeConvection = 4.0 / 3.0;
constexpr double kLargestStep = 0.06;  // of ln x

// d ln z / d ln x.
double growth(const SurfaceLayer& air, double log_x, double log_height) {
  const double height = std::exp(log_height);
  const double at = kGrowthHeight * height;
  return std::exp(log_x) * air.diffusivity_m2_s(at) / (air.wind_speed_m_s(at) * at * height);
}

// One step of the classical Runge-Kutta method.
double advanced(const SurfaceLayer& air, double t, double h, double y) {
  const double k1 = growth(air, t, y);
  const double k2 = growth(air, t + 0.5 * h, y + 0.5 * h * k1);
  const double k3 = growth(air, t + 0.5 * h, y + 0.5 * h * k2);
  const double k4 = growth(air, t + h, y + h * k3);
  return y + h / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
}

// Beside the source the wind vanishes at z0 like (u*/k) (w - 1), w = p z/z0, and the equation has the solution
// w = 1 + sqrt(2 p K x/(u' z0^3)) with K and the wind's slope u' taken at the roughness length.
double first_height_m(const SurfaceLayer& air, double x_m) {
  const double z0 = air.state().roughness_m;
  const double above = 1.001 * z0;
  const double slope_per_s = air.wind_speed_m_s(above) / (above - z0);
  const double w = 1.0 + std::sqrt(2.0 * kGrowthHeight * air.diffusivity_m2_s(z0) * x_m / (slope_per_s * z0)) / z0;
  return w * z0 / kGrowthHeight;
}

}  // namespace

std::vector<double> mean_plume_heights_m(const SurfaceLayer& air, std::span<const double> log_x) {
  double t = std::min(std::log(0.01 * air.state().roughness_m), log_x.front());
  double y = std::log(first_height_m(air, std::exp(t)));
  std::vector<double> heights;
  heights.reserve(log_x.size());
  for (const double node : log_x) {
    const auto steps = static_cast<std::size_t>(std::ceil((node - t) / kLargestStep));
    const double h = steps == 0 ? 0.0 : (node - t) / static_cast<double>(steps);
    for (std::size_t i = 0; i < steps; ++i) y = advanced(air, t + h * static_cast<double>(i), h, y);
    t = node;
    heights.push_back(std::exp(y));
  }
  return heights;
}

double profile_exponent(const SurfaceLayer& air, double mean_height_m) {
  const double at = std::max(kShapeHeight * mean_height_m, 2.0 * air.state().roughness_m);
  return 2.0 + air.wind_exponent(at) - std::min(air.diffusivity_exponent(at), kFreeConvection) + kFlatter;
}

double profile_scale(double exponent) { return std::tgamma(2.0 / exponent) / std::tgamma(1.0 / exponent); }

}  // namespace sise
