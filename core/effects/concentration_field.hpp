// A gas in the air around its source, in one weather: what every dispersion model answers, whichever it is.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/accidents/effect_event.hpp"
#include "core/study/study.hpp"
#include "models/atmosphere/weather.hpp"
#include "models/dispersion/dense_gas_entrainment.hpp"

namespace sise {

/// The part of a cloud that can burn.
struct FlammableMass {
  double mass_kg = 0.0;   ///< between the flammable limits
  double centre_m = 0.0;  ///< of that mass, downwind
};

/// The steady concentration at the receptor height of a release that goes on long enough. x downwind, y across, in metres
/// from the source; symmetric in y, and at a fixed distance it falls with the angle off the wind. Prepared once; then safe to ask
/// from many threads, the same bytes for a place whatever its batch.
class ConcentrationField {
 public:
  ConcentrationField() = default;
  ConcentrationField(const ConcentrationField&) = delete;
  ConcentrationField(ConcentrationField&&) = delete;
  ConcentrationField& operator=(const ConcentrationField&) = delete;
  ConcentrationField& operator=(ConcentrationField&&) = delete;
  virtual ~ConcentrationField() = default;

  /// kg/m3. Any batch size; all spans of one length, `out` overlaps no input.
  virtual void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out_kg_m3) const = 0;
  /// Natural logarithms of the same; -infinity where there is nothing.
  virtual void ln_values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const;
  [[nodiscard]] double value_kg_m3(double x_m, double y_m) const;

  /// Farthest distance from the source with this concentration (> 0); nullopt: nowhere. followed_m() where it is still
  /// exceeded there.
  [[nodiscard]] virtual std::optional<double> reach_m(double concentration_kg_m3) const = 0;
  /// Nobody follows the cloud farther downwind than this; infinite where it has risen away.
  [[nodiscard]] virtual double followed_m() const = 0;
  /// Standard deviation across the wind at distance x, or what comes nearest to it: samples closer than a few parts of it
  /// miss nothing.
  [[nodiscard]] virtual double width_m(double x_m) const = 0;
  /// There is nothing farther upwind of the source than this; infinite where the wind sets no end to it.
  [[nodiscard]] virtual double upwind_m() const = 0;
  /// Twice the rate is twice the concentration everywhere: one field serves all rates.
  [[nodiscard]] virtual bool scales_with_rate() const = 0;

  /// When the gas comes to a place at distance r from the source, from the start of the release.
  [[nodiscard]] virtual double arrival_s(double r_m) const = 0;
  /// A release of this length (that of the field's source, where the model does not scale) is too short: nearer than where
  /// `level_kg_m3` is met its concentration falls below the steady one, or it goes by for longer than it was released.
  [[nodiscard]] virtual bool is_too_short(double duration_s, double level_kg_m3) const = 0;
  /// nullopt: flammable nowhere.
  [[nodiscard]] virtual std::optional<FlammableMass> flammable_mass(double lfl_kg_m3, double ufl_kg_m3) const = 0;

  /// Codes of everything a reader must know.
  [[nodiscard]] virtual std::vector<std::string> warnings() const = 0;
};

/// What a field is made of, whatever the release is feared for.
struct GasSource {
  double rate_kg_s = 0.0;
  double duration_s = 0.0;
  double height_m = 0.0;
  GasState gas{};
  double pool_m2 = 0.0;  ///< of the pool that it rises from; 0: none is known
};

struct DispersionOptions {
  SigmaSet sigma = SigmaSet::briggs_rural;
  TransportWind transport_wind = TransportWind::release_height;
  std::optional<double> averaging_time_s{};  ///< none: the model's own
  double receptor_height_m = 1.0;
  double least_kg_m3 = 0.0;                    ///< nobody asks about less: a dense cloud need not be followed beyond
  bool asked_for_both = false;                 ///< for places and for what can burn: a dense cloud keeps what both take
  DenseMixing mixing = DenseMixing::weighted;  ///< of a dense cloud
};

/// As a project or an incident chooses.
[[nodiscard]] DispersionOptions dispersion_options(const ModelChoice& model);

/// By the model's id. Throws ModelError when the model cannot be computed for this release and weather.
[[nodiscard]] std::unique_ptr<const ConcentrationField> concentration_field(std::string_view dispersion,
                                                                            const GasSource& source,
                                                                            const Weather& weather,
                                                                            const DispersionOptions& options);

}  // namespace sise
