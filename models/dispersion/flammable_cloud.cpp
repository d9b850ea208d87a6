#include "models/dispersion/flammable_cloud.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>
#include <vector>

#include "models/atmosphere/sigma.hpp"
#include "models/base/error.hpp"
#include "models/dispersion/plume_slice.hpp"
#include "models/numeric/gauss_legendre.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kCloudFarthest_m = 1e6;
constexpr std::size_t kCloudSamples = 121;  // twenty to a decade
constexpr std::size_t kPanels = 4;          // of quadrature, for each of the two parts of the cloud

void check_limits(double lfl_kg_m3, double ufl_kg_m3) {
  if (lfl_kg_m3 > 0.0 && ufl_kg_m3 > lfl_kg_m3 && std::isfinite(ufl_kg_m3)) return;
  throw ModelError(
      "parameter_out_of_range",
      {fmt::format("flammable limits must satisfy 0 < lower < upper, here {} and {} kg/m3", lfl_kg_m3, ufl_kg_m3),
       fmt::format("爆炸极限必须满足 0 < 下限 < 上限, 当前值 {} 和 {} kg/m3", lfl_kg_m3, ufl_kg_m3)});
}

void refuse_calm(const GaussianPlume& plume) {
  if (!plume.calm()) return;
  throw ModelError("calm_air",
                   {"in calm air (below 0.5 m/s) the plume has no flammable envelope of this form",
                    "静风 (低于 0.5 m/s) 时不能按烟羽计算可燃云范围"},
                   {}, {"Give a wind of at least 0.5 m/s", "请给出不低于 0.5 m/s 的风速"});
}

/// Adds the cloud from `from` to `to`, in panels that widen with distance.
void add_part(FlammableCloud& cloud, double& moment_kg_m, double ufl_kg_m3, double from_m, double to_m,
              std::size_t panels) {
  if (!(to_m > from_m)) return;
  const double ratio = panels > 1 ? std::pow(to_m / from_m, 1.0 / static_cast<double>(panels)) : 0.0;
  double begin = from_m;
  for (std::size_t i = 1; i <= panels; ++i) {
    const double end = i == panels ? to_m : begin * ratio;
    for (const QuadratureNode& node : gauss_nodes(begin, end)) {
      const PlumeSlice slice(cloud.plume, node.at);
      const double above_lfl = slice.mass_above_kg_m(cloud.lfl_kg_m3);
      const double between = above_lfl - slice.mass_above_kg_m(ufl_kg_m3);
      cloud.mass_above_lfl_kg += node.weight * above_lfl;
      cloud.mass_kg += node.weight * between;
      moment_kg_m += node.weight * between * node.at;
    }
    begin = end;
  }
}

}  // namespace

double FlammableCloud::half_width_m(double x_m, double z_m) const {
  const double ratio = plume.concentration_kg_m3(x_m, 0.0, z_m) / lfl_kg_m3;
  return ratio > 1.0 ? plume.sigma_y_m(x_m) * std::sqrt(2.0 * std::log(ratio)) : 0.0;
}

FlammablePlume::FlammablePlume(const GaussianPlume& plume)
    : plume_(plume), x_m_(log_spaced(kNearestSigma_m, kCloudFarthest_m, kCloudSamples)) {
  refuse_calm(plume);
  for (const double x_m : x_m_) peaks_kg_m3_.push_back(PlumeSlice(plume, x_m).peak_kg_m3());
}

/// Where the richest falls to the level; 0: it is lower everywhere.
double FlammablePlume::reach_m(double level_kg_m3) const {
  if (peaks_kg_m3_.back() < level_kg_m3) {
    const auto peak = [&](double x_m) { return PlumeSlice(plume_, x_m).peak_kg_m3(); };
    return outermost_crossing(peak, x_m_, peaks_kg_m3_, level_kg_m3).value_or(0.0);
  }
  throw ModelError("distance_beyond_any_use",
                   {"the cloud is still flammable at 1000 km: no plume model applies there",
                    "1000 km 处仍处于可燃浓度: 烟羽模型在此不适用"},
                   {}, {"check the unit of the rate and of the limit", "请检查源强和爆炸极限的单位"});
}

std::optional<FlammableCloud> FlammablePlume::between(double lfl_kg_m3, double ufl_kg_m3) const {
  check_limits(lfl_kg_m3, ufl_kg_m3);
  const double lfl_reach_m = reach_m(lfl_kg_m3);
  if (lfl_reach_m == 0.0) return std::nullopt;
  FlammableCloud cloud{
      .lfl_reach_m = lfl_reach_m, .ufl_reach_m = reach_m(ufl_kg_m3), .plume = plume_, .lfl_kg_m3 = lfl_kg_m3};
  // Nearer than the curves begin every slice is alike; beyond, the parts with and without a rich core are each smooth.
  const double rich_m = std::fmax(cloud.ufl_reach_m, kNearestSigma_m);
  double moment_kg_m = 0.0;
  add_part(cloud, moment_kg_m, ufl_kg_m3, 0.0, kNearestSigma_m, 1);
  add_part(cloud, moment_kg_m, ufl_kg_m3, kNearestSigma_m, rich_m, kPanels);
  add_part(cloud, moment_kg_m, ufl_kg_m3, rich_m, lfl_reach_m, kPanels);
  cloud.centroid_m = moment_kg_m / cloud.mass_kg;
  return cloud;
}

std::optional<FlammableCloud> flammable_cloud(const GaussianPlume& plume, double lfl_kg_m3, double ufl_kg_m3) {
  check_limits(lfl_kg_m3, ufl_kg_m3);
  return FlammablePlume(plume).between(lfl_kg_m3, ufl_kg_m3);
}

}  // namespace sise
