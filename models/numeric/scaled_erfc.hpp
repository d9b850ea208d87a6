// The complementary error function as a polynomial, for vector code: the terms alone.
#pragma once
#include <array>

namespace sise {

/// (1 + 2y) e^(y²) erfc(y) for y >= 0 by rising powers of (y − 3)/(y + 3), the form of M. M. Shepherd and J. G. Laframboise,
/// Mathematics of Computation 36 (1981) 249, fitted at the Chebyshev points of degree 13: relative error below 3e-10.
inline constexpr std::array<double, 14> kScaledErfcTerms{
    1.2530080582517187,    -0.13562110588976622,   -0.04756229257837116,    0.12964513564841212,
    -0.11927369264654682,  0.0683083996935871,     -0.023770329148705468,   0.0025271155170543125,
    0.0018881023955777158, -0.0007731099321698512, -0.00010412154049634278, 0.00011462995126570213,
    3.858826606314583e-06, -1.1481639652239598e-05};

}  // namespace sise
