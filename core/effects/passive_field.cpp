// The Gaussian plume of a gas as heavy as air.
#include <cmath>
#include <limits>
#include <mutex>
#include <optional>

#include "core/effects/concentration_field.hpp"
#include "core/effects/effect.hpp"
#include "models/atmosphere/small_wind.hpp"
#include "models/dispersion/flammable_cloud.hpp"
#include "models/dispersion/gaussian_plume.hpp"

namespace sise {
namespace {

/// Palazzi's factor erf(u t / (2 √2 σx)) is below 0.99, with σx = σy. Source: E. Palazzi et al., Atmos. Environ. 16 (1982)
/// 2785. Confidence: seen.
bool overstates(double travel_m, double sigma_m) {
  constexpr double kArgument = 1.8214;  // erf of it is 0.99
  return travel_m < 2.0 * std::sqrt(2.0) * kArgument * sigma_m;
}

class PassiveField final : public ConcentrationField {
 public:
  PassiveField(const GasSource& source, const Weather& weather, const DispersionOptions& options)
      : plume_({source.rate_kg_s, source.height_m}, weather,
               {options.sigma, options.transport_wind, options.averaging_time_s}),
        weather_(weather),
        receptor_m_(options.receptor_height_m) {}

  void values(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out_kg_m3) const override {
    plume_.concentrations(x_m, y_m, receptor_m_, out_kg_m3);
  }

  [[nodiscard]] std::optional<double> reach_m(double concentration_kg_m3) const override {
    if (value_kg_m3(farthest_effect_m, 0.0) >= concentration_kg_m3) return farthest_effect_m;
    return farthest_distance_m(plume_, concentration_kg_m3, receptor_m_);
  }
  [[nodiscard]] double followed_m() const override { return farthest_effect_m; }

  [[nodiscard]] double width_m(double x_m) const override { return plume_.sigma_y_m(x_m); }
  [[nodiscard]] double upwind_m() const override {
    return plume_.calm() ? std::numeric_limits<double>::infinity() : 0.0;
  }
  [[nodiscard]] bool scales_with_rate() const override { return true; }

  /// By the plume's travel time. In calm air the cloud's edge, two sigma from its middle, comes before its middle.
  [[nodiscard]] double arrival_s(double r_m) const override {
    if (!plume_.calm()) return r_m / plume_.transport_wind_m_s(r_m);
    const double spread_m_s = small_wind_spread(weather_.stability, weather_.wind_speed_m_s).horizontal_m_s;
    return r_m / (weather_.wind_speed_m_s + 2.0 * spread_m_s);
  }

  [[nodiscard]] bool is_too_short(double duration_s, double level_kg_m3) const override {
    if (plume_.calm()) return false;
    const std::optional<double> reach = reach_m(level_kg_m3);
    return reach && overstates(duration_s * plume_.transport_wind_m_s(*reach), plume_.sigma_y_m(*reach));
  }

  [[nodiscard]] std::optional<FlammableMass> flammable_mass(double lfl_kg_m3, double ufl_kg_m3) const override {
    std::call_once(flammable_found_, [this] { flammable_.emplace(plume_); });
    const std::optional<FlammableCloud> cloud = flammable_->between(lfl_kg_m3, ufl_kg_m3);
    return cloud ? std::optional(FlammableMass{cloud->mass_kg, cloud->centroid_m}) : std::nullopt;
  }

  [[nodiscard]] std::vector<std::string> warnings() const override { return plume_.warnings(); }

 private:
  GaussianPlume plume_;
  Weather weather_;
  double receptor_m_;
  mutable std::once_flag flammable_found_;
  mutable std::optional<FlammablePlume> flammable_;  ///< when first asked for
};

}  // namespace

std::unique_ptr<const ConcentrationField> passive_field(const GasSource& source, const Weather& weather,
                                                        const DispersionOptions& options) {
  return std::make_unique<PassiveField>(source, weather, options);
}

}  // namespace sise
