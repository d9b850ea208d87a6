#include "models/release/release_checks.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/base/error.hpp"

namespace sise {

void require_range(bool holds, const char* name, double value, const Text& allowed) {
  if (holds) return;
  throw ModelError("parameter_out_of_range", {fmt::format("{} must be {}, here {}", name, allowed.en, value),
                                              fmt::format("{} 必须{}, 当前值 {}", name, allowed.zh, value)});
}

void require_positive(const char* name, double value) {
  require_range(value > 0.0 && std::isfinite(value), name, value, {"a positive number", "为正数"});
}

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
