#include "core/effects/effect.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

namespace sise {

double Effect::value(double x_m, double y_m) const {
  double value = 0.0;
  values({&x_m, 1}, {&y_m, 1}, {&value, 1});
  return value;
}

namespace {

constexpr double kNearest_m = 0.1;
constexpr double kSettled_m = 1e-6;
constexpr double kFineRatio = 1.02;
constexpr double kCoarseRatio = 1.2;

/// Places at one distance from the source, evenly from +x round to -x.
class Places {
 public:
  explicit Places(std::size_t directions) : x_(directions), y_(directions), values_(directions) {}

  bool reach(const Effect& effect, double r_m, double least) {
    const double step = std::numbers::pi / static_cast<double>(std::max<std::size_t>(x_.size(), 2) - 1);
    for (std::size_t i = 0; i < x_.size(); ++i) {
      x_[i] = r_m * std::cos(static_cast<double>(i) * step);
      y_[i] = r_m * std::sin(static_cast<double>(i) * step);
    }
    effect.values(x_, y_, values_);
    return std::any_of(values_.begin(), values_.end(), [least](double value) { return value >= least; });
  }

 private:
  std::vector<double> x_, y_, values_;
};

/// Going inwards from `outer_m` by a ratio, the first distance with the value; 0: none down to `inner_m`.
double first_inwards(const Effect& effect, double least, Places& places, double outer_m, double inner_m, double ratio) {
  for (double r_m = outer_m; r_m > inner_m; r_m /= ratio) {
    if (places.reach(effect, r_m, least)) return r_m;
  }
  return 0.0;
}

}  // namespace

std::optional<double> farthest_m(const Effect& effect, double least) {
  Places ahead(1);
  Places around(effect.axis() == EffectAxis::round ? 1 : 25);
  double above = std::max(kNearest_m, first_inwards(effect, least, ahead, farthest_effect_m, kNearest_m, kFineRatio));
  const double coarse = first_inwards(effect, least, around, farthest_effect_m, above, kCoarseRatio);
  if (coarse > 0.0) {
    above = first_inwards(effect, least, around, std::min(coarse * kCoarseRatio, farthest_effect_m), above, kFineRatio);
  }
  if (above <= kNearest_m) return std::nullopt;
  double below = above * kFineRatio;
  while (below - above > kSettled_m) {
    const double middle = 0.5 * (above + below);
    (around.reach(effect, middle, least) ? above : below) = middle;
  }
  return above;
}

}  // namespace sise
