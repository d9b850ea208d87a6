// How well predictions meet observations.
#pragma once
#include <cstddef>
#include <vector>

namespace sise::field {

struct Pair {
  double observed = 0.0;
  double predicted = 0.0;
};

/// Chang and Hanna 2004. FB > 0 and MG > 1: the model predicts too little.
struct Performance {
  std::size_t count = 0;
  double fac2 = 0.0;  ///< share of pairs with 0.5 <= predicted/observed <= 2
  double fb = 0.0;    ///< fractional bias 2 (mean o - mean p)/(mean o + mean p)
  double nmse = 0.0;  ///< mean (o - p)^2/(mean o mean p)
  double mg = 0.0;    ///< geometric mean bias exp(mean ln o/p)
  double vg = 0.0;    ///< geometric variance exp(mean (ln o/p)^2)
};

/// Pairs with an observation of zero are left out of everything. In MG and VG alone both values count at least `floor`,
/// so that what is next to nothing in both does not outweigh the rest; 0: no floor. NaN throughout for no pairs.
[[nodiscard]] Performance performance(const std::vector<Pair>& pairs, double floor = 0.0);

}  // namespace sise::field
