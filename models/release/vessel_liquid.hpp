// Liquid through a hole below its surface, and the vessel's emptying.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/release/release_history.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

/// Bernoulli: mass per area of hole, kg/(m2 s); 0 without a driving pressure.
/// HJ 169-2018 F.1; CPR 14E (Yellow Book) 1997, 2.194. Confidence: seen.
[[nodiscard]] double liquid_flux_kg_m2_s(double density_kg_m3, double driving_pressure_Pa);

enum class LiquidPadding {
  constant,  ///< the pressure above the liquid stays: vented, or fed by a regulator
  closed,    ///< a closed gas space expands at constant temperature; the liquid keeps its own vapour pressure
};

[[nodiscard]] std::optional<LiquidPadding> liquid_padding_from(std::string_view name);

/// An upright vessel of constant cross-section with a hole `hole_height_m` above its bottom.
struct LiquidVesselSource {
  double hole_diameter_m = 0.0;
  double discharge_coefficient = 0.65;
  double pressure_Pa = 0.0;  ///< absolute, above the liquid
  double temperature_K = 0.0;
  double inventory_kg = 0.0;  ///< all the liquid, that below the hole too
  double head_m = 0.0;        ///< liquid above the hole
  double hole_height_m = 0.0;
  LiquidPadding padding = LiquidPadding::constant;
  std::optional<double> volume_m3{};  ///< of the vessel; needed for the closed gas space
  std::optional<double> stop_after_s{};
  std::vector<double> also_at_s{};  ///< moments that get a step of their own, ascending
};

/// Until the level is at the hole, the driving pressure is spent, or the valve closes. The vapour fraction is what
/// flashes at ambient pressure (HJ 169-2018 F.9). Warnings: `liquid_flashes` (two phases in the hole would let out
/// less), `gas_follows` (the level reaches the hole under pressure), `flash_unknown` (no boiling point: taken as 0),
/// and those of Fluid::liquid_warnings(). Throws ModelError: out-of-range numbers, `no_overpressure`, `below_melting`,
/// `above_critical`, `hole_larger_than_vessel`, `inventory_exceeds_volume`, `missing_property`.
[[nodiscard]] ReleaseHistory liquid_vessel_release(const LiquidVesselSource& source, const Fluid& fluid,
                                                   double ambient_pressure_Pa);

}  // namespace sise
