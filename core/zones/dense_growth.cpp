#include "core/zones/dense_growth.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string>
#include <utility>

#include "core/effects/dense_source.hpp"
#include "core/zones/cloud_equivalents.hpp"
#include "models/dispersion/dense_gas_constants.hpp"
#include "models/dispersion/dense_gas_slices.hpp"

namespace sise {
namespace {

constexpr double kRootTwoPi = 2.5066282746310002;

/// Standard deviation of the Gaussian with the same middle and the same integral as an even stretch with frayed edges.
double sigma_of(double half_m, double core_m, double edge_m) {
  const double core = std::max(core_m, 1e-9 * half_m);
  return 2.0 * core / (kRootTwoPi * std::erf(core / edge_m));
}

double sigma_of(const CloudSection& s, const SliceEdges& edges) {
  return sigma_of(s.half_width_m, edges.core_m, edges.edge_m);
}

/// Keeps what rises.
void add(std::vector<PuffStation>& way, const PuffStation& next) {
  if (!(next.time_s > 0.0) || !(next.sigma_z_m > 0.0) || !std::isfinite(next.sigma_z_m)) return;
  if (way.empty() || (next.distance_m > way.back().distance_m && next.time_s > way.back().time_s)) way.push_back(next);
}

/// A cloud that is shallower than the receptors are high is thicker for them near its source than farther out. A puff only ever
/// grows: there it is as dense for them as it is farther out, which is on the safe side.
std::vector<PuffStation> growing(std::vector<PuffStation> way) {
  constexpr double kAtLeast = 1e-6;  // so that every thickness has one distance
  for (std::size_t i = way.size(); i-- > 1;)
    way[i - 1].sigma_z_m = std::min(way[i - 1].sigma_z_m, (1.0 - kAtLeast) * way[i].sigma_z_m);
  return way;
}

/// Puffs that follow each other closely make a plume of q / (pi sigma_y sigma_z U) on the ground's axis.
std::vector<PuffStation> of_plume(const DenseGas& cloud, double rate_kg_s, double receptor_m) {
  constexpr double kNearest_m = 1.0;
  const double last_m = cloud.path().last_m();
  const std::optional<CloudSection> at_source = cloud.section(0.0);
  const double left_s = at_source ? at_source->time_s : 0.0;
  std::vector<PuffStation> way;
  const double step = std::pow(10.0, 1.0 / kSlicesPerDecade);
  for (double x = kNearest_m; x <= last_m; x *= step) {
    const std::optional<CloudSection> s = cloud.section(x);
    const std::optional<DenseGas::OnAxis> here = cloud.on_axis(x, receptor_m);
    if (!s || !here) continue;
    const double sigma_m = sigma_of(*s, here->edges);
    const double axis_kg_m3 = here->volume_fraction * cloud.mixture().pure_kg_m3();
    add(way, {x, s->time_s - left_s, s->speed_m_s, sigma_m,
              rate_kg_s / (std::numbers::pi * sigma_m * s->speed_m_s * axis_kg_m3)});
  }
  return growing(std::move(way));
}

/// One puff has 2 M / ((2 pi)^(3/2) sigma^2 sigma_z) in its middle on the ground. It slumps where it is before the wind takes it
/// along: until it has come a part of its own width nothing is seen of it moving, and it counts as dense as it ever was.
std::vector<PuffStation> of_block(const DenseGas& cloud, double mass_kg, double receptor_m) {
  constexpr double kMovesFrom = 0.3;  // of sigma
  const double pure_kg_m3 = cloud.mixture().pure_kg_m3();
  std::vector<CloudSection> puffs = cloud.path().puffs();
  std::sort(puffs.begin(), puffs.end(), [](const auto& a, const auto& b) { return a.time_s < b.time_s; });
  std::vector<PuffStation> way;
  double densest = 0.0;
  for (const CloudSection& s : puffs) {
    const PuffEnds ends{s.time_s, s.x_m, s.half_length_m, s.core_length_m};
    const double along_m = sigma_of(s.half_length_m, s.core_length_m, ends.edge_m());
    const double sigma_m = std::sqrt(sigma_of(s, cloud.edges(s)) * along_m);
    double fraction = std::min(1.0, cloud.profile(s).at(0.0, receptor_m) * ends.share(s.x_m));
    if (way.empty()) fraction = densest = std::max(densest, fraction);
    if (s.x_m < kMovesFrom * sigma_m) continue;
    const double volume_m3 = kRootTwoPi * kRootTwoPi * kRootTwoPi * sigma_m * sigma_m;
    add(way, {s.x_m, s.time_s, s.speed_m_s, sigma_m, 2.0 * mass_kg / (volume_m3 * fraction * pure_kg_m3)});
  }
  return growing(std::move(way));
}

/// The rate that the average gram leaves with.
double mean_rate_kg_s(const Emission& emission) {
  double mass_kg = 0.0;
  double moment = 0.0;
  for (std::size_t i = 0; i + 1 < emission.steps.size(); ++i) {
    const double rate = emission.steps[i].rate_kg_s;
    const double left_kg = rate * (emission.steps[i + 1].from_s - emission.steps[i].from_s);
    mass_kg += left_kg;
    moment += rate * left_kg;
  }
  return moment / mass_kg;
}

DenseGas cloud_in(const Incident& incident, const WindStep& wind) {
  Weather weather = incident.weather;
  weather.wind_speed_m_s = wind.speed_m_s;
  weather.stability = wind.stability;
  const DispersionOptions options = dispersion_options(incident.model);
  if (incident.mass_kg) return dense_cloud_at_once(*incident.mass_kg, incident.gas, weather, options);
  return dense_cloud({mean_rate_kg_s(emission_of(incident)), 0.0, incident.height_m, incident.gas, incident.pool_m2},
                     weather, options);
}

}  // namespace

DensePuffs dense_puffs(const Incident& incident, std::vector<WindStep> winds) {
  DensePuffs puffs;
  for (WindStep& wind : winds) {
    std::vector<std::string> codes{"dense_cloud_as_puffs"};
    if (wind.speed_m_s < kDenseSlowest_m_s) {
      wind.speed_m_s = kDenseSlowest_m_s;
      codes.emplace_back("calm_wind_raised");
    }
    const DenseGas cloud = cloud_in(incident, wind);
    for (const std::string& code : cloud.warnings()) codes.push_back(code);
    if (!(incident.pool_m2 > 0.0))
      codes.emplace_back(incident.mass_kg ? "release_shape_assumed" : "release_speed_assumed");
    puffs.pure_kg_m3 = cloud.mixture().pure_kg_m3();
    const double receptor_m = incident.model.receptor_height_m;
    puffs.growths.emplace_back(incident.mass_kg ? of_block(cloud, *incident.mass_kg, receptor_m)
                                                : of_plume(cloud, mean_rate_kg_s(emission_of(incident)), receptor_m),
                               wind.speed_m_s, std::move(codes));
  }
  puffs.winds = std::move(winds);
  return puffs;
}

}  // namespace sise
