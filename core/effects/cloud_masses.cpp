#include "core/effects/cloud_masses.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "core/effects/event_effects.hpp"

namespace sise {
namespace {

constexpr double kLevelsPerE = 20.0;

double level_kg_m3(std::int64_t level) { return std::exp(static_cast<double>(level) / kLevelsPerE); }

/// Weights of the values at -1, 0, 1, 2 for a place t in [0, 1] (Lagrange).
std::array<double, 4> cubic_weights(double t) {
  return {-t * (t - 1.0) * (t - 2.0) / 6.0, 0.5 * (t + 1.0) * (t - 1.0) * (t - 2.0), -0.5 * (t + 1.0) * t * (t - 2.0),
          (t + 1.0) * t * (t - 1.0) / 6.0};
}

}  // namespace

CloudMasses::Plume& CloudMasses::plume(const FlammableRelease& release, const Weather& weather,
                                       const EffectOptions& options) const {
  const std::lock_guard lock(mutex_);
  std::unique_ptr<Plume>& found =
      plumes_[Key{release.dispersion, release.height_m, weather.wind_speed_m_s, weather.stability}];
  if (!found) {
    FlammableRelease unit = release;
    unit.rate_kg_s = 1.0;
    found = std::make_unique<Plume>();
    found->of_1_kg_s = flammable_field(unit, weather, options);
  }
  return *found;
}

/// The caller holds the plume's mutex.
CloudMasses::Part CloudMasses::part(Plume& plume, std::int64_t level) {
  const auto [at, added] = plume.parts.try_emplace(level);
  if (added) {
    if (const auto cloud = plume.of_1_kg_s->flammable_mass(level_kg_m3(level), level_kg_m3(level + 1)))
      at->second = {cloud->mass_kg, cloud->mass_kg * cloud->centre_m};
  }
  return at->second;
}

/// What is between the level at `place` and that of `anchor`, which lies above it; the caller holds the plume's mutex.
CloudMasses::Part CloudMasses::above(Plume& plume, double place, std::int64_t anchor) {
  const auto base = static_cast<std::int64_t>(std::floor(place));
  std::array<Part, 4> sums;  // above the levels base - 1 ... base + 2
  Part sum;
  for (std::int64_t level = anchor; level-- > base - 1;) {
    const Part more = part(plume, level);
    sum = {sum.mass_kg + more.mass_kg, sum.moment_kg_m + more.moment_kg_m};
    if (level <= base + 2) sums.at(static_cast<std::size_t>(level - (base - 1))) = sum;
  }
  const std::array<double, 4> weights = cubic_weights(place - static_cast<double>(base));
  Part at;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    at.mass_kg += weights.at(i) * sums.at(i).mass_kg;
    at.moment_kg_m += weights.at(i) * sums.at(i).moment_kg_m;
  }
  return at;
}

std::optional<FlammableMass> CloudMasses::of(const FlammableRelease& release, const Weather& weather,
                                             const EffectOptions& options, const ConcentrationField& field) const {
  const bool limits = release.lfl_kg_m3 > 0.0 && release.ufl_kg_m3 > release.lfl_kg_m3 && release.rate_kg_s > 0.0;
  const auto direct = [&] { return field.flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3); };
  if (!field.scales_with_rate() || !limits) return direct();
  const double lower = kLevelsPerE * std::log(release.lfl_kg_m3 / release.rate_kg_s);
  const double upper = kLevelsPerE * std::log(release.ufl_kg_m3 / release.rate_kg_s);
  constexpr double kLevelsAbove = 3.0;
  const auto anchor = static_cast<std::int64_t>(std::floor(upper + kLevelsAbove));
  Plume& plume = this->plume(release, weather, options);
  const std::lock_guard lock(plume.mutex);
  // Where the plume is hardly ever so rich the cloud ends between two levels: too little for a table.
  constexpr std::int64_t kLevelsOfCloud = 20;
  if (!(part(plume, static_cast<std::int64_t>(std::floor(lower)) + kLevelsOfCloud).mass_kg > 0.0)) return direct();
  const Part all = above(plume, lower, anchor);
  const Part rich = above(plume, upper, anchor);
  const double mass_kg = all.mass_kg - rich.mass_kg;
  return FlammableMass{release.rate_kg_s * mass_kg, (all.moment_kg_m - rich.moment_kg_m) / mass_kg};
}

}  // namespace sise
