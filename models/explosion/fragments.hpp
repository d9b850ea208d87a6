// What flies when a vessel bursts: how many pieces, how fast, how far.
#pragma once

namespace sise {

/// Number of fragments of a burst vessel, N = -3.77 + 0.0096 V. Source: Holden and Reeves as quoted in CPQRA 2000,
/// section 2.2.3. Confidence: seen. Validity: 700 to 2500 m3; NaN outside.
[[nodiscard]] double fragment_count(double volume_m3);

enum class VesselShape { sphere, cylinder };

/// Speed of equal fragments in m/s by Baker's fit: u = a0 exp(a ln Ps + b) with Ps = (p - p0) V / (M a0^2), M the mass of
/// the vessel and a0 the speed of sound in the gas. The fit's factor K is for the unequal parts of a cylinder that breaks
/// in two; equal pieces have K = 1. Against the equation of motion behind the fit (gas that drives the pieces while it
/// leaves between them, test) two halves of a sphere and ten pieces agree within 15 %. Source: W. E. Baker et al.,
/// Explosion Hazards and Evaluation, 1983; W. E. Baker, J. J. Kulesz et al., NASA CR-3023, 1978. Confidence: seen for two
/// and ten pieces, the only counts answered; NaN for others.
[[nodiscard]] double baker_fragment_speed_m_s(VesselShape shape, int count, double overpressure_pa, double volume_m3,
                                              double vessel_mass_kg, double gas_sound_speed_m_s);

/// Farthest a body flies without air: u^2/g. An upper bound.
[[nodiscard]] double vacuum_range_m(double speed_m_s);

/// The same for a launch at an angle above the horizon: u^2/g sin(2 angle).
[[nodiscard]] double flight_range_m(double speed_m_s, double launch_angle_deg);

/// Empirical range of the fragments of an LPG vessel: 90 M^(1/3) for vessels below 5 m3, 465 M^0.10 for larger ones,
/// M the mass of LPG. Source: Birk 1996. Confidence: recalled.
[[nodiscard]] double lpg_fragment_range_m(double lpg_mass_kg, double vessel_volume_m3);

}  // namespace sise
