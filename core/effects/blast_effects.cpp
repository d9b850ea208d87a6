// The effects of explosions: a charge on the source, a vapour cloud downwind of it.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

#include "core/effects/cloud_masses.hpp"
#include "core/effects/event_effects.hpp"
#include "models/explosion/multi_energy.hpp"
#include "models/explosion/scaled_blast.hpp"
#include "models/explosion/tnt.hpp"
#include "models/explosion/vapour_cloud_tnt.hpp"

namespace sise {
namespace {

constexpr std::size_t kBlock = 256;

/// Overpressure by the distance from a centre on the axis.
class BlastEffect : public Effect {
 public:
  /// A blast falls with the distance from its centre.
  [[nodiscard]] std::optional<double> reach_m(double least) const final {
    const std::optional<double> distance_m = radius_m(least);
    return distance_m ? std::optional(centre_m_ + *distance_m) : std::nullopt;
  }

  explicit BlastEffect(double centre_m)
      : Effect(EffectQuantity::overpressure_pa, centre_m == 0.0 ? EffectAxis::round : EffectAxis::wind),
        centre_m_(centre_m) {}

  [[nodiscard]] double centre_m() const final { return centre_m_; }
  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const final {
    std::array<double, kBlock> r_m{};
    for (std::size_t begin = 0; begin < out.size(); begin += kBlock) {
      const std::size_t count = std::min(kBlock, out.size() - begin);
      for (std::size_t i = 0; i < count; ++i) {
        const double along_m = x_m[begin + i] - centre_m_;
        r_m.at(i) = std::sqrt(along_m * along_m + y_m[begin + i] * y_m[begin + i]);
      }
      overpressures(std::span(r_m).first(count), out.subspan(begin, count));
    }
  }

 private:
  /// `r_m` is scratch.
  virtual void overpressures(std::span<double> r_m, std::span<double> out_pa) const = 0;

  double centre_m_;
};

/// Where a curve ends above the level, its end is as far as anybody knows.
std::optional<double> known_distance_m(const BlastDistance& distance) {
  const bool known =
      distance.status == BlastDistance::Status::found || distance.status == BlastDistance::Status::outside_outer_edge;
  return known ? std::optional(distance.r_m) : std::nullopt;
}

class TntEffect : public BlastEffect {
 public:
  TntEffect(BlastCurve curve, double tnt_kg, double centre_m)
      : BlastEffect(centre_m), curve_(curve), tnt_kg_(tnt_kg), nearest_m_(nearest_of(curve, tnt_kg)) {}

 private:
  /// The inner edge of the fit; a curve without one begins at the charge's surface.
  static double nearest_of(BlastCurve curve, double tnt_kg) {
    const std::optional<ScaledBlast> blast = ScaledBlast::prepare(curve, BlastQuantity::overpressure);
    return std::max(charge_radius_m(curve, tnt_kg), blast ? blast->range().z_min * std::cbrt(tnt_kg) : 0.0);
  }

  void overpressures(std::span<double> r_m, std::span<double> out_pa) const override {
    for (double& r : r_m) r = std::max(r, nearest_m_);
    overpressures_pa(curve_, tnt_kg_, r_m, out_pa);
  }

  [[nodiscard]] std::optional<double> radius_m(double least) const override {
    const std::optional<double> distance_m =
        known_distance_m(distance_to(curve_, BlastQuantity::overpressure, tnt_kg_, least));
    return distance_m && *distance_m >= nearest_m_ ? distance_m : std::nullopt;
  }

  BlastCurve curve_;
  double tnt_kg_;
  double nearest_m_;
};

class MultiEnergyEffect : public BlastEffect {
 public:
  MultiEnergyEffect(MultiEnergy blast, double centre_m) : BlastEffect(centre_m), blast_(std::move(blast)) {}

 private:
  void overpressures(std::span<double> r_m, std::span<double> out_pa) const override {
    blast_.overpressures_pa(r_m, out_pa);
  }

  [[nodiscard]] std::optional<double> radius_m(double least) const override {
    return known_distance_m(blast_.distance_to(least));
  }

  MultiEnergy blast_;
};

std::optional<FlammableMass> exploding_cloud(const CloudExplosionEvent& event, const Weather& weather,
                                             const EffectOptions& options) {
  std::optional<FlammableMass> cloud;
  if (event.release) {
    const FlammableRelease& release = *event.release;
    cloud = options.cloud_masses == nullptr
                ? flammable_field(release, weather, options)->flammable_mass(release.lfl_kg_m3, release.ufl_kg_m3)
                : options.cloud_masses->of(release, weather, options);
  }
  const double centre_m = cloud ? cloud->centre_m : 0.0;
  if (event.flammable_mass_kg) return FlammableMass{*event.flammable_mass_kg, centre_m};
  if (!cloud) return std::nullopt;
  return FlammableMass{std::min(cloud->mass_kg, event.release->rate_kg_s * event.release->duration_s), centre_m};
}

double charge_of(const CloudExplosionEvent& event, double mass_kg, BlastCurve curve) {
  const CloudPractice& practice = practice_of(CloudEquivalency::chinese);
  const double tnt_kg =
      cloud_tnt_kg(mass_kg, event.heat_of_combustion_J_kg, practice.efficiency, practice.tnt_energy_J_kg);
  return effective_tnt_kg(curve, tnt_kg, blast_curve_info(curve).surface_burst ? 1.0 : practice.ground_factor);
}

}  // namespace

std::unique_ptr<Effect> effect_of(const BlastEvent& event, const Weather& /*weather*/, const EffectOptions& options) {
  return std::make_unique<TntEffect>(options.blast_curve, event.tnt_kg, 0.0);
}

std::unique_ptr<Effect> effect_of(const CloudExplosionEvent& event, const Weather& weather,
                                  const EffectOptions& options) {
  const std::optional<FlammableMass> cloud = exploding_cloud(event, weather, options);
  if (!cloud) return nullptr;
  if (event.blast_class) {
    const MultiEnergy blast(cloud->mass_kg * event.heat_of_combustion_J_kg, *event.blast_class,
                            {.pressure_pa = weather.pressure_Pa});
    return std::make_unique<MultiEnergyEffect>(blast, cloud->centre_m);
  }
  const double tnt_kg = charge_of(event, cloud->mass_kg, options.blast_curve);
  return std::make_unique<TntEffect>(options.blast_curve, tnt_kg, cloud->centre_m);
}

}  // namespace sise
