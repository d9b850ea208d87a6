// Where one weather carries a unit's toxic releases: the probability of death around the plume's axis, all cases summed.
#pragma once
#include <memory>
#include <span>
#include <vector>

#include "core/accidents/risk_inputs.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "core/kernels/turn.hpp"
#include "core/kernels/weather_groups.hpp"

namespace sise {

/// Σ cases f · P(r, φ) of one unit in one weather, per year, for a person at the receptor height. Symmetric in φ and 0
/// upwind (|φ| >= 90 degrees).
class Footprint {
 public:
  Footprint(const RiskInputs& inputs, const RiskUnit& unit, const WeatherGroup& weather);

  [[nodiscard]] bool empty() const { return fields_.empty(); }
  [[nodiscard]] double on_axis(double r_m) const;

  /// Angular standard deviation of the plume at r, radians.
  [[nodiscard]] double angular_sigma(double r_m) const;

  /// The footprint at distance r, integrated between nodes step_rad apart. It ends where it has died out.
  [[nodiscard]] FootprintMasses masses(double r_m, double step_rad) const;

 private:
  struct Case {
    double frequency_per_year;
    ToxicHarm harm;
    double ln_rate;
  };
  /// Cases that are carried alike share the concentration of a release of 1 kg/s, where it scales with the rate.
  struct Shared {
    std::unique_ptr<const ConcentrationField> field;
    std::vector<Case> cases;
  };

  /// Adds Σ f P at points (x, y) to `risk`; `ln_concentration` is scratch of the same size.
  void add_risk(std::span<const double> x_m, std::span<const double> y_m, std::span<double> ln_concentration,
                std::span<double> risk) const;

  std::vector<Shared> fields_;
};

}  // namespace sise
