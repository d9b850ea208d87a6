// How wide a plume near the ground becomes when the wind's fluctuations are known.
#pragma once
#include "models/dispersion/similarity_weather.hpp"

namespace sise {

/// sigma_y after a travel time t. The variance of the crosswind speed is shared between convective eddies, as deep as the
/// mixing layer, and mechanical ones in the proportion 0.35 w*^2 : 3.6 u*^2 (AERMOD, Cimorelli et al. 2005). In stable air up
/// to a tenth of it is meander, slower than any travel to a kilometre (known of stable nights since Hanna 1983; the tenth,
/// reached at L = 100 m, is what the odd runs of Prairie Grass show at 800 m). Convection and meander last:
///   sigma_y^2 = (sigma_v t)^2 (lasting + (1 - lasting) (1 + 78 sigma_v t/z_i)^(-0.6))
/// Convective eddies outlast the travel: the spread falls behind sigma_theta x only because the plume, as it rises, is
/// carried by a faster wind than the vane feels (Eckman 1994). Mechanical ones lose their memory with travel time as
/// Cimorelli et al. fitted it, whose z_i is the mixing height, or 2300 u*^1.5 where none is given (Venkatram 1980).
/// Confidence: recalled.
class LateralSpread {
 public:
  explicit LateralSpread(const SimilarityWeather& weather);

  [[nodiscard]] double sigma_y_m(double travel_time_s) const;
  [[nodiscard]] double crosswind_speed_deviation_m_s() const { return sigma_v_m_s_; }
  /// sigma_theta was not given: sigma_v^2 = 0.35 w*^2 + 3.6 u*^2.
  [[nodiscard]] bool estimated() const { return estimated_; }
  /// Unstable air without a mixing height: 1000 m.
  [[nodiscard]] bool mixing_height_assumed() const { return mixing_height_assumed_; }

 private:
  double sigma_v_m_s_ = 0.0;
  double lasting_share_ = 0.0;
  double mechanical_height_m_ = 0.0;
  bool estimated_ = false;
  bool mixing_height_assumed_ = false;
};

}  // namespace sise
