// A vapour cloud told as TNT: the share of its heat that becomes blast.
#pragma once
#include <optional>
#include <string_view>

#include "models/explosion/blast_curve.hpp"

namespace sise {

enum class CloudEquivalency {
  european,  ///< 3 % of the heat, TNT at 4.686 MJ/kg, a curve of charges on the ground
  chinese,   ///< 4 % of the heat, TNT at 4.52 MJ/kg, times 1.8 for the ground, a free-air curve
};

[[nodiscard]] std::optional<CloudEquivalency> cloud_equivalency_from(std::string_view name);

/// What a practice takes where nothing else is stated.
struct CloudPractice {
  double efficiency;       ///< share of the heat
  double tnt_energy_J_kg;  ///< of a kilogram of TNT
  double ground_factor;    ///< 1 where the curve has it
  BlastCurve curve;
};

/// Sources: CCPS, CPQRA 2nd ed. 2000, section 2.2.1 (0.01 to 0.1, 0.03 typical; hemispherical curve); Chinese risk
/// assessment practice, W = 1.8 x 0.04 m Q / 4520. Confidence: seen.
[[nodiscard]] const CloudPractice& practice_of(CloudEquivalency equivalency);

/// Efficiencies that have been derived from accidents; outside, the number carries a warning. CPR 14E: 0.02 to 0.2, CCPS
/// 0.01 to 0.1.
constexpr double kLeastEfficiency = 0.01;
constexpr double kMostEfficiency = 0.2;

/// W = efficiency m Hc / E_TNT, kg, without a ground factor. Throws ModelError unless mass, heat and energy are positive and
/// the efficiency is above 0, at most 1.
[[nodiscard]] double cloud_tnt_kg(double flammable_mass_kg, double heat_of_combustion_J_kg, double efficiency,
                                  double tnt_energy_J_kg);

}  // namespace sise
