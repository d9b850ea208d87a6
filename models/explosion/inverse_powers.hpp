// Overpressure as a sum of inverse powers of the scaled distance: the Chinese, Russian and Czech forms and Mills'.
#pragma once

namespace sise {

/// GB 6722-2014 eq. (3): 1.1/z + 4.3/z^2 + 14/z^3 in 1e5 Pa, charge on flat ground (the ground factor is in it).
/// Unit read in the clause: seen. Coefficients: corroborated, they equal Sadovsky's with the charge doubled.
/// Range of use: z up to about 15, beyond it the distances are too long. Older editions print kgf/cm2.
[[nodiscard]] double gb6722_overpressure_pa(double z);

/// Sadovsky, free air: 0.084/z + 0.27/z^2 + 0.7/z^3 MPa, z 1-15. Confidence: recalled, corroborated by GB 6722.
[[nodiscard]] double sadovsky_overpressure_pa(double z);

/// Henrych, The Dynamics of Explosion and Its Use, 1979, free air, in bar, z 0.05-10 in three pieces. Confidence:
/// corroborated, the pieces meet at 0.3 and at 1. The book's unit is kp/cm2; the coefficients here are in bar.
[[nodiscard]] double henrych_overpressure_pa(double z);

/// Mills 1987, free air: 1772/z^3 - 114/z^2 + 108/z in kPa. Confidence: recalled. No printed validity is known: used
/// for z 1-40, where it stays within a factor of two of Kingery and Bulmash in free air.
[[nodiscard]] double mills_overpressure_pa(double z);

/// Brode, free air: p/p0 = 0.137/Zs^3 + 0.119/Zs^2 + 0.269/Zs - 0.019 with Sachs' distance Zs = r (p0/E)^(1/3), E at
/// 4.52 MJ per kilogram of TNT and p0 = 101325 Pa, so that Zs = 0.28196 z. Source: H. L. Brode, Phys. Fluids 2 (1959)
/// 217; Chinese practice solves it for 44 and 17 kPa. Confidence: seen, published distances reproduce. Brode fitted 0.1
/// to 10 bar (recalled): nearer than kBrodeNearest there is no number; beyond kBrodeFarthest the number is out of its
/// range of use, and beyond kBrodeNoPressure (Zs = 14.6) the sum is negative.
[[nodiscard]] double brode_overpressure_pa(double z);

constexpr double kBrodeNearest = 0.946;
constexpr double kBrodeFarthest = 9.92;
constexpr double kBrodeNoPressure = 51.78;

}  // namespace sise
