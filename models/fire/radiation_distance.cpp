#include "models/fire/radiation_distance.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sise {

std::optional<double> farthest_radiation_m(const Function1& radiation_w_m2, double nearest_m, double size_m,
                                           double value_w_m2) {
  constexpr std::size_t kSamples = 300;
  constexpr double kFarthest_m = 1e7;
  constexpr double kSizesToTheMaximum = 8.0;  // a wall receives most within about the flame's height
  const double nearest = std::max(nearest_m, 1e-3);
  double far = nearest + kSizesToTheMaximum * size_m;
  while (radiation_w_m2(far) >= value_w_m2 && far < kFarthest_m) far *= 2.0;
  const std::vector<double> distances = log_spaced(nearest, far, kSamples);
  std::vector<double> values;
  values.reserve(distances.size());
  for (const double r_m : distances) values.push_back(radiation_w_m2(r_m));
  return outermost_crossing(radiation_w_m2, distances, values, value_w_m2);
}

}  // namespace sise
