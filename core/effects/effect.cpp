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

/// Places on a half circle around the source, from +x to -x; one is enough for a round effect.
class HalfCircle {
 public:
  explicit HalfCircle(EffectAxis axis) : directions_(axis == EffectAxis::round ? 1 : 25) {
    x_.resize(directions_);
    y_.resize(directions_);
    values_.resize(directions_);
  }

  bool reaches(const Effect& effect, double r_m, double least) {
    for (std::size_t i = 0; i < directions_; ++i) {
      const double angle = std::numbers::pi * static_cast<double>(i) / 24.0;
      x_[i] = r_m * std::cos(angle);
      y_[i] = r_m * std::sin(angle);
    }
    effect.values(x_, y_, values_);
    return std::any_of(values_.begin(), values_.end(), [least](double value) { return value >= least; });
  }

 private:
  std::size_t directions_;
  std::vector<double> x_, y_, values_;
};

}  // namespace

std::optional<double> farthest_m(const Effect& effect, double least) {
  constexpr double kNearest_m = 0.1;
  constexpr double kRatio = 1.02;
  constexpr double kSettled_m = 0.01;
  HalfCircle places(effect.axis());
  double below = farthest_effect_m;
  if (places.reaches(effect, below, least)) return below;
  double above = below / kRatio;
  while (above > kNearest_m && !places.reaches(effect, above, least)) {
    below = above;
    above /= kRatio;
  }
  if (above <= kNearest_m) return std::nullopt;
  while (below - above > kSettled_m) {
    const double middle = 0.5 * (above + below);
    (places.reaches(effect, middle, least) ? above : below) = middle;
  }
  return above;
}

}  // namespace sise
