#include "core/effects/cloud_masses.hpp"

#include <algorithm>
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

// A field that is added to a release must be added to its key.
static_assert(sizeof(GasState) == 12 * sizeof(double));
static_assert(sizeof(FlammableRelease) == 5 * sizeof(double) + sizeof(GasState) + sizeof(std::string));

CloudMasses::OwnKey CloudMasses::key_of(const FlammableRelease& release, const Weather& weather) {
  const GasState& gas = release.gas;
  const DenseSubstance& heat = gas.heat;
  return {release.dispersion,
          {release.rate_kg_s, release.duration_s, release.height_m, release.lfl_kg_m3, release.ufl_kg_m3,
           gas.molar_mass_kg_mol, gas.temperature_K, gas.density_kg_m3, gas.liquid_fraction, heat.molar_mass_kg_mol,
           heat.gas_heat_capacity_J_kgK, heat.liquid_heat_capacity_J_kgK, heat.heat_of_vaporization_J_kg,
           heat.boiling_point_K, heat.liquid_density_kg_m3, heat.saturation_B_K, heat.saturation_C_K,
           weather.wind_speed_m_s, static_cast<double>(weather.stability)}};
}

std::shared_ptr<const ConcentrationField> CloudMasses::field(const FlammableRelease& release, const Weather& weather,
                                                             const EffectOptions& options) const {
  OwnKey key = key_of(release, weather);
  std::shared_ptr<Solved> solved;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(solved_.begin(), solved_.end(), [&](const auto& one) { return one->key == key; });
    if (found != solved_.end()) {
      solved_.splice(solved_.begin(), solved_, found);
    } else {
      solved_.push_front(std::make_shared<Solved>());
      solved_.front()->key = std::move(key);
      if (solved_.size() > kKept) solved_.pop_back();
    }
    solved = solved_.front();
  }
  std::call_once(solved->once, [&] { solved->field = flammable_field(release, weather, options); });
  return solved->field;
}

std::optional<FlammableMass> CloudMasses::of(const FlammableRelease& release, const Weather& weather,
                                             const EffectOptions& options) const {
  OwnKey key = key_of(release, weather);
  {
    const std::lock_guard lock(mutex_);
    if (const auto found = masses_.find(key); found != masses_.end()) return found->second;
  }
  const std::shared_ptr<const ConcentrationField> own = field(release, weather, options);
  const std::optional<FlammableMass> mass = of(release, weather, options, *own);
  if (own->scales_with_rate()) return mass;  // cheap to ask again
  const std::lock_guard lock(mutex_);
  masses_.try_emplace(std::move(key), mass);
  return mass;
}

}  // namespace sise
