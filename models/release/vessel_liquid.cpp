#include "models/release/vessel_liquid.hpp"

#include <cmath>

#include "models/base/constants.hpp"
#include "models/base/error.hpp"
#include "models/numeric/roots.hpp"
#include "models/release/depletion.hpp"
#include "models/release/flash.hpp"
#include "models/release/orifice.hpp"
#include "models/release/release_checks.hpp"

namespace sise {
namespace {

/// Pressure at the hole over ambient, by the mass still above the hole.
struct Drive {
  double vapour_Pa;   ///< that the gas space keeps, whatever its volume; with a constant padding all of it
  double padding_Pa;  ///< that falls as the gas space grows
  double gas_m3;      ///< the gas space at the start
  double start_kg;    ///< above the hole at the start
  double density_kg_m3;
  double area_m2;  ///< of the vessel
  double ambient_Pa;

  [[nodiscard]] double gas_space_m3(double above_hole_kg) const {
    return gas_m3 + (start_kg - above_hole_kg) / density_kg_m3;
  }
  [[nodiscard]] double gas_pressure_Pa(double above_hole_kg) const {
    return vapour_Pa + (padding_Pa > 0.0 ? padding_Pa * gas_m3 / gas_space_m3(above_hole_kg) : 0.0);
  }
  [[nodiscard]] double overpressure_Pa(double above_hole_kg) const {
    return gas_pressure_Pa(above_hole_kg) + kGravity_m_s2 * above_hole_kg / area_m2 - ambient_Pa;
  }
  /// overpressure_Pa(end + more) - overpressure_Pa(end), without the rounding of either.
  [[nodiscard]] double gain_Pa(double end_kg, double more_kg) const {
    const double head = kGravity_m_s2 * more_kg / area_m2;
    if (!(padding_Pa > 0.0)) return head;
    return head +
           padding_Pa * gas_m3 * more_kg / density_kg_m3 / (gas_space_m3(end_kg) * gas_space_m3(end_kg + more_kg));
  }
};

void check(const LiquidVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  require_hole(source.hole_diameter_m, source.discharge_coefficient);
  require_positive("pressure_Pa", source.pressure_Pa);
  require_positive("inventory_kg", source.inventory_kg);
  require_positive("liquid_head_m", source.head_m);
  require_positive("ambient_pressure_Pa", ambient_pressure_Pa);
  require_range(source.hole_height_m >= 0.0, "hole_height_m", source.hole_height_m, {"at least 0", "不小于 0"});
  require_fluid(fluid, source.temperature_K);
  require_below_critical(fluid, source.temperature_K);
  require_no_boiling(fluid, source.temperature_K, source.pressure_Pa);
}

double gas_space_m3(const LiquidVesselSource& source, double liquid_m3) {
  if (source.padding == LiquidPadding::constant) return 0.0;
  if (!source.volume_m3) {
    throw ModelError("missing_key",
                     {"a closed gas space needs the vessel's 'volume_m3'", "封闭气相空间需要给出容器容积 'volume_m3'"});
  }
  return *source.volume_m3 - liquid_m3;
}

Drive drive_of(const LiquidVesselSource& source, const Fluid& fluid, double ambient_Pa) {
  const double density = fluid.liquid_density_kg_m3(source.temperature_K);
  const double liquid_m3 = source.inventory_kg / density;
  if (source.volume_m3) require_content_fits(source.inventory_kg, liquid_m3, *source.volume_m3);
  require_hole_fits(source.hole_diameter_m, source.volume_m3.value_or(liquid_m3));
  const double area_m2 = liquid_m3 / (source.head_m + source.hole_height_m);
  Drive drive{
      source.pressure_Pa, 0.0, gas_space_m3(source, liquid_m3), density * area_m2 * source.head_m, density, area_m2,
      ambient_Pa};
  if (source.padding == LiquidPadding::closed) {
    drive.vapour_Pa = std::fmin(source.pressure_Pa, fluid.vapour_pressure_Pa(source.temperature_K));
    drive.padding_Pa = source.pressure_Pa - drive.vapour_Pa;
  }
  return drive;
}

/// Above the hole when the flow ends.
double end_kg(const Drive& drive) {
  if (drive.overpressure_Pa(0.0) >= 0.0) return 0.0;
  return brent([&](double above_kg) { return drive.overpressure_Pa(above_kg); }, 0.0, drive.start_kg);
}

void add_warnings(ReleaseHistory& history, const LiquidVesselSource& source, const Fluid& fluid, double flashes) {
  if (flashes > 0.0) history.warn("liquid_flashes");
  const bool emptied = !source.stop_after_s || history.duration_s < *source.stop_after_s;
  if (emptied && history.steps.back().rate_kg_s > 0.0) history.warn("gas_follows");
  for (const std::string& code : fluid.liquid_warnings(source.temperature_K)) history.warn(code);
}

}  // namespace

double liquid_flux_kg_m2_s(double density_kg_m3, double driving_pressure_Pa) {
  return driving_pressure_Pa > 0.0 ? std::sqrt(2.0 * density_kg_m3 * driving_pressure_Pa) : 0.0;
}

std::optional<LiquidPadding> liquid_padding_from(std::string_view name) {
  if (name == "constant") return LiquidPadding::constant;
  if (name == "closed") return LiquidPadding::closed;
  return std::nullopt;
}

ReleaseHistory liquid_vessel_release(const LiquidVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  check(source, fluid, ambient_pressure_Pa);
  const Drive drive = drive_of(source, fluid, ambient_pressure_Pa);
  require_overpressure(ambient_pressure_Pa + drive.overpressure_Pa(drive.start_kg), ambient_pressure_Pa);
  const double below_kg = source.inventory_kg - drive.start_kg;
  const double last_kg = end_kg(drive);
  const double last_Pa = last_kg > 0.0 ? 0.0 : drive.overpressure_Pa(0.0);
  const bool boiling_known = fluid.boiling_temperature_known(ambient_pressure_Pa);
  const double flashes = boiling_known ? flash_fraction(fluid, source.temperature_K, ambient_pressure_Pa) : 0.0;
  const double area_m2 = source.discharge_coefficient * hole_area_m2(source.hole_diameter_m);
  const auto state = [&](double above_end_kg) {
    const double driving_Pa = last_Pa + drive.gain_Pa(last_kg, above_end_kg);
    return VesselState{area_m2 * liquid_flux_kg_m2_s(drive.density_kg_m3, driving_Pa),
                       drive.gas_pressure_Pa(last_kg + above_end_kg), source.temperature_K, flashes};
  };
  ReleaseHistory history =
      deplete({below_kg + drive.start_kg, below_kg + last_kg, state, source.stop_after_s, source.also_at_s});
  add_warnings(history, source, fluid, flashes);
  if (!boiling_known) history.warn("flash_unknown");
  return history;
}

}  // namespace sise
