// One front door to outflow from a vessel: gas, liquid or two phases, as the substance, its temperature and pressure
// have it.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "models/release/release_history.hpp"
#include "models/substances/substance.hpp"

namespace sise {

enum class VesselPhase {
  gas,        ///< nothing but gas in the vessel: `vessel_gas`
  liquid,     ///< a liquid that does not boil at ambient pressure: `vessel_liquid`
  two_phase,  ///< a liquid that flashes at ambient pressure: `vessel_two_phase`
};

[[nodiscard]] std::string_view name_of(VesselPhase phase);
[[nodiscard]] std::optional<VesselPhase> vessel_phase_from(std::string_view name);

struct VesselSource {
  double hole_diameter_m = 0.0;
  std::optional<double> pressure_Pa{};    ///< absolute; default: the vapour pressure, at least ambient
  std::optional<double> temperature_K{};  ///< default: ambient
  double inventory_kg = 0.0;
  std::optional<double> volume_m3{};      ///< of the vessel; default: an ideal gas's; liquefied gas 85 % full
  std::optional<double> liquid_head_m{};  ///< above the hole; default: a liquid as high as it is wide
  /// Default by phase (HJ 169-2018): 1.00 gas, 0.65 liquid, 0.80 two-phase.
  std::optional<double> discharge_coefficient{};
  std::optional<double> stop_after_s{};  ///< isolation
  std::optional<VesselPhase> phase{};    ///< default: vessel_phase()
  bool hole_in_gas_space = false;        ///< of a vessel of liquefied gas: vapour leaves, not liquid
  std::vector<double> also_at_s{};       ///< moments that get a step of their own, ascending
};

/// Gas at or above the critical temperature, or where the pressure is below 0.9 of the vapour pressure; otherwise a
/// liquid, of two phases once outside where it is warmer than it boils at ambient pressure.
/// Throws ModelError: `below_melting`, `missing_property` (the vapour pressure).
[[nodiscard]] VesselPhase vessel_phase(const VesselSource& source, const Substance& substance,
                                       double ambient_pressure_Pa, double ambient_temperature_K);

/// The release through the hole until the vessel is empty, at ambient pressure, or isolated. Never more than the
/// inventory: a hole that empties the vessel sooner than anybody isolates it ends the release, and duration_s says
/// when. Warnings beside those of the phase's model: `volume_assumed`, `head_assumed`, `saturation_assumed` (a stated
/// pressure slightly below the vapour pressure is taken as it), `volume_not_used` (a gas's inventory says another
/// volume). Throws ModelError as the phase's model does, and `inventory_exceeds_volume`.
[[nodiscard]] ReleaseHistory vessel_release(const VesselSource& source, const Substance& substance,
                                            double ambient_pressure_Pa, double ambient_temperature_K);

}  // namespace sise
