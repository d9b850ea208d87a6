#include "models/release/vessel.hpp"

#include <fmt/core.h>

#include <cmath>
#include <numbers>

#include "models/base/error.hpp"
#include "models/release/orifice.hpp"
#include "models/release/release_checks.hpp"
#include "models/release/vessel_gas.hpp"
#include "models/release/vessel_liquid.hpp"
#include "models/release/vessel_two_phase.hpp"
#include "models/substances/fluid.hpp"

namespace sise {
namespace {

constexpr double kFilling = 0.85;         // common highest filling of pressurised vessels
constexpr double kNearlySaturated = 0.9;  // a pressure this near the vapour pressure means a liquid
constexpr double kMemberOfSaturation = 1.0 - 1e-9;

/// The source with everything known: defaults filled in, warnings for what was assumed.
struct Resolved {
  double temperature_K;
  double pressure_Pa;
  std::vector<std::string> warnings;
};

bool has_vapour_pressure_at(const Fluid& fluid, double temperature_K) {
  return fluid.vapour_pressure().known() && fluid.vapour_pressure().covers(temperature_K);
}

bool is_supercritical(const Fluid& fluid, double temperature_K) {
  return fluid.critical_temperature_K() && temperature_K >= *fluid.critical_temperature_K();
}

Resolved resolve(const VesselSource& source, const Fluid& fluid, double ambient_Pa, double ambient_K) {
  Resolved known{source.temperature_K.value_or(ambient_K), 0.0, {}};
  require_fluid(fluid, known.temperature_K);
  if (source.pressure_Pa) {
    known.pressure_Pa = *source.pressure_Pa;
    if (is_supercritical(fluid, known.temperature_K) || !has_vapour_pressure_at(fluid, known.temperature_K))
      return known;
    const double saturation_Pa = fluid.vapour_pressure_Pa(known.temperature_K);
    const bool nearly = known.pressure_Pa >= kNearlySaturated * saturation_Pa &&
                        known.pressure_Pa < kMemberOfSaturation * saturation_Pa;
    if (nearly && source.phase != VesselPhase::gas) {
      known.pressure_Pa = saturation_Pa;
      known.warnings.emplace_back("saturation_assumed");
    }
    return known;
  }
  known.pressure_Pa = std::fmax(ambient_Pa, fluid.vapour_pressure_Pa(known.temperature_K));
  return known;
}

VesselPhase phase_of(const Resolved& known, const Fluid& fluid, double ambient_Pa) {
  if (is_supercritical(fluid, known.temperature_K)) return VesselPhase::gas;
  if (known.pressure_Pa < kMemberOfSaturation * fluid.vapour_pressure_Pa(known.temperature_K)) return VesselPhase::gas;
  return known.temperature_K > fluid.boiling_temperature_K(ambient_Pa) ? VesselPhase::two_phase : VesselPhase::liquid;
}

/// Inventory, pressure and temperature fix a gas's volume; a stated one can only contradict them.
void compare_volumes(const VesselSource& source, double gas_m3, ReleaseHistory& history) {
  constexpr double kNear = 0.05;
  if (!source.volume_m3) return;
  constexpr double kTooMuch = 1.5;
  if (gas_m3 > kTooMuch * *source.volume_m3) {
    throw ModelError("inventory_exceeds_volume",
                     {fmt::format("{} kg of gas at this pressure and temperature fill {:.4g} m3, the vessel has {} m3",
                                  source.inventory_kg, gas_m3, *source.volume_m3),
                      fmt::format("该压力和温度下 {} kg 气体体积为 {:.4g} m3, 容器容积只有 {} m3", source.inventory_kg,
                                  gas_m3, *source.volume_m3)},
                     {},
                     {"Check whether the inventory is a liquid: then its pressure is at least the vapour pressure",
                      "请核对存量是否为液体: 液体的压力不低于其蒸气压"});
  }
  if (std::abs(gas_m3 / *source.volume_m3 - 1.0) > kNear) history.warn("volume_not_used");
}

ReleaseHistory gas_release(const VesselSource& source, const Resolved& known, const Fluid& fluid, double ambient_Pa) {
  const double gas_m3 =
      source.inventory_kg * fluid.specific_gas_constant_J_kgK() * known.temperature_K / known.pressure_Pa;
  ReleaseHistory history = gas_vessel_release(
      {.hole_diameter_m = source.hole_diameter_m,
       .discharge_coefficient = source.discharge_coefficient.value_or(gas_discharge_coefficient(HoleShape::circle)),
       .pressure_Pa = known.pressure_Pa,
       .temperature_K = known.temperature_K,
       .volume_m3 = gas_m3,
       .stop_after_s = source.stop_after_s,
       .also_at_s = source.also_at_s},
      fluid, ambient_Pa);
  compare_volumes(source, gas_m3, history);
  return history;
}

ReleaseHistory liquid_release(const VesselSource& source, const Resolved& known, const Fluid& fluid,
                              double ambient_Pa) {
  const double liquid_m3 = source.inventory_kg / fluid.liquid_density_kg_m3(known.temperature_K);
  const bool closed = source.volume_m3 && known.pressure_Pa > ambient_Pa;
  ReleaseHistory history = liquid_vessel_release(
      {.hole_diameter_m = source.hole_diameter_m,
       .discharge_coefficient = source.discharge_coefficient.value_or(liquid_discharge_coefficient(HoleShape::circle)),
       .pressure_Pa = known.pressure_Pa,
       .temperature_K = known.temperature_K,
       .inventory_kg = source.inventory_kg,
       .head_m = source.liquid_head_m.value_or(std::cbrt(4.0 * liquid_m3 / std::numbers::pi)),
       .padding = closed ? LiquidPadding::closed : LiquidPadding::constant,
       .volume_m3 = source.volume_m3,
       .stop_after_s = source.stop_after_s,
       .also_at_s = source.also_at_s},
      fluid, ambient_Pa);
  if (!source.liquid_head_m) history.warn("head_assumed");
  return history;
}

ReleaseHistory two_phase_release(const VesselSource& source, const Resolved& known, const Fluid& fluid,
                                 double ambient_Pa) {
  const double liquid_m3 = source.inventory_kg / fluid.liquid_density_kg_m3(known.temperature_K);
  ReleaseHistory history = two_phase_vessel_release(
      {.hole_diameter_m = source.hole_diameter_m,
       .hole_in = source.hole_in_gas_space ? HolePlace::vapour : HolePlace::liquid,
       .discharge_coefficient = source.discharge_coefficient.value_or(kTwoPhaseDischargeCoefficient),
       .gas_discharge_coefficient = source.hole_in_gas_space ? source.discharge_coefficient.value_or(1.0) : 1.0,
       .pressure_Pa = known.pressure_Pa,
       .temperature_K = known.temperature_K,
       .inventory_kg = source.inventory_kg,
       .volume_m3 = source.volume_m3.value_or(liquid_m3 / kFilling),
       .stop_after_s = source.stop_after_s,
       .also_at_s = source.also_at_s},
      fluid, ambient_Pa);
  if (!source.volume_m3) history.warn("volume_assumed");
  return history;
}

ReleaseHistory release_as(VesselPhase phase, const VesselSource& source, const Resolved& known, const Fluid& fluid,
                          double ambient_Pa) {
  switch (phase) {
    case VesselPhase::gas:
      return gas_release(source, known, fluid, ambient_Pa);
    case VesselPhase::liquid:
      return liquid_release(source, known, fluid, ambient_Pa);
    default:
      return two_phase_release(source, known, fluid, ambient_Pa);
  }
}

}  // namespace

std::string_view name_of(VesselPhase phase) {
  switch (phase) {
    case VesselPhase::gas:
      return "gas";
    case VesselPhase::liquid:
      return "liquid";
    default:
      return "two_phase";
  }
}

std::optional<VesselPhase> vessel_phase_from(std::string_view name) {
  for (const VesselPhase phase : {VesselPhase::gas, VesselPhase::liquid, VesselPhase::two_phase}) {
    if (name == name_of(phase)) return phase;
  }
  return std::nullopt;
}

VesselPhase vessel_phase(const VesselSource& source, const Substance& substance, double ambient_pressure_Pa,
                         double ambient_temperature_K) {
  const Fluid fluid(substance);
  return phase_of(resolve(source, fluid, ambient_pressure_Pa, ambient_temperature_K), fluid, ambient_pressure_Pa);
}

ReleaseHistory vessel_release(const VesselSource& source, const Substance& substance, double ambient_pressure_Pa,
                              double ambient_temperature_K) {
  require_positive("inventory_kg", source.inventory_kg);
  const Fluid fluid(substance);
  const Resolved known = resolve(source, fluid, ambient_pressure_Pa, ambient_temperature_K);
  const VesselPhase phase = source.phase ? *source.phase : phase_of(known, fluid, ambient_pressure_Pa);
  ReleaseHistory history = release_as(phase, source, known, fluid, ambient_pressure_Pa);
  for (const std::string& code : known.warnings) history.warn(code);
  return history;
}

}  // namespace sise
