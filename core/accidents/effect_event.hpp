// The events that have a physical effect other than a toxic cloud, each with all that its models ask for, and all that the
// rest of the house asks of an event: what it is measured in, what of the weather it feels, what gas it lets out, and every
// value that makes two of them the same (tell() gives them to a key).
#pragma once
#include <optional>
#include <string>
#include <variant>

#include "core/accidents/dispersion.hpp"
#include "core/accidents/gas_state.hpp"
#include "models/fire/fireball.hpp"
#include "models/fire/jet_fire.hpp"
#include "models/fire/pool_fire.hpp"

namespace sise {

/// What an effect is measured in.
enum class EffectQuantity {
  radiation_w_m2,   ///< infinite inside a flame
  overpressure_pa,  ///< side-on peak; NaN farther out than the curve reaches
  flame,            ///< concentration over the lower flammable limit: the cloud's flame is where it is at least 1
};

/// What of the weather changes an event's effect.
enum class Feels {
  nothing,
  wind_speed,  ///< at 10 m, as it bends flames
  weather,     ///< its stability too
};

/// A condensed explosive, or whatever is stated as one, on the source.
struct BlastEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::overpressure_pa;
  double tnt_kg = 0.0;

  [[nodiscard]] Feels feels() const { return Feels::nothing; }
  template <class Key>
  void tell(Key& key) const {
    key(tnt_kg);
  }
};

/// Above the source, for as long as the correlation says.
struct FireballEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  FireballSource source;

  [[nodiscard]] Feels feels() const { return Feels::nothing; }
  template <class Key>
  void tell(Key& key) const {
    key(source.mass_kg, source.heat_of_combustion_J_kg, source.radiative_fraction, source.emissive_power_w_m2,
        source.centre_height_m);
  }
};

/// On the source, leaning with the wind.
struct PoolFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  PoolFireSource source;
  double duration_s = 0.0;

  [[nodiscard]] Feels feels() const { return Feels::wind_speed; }
  template <class Key>
  void tell(Key& key) const {
    key(source.diameter_m, source.burning_rate_kg_m2_s, source.heat_of_combustion_J_kg, source.radiative_fraction,
        source.soot_fraction, duration_s, source.bright);
  }
};

/// A jet of burning gas along the ground: with the wind, or in still air along its own bearing where that is known.
struct JetFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  JetFireSource source;                 ///< its angle is to the wind
  std::optional<double> bearing_deg{};  ///< where the jet points, degrees clockwise from true north
  double duration_s = 0.0;

  [[nodiscard]] Feels feels() const { return bearing_deg ? Feels::nothing : Feels::wind_speed; }
  template <class Key>
  void tell(Key& key) const {
    key(source.rate_kg_s, source.jet_velocity_m_s, source.jet_angle_deg, source.height_m, source.molar_mass_kg_mol,
        source.heat_of_combustion_J_kg, source.jet_density_kg_m3, duration_s, source.radiative_fraction, bearing_deg);
  }
};

/// A flammable gas in the wind.
struct FlammableRelease {
  double rate_kg_s = 0.0;
  double duration_s = 0.0;
  double height_m = 0.0;
  double lfl_kg_m3 = 0.0;
  double ufl_kg_m3 = 0.0;
  GasState gas{};
  std::string dispersion{passive_dispersion};  ///< id of the model that carries it

  template <class Key>
  void tell(Key& key) const {
    key(rate_kg_s, duration_s, height_m, lfl_kg_m3, ufl_kg_m3, gas, dispersion);
  }
};

/// A late ignition of the plume: its flame fills the cloud above the lower flammable limit.
struct FlashFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::flame;
  FlammableRelease release;

  [[nodiscard]] Feels feels() const { return Feels::weather; }
  [[nodiscard]] FlammableRelease* gas() { return &release; }
  template <class Key>
  void tell(Key& key) const {
    release.tell(key);
  }
};

/// A vapour cloud explodes where the cloud is: centred downwind on the mass between the flammable limits, or on the source
/// where no release is known. A stated flammable mass replaces the computed one; either the mass or the release is there.
struct CloudExplosionEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::overpressure_pa;
  std::optional<FlammableRelease> release{};
  std::optional<double> flammable_mass_kg{};
  double heat_of_combustion_J_kg = 0.0;
  std::optional<int> blast_class{};  ///< multi-energy; none: TNT equivalency after Chinese practice

  [[nodiscard]] Feels feels() const { return release ? Feels::weather : Feels::nothing; }
  [[nodiscard]] FlammableRelease* gas() { return release ? &*release : nullptr; }
  template <class Key>
  void tell(Key& key) const {
    key(release.has_value());
    if (release) release->tell(key);
    key(flammable_mass_kg, heat_of_combustion_J_kg, blast_class);
  }
};

using EffectEvent =
    std::variant<BlastEvent, FireballEvent, PoolFireEvent, JetFireEvent, FlashFireEvent, CloudExplosionEvent>;

[[nodiscard]] inline EffectQuantity quantity_of(const EffectEvent& event) {
  return std::visit([](const auto& one) { return one.quantity; }, event);
}

[[nodiscard]] inline Feels feels(const EffectEvent& event) {
  return std::visit([](const auto& one) { return one.feels(); }, event);
}

/// The gas of an event that a dispersion model carries; nullptr: it has none.
[[nodiscard]] inline FlammableRelease* gas_of(EffectEvent& event) {
  return std::visit(
      [](auto& one) -> FlammableRelease* {
        if constexpr (requires { one.gas(); }) {
          return one.gas();
        } else {
          return nullptr;
        }
      },
      event);
}

// A value that is added to an event must be told by it.
static_assert(sizeof(BlastEvent) == sizeof(double));
static_assert(sizeof(FireballEvent) == 3 * sizeof(double) + 2 * sizeof(std::optional<double>));
static_assert(sizeof(PoolFireEvent) == 6 * sizeof(double) + sizeof(std::optional<BrightFlame>));
static_assert(sizeof(JetFireEvent) == 8 * sizeof(double) + 2 * sizeof(std::optional<double>));
static_assert(sizeof(FlammableRelease) == 5 * sizeof(double) + sizeof(GasState) + sizeof(std::string));

}  // namespace sise
