#include "benchmarks/field/candidates.hpp"

#include <fmt/format.h>

#include <cmath>
#include <memory>
#include <numbers>

#include "models/dispersion/similarity_plume.hpp"

namespace sise::field {
namespace {

constexpr double kVane_m = 2.0;

RunModel similarity(const Run& run, double deposition_velocity_m_s) {
  const SurfaceLayerState air{.wind_speed_m_s = run.wind_speed_2m_m_s,
                              .wind_height_m = kVane_m,
                              .roughness_m = run.roughness_m,
                              .friction_velocity_m_s = run.friction_velocity_m_s,
                              .obukhov_length_m = run.obukhov_length_m};
  const auto plume =
      std::make_shared<SimilarityPlume>(PlumeSource{run.rate_kg_s, run.release_height_m},
                                        SimilarityWeather{air, run.sigma_theta_deg, run.mixing_height_m},
                                        SimilarityOptions{deposition_velocity_m_s, run.averaging_time_s});
  return {[plume](double x, double y, double z) { return plume->concentration_kg_m3(x, y, z); },
          [plume](double x, double z) { return plume->crosswind_integral_kg_m2(x, z); },
          [plume](double x) { return plume->sigma_y_m(x); }};
}

RunModel gaussian(const Run& run, SigmaSet set, TransportWind wind) {
  const Weather weather{.wind_speed_m_s = run.wind_speed_2m_m_s,
                        .stability = run.stability,
                        .wind_height_m = kVane_m,
                        .roughness_m = run.roughness_m,
                        .mixing_height_m = run.mixing_height_m,
                        .friction_velocity_m_s = run.friction_velocity_m_s,
                        .obukhov_length_m = run.obukhov_length_m};
  const auto plume = std::make_shared<GaussianPlume>(PlumeSource{run.rate_kg_s, run.release_height_m}, weather,
                                                     PlumeOptions{set, wind, run.averaging_time_s});
  return {[plume](double x, double y, double z) { return plume->concentration_kg_m3(x, y, z); },
          [plume](double x, double z) {
            return std::sqrt(2.0 * std::numbers::pi) * plume->sigma_y_m(x) * plume->concentration_kg_m3(x, 0.0, z);
          },
          [plume](double x) { return plume->sigma_y_m(x); }};
}

Candidate similarity_candidate(double deposition_velocity_m_s) {
  const std::string name = deposition_velocity_m_s > 0.0
                               ? fmt::format("similarity_plume deposition {} m/s", deposition_velocity_m_s)
                               : std::string("similarity_plume");
  return {name, [=](const Run& run) { return similarity(run, deposition_velocity_m_s); }};
}

}  // namespace

std::vector<Candidate> candidates(double deposition_velocity_m_s) {
  std::vector<Candidate> all{similarity_candidate(0.0)};
  if (deposition_velocity_m_s > 0.0) all.push_back(similarity_candidate(deposition_velocity_m_s));
  for (const SigmaSet set :
       {SigmaSet::briggs_rural, SigmaSet::briggs_urban, SigmaSet::pasquill_gifford, SigmaSet::gbt13201}) {
    for (const TransportWind wind : {TransportWind::profile, TransportWind::as_given}) {
      all.push_back({fmt::format("gaussian_plume {} {}", name_of(set), name_of(wind)),
                     [=](const Run& run) { return gaussian(run, set, wind); }});
    }
  }
  return all;
}

}  // namespace sise::field
