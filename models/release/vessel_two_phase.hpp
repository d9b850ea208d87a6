// A liquefied gas through a hole: the flashing outflow, the vessel that boils and cools meanwhile, and the gas left at
// last.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/release/release_history.hpp"
#include "models/release/two_phase_flux.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

enum class HolePlace {
  liquid,  ///< below the surface: a flashing liquid leaves
  vapour,  ///< in the gas space: vapour leaves, and the liquid boils and cools
};

[[nodiscard]] std::optional<HolePlace> hole_place_from(std::string_view name);

struct TwoPhaseVesselSource {
  double hole_diameter_m = 0.0;
  HolePlace hole_in = HolePlace::liquid;
  double discharge_coefficient = 0.8;      ///< of the two-phase flow
  double gas_discharge_coefficient = 1.0;  ///< of vapour, from the gas space or when the liquid is gone
  double pressure_Pa = 0.0;                ///< absolute, at least the vapour pressure; what is above it is padding gas
  double temperature_K = 0.0;
  double inventory_kg = 0.0;  ///< liquid and vapour
  double volume_m3 = 0.0;
  TwoPhaseFlow flow = TwoPhaseFlow::hj169;
  double pipe_length_m = 0.0;  ///< between vessel and opening; only Fauske's model asks for it
  std::optional<double> stop_after_s{};
  std::vector<double> also_at_s{};  ///< moments that get a step of their own, ascending
};

/// Liquid leaves below the surface, the gas space grows, some liquid boils to fill it, and the heat for that comes from
/// what stays: no heat from outside. From a hole in the gas space vapour leaves, all of it boiled from what stays,
/// until the liquid is at its boiling point. The padding gas expands at constant temperature. When the liquid is gone
/// the vapour blows down as a gas. The flow's vapour fraction is the flash at ambient pressure (HJ 169-2018 F.9).
/// It ends 10 Pa above ambient pressure: the last of a boiling vessel's pressure takes no more mass with it.
/// Warnings: `padding_left_out` (gas above the vapour pressure does not count for vapour), `all_flashes`,
/// those of Fluid::liquid_warnings().
/// Throws ModelError: out-of-range numbers, `no_overpressure`, `below_melting`, `above_critical`,
/// `below_vapour_pressure`, `hole_larger_than_vessel`, `inventory_exceeds_volume`, `missing_property`.
[[nodiscard]] ReleaseHistory two_phase_vessel_release(const TwoPhaseVesselSource& source, const Fluid& fluid,
                                                      double ambient_pressure_Pa);

/// Mass of liquid among the inventory, kg, in equilibrium with its vapour in the rest of the volume.
[[nodiscard]] double liquid_share_kg(const TwoPhaseVesselSource& source, const Fluid& fluid);

}  // namespace sise
