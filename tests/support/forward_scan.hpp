// The outermost place where a function takes a value, by forward evaluation alone: a second opinion on `find`.
#pragma once
#include <cmath>
#include <functional>
#include <optional>

namespace sise::test {

/// Scans from `far` inwards to `near` in 20 000 equal steps of the logarithm, then scans the outermost step in which f
/// rises to the value once more, just as densely. Better than 1e-8 relative for far/near up to 1e6.
inline std::optional<double> outermost_by_scan(const std::function<double(double)>& f, double value, double near,
                                               double far) {
  constexpr int kSteps = 20000;
  for (int round = 0; round < 2; ++round) {
    const double step = std::pow(near / far, 1.0 / kSteps);
    double outer = far;
    double inner = far;
    int i = 0;
    for (; i < kSteps; ++i) {
      inner = outer * step;
      if (f(inner) >= value) break;
      outer = inner;
    }
    if (i == kSteps) return std::nullopt;
    near = inner;
    far = outer;
  }
  return 0.5 * (near + far);
}

}  // namespace sise::test
