#include "benchmarks/field/performance.hpp"

#include <cmath>

namespace sise::field {
namespace {

struct Sums {
  double count = 0.0;
  double observed = 0.0;
  double predicted = 0.0;
  double squares = 0.0;  // of o - p
  double within_two = 0.0;
  double log_ratio = 0.0;
  double log_ratio_squared = 0.0;
};

void add(Sums& sums, const Pair& pair, double floor) {
  const double apart = pair.observed - pair.predicted;
  const bool within = pair.predicted >= 0.5 * pair.observed && pair.predicted <= 2.0 * pair.observed;
  const double ratio = std::log(std::fmax(pair.observed, floor) / std::fmax(pair.predicted, floor));
  sums.count += 1.0;
  sums.observed += pair.observed;
  sums.predicted += pair.predicted;
  sums.squares += apart * apart;
  sums.within_two += within ? 1.0 : 0.0;
  sums.log_ratio += ratio;
  sums.log_ratio_squared += ratio * ratio;
}

}  // namespace

Performance performance(const std::vector<Pair>& pairs, double floor) {
  Sums sums;
  for (const Pair& pair : pairs) {
    if (pair.observed > 0.0) add(sums, pair, floor);
  }
  Performance result;
  result.count = static_cast<std::size_t>(sums.count);
  result.fac2 = sums.within_two / sums.count;
  result.fb = 2.0 * (sums.observed - sums.predicted) / (sums.observed + sums.predicted);
  result.nmse = sums.squares * sums.count / (sums.observed * sums.predicted);
  result.mg = std::exp(sums.log_ratio / sums.count);
  result.vg = std::exp(sums.log_ratio_squared / sums.count);
  return result;
}

}  // namespace sise::field
