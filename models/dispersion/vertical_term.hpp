// The vertical term of the plume under a lid, for one point, in two forms that must agree.
#pragma once

namespace sise {

/// V = sum over n of exp(-(2 n lid + h - z)^2/(2 sigma_z^2)) + exp(-(2 n lid + h + z)^2/(2 sigma_z^2)), n from minus to
/// plus infinity, to double precision (ISC3 vol. II, section 1.1.6). Many terms for sigma_z far above the lid.
[[nodiscard]] double vertical_term_images(double sigma_z_m, double height_m, double lid_m, double z_m);

/// The same by Poisson's summation: sqrt(2 pi) r (1 + 2 sum over n >= 1 of cos(n pi z/lid) cos(n pi h/lid)
/// exp(-(n pi r)^2/2)), r = sigma_z/lid. Many terms, and cancellation, for sigma_z far below the lid.
[[nodiscard]] double vertical_term_cosines(double sigma_z_m, double height_m, double lid_m, double z_m);

}  // namespace sise
