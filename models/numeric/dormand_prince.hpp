// Ordinary differential equations by Dormand and Prince's pair of order 5(4), on small vectors of fixed size.
#pragma once
#include <Eigen/Core>
#include <algorithm>
#include <cmath>

#include "models/base/error.hpp"

namespace sise {

/// A place on the path: the state and its slope there. Between two nodes the path is the cubic through both (Hermite).
template <int N>
struct OdeNode {
  using State = Eigen::Matrix<double, N, 1>;
  double x = 0.0;
  State y = State::Zero();
  State slope = State::Zero();
};

/// The cubic through two nodes.
template <int N>
[[nodiscard]] typename OdeNode<N>::State hermite(const OdeNode<N>& a, const OdeNode<N>& b, double x) {
  const double step = b.x - a.x;
  const double s = (x - a.x) / step;
  const double q = 1.0 - s;
  return q * q * ((1.0 + 2.0 * s) * a.y + s * step * a.slope) + s * s * ((1.0 + 2.0 * q) * b.y - q * step * b.slope);
}

/// One component of the same.
template <int N>
[[nodiscard]] double hermite(const OdeNode<N>& a, const OdeNode<N>& b, double x, int component) {
  const double step = b.x - a.x;
  const double s = (x - a.x) / step;
  const double q = 1.0 - s;
  return q * q * ((1.0 + 2.0 * s) * a.y[component] + s * step * a.slope[component]) +
         s * s * ((1.0 + 2.0 * q) * b.y[component] - q * step * b.slope[component]);
}

struct OdeSteps {
  double first = 1e-3;
  double longest = 1e300;
  double shortest = 1e-12;  ///< a step that would have to be shorter is taken all the same: the path has a kink there
  double relative = 1e-5;   ///< of each component
  int most = 20000;         ///< tried in all
};

/// Integrates y' = slope(x, y) from `node` to `end` (> node.x). After each step `keep(a, b)` is told the two ends of it
/// and answers whether to go on. `floor(y)` gives the absolute tolerance of each component. Dormand and Prince 1980,
/// J. Comp. Appl. Math. 6, 19; step control as in Hairer, Norsett and Wanner, Solving ODEs I, II.4, with the error of
/// the step before (Hairer and Wanner, Solving ODEs II, IV.2): fewer steps are refused. Throws ModelError where the
/// path cannot be followed to the end.
template <int N, class Slope, class Floor, class Keep>
void dormand_prince(Slope&& slope, Floor&& floor, OdeNode<N> node, double end, const OdeSteps& steps, Keep&& keep) {
  using State = typename OdeNode<N>::State;
  constexpr double kSafety = 0.9;
  constexpr double kLeast = 0.2;
  constexpr double kMost = 10.0;
  constexpr double kSmooth = 0.04;  // share of the error before
  constexpr double kLeastError = 1e-4;
  node.slope = slope(node.x, node.y);
  double h = steps.first;
  int tried = 0;
  double error_before = kLeastError;
  bool refused = false;
  while (node.x < end) {
    if (++tried > steps.most) {
      throw ModelError("path_not_followed", {"a differential equation cannot be solved to its end: the case is outside "
                                             "what the model can compute",
                                             "微分方程无法积分到终点: 该算例超出模型可计算范围"});
    }
    h = std::min({h, steps.longest, end - node.x});
    const double x = node.x;
    const State& y = node.y;
    const State& k1 = node.slope;
    const State k2 = slope(x + h / 5.0, (y + h * (k1 / 5.0)).eval());
    const State k3 = slope(x + h * 3.0 / 10.0, (y + h * (3.0 / 40.0 * k1 + 9.0 / 40.0 * k2)).eval());
    const State k4 = slope(x + h * 4.0 / 5.0, (y + h * (44.0 / 45.0 * k1 - 56.0 / 15.0 * k2 + 32.0 / 9.0 * k3)).eval());
    const State k5 = slope(
        x + h * 8.0 / 9.0,
        (y + h * (19372.0 / 6561.0 * k1 - 25360.0 / 2187.0 * k2 + 64448.0 / 6561.0 * k3 - 212.0 / 729.0 * k4)).eval());
    const State k6 = slope(x + h, (y + h * (9017.0 / 3168.0 * k1 - 355.0 / 33.0 * k2 + 46732.0 / 5247.0 * k3 +
                                            49.0 / 176.0 * k4 - 5103.0 / 18656.0 * k5))
                                      .eval());
    OdeNode<N> next;
    const bool last = !(h < end - x);
    next.x = last ? end : x + h;
    next.y = y + h * (35.0 / 384.0 * k1 + 500.0 / 1113.0 * k3 + 125.0 / 192.0 * k4 - 2187.0 / 6784.0 * k5 +
                      11.0 / 84.0 * k6);
    next.slope = slope(next.x, next.y);
    const State error = h * (71.0 / 57600.0 * k1 - 71.0 / 16695.0 * k3 + 71.0 / 1920.0 * k4 - 17253.0 / 339200.0 * k5 +
                             22.0 / 525.0 * k6 - 1.0 / 40.0 * next.slope);
    const State allowed = floor(next.y) + steps.relative * y.cwiseAbs().cwiseMax(next.y.cwiseAbs());
    const double excess = std::sqrt(error.cwiseQuotient(allowed).squaredNorm() / N);
    const bool good = excess <= 1.0;  // not for NaN
    if (good || (h <= steps.shortest && std::isfinite(excess))) {
      const OdeNode<N> before = node;
      node = next;
      if (!keep(before, node)) return;
    }
    const double factor = std::isfinite(excess) ? kSafety * std::pow(std::max(excess, 1e-10), 0.75 * kSmooth - 0.2) *
                                                      std::pow(error_before, kSmooth)
                                                : kLeast;
    h = std::max(h * std::clamp(factor, kLeast, good && !refused ? kMost : 1.0), steps.shortest);
    refused = !good;
    if (good) error_before = std::max(excess, kLeastError);
  }
}

}  // namespace sise
