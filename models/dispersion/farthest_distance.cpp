#include <cmath>
#include <vector>

#include "models/base/error.hpp"
#include "models/dispersion/gaussian_plume.hpp"
#include "models/dispersion/gaussian_puff.hpp"
#include "models/dispersion/similarity_plume.hpp"
#include "models/dispersion/source_plume.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kFindNearest_m = 1.0;  // nearer than this the curves do not change any more
constexpr double kFindFarthest_m = 1e7;
constexpr std::size_t kSamples = 351;  // fifty to a decade

void check_question(double concentration_kg_m3, double z_m) {
  if (concentration_kg_m3 > 0.0 && std::isfinite(concentration_kg_m3) && z_m >= 0.0 && std::isfinite(z_m)) return;
  throw ModelError("parameter_out_of_range",
                   {"a farthest distance needs a concentration above zero and a height that is not negative",
                    "求最远距离时浓度必须大于零, 高度不得为负"});
}

// From samples of the concentration at the distances `x`.
std::optional<double> outermost(const Function1& on_axis, const std::vector<double>& x,
                                const std::vector<double>& values, double concentration_kg_m3) {
  if (values.back() >= concentration_kg_m3) {
    throw ModelError("distance_beyond_any_use",
                     {"the concentration asked for is still exceeded at 10,000 km: no plume model applies there",
                      "在 10000 km 处仍超过所求浓度: 烟羽模型在此不适用"},
                     {}, {"check the unit of the concentration and of the rate", "请检查浓度和源强的单位"});
  }
  return outermost_crossing(on_axis, x, values, concentration_kg_m3);
}

std::optional<double> farthest_point_by_point(const Function1& on_axis, double concentration_kg_m3, double z_m) {
  check_question(concentration_kg_m3, z_m);
  const std::vector<double> x = log_spaced(kFindNearest_m, kFindFarthest_m, kSamples);
  std::vector<double> values;
  values.reserve(x.size());
  for (const double at : x) values.push_back(on_axis(at));
  return outermost(on_axis, x, values, concentration_kg_m3);
}

// Where the highest concentration of all times has a value.
template <class Release>
std::optional<double> farthest_of_peaks(const Release& release, double concentration_kg_m3, double z_m) {
  const auto peak = [&](double x) { return release.peak_kg_m3(x, 0.0, z_m); };
  return farthest_point_by_point(peak, concentration_kg_m3, z_m);
}

}  // namespace

std::optional<double> farthest_distance_m(const GaussianPlume& plume, double concentration_kg_m3, double z_m) {
  check_question(concentration_kg_m3, z_m);
  const std::vector<double> x = log_spaced(kFindNearest_m, kFindFarthest_m, kSamples);
  const std::vector<double> y(kSamples, 0.0);
  std::vector<double> values(kSamples);
  plume.concentrations(x, y, z_m, values);
  const auto on_axis = [&](double at) { return plume.concentration_kg_m3(at, 0.0, z_m); };
  return outermost(on_axis, x, values, concentration_kg_m3);
}

std::optional<double> farthest_distance_m(const GaussianPuff& puff, double concentration_kg_m3, double z_m) {
  return farthest_of_peaks(puff, concentration_kg_m3, z_m);
}

std::optional<double> farthest_distance_m(const SimilarityPlume& plume, double concentration_kg_m3, double z_m) {
  const auto on_axis = [&](double x) { return plume.concentration_kg_m3(x, 0.0, z_m); };
  return farthest_point_by_point(on_axis, concentration_kg_m3, z_m);
}

std::optional<double> farthest_distance_m(const FiniteRelease& release, double concentration_kg_m3, double z_m) {
  return farthest_of_peaks(release, concentration_kg_m3, z_m);
}

std::optional<double> farthest_distance_m(const SourcePlume& plume, double concentration_kg_m3, double z_m) {
  return farthest_point_by_point([&](double x) { return plume.concentration_kg_m3(x, 0.0, z_m); }, concentration_kg_m3,
                                 z_m);
}

}  // namespace sise
