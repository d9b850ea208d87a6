// The events that have a physical effect other than a toxic cloud, each with all that its models ask for.
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

/// A condensed explosive, or whatever is stated as one, on the source.
struct BlastEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::overpressure_pa;
  double tnt_kg = 0.0;

  [[nodiscard]] bool needs_weather() const { return false; }
};

/// Above the source, for as long as the correlation says.
struct FireballEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  FireballSource source;

  [[nodiscard]] bool needs_weather() const { return false; }
};

/// On the source, leaning with the wind.
struct PoolFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  PoolFireSource source;
  double duration_s = 0.0;

  [[nodiscard]] bool needs_weather() const { return true; }
};

/// A jet of burning gas along the ground: with the wind, or in still air along its own bearing where that is known.
struct JetFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::radiation_w_m2;
  JetFireSource source;                 ///< its angle is to the wind
  std::optional<double> bearing_deg{};  ///< where the jet points, degrees clockwise from true north
  double duration_s = 0.0;

  [[nodiscard]] bool needs_weather() const { return !bearing_deg; }
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
};

/// A late ignition of the plume: its flame fills the cloud above the lower flammable limit.
struct FlashFireEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::flame;
  FlammableRelease release;

  [[nodiscard]] bool needs_weather() const { return true; }
};

/// A vapour cloud explodes where the cloud is: centred downwind on the mass between the flammable limits, or on the source
/// where no release is known. A stated flammable mass replaces the computed one; either the mass or the release is there.
struct CloudExplosionEvent {
  static constexpr EffectQuantity quantity = EffectQuantity::overpressure_pa;
  std::optional<FlammableRelease> release{};
  std::optional<double> flammable_mass_kg{};
  double heat_of_combustion_J_kg = 0.0;
  std::optional<int> blast_class{};  ///< multi-energy; none: TNT equivalency after Chinese practice

  [[nodiscard]] bool needs_weather() const { return release.has_value(); }
};

using EffectEvent =
    std::variant<BlastEvent, FireballEvent, PoolFireEvent, JetFireEvent, FlashFireEvent, CloudExplosionEvent>;

[[nodiscard]] inline EffectQuantity quantity_of(const EffectEvent& event) {
  return std::visit([](const auto& one) { return one.quantity; }, event);
}

}  // namespace sise
