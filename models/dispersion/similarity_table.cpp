#include "models/dispersion/similarity_table.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/dispersion/plume_growth.hpp"
#include "models/numeric/gauss_legendre.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

constexpr double kTableNearest_m = 0.01;
constexpr std::size_t kTableSamples = 361;
constexpr double kStep = 0.025 * 2.302585092994046;  // of ln x
constexpr double kReach = 7.0;                       // e^(-7^2) = 5e-22 of the profile lies beyond
constexpr std::size_t kParts = 5;
constexpr std::size_t kPoints = kParts * kGaussNodes;
constexpr double kMixingBegins = 0.4;  // mean height over mixing height
constexpr double kMixingEnds = 2.5;

struct Shape {
  double half_s = 0.0;
  double log_offset = 0.0;
  double mixed = 0.0;
};

Shape shape_at(const SurfaceLayer& air, double mean_height_m, std::optional<double> lid_m) {
  const double s = profile_exponent(air, mean_height_m);
  Shape shape{0.5 * s, 0.5 * s * std::log(profile_scale(s) / mean_height_m), 0.0};
  if (!lid_m) return shape;
  const double way = std::log(mean_height_m / (kMixingBegins * *lid_m)) / std::log(kMixingEnds / kMixingBegins);
  const double t = std::clamp(way, 0.0, 1.0);
  shape.mixed = t * t * t * (10.0 + t * (6.0 * t - 15.0));  // smooth to the second derivative
  return shape;
}

struct Heights {
  double lowest_m, highest_m;
};

// Where the profile is not negligible.
Heights extent(const Shape& shape, const SimilarityTableInput& input, double roughness_m) {
  const auto height = [&](double q) { return std::exp((std::log(q) - shape.log_offset) / shape.half_s); };
  const double h = input.source_height_m;
  const double centre = h > 0.0 ? std::exp(shape.half_s * std::log(h) + shape.log_offset) : 0.0;
  Heights range{roughness_m, height(centre + kReach)};
  if (centre > kReach) range.lowest_m = std::max(roughness_m, height(centre - kReach));
  if (shape.mixed > 0.0) range.lowest_m = roughness_m;
  if (input.lid_m) range.highest_m = shape.mixed > 0.0 ? *input.lid_m : std::min(range.highest_m, *input.lid_m);
  return range;
}

// Integrals over height of u f, f and u f (r_s + R).
struct Integrals {
  double flow = 0.0;
  double content = 0.0;
  double resisted_flow = 0.0;
  double ground_value = 0.0;  // f at the roughness length
};

std::vector<double> values_of(const std::vector<double>& z, const Shape& shape, const SimilarityTableInput& input) {
  const std::vector<double> half_s(z.size(), shape.half_s);
  const std::vector<double> log_offset(z.size(), shape.log_offset);
  const std::vector<double> mixed(z.size(), shape.mixed);
  std::vector<double> f(z.size());
  profile_values({z, half_s, log_offset, mixed}, input.source_height_m, input.lid_m, f);
  return f;
}

Integrals integrals(const Shape& shape, const SimilarityTableInput& input, const SurfaceLayer& air,
                    const SurfaceSink& sink) {
  static_assert(kPoints + 1 <= kBlock);
  const Heights range = extent(shape, input, air.state().roughness_m);
  const double a = std::log(range.lowest_m);
  const double width = (std::log(range.highest_m) - a) / kParts;
  std::vector<double> z;
  std::vector<double> weight;
  for (std::size_t part = 0; part < kParts; ++part) {
    const double start = a + width * static_cast<double>(part);
    for (const QuadratureNode& node : gauss_nodes(start, start + width)) {
      z.push_back(std::exp(node.at));
      weight.push_back(node.weight * z.back());
    }
  }
  z.push_back(air.state().roughness_m);
  weight.push_back(0.0);
  const std::vector<double> f = values_of(z, shape, input);
  Integrals sum;
  for (std::size_t i = 0; i < z.size(); ++i) {
    const double content = weight[i] * f[i];
    const double flow = content * air.wind_speed_m_s(z[i]);
    sum.content += content;
    sum.flow += flow;
    if (sink.acts()) sum.resisted_flow += flow * sink.resistance_s_m(air, z[i]);
  }
  sum.ground_value = f.back();
  return sum;
}

// Integral of evenly spaced values from the first to each, by cubics through four neighbours.
std::vector<double> running_integral(const std::vector<double>& v, double step) {
  std::vector<double> sum(v.size(), 0.0);
  for (std::size_t i = 0; i + 1 < v.size(); ++i) {
    const bool inside = i > 0 && i + 2 < v.size();
    const double mean = inside ? (13.0 * (v[i] + v[i + 1]) - v[i - 1] - v[i + 2]) / 24.0 : 0.5 * (v[i] + v[i + 1]);
    sum[i + 1] = sum[i] + step * mean;
  }
  return sum;
}

}  // namespace

HermiteTable similarity_table(const SimilarityTableInput& input, const SurfaceLayer& air, const LateralSpread& lateral,
                              const SurfaceSink& sink) {
  namespace column = similarity_column;
  std::vector<double> log_x(kTableSamples);
  for (std::size_t i = 0; i < kTableSamples; ++i) log_x[i] = std::log(kTableNearest_m) + kStep * static_cast<double>(i);
  const std::vector<double> mean_m = mean_plume_heights_m(air, log_x);
  std::vector<std::vector<double>> columns(column::log_mean_height + 1, std::vector<double>(kTableSamples));
  std::vector<double> loss(kTableSamples, 0.0);  // -d ln Q/d ln x
  for (std::size_t i = 0; i < kTableSamples; ++i) {
    const double x = std::exp(log_x[i]);
    const Shape shape = shape_at(air, mean_m[i], input.lid_m);
    const Integrals sum = integrals(shape, input, air, sink);
    const double carrying = sink.acts() ? sum.resisted_flow : sum.flow;
    if (sink.acts()) loss[i] = x * sum.ground_value / carrying;
    columns[column::log_integral][i] = -std::log(carrying);
    columns[column::log_sigma_y][i] = std::log(input.averaging_factor * lateral.sigma_y_m(x * sum.content / sum.flow));
    columns[column::half_s][i] = shape.half_s;
    columns[column::log_offset][i] = shape.log_offset;
    columns[column::mixed][i] = shape.mixed;
    columns[column::log_mean_height][i] = std::log(mean_m[i]);
  }
  const std::vector<double> lost = running_integral(loss, kStep);
  for (std::size_t i = 0; i < kTableSamples; ++i) {
    columns[column::log_airborne][i] = -lost[i];
    columns[column::log_integral][i] -= lost[i];
  }
  return {std::log(kTableNearest_m), kStep, columns};
}

}  // namespace sise
