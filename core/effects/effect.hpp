// What one accident does around its source: heat, blast or flame, prepared once and asked for many places.
#pragma once
#include <memory>
#include <optional>
#include <span>

#include "core/accidents/effect_event.hpp"
#include "core/study/study.hpp"
#include "models/atmosphere/sigma_set.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/dispersion/transport_wind.hpp"
#include "models/explosion/blast_curve.hpp"
#include "models/fire/receiver.hpp"
#include "models/fire/transmissivity.hpp"

namespace sise {

class CloudMasses;

/// Which way x points.
enum class EffectAxis {
  round,  ///< nowhere: the effect is the same in every direction
  wind,   ///< downwind
  own,    ///< along the source's own bearing, whatever the wind
};

/// One physical effect of one event in one weather. Places lie on the ground (concentrations: at the receptor height) in
/// metres from the source, x along the axis, y across it; every effect is symmetric in y. It need not be strongest on +x: a
/// long flame radiates more to its sides.
class Effect {
 public:
  Effect(const Effect&) = delete;
  Effect(Effect&&) = delete;
  Effect& operator=(const Effect&) = delete;
  Effect& operator=(Effect&&) = delete;
  virtual ~Effect() = default;

  [[nodiscard]] EffectQuantity quantity() const { return quantity_; }
  [[nodiscard]] EffectAxis axis() const { return axis_; }
  /// Where on its axis the effect starts from: that of a cloud explosion lies downwind of the source.
  [[nodiscard]] virtual double centre_m() const { return 0.0; }
  /// How long radiation lasts, s.
  [[nodiscard]] double duration_s() const { return duration_s_; }

  /// Any batch size; all spans have one length, `out` overlaps no input. Safe to ask from many threads; the same bytes
  /// for a place whatever its batch.
  virtual void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const = 0;
  [[nodiscard]] double value(double x_m, double y_m) const;

  /// Farthest distance from the source where the value is at least `least` (> 0); nullopt: nowhere. An effect that
  /// falls with the distance inverts its own law.
  [[nodiscard]] virtual std::optional<double> reach_m(double least) const { return search_m(least); }

  /// Of an effect that depends on the distance from its centre alone: how far from there the value is still `least`.
  /// nullopt: nowhere, or it is no such effect.
  [[nodiscard]] virtual std::optional<double> radius_m(double /*least*/) const { return std::nullopt; }

 protected:
  Effect(EffectQuantity quantity, EffectAxis axis, double duration_s = 0.0)
      : quantity_(quantity), axis_(axis), duration_s_(duration_s) {}

  /// The outermost crossing on +x between samples 2 % apart (a maximum between them that just reaches counts), then in
  /// 24 more directions round to -x what lies farther still; the direction of the farthest is refined.
  [[nodiscard]] std::optional<double> search_m(double least) const;

  /// A distance beyond which the value is surely below `least` (> 0): where the search begins.
  [[nodiscard]] virtual double surely_below_m(double least) const;

 private:
  EffectQuantity quantity_;
  EffectAxis axis_;
  double duration_s_;
};

/// The effect's reach, at most farthest_effect_m. nullopt: nowhere farther than 0.1 m.
inline constexpr double farthest_effect_m = 100e3;
[[nodiscard]] std::optional<double> farthest_m(const Effect& effect, double least);

/// How effects are computed.
struct EffectOptions {
  SigmaSet sigma = SigmaSet::briggs_rural;
  TransportWind transport_wind = TransportWind::release_height;
  double receptor_height_m = 1.0;  ///< of concentrations
  BlastCurve blast_curve = BlastCurve::gb6722;
  Receiver receiver = Receiver::facing;
  Transmissivity air{};  ///< default: nothing is absorbed
  /// Shared by many releases, if any; not owned.
  const CloudMasses* cloud_masses = nullptr;
  /// Flames are tabulated first, for rasters; without it each place is computed by the model itself.
  bool tabulate_flames = true;
};

/// As a project or an incident chooses its models; dry air.
[[nodiscard]] EffectOptions effect_options(const ModelChoice& model, Receiver receiver = Receiver::facing);

/// Throws ModelError when the event cannot be computed. nullptr: the event does nothing in this weather (a vapour cloud
/// that is flammable nowhere).
[[nodiscard]] std::unique_ptr<Effect> prepare_effect(const EffectEvent& event, const Weather& weather,
                                                     const EffectOptions& options);

/// The event has the same effect in every weather.
[[nodiscard]] bool needs_no_weather(const EffectEvent& event);

/// True bearing of +x of an effect whose axis is its own, degrees clockwise from true north.
[[nodiscard]] std::optional<double> own_bearing_deg(const EffectEvent& event);

}  // namespace sise
