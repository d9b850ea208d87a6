// What becomes of a superheated liquid outside: vapour, droplets that stay aloft, a pool.
#pragma once
#include <optional>
#include <string_view>

#include "models/substances/fluid.hpp"

namespace sise {

/// Mass fraction that turns to vapour when a liquid of this temperature comes to ambient pressure: cp (T - Tb) / Hv
/// with Hv at the boiling point, from 0 to 1. HJ 169-2018 F.9. Confidence: seen.
/// A liquid at or below its boiling point does not flash; where no boiling point is known, neither is that.
[[nodiscard]] double flash_fraction(const Fluid& fluid, double temperature_K, double ambient_pressure_Pa);

enum class RainOut {
  cpr18e,        ///< in the cloud: 2 f below f = 0.1, all from f = 0.36, linear between (CPR 18E table 4.8; recalled)
  double_flash,  ///< in the cloud: twice the flash, at most all (Kletz; recalled)
  none,          ///< everything stays in the cloud
};

[[nodiscard]] std::optional<RainOut> rain_out_from(std::string_view name);

/// Mass fraction of the release that stays in the air, vapour and droplets; the rest makes a pool.
[[nodiscard]] double airborne_fraction(double flash_fraction, RainOut rule);

}  // namespace sise
