#include "models/explosion/vessel_burst.hpp"

#include <fmt/core.h>

#include <cmath>
#include <cstddef>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 4> kEnergyNames{"brode", "isentropic", "isothermal", "availability"};

void check(const GasVessel& vessel) {
  require_range(vessel.volume_m3 > 0.0 && std::isfinite(vessel.volume_m3), "volume_m3", vessel.volume_m3,
                {"a positive number", "为正数"});
  require_range(vessel.gamma > 1.0 && std::isfinite(vessel.gamma), "gamma", vessel.gamma, {"above 1", "大于 1"});
  if (vessel.burst_pressure_pa > vessel.ambient_pressure_pa && std::isfinite(vessel.burst_pressure_pa)) return;
  throw ModelError("parameter_out_of_range",
                   {fmt::format("burst_pressure_pa is absolute and must be above the air pressure {} Pa, here {}",
                                vessel.ambient_pressure_pa, vessel.burst_pressure_pa),
                    fmt::format("burst_pressure_pa 为绝对压力, 必须高于大气压 {} Pa, 当前值 {}",
                                vessel.ambient_pressure_pa, vessel.burst_pressure_pa)});
}

}  // namespace

std::string_view name_of(ExpansionEnergy energy) { return kEnergyNames.at(static_cast<std::size_t>(energy)); }

std::optional<ExpansionEnergy> expansion_energy_from(std::string_view name) {
  for (const ExpansionEnergy energy : kExpansionEnergies) {
    if (name_of(energy) == name) return energy;
  }
  return std::nullopt;
}

double expansion_energy_J(ExpansionEnergy method, const GasVessel& vessel) {
  check(vessel);
  const double p1 = vessel.burst_pressure_pa;
  const double p0 = vessel.ambient_pressure_pa;
  const double p1_v = p1 * vessel.volume_m3;
  const double g = vessel.gamma;
  switch (method) {
    case ExpansionEnergy::isentropic:
      return p1_v / (g - 1.0) * (1.0 - std::pow(p0 / p1, (g - 1.0) / g));
    case ExpansionEnergy::isothermal:
      return p1_v * std::log(p1 / p0);
    case ExpansionEnergy::availability:
      return p1_v * (std::log(p1 / p0) - (1.0 - p0 / p1));
    default:
      return (p1 - p0) * vessel.volume_m3 / (g - 1.0);
  }
}

double vessel_scaled_distance(double energy_J, double r_m, double ambient_pressure_pa) {
  return r_m * std::cbrt(ambient_pressure_pa / (2.0 * energy_J));
}

}  // namespace sise
