// One cloud of gas in the air: a Gaussian in all three directions, round as seen from above.
#pragma once
#include <optional>

namespace sise {

/// Where a puff is and how wide. East and north count from the place of the release.
struct Puff {
  double mass_kg = 0.0;
  double east_m = 0.0;
  double north_m = 0.0;
  double sigma_m = 0.0;     ///< horizontal, the same along and across the wind
  double sigma_z_m = 0.0;   ///< vertical
  double released_s = 0.0;  ///< of a row of puffs: the middle of the time that it stands for
};

/// The air between the ground and the lid that a puff is reflected in.
struct PuffColumn {
  double height_m = 0.0;          ///< of the release above ground
  std::optional<double> lid_m{};  ///< mixing height; none: no lid
};

/// m/((2 pi)^(3/2) sigma^2 sigma_z) V(z) in kg/m3: the concentration right above or below the puff's centre, with
/// V the reflection in ground and lid (vertical_term.hpp). Zero above the lid; NaN for z below ground.
[[nodiscard]] double puff_axis_kg_m3(const Puff& puff, const PuffColumn& column, double z_m);

/// puff_axis_kg_m3 times exp(-r^2/(2 sigma^2)), r the horizontal distance of the place from the puff's centre. The
/// integral over all places between ground and lid is the mass.
[[nodiscard]] double puff_kg_m3(const Puff& puff, const PuffColumn& column, double east_m, double north_m, double z_m);

}  // namespace sise
