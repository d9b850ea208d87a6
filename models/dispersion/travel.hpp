// How far the wind has carried a cloud.
#pragma once
#include <vector>

#include "models/dispersion/gaussian_plume.hpp"

namespace sise {

/// Distance travelled s against time: ds/dt = u(s), u the transport wind of a plume at distance s, so that puffs sent
/// one after another make that plume. A wind that is the same everywhere gives s = u t. Else the time to each of many
/// distances is integrated once (Simpson) and cubic Hermite interpolation between them is good to 1e-9.
class Travel {
 public:
  /// `wind`: as the plume was made with. In calm air s = u t with the wind as given.
  Travel(const GaussianPlume& plume, TransportWind wind);

  /// When something is how far, and how fast it is there.
  struct Station {
    double distance_m = 0.0;
    double time_s = 0.0;
    double speed_m_s = 0.0;
  };
  /// Of something whose way is known at two stations or more, rising in distance and time.
  explicit Travel(const std::vector<Station>& way);

  [[nodiscard]] double distance_m(double time_s) const;
  /// Not finite without any wind.
  [[nodiscard]] double time_s(double distance_m) const;
  [[nodiscard]] double speed_m_s(double distance_m) const;

 private:
  double speed_m_s_ = 0.0;            ///< at the first distance, and everywhere if there is no table
  std::vector<double> distance_m_;    ///< rising; empty: the same wind everywhere
  std::vector<double> time_s_;        ///< to each distance
  std::vector<double> slowness_s_m_;  ///< 1/u at each distance
};

}  // namespace sise
