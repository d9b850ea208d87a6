// How far an effect reaches: the outermost place in any direction where its value is at least so much.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <span>
#include <vector>

#include "core/effects/effect.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kNearest_m = 0.1;
constexpr std::size_t kDistances = 700;  // 2 % apart
constexpr std::size_t kDirections = 25;  // from +x round to -x
constexpr double kRounding = 1e-9;

/// The value over the level, at most 2 (inside a flame it is infinite) and 0 where nothing is known: what a search for
/// its crossing of 1 wants.
class Excess {
 public:
  Excess(const Effect& effect, double least) : effect_(effect), least_(least) {}

  [[nodiscard]] double at(double r_m, double direction) const {
    return bounded(effect_.value(r_m * std::cos(direction), r_m * std::sin(direction)));
  }

  /// At many distances in one direction.
  [[nodiscard]] std::vector<double> along(std::span<const double> r_m, double direction) const {
    std::vector<double> x, y;
    for (const double r : r_m) {
      x.push_back(r * std::cos(direction));
      y.push_back(r * std::sin(direction));
    }
    std::vector<double> values(r_m.size());
    effect_.values(x, y, values);
    for (double& value : values) value = bounded(value);
    return values;
  }

  /// The outermost of these distances, or what lies between them, with the value. From the outside inwards in blocks that
  /// share two distances: near a flame a value is dear, and what lies farther in than the answer is not asked.
  [[nodiscard]] std::optional<double> outermost(std::span<const double> r_m, double direction) const {
    constexpr std::size_t kBlock = 16;
    constexpr std::size_t kShared = 2;
    for (std::size_t end = r_m.size();;) {
      const std::size_t begin = end > kBlock ? end - kBlock : 0;
      const std::span<const double> block = r_m.subspan(begin, end - begin);
      const std::vector<double> values = along(block, direction);
      if (values.back() >= 1.0) return block.back();
      const auto f = [&](double r) { return at(r, direction); };
      if (const auto found = outermost_crossing(f, block, values, 1.0)) return found;
      if (begin == 0) return std::nullopt;
      end = begin + kShared;
    }
  }

 private:
  [[nodiscard]] double bounded(double value) const {
    constexpr double kMost = 2.0;
    return std::isnan(value) ? 0.0 : std::min(value / least_, kMost);
  }

  const Effect& effect_;
  double least_;
};

struct Lobe {
  double r_m;
  double direction;
};

/// The lobe's tip: the direction between the neighbours in which the effect reaches farthest.
double tip_m(const Excess& excess, const Lobe& lobe) {
  constexpr double kStep = std::numbers::pi / static_cast<double>(kDirections - 1);
  constexpr double kSettled = 3e-3;
  const auto reach_m = [&](double direction) {
    constexpr double kAround = 1.05;  // how far two lobes 7.5 degrees apart may differ
    const double inner_m = lobe.r_m / kAround;
    const double outer_m = lobe.r_m * kAround;
    const auto beyond = [&](double r_m) { return excess.at(r_m, direction) - 1.0; };
    if (beyond(inner_m) < 0.0) return 0.0;
    return beyond(outer_m) >= 0.0 ? outer_m : brent(beyond, inner_m, outer_m, 1e-9);
  };
  const double from = std::max(0.0, lobe.direction - kStep);
  const double to = std::min(std::numbers::pi, lobe.direction + kStep);
  return std::max(lobe.r_m, reach_m(golden_maximum(reach_m, from, to, kSettled)));
}

/// Up to the first that is as far as this.
std::vector<double> search_distances_m(double end_m) {
  std::vector<double> r_m = log_spaced(kNearest_m, farthest_effect_m, kDistances);
  const auto last = std::lower_bound(r_m.begin() + 1, r_m.end(), end_m);
  if (last != r_m.end()) r_m.erase(last + 1, r_m.end());
  return r_m;
}

}  // namespace

double Effect::surely_below_m(double /*least*/) const { return farthest_effect_m; }

std::optional<double> Effect::search_m(double least) const {
  const Excess excess(*this, least);
  const std::vector<double> r_m = search_distances_m(surely_below_m(least));
  const std::optional<double> ahead = excess.outermost(r_m, 0.0);
  if (axis_ == EffectAxis::round) return ahead;
  Lobe best{ahead.value_or(0.0), 0.0};
  for (std::size_t i = 1; i < kDirections; ++i) {
    const double direction = std::numbers::pi * static_cast<double>(i) / static_cast<double>(kDirections - 1);
    // Only what lies farther out than the best so far is of interest.
    std::vector<double> farther(std::upper_bound(r_m.begin(), r_m.end(), best.r_m), r_m.end());
    if (best.r_m > 0.0) farther.insert(farther.begin(), best.r_m);
    if (farther.size() < 2) break;
    const std::optional<double> found = excess.outermost(farther, direction);
    if (found && *found > best.r_m * (1.0 + kRounding)) best = {*found, direction};
  }
  if (best.r_m == 0.0) return std::nullopt;
  return best.direction > 0.0 ? std::min(tip_m(excess, best), farthest_effect_m) : best.r_m;
}

std::optional<double> farthest_m(const Effect& effect, double least) {
  const std::optional<double> reach_m = effect.reach_m(least);
  constexpr double kInner = 1.0 - 1e-12;  // the side of the edge on which the value is still reached
  if (!reach_m || *reach_m < kNearest_m) return std::nullopt;
  return std::min(kInner * *reach_m, farthest_effect_m);
}

}  // namespace sise
