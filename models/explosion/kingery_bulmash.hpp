// The Kingery and Bulmash polynomials of 1984 for TNT, surface burst and free air.
#pragma once
#include "models/explosion/blast_quantity.hpp"
#include "models/explosion/log_polynomial.hpp"

namespace sise {

/// The fit of one quantity for a hemispherical charge on the ground; null for dynamic pressure and shock speed, which
/// follow from the shock relations. Source: C. N. Kingery and G. Bulmash, ARBRL-TR-02555, 1984, metric constants as
/// used by ConWep. Validity: Z 0.0674-40, duration from 0.178. Confidence: seen, three public transcriptions
/// reconciled by continuity and by the acoustic limit Pr/Ps = 2. The ground factor is in the curve.
[[nodiscard]] const LogPolynomial* kingery_bulmash_surface_fit(BlastQuantity quantity);

/// The same for a spherical charge in free air. Validity: Z 0.0531-40, duration from 0.147. Confidence: seen.
[[nodiscard]] const LogPolynomial* kingery_bulmash_air_fit(BlastQuantity quantity);

}  // namespace sise
