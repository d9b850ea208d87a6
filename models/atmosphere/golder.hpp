// Between the Obukhov length and the stability classes, over ground of a given roughness: Golder 1972.
#pragma once
#include "models/atmosphere/stability.hpp"

namespace sise {

/// 1/L in 1/m of a class over ground of roughness z0: a + b log10(z0), the fit to Golder's lines in Seinfeld and Pandis
/// 2006, eq. 16.83 (confidence: seen in implementations that quote it); 0 for D, and the mean of the neighbours for a half
/// class. Throws ModelError for z0 outside 0.001 m to 1 m: farther up the fitted lines of C, D and E cross.
[[nodiscard]] double golder_inverse_obukhov_per_m(Stability stability, double roughness_m);

/// The full class (A to F) whose line is nearest in 1/L; midway between two lines it is the one nearer to D.
/// L in m, negative when unstable; infinite is neutral. Throws ModelError for L = 0 or a NaN, and for z0 as above.
[[nodiscard]] Stability golder_stability(double obukhov_length_m, double roughness_m);

}  // namespace sise
