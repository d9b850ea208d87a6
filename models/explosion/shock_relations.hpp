// What a shock front of known side-on overpressure is in ideal air: Rankine and Hugoniot.
#pragma once

namespace sise {

/// The atmosphere at sea level in which the blast curves were measured.
constexpr double kStandardPressure_pa = 101325.0;
constexpr double kStandardSoundSpeed_m_s = 340.29;

/// Above this side-on pressure air no longer behaves as an ideal gas: the reflected pressure from the relation falls
/// more than 5 % below Kingery and Bulmash's own fit.
constexpr double kIdealShockLimit_pa = 2.5e6;

/// Peak pressure on a wall facing the shock, ratio of specific heats 1.4: 2 p (7 p0 + 4 p)/(7 p0 + p).
[[nodiscard]] double shock_reflected_pa(double overpressure_pa);

/// Peak dynamic pressure behind the front: 2.5 p^2/(7 p0 + p).
[[nodiscard]] double shock_dynamic_pressure_pa(double overpressure_pa);

/// Speed of the front: a0 sqrt(1 + 6 p/(7 p0)).
[[nodiscard]] double shock_speed_m_s(double overpressure_pa);

}  // namespace sise
