// How fast the wind carries vapour off a pool.
#pragma once
#include <optional>
#include <string_view>

#include "models/atmosphere/stability.hpp"

namespace sise {

enum class PoolMethod {
  hj169,           ///< HJ 169-2018 F.11 (heat from the ground) and F.12 (wind)
  mackay_matsugu,  ///< MacKay and Matsugu 1973 in the Yellow Book's form, with heat from the air by analogy
};

[[nodiscard]] std::optional<PoolMethod> pool_method_from(std::string_view name);

struct PoolAir {
  double wind_speed_m_s = 0.0;  ///< at 10 m
  Stability stability = Stability::D;
  double temperature_K = 293.15;
  double pressure_Pa = 101325.0;
};

/// The constants of HJ 169-2018 F.12: n and alpha by stability; confidence: seen in implementations that quote it.
/// The standard has no class C: D's constants stand in. Half classes take those of the more stable half, B-C and C-D
/// D's.
struct EvaporationConstants {
  double n = 0.0;
  double alpha = 0.0;
  bool borrowed = false;  ///< of class C: D's
};
[[nodiscard]] EvaporationConstants evaporation_constants(Stability stability);

/// kg/s: alpha p M/(R T0) u^((2-n)/(2+n)) r^((4+n)/(2+n)), T0 the air's temperature. HJ 169-2018 F.12.
[[nodiscard]] double hj169_evaporation_kg_s(const PoolAir& air, double molar_mass_kg_mol, double vapour_pressure_Pa,
                                            double radius_m);

/// Mass transfer coefficient, m/s: 0.004786 u^0.78 (2r)^-0.11 Sc^-0.67, Sc = 0.8. CPR 14E (Yellow Book) 1997, 3.24;
/// MacKay and Matsugu 1973 (0.0292 in metres and hours). Confidence: recalled, both forms agree to 1 %.
[[nodiscard]] double mackay_matsugu_m_s(double wind_speed_m_s, double radius_m);

/// kg/s: k p M/(R T0) times the area.
[[nodiscard]] double mackay_matsugu_evaporation_kg_s(const PoolAir& air, double molar_mass_kg_mol,
                                                     double vapour_pressure_Pa, double radius_m);

/// Heat from the wind per area and kelvin, W/(m2 K): k rho cp (Sc/Pr)^(2/3) of dry air (Chilton and Colburn 1934).
[[nodiscard]] double air_heat_transfer_W_m2K(const PoolAir& air, double radius_m);

}  // namespace sise
