#include "models/release/vessel_two_phase.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"
#include "models/numeric/roots.hpp"
#include "models/release/boiling_path.hpp"
#include "models/release/depletion.hpp"
#include "models/release/flash.hpp"
#include "models/release/orifice.hpp"
#include "models/release/release_checks.hpp"
#include "models/release/vessel_gas.hpp"

namespace sise {
namespace {

constexpr double kSpent_Pa = 10.0;

void check(const TwoPhaseVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa) {
  require_hole(source.hole_diameter_m, source.discharge_coefficient);
  require_positive("pressure_Pa", source.pressure_Pa);
  require_positive("inventory_kg", source.inventory_kg);
  require_positive("volume_m3", source.volume_m3);
  require_positive("ambient_pressure_Pa", ambient_pressure_Pa);
  require_range(source.pipe_length_m >= 0.0, "pipe_length_m", source.pipe_length_m, {"at least 0", "不小于 0"});
  require_fluid(fluid, source.temperature_K);
  require_below_critical(fluid, source.temperature_K);
  require_overpressure(source.pressure_Pa, ambient_pressure_Pa + kSpent_Pa);
  require_hole_fits(source.hole_diameter_m, source.volume_m3);
  const double liquid_m3 = source.inventory_kg / fluid.liquid_density_kg_m3(source.temperature_K);
  require_content_fits(source.inventory_kg, liquid_m3, source.volume_m3);
}

double saturation_Pa(const TwoPhaseVesselSource& source, const Fluid& fluid) {
  const double own_Pa = fluid.vapour_pressure_Pa(source.temperature_K);
  constexpr double kRounding = 1e-9;
  if (source.pressure_Pa >= own_Pa * (1.0 - kRounding)) return own_Pa;
  throw ModelError("below_vapour_pressure",
                   {fmt::format("at {} K {} has a vapour pressure of {:.0f} Pa: no liquid at {} Pa",
                                source.temperature_K, fluid.name().en, own_Pa, source.pressure_Pa),
                    fmt::format("{} K 时 {} 的蒸气压为 {:.0f} Pa: {} Pa 下没有液体", source.temperature_K,
                                fluid.name().zh, own_Pa, source.pressure_Pa)},
                   {},
                   {"Check temperature and absolute pressure, or treat it as a gas: 'vessel_gas'",
                    "请核对温度与绝对压力, 或按气体计算: 'vessel_gas'"});
}

BoilingPath path_of(const TwoPhaseVesselSource& source, const Fluid& fluid, double liquid_m3, double ambient_Pa) {
  if (source.hole_in == HolePlace::liquid) {
    return BoilingPath::of_draining(fluid, source.temperature_K, liquid_m3, source.volume_m3);
  }
  const double coldest_K = fluid.boiling_temperature_K(ambient_Pa + kSpent_Pa);
  return BoilingPath::of_venting(fluid, source.temperature_K, liquid_m3, source.volume_m3, coldest_K);
}

/// The vessel on its way down, seen from outside.
class Outflow {
 public:
  Outflow(const TwoPhaseVesselSource& source, const Fluid& fluid, double ambient_pressure_Pa)
      : source_(source),
        fluid_(fluid),
        ambient_Pa_(ambient_pressure_Pa),
        padding_Pa_(std::fmax(0.0, source.pressure_Pa - saturation_Pa(source, fluid))),
        start_m3_(liquid_share_kg(source, fluid) / fluid.liquid_density_kg_m3(source.temperature_K)),
        path_(path_of(source, fluid, start_m3_, ambient_pressure_Pa)),
        area_m2_(hole_area_m2(source.hole_diameter_m)) {}

  [[nodiscard]] const BoilingPath& path() const { return path_; }

  [[nodiscard]] double pressure_Pa(const BoilingState& vessel) const {
    const double gas_growth = (source_.volume_m3 - start_m3_) / (source_.volume_m3 - vessel.liquid_m3);
    return fluid_.vapour_pressure_Pa(vessel.temperature_K) + padding_Pa_ * gas_growth;
  }

  /// What is left when the liquid is gone or the overpressure is spent.
  [[nodiscard]] double end_kg() const {
    const auto overpressure = [this](double content_kg) {
      return pressure_Pa(path_.at(content_kg)) - ambient_Pa_ - kSpent_Pa;
    };
    if (source_.hole_in == HolePlace::vapour || overpressure(path_.end_kg()) >= 0.0) return path_.end_kg();
    return brent(overpressure, path_.end_kg(), path_.start_kg());
  }

  [[nodiscard]] VesselState state(double content_kg) const {
    const BoilingState vessel = path_.at(content_kg);
    if (source_.hole_in == HolePlace::vapour) return vapour_state(vessel.temperature_K);
    const TwoPhaseUpstream upstream{pressure_Pa(vessel), vessel.temperature_K, ambient_Pa_};
    return {source_.discharge_coefficient * area_m2_ * flux_kg_m2_s(upstream), upstream.pressure_Pa,
            vessel.temperature_K, flash_fraction(fluid_, vessel.temperature_K, ambient_Pa_)};
  }

