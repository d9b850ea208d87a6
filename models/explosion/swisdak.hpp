// Swisdak's simplified Kingery airblast coefficients for a hemispherical surface burst of TNT.
#pragma once
#include "models/explosion/blast_quantity.hpp"
#include "models/explosion/log_polynomial.hpp"

namespace sise {

/// The fit of one quantity; null for one that the paper does not give (dynamic pressure).
/// Source: M. M. Swisdak, Simplified Kingery airblast calculations, 26th DoD Explosives Safety Seminar, 1994, metric
/// table. Validity: Z 0.2-198.5 (overpressure), 0.2-158.7 (impulse), 0.2-40 (all others). Confidence: seen; 14 rows of
/// the published table reproduce within 0.17 %. The ground factor is in the curve.
[[nodiscard]] const LogPolynomial* swisdak_fit(BlastQuantity quantity);

}  // namespace sise
