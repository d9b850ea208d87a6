// Blast of a condensed explosive, by its TNT equivalent: scaled distance and a named curve.
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "models/explosion/blast_curve.hpp"
#include "models/explosion/blast_distance.hpp"
#include "models/explosion/blast_quantity.hpp"

namespace sise {

/// Everything a curve says at one place; NaN where the curve does not give the quantity or its fit has ended.
struct BlastValue {
  double overpressure_pa = 0.0;
  double reflected_overpressure_pa = 0.0;
  double dynamic_pressure_pa = 0.0;
  double impulse_pa_s = 0.0;
  double reflected_impulse_pa_s = 0.0;
  double arrival_s = 0.0;
  double duration_s = 0.0;
  double shock_speed_m_s = 0.0;
};

/// The charge that enters the scaled distance. The ground factor (1.8 to 2 for a charge on the ground) multiplies the
/// charge once, and only for a free-air curve; throws ModelError for a charge that is not positive, a factor outside
/// 1-2, or a factor on a surface-burst curve, which has it already.
[[nodiscard]] double effective_tnt_kg(BlastCurve curve, double tnt_kg, double ground_factor);

/// Z = r / W^(1/3), m/kg^(1/3).
[[nodiscard]] double scaled_distance(double tnt_kg, double r_m);

/// Radius of the charge itself, nearer than which no curve says anything: a sphere of TNT at 1600 kg/m3, for a curve of
/// charges on the ground a hemisphere (0.0530 and 0.0668 m/kg^(1/3): where Kingery and Bulmash's fits begin).
[[nodiscard]] double charge_radius_m(BlastCurve curve, double tnt_kg);

/// Side-on peak overpressure in Pa at distance r from a charge of TNT; NaN outside the curve's fit.
/// tnt_kg and r_m must be positive.
[[nodiscard]] double overpressure_pa(BlastCurve curve, double tnt_kg, double r_m);

/// The same for many distances at once, each equal to the byte to overpressure_pa(). Both spans have one length.
void overpressures_pa(BlastCurve curve, double tnt_kg, std::span<const double> r_m, std::span<double> out_pa);

[[nodiscard]] BlastValue blast_value(BlastCurve curve, double tnt_kg, double r_m);

/// One quantity alone; NaN where the curve does not give it or its fit has ended.
[[nodiscard]] double blast_quantity(BlastCurve curve, BlastQuantity quantity, double tnt_kg, double r_m);

/// The outermost distance where the curve takes the value (see ScaledDistances).
[[nodiscard]] BlastDistance distance_to(BlastCurve curve, BlastQuantity quantity, double tnt_kg, double value);

/// Outermost distance with this side-on overpressure; nullopt: not reached, or outside the fit.
[[nodiscard]] std::optional<double> distance_to_overpressure_m(BlastCurve curve, double tnt_kg, double overpressure_pa);

/// Codes that a decision resting on the values must carry: "outside_range_of_use" beyond the curve's stated range,
/// "ideal_gas_shock" where a value comes from the shock relations for air too strongly compressed to be ideal.
[[nodiscard]] std::vector<std::string> blast_warnings(BlastCurve curve, double tnt_kg, double r_m);

}  // namespace sise
