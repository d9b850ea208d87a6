#include "models/release/release_checks.hpp"

#include <fmt/core.h>

#include <optional>

#include "models/base/error.hpp"
#include "models/base/parameter_range.hpp"

namespace sise {
namespace {

constexpr double kRounded = 0.01;

/// nullopt: unknown, or the substance is above its critical point.
std::optional<double> vapour_pressure_Pa(const Fluid& fluid, double temperature_K) {
  const VapourPressure& curve = fluid.vapour_pressure();
  const std::optional<double> critical_K = fluid.critical_temperature_K();
  if (!curve.known() || !curve.covers(temperature_K) || (critical_K && temperature_K > *critical_K)) return {};
  return curve.at(temperature_K);
}

}  // namespace

void require_fluid(const Fluid& fluid, double temperature_K) {
  require_positive("temperature_K", temperature_K);
  if (!fluid.melting_point_K() || temperature_K >= *fluid.melting_point_K()) return;
  throw ModelError(
      "below_melting",
      {fmt::format("{} is solid at {} K: it melts at {} K", fluid.name().en, temperature_K, *fluid.melting_point_K()),
       fmt::format("{} 在 {} K 时为固态: 熔点 {} K", fluid.name().zh, temperature_K, *fluid.melting_point_K())},
      {}, {"State the temperature of the liquid or gas in kelvin", "请以开尔文给出液体或气体的温度"});
}

void require_below_critical(const Fluid& fluid, double temperature_K) {
  if (!fluid.critical_temperature_K() || temperature_K < *fluid.critical_temperature_K()) return;
  throw ModelError("above_critical",
                   {fmt::format("{} at {} K is no liquid: its critical temperature is {} K", fluid.name().en,
                                temperature_K, *fluid.critical_temperature_K()),
                    fmt::format("{} 在 {} K 时不是液体: 临界温度为 {} K", fluid.name().zh, temperature_K,
                                *fluid.critical_temperature_K())},
                   {}, {"Treat it as a gas: model 'vessel_gas'", "请按气体计算: 模型 'vessel_gas'"});
}

void require_no_boiling(const Fluid& fluid, double temperature_K, double pressure_Pa) {
  const std::optional<double> saturation_Pa = vapour_pressure_Pa(fluid, temperature_K);
  if (!saturation_Pa || pressure_Pa >= (1.0 - kRounded) * *saturation_Pa) return;
  throw ModelError("below_vapour_pressure",
                   {fmt::format("{} at {} K has a vapour pressure of {:.4g} Pa: under {:.4g} Pa it boils in the vessel",
                                fluid.name().en, temperature_K, *saturation_Pa, pressure_Pa),
                    fmt::format("{} 在 {} K 时蒸气压为 {:.4g} Pa: 压力 {:.4g} Pa 下在容器内沸腾", fluid.name().zh,
                                temperature_K, *saturation_Pa, pressure_Pa)},
                   {},
                   {"Use model 'vessel_two_phase'; for a gas 'vessel_gas'; or state the absolute pressure of a liquid "
                    "under a padding",
                    "请改用模型 'vessel_two_phase', 气体用 'vessel_gas'; 或给出加压液体的绝对压力"});
}

void require_gas(const Fluid& fluid, double temperature_K, double pressure_Pa) {
  const std::optional<double> saturation_Pa = vapour_pressure_Pa(fluid, temperature_K);
  if (!saturation_Pa || pressure_Pa <= (1.0 + kRounded) * *saturation_Pa) return;
  throw ModelError("above_vapour_pressure",
                   {fmt::format("{} at {} K is no gas under {:.4g} Pa: it condenses at {:.4g} Pa", fluid.name().en,
                                temperature_K, pressure_Pa, *saturation_Pa),
                    fmt::format("{} 在 {} K, {:.4g} Pa 下不是气体: 压力高于 {:.4g} Pa 即液化", fluid.name().zh,
                                temperature_K, pressure_Pa, *saturation_Pa)},
                   {},
                   {"Use model 'vessel_two_phase', or 'vessel_liquid' for a cold liquid",
                    "请改用模型 'vessel_two_phase', 低温液体用 'vessel_liquid'"});
}

void require_no_flash(const Fluid& fluid, double temperature_K, double ambient_pressure_Pa) {
  constexpr double kRounded_K = 0.5;
  const double boiling_K = fluid.boiling_temperature_K(ambient_pressure_Pa);
  if (temperature_K <= boiling_K + kRounded_K) return;
  throw ModelError(
      "flashes_before_it_lies",
      {fmt::format("{} at {} K boils at {:.2f} K: a part of the spill flashes before it lies on the ground",
                   fluid.name().en, temperature_K, boiling_K),
       fmt::format("{} 温度 {} K, 沸点 {:.2f} K: 泄漏液体落地前已有部分闪蒸", fluid.name().zh, temperature_K,
                   boiling_K)},
      {},
      {fmt::format("Take flash_fraction and airborne_fraction from model 'vessel_two_phase' and give the "
                   "pool the rest at {:.2f} K",
                   boiling_K),
       fmt::format("请由模型 'vessel_two_phase' 得到 flash_fraction 与 airborne_fraction, 其余液体以 "
                   "{:.2f} K 计入液池",
                   boiling_K)});
}

void require_overpressure(double pressure_Pa, double ambient_pressure_Pa) {
  if (pressure_Pa > ambient_pressure_Pa) return;
  throw ModelError("no_overpressure",
                   {fmt::format("nothing flows out: the pressure {} Pa (absolute) is not above the ambient {} Pa",
                                pressure_Pa, ambient_pressure_Pa),
                    fmt::format("不会泄漏: 绝对压力 {} Pa 不高于环境压力 {} Pa", pressure_Pa, ambient_pressure_Pa)},
                   {}, {"State the absolute pressure, not the gauge pressure", "请给出绝对压力, 而不是表压"});
}

void require_content_fits(double inventory_kg, double liquid_m3, double vessel_m3) {
  if (liquid_m3 < vessel_m3) return;
  throw ModelError("inventory_exceeds_volume",
                   {fmt::format("{} kg are {:.4g} m3 of liquid, which does not fit into a vessel of {} m3",
                                inventory_kg, liquid_m3, vessel_m3),
                    fmt::format("{} kg 液体体积为 {:.4g} m3, 超过容器容积 {} m3", inventory_kg, liquid_m3, vessel_m3)},
                   {}, {"Check inventory and volume", "请核对存量与容积"});
}

}  // namespace sise
