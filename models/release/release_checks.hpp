// What the release models refuse, in one voice.
#pragma once
#include <optional>

#include "models/base/parameter_range.hpp"
#include "models/substances/fluid.hpp"

namespace sise {

/// Throws ModelError `below_melting` for a vessel colder than its substance melts: a solid does not flow.
void require_fluid(const Fluid& fluid, double temperature_K);

/// Throws ModelError `above_critical` for a liquid at or above the critical temperature.
void require_below_critical(const Fluid& fluid, double temperature_K);

/// Throws ModelError `no_overpressure`: nothing flows out of a vessel at or below ambient pressure.
void require_overpressure(double pressure_Pa, double ambient_pressure_Pa);

/// Throws ModelError `inventory_exceeds_volume` for a liquid that does not fit.
void require_content_fits(double inventory_kg, double liquid_m3, double vessel_m3);

/// A liquid under less than its vapour pressure boils in the vessel (beyond a hundredth, for rounded numbers).
void require_no_boiling(const Fluid& fluid, double temperature_K, double pressure_Pa);

/// A gas above its vapour pressure is a liquid (beyond a hundredth, for rounded numbers).
void require_gas(const Fluid& fluid, double temperature_K, double pressure_Pa);

/// A spilled liquid above its boiling point has flashed before it lies on the ground.
void require_no_flash(const Fluid& fluid, double temperature_K, double ambient_pressure_Pa);

}  // namespace sise