 private:
  [[nodiscard]] VesselState vapour_state(double temperature_K) const {
    const double pressure = fluid_.vapour_pressure_Pa(temperature_K);
    const double flux = gas_flux_kg_m2_s(ideal_gas_of(fluid_), pressure, temperature_K, ambient_Pa_);
    return {source_.gas_discharge_coefficient * area_m2_ * flux, pressure, temperature_K, 1.0};
  }

  [[nodiscard]] double flux_kg_m2_s(const TwoPhaseUpstream& upstream) const {
    switch (source_.flow) {
      case TwoPhaseFlow::omega:
        return omega_flux_kg_m2_s(fluid_, upstream);
      case TwoPhaseFlow::fauske:
        return fauske_flux_kg_m2_s(fluid_, upstream, source_.pipe_length_m);
      default:
        return hj169_flux_kg_m2_s(fluid_, upstream);
    }
  }

  const TwoPhaseVesselSource& source_;
  const Fluid& fluid_;
  double ambient_Pa_;
  double padding_Pa_;
  double start_m3_;
  BoilingPath path_;
  double area_m2_;
};

/// The vapour that is left when the liquid is gone. The vessel's volume is that of an ideal gas of this mass, so that
/// no mass is lost between the two models.
ReleaseHistory vapour_release(const TwoPhaseVesselSource& source, const Fluid& fluid, const ReleaseHistory& before,
                              double ambient_pressure_Pa) {
  const double temperature_K = before.steps.back().temperature_K;
  const double pressure_Pa = fluid.vapour_pressure_Pa(temperature_K);
  GasVesselSource gas{
      .hole_diameter_m = source.hole_diameter_m,
      .discharge_coefficient = source.gas_discharge_coefficient,
      .pressure_Pa = pressure_Pa,
      .temperature_K = temperature_K,
      .volume_m3 = before.remaining_kg * fluid.specific_gas_constant_J_kgK() * temperature_K / pressure_Pa};
  if (source.stop_after_s) gas.stop_after_s = *source.stop_after_s - before.duration_s;
  for (const double moment_s : source.also_at_s) {
    if (moment_s > before.duration_s) gas.also_at_s.push_back(moment_s - before.duration_s);
  }
  return gas_vessel_release(gas, fluid, ambient_pressure_Pa);
}

bool goes_on(const TwoPhaseVesselSource& source, const ReleaseHistory& history) {
  return !source.stop_after_s || history.duration_s < *source.stop_after_s;
}

}  // namespace

std::optional<HolePlace> hole_place_from(std::string_view name) {
  if (name == "liquid") return HolePlace::liquid;
  if (name == "vapour") return HolePlace::vapour;
  return std::nullopt;
}

double liquid_share_kg(const TwoPhaseVesselSource& source, const Fluid& fluid) {
  const double vapour_kg_m3 =
      fluid.vapour_density_kg_m3(source.temperature_K, fluid.vapour_pressure_Pa(source.temperature_K));
  const double liquid_kg_m3 = fluid.liquid_density_kg_m3(source.temperature_K);
  const double liquid_kg =
      (source.inventory_kg - vapour_kg_m3 * source.volume_m3) / (1.0 - vapour_kg_m3 / liquid_kg_m3);
  if (liquid_kg > 0.0) return liquid_kg;
  throw ModelError("no_liquid",
                   {fmt::format("{} kg in {} m3 are all vapour at {} K", source.inventory_kg, source.volume_m3,
                                source.temperature_K),
                    fmt::format("{} K 时 {} m3 容器内的 {} kg 全为蒸气", source.temperature_K, source.volume_m3,
                                source.inventory_kg)},
                   {}, {"Treat it as a gas: model 'vessel_gas'", "请按气体计算: 模型 'vessel_gas'"});
}

ReleaseHistory two_phase_vessel_release(const TwoPhaseVesselSource& source, const Fluid& fluid,
                                        double ambient_pressure_Pa) {
  check(source, fluid, ambient_pressure_Pa);
  const Outflow outflow(source, fluid, ambient_pressure_Pa);
  const double end_kg = outflow.end_kg();
  const auto state = [&](double above_end_kg) { return outflow.state(end_kg + above_end_kg); };
  ReleaseHistory history = deplete({outflow.path().start_kg(), end_kg, state, source.stop_after_s, source.also_at_s});
  const bool dry = source.hole_in == HolePlace::liquid && end_kg == outflow.path().end_kg();
  const double last_Pa = fluid.vapour_pressure_Pa(history.steps.back().temperature_K);
  if (dry && goes_on(source, history) && last_Pa > ambient_pressure_Pa) {
    append(history, vapour_release(source, fluid, history, ambient_pressure_Pa));
  }
  const bool padded = source.pressure_Pa > 1.01 * fluid.vapour_pressure_Pa(source.temperature_K);
  if (padded && (dry || source.hole_in == HolePlace::vapour)) history.warn("padding_left_out");
  if (history.steps.front().vapour_fraction >= 1.0) history.warn("all_flashes");
  for (const std::string& code : fluid.liquid_warnings(source.temperature_K)) history.warn(code);
  return history;
}

}  // namespace sise
