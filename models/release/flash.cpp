#include "models/release/flash.hpp"

#include <algorithm>

namespace sise {

double flash_fraction(const Fluid& fluid, double temperature_K, double ambient_pressure_Pa) {
  const double boiling_K = fluid.boiling_temperature_K(ambient_pressure_Pa);
  if (temperature_K <= boiling_K) return 0.0;
  const double heat_J_kg = fluid.liquid_heat_capacity_J_kgK() * (temperature_K - boiling_K);
  return std::min(1.0, heat_J_kg / fluid.heat_of_vaporization_J_kg(boiling_K));
}

std::optional<RainOut> rain_out_from(std::string_view name) {
  if (name == "cpr18e") return RainOut::cpr18e;
  if (name == "double_flash") return RainOut::double_flash;
  if (name == "none") return RainOut::none;
  return std::nullopt;
}

double airborne_fraction(double flash, RainOut rule) {
  switch (rule) {
    case RainOut::none:
      return 1.0;
    case RainOut::double_flash:
      return std::min(1.0, 2.0 * flash);
    default:
      if (flash < 0.1) return 2.0 * flash;
      return flash < 0.36 ? 0.2 + 0.8 * (flash - 0.1) / 0.26 : 1.0;
  }
}

}  // namespace sise
