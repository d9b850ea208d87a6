// Kinney and Graham's closed forms for TNT in free air.
#pragma once

namespace sise {

/// Side-on overpressure in Pa at scaled distance z in m/kg^(1/3):
/// 808 p0 [1+(z/4.5)^2] / (sqrt[1+(z/0.048)^2] sqrt[1+(z/0.32)^2] sqrt[1+(z/1.35)^2]).
/// Source: G. F. Kinney and K. J. Graham, Explosive Shocks in Air, 2nd ed., 1985. 808 is free air; the 1616 that some
/// textbooks print is the doubled pressure of a surface burst. No printed validity is known; beyond z of about 30 it
/// falls like 1/z and lies above measured curves. Confidence: seen.
[[nodiscard]] double kinney_graham_overpressure_pa(double z);

/// Duration of the positive phase per cube root of the charge, s/kg^(1/3). Same source. Confidence: recalled.
[[nodiscard]] double kinney_graham_duration_s(double z);

/// Side-on impulse per cube root of the charge, Pa s/kg^(1/3). Same source. Confidence: recalled.
[[nodiscard]] double kinney_graham_impulse_pa_s(double z);

}  // namespace sise
