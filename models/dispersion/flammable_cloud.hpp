// The part of a steady plume that can burn: between the lower and the upper flammable limit.
#pragma once
#include <optional>
#include <vector>

#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// Source: the definition itself, integral of C over the region LFL <= C <= UFL (CCPS, CPQRA 2nd ed. 2000, section
/// 2.2.2; CPR 14E 1997, chapter 4). Checked against the closed form for a release on the ground and against a
/// brute-force grid. A vapour cloud explodes where that mass is: at its centroid, downwind of the source.
///
/// The averaging time of the plume must suit the limit (flash_fire.hpp): this function does not know which limit it is
/// given.
struct FlammableCloud {
  double lfl_reach_m = 0.0;        ///< farthest distance with the lower limit, at whatever height the plume is richest
  double ufl_reach_m = 0.0;        ///< farthest distance with the upper limit; 0: nowhere
  double mass_kg = 0.0;            ///< between the limits
  double mass_above_lfl_kg = 0.0;  ///< with what is too rich to burn
  double centroid_m = 0.0;         ///< downwind, of mass_kg
  GaussianPlume plume;
  double lfl_kg_m3 = 0.0;

  /// Half the width of the envelope at distance x and height z >= 0; 0 outside.
  [[nodiscard]] double half_width_m(double x_m, double z_m = 0.0) const;
};

/// A plume with its richest concentration along the wind: found once, for many pairs of limits.
class FlammablePlume {
 public:
  /// Throws ModelError for calm air (below 0.5 m/s).
  explicit FlammablePlume(const GaussianPlume& plume);

  /// As flammable_cloud().
  [[nodiscard]] std::optional<FlammableCloud> between(double lfl_kg_m3, double ufl_kg_m3) const;

 private:
  [[nodiscard]] double reach_m(double level_kg_m3) const;

  GaussianPlume plume_;
  std::vector<double> x_m_;
  std::vector<double> peaks_kg_m3_;
};

/// nullopt: the plume is nowhere as rich as the lower limit. Accurate to 1e-5. Throws ModelError unless
/// 0 < lfl < ufl, for calm air (below 0.5 m/s) and for a cloud that is still flammable at 1000 km.
[[nodiscard]] std::optional<FlammableCloud> flammable_cloud(const GaussianPlume& plume, double lfl_kg_m3,
                                                            double ufl_kg_m3);

}  // namespace sise
