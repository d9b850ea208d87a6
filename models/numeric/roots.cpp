#include "models/numeric/roots.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "models/base/error.hpp"

namespace sise {

namespace {

// The step that Brent's method proposes from the points a (older), b (best) and c (other side): secant with two distinct
// points, inverse quadratic with three. nullopt: it would leave the bracket or converge too slowly.
std::optional<double> interpolated_step(double a, double b, double c, double fa, double fb, double fc, double half,
                                        double tolerance, double step_before_last) {
  const double s = fb / fa;
  double p = 2.0 * half * s;
  double q = 1.0 - s;
  if (a != c) {
    const double t = fa / fc;
    const double r = fb / fc;
    p = s * (2.0 * half * t * (t - r) - (b - a) * (r - 1.0));
    q = (t - 1.0) * (r - 1.0) * (s - 1.0);
  }
  if (p > 0.0) q = -q;
  p = std::abs(p);
  const bool inside = 2.0 * p < 3.0 * half * q - std::abs(tolerance * q);
  const bool fast = 2.0 * p < std::abs(step_before_last * q);
  if (!inside || !fast) return std::nullopt;
  return p / q;
}

}  // namespace

double brent(const Function1& f, double a, double b, double relative_tolerance) {
  double fa = f(a);
  double fb = f(b);
  if (fa == 0.0) return a;
  if (fb == 0.0) return b;
  if (!(fa * fb < 0.0) && (std::signbit(fa) == std::signbit(fb) || std::isnan(fa) || std::isnan(fb))) {
    throw ModelError("no_bracket", {"root finding: the function does not change its sign between the two ends",
                                    "求根: 函数在区间两端没有变号"});
  }
  double c = a;
  double fc = fa;
  double step = b - a;
  double step_before = step;
  while (true) {
    if (std::signbit(fb) == std::signbit(fc)) {  // the root lies between b and the older point a
      c = a;
      fc = fa;
      step = step_before = b - a;
    }
    if (std::abs(fc) < std::abs(fb)) {  // b is always the best point so far
      a = std::exchange(b, c);
      c = a;
      fa = std::exchange(fb, fc);
      fc = fa;
    }
    const double tolerance = (2.0 * std::numeric_limits<double>::epsilon() + 0.5 * relative_tolerance) * std::abs(b);
    const double half = 0.5 * (c - b);
    if (std::abs(half) <= tolerance || fb == 0.0) return b;
    std::optional<double> proposed;
    if (std::abs(step_before) >= tolerance && std::abs(fa) > std::abs(fb)) {
      proposed = interpolated_step(a, b, c, fa, fb, fc, half, tolerance, step_before);
    }
    step_before = proposed ? step : half;
    step = proposed.value_or(half);
    a = b;
    fa = fb;
    b += std::abs(step) > tolerance ? step : std::copysign(tolerance, half);
    fb = f(b);
  }
}

double golden_maximum(const Function1& f, double a, double b, double relative_tolerance) {
  constexpr int kHalfOfTheDigits = 26;
  const int bits = std::min(kHalfOfTheDigits, static_cast<int>(std::ceil(-std::log2(relative_tolerance))));
  return boost::math::tools::brent_find_minima([&f](double x) { return -f(x); }, a, b, bits).first;
}

std::vector<double> log_spaced(double first, double last, std::size_t count) {
  std::vector<double> x(count);
  const double step = std::log(last / first) / static_cast<double>(count - 1);
  for (std::size_t i = 0; i < count; ++i) x[i] = first * std::exp(step * static_cast<double>(i));
  x.back() = last;
  return x;
}

std::optional<double> outermost_crossing(const Function1& f, std::span<const double> x, std::span<const double> values,
                                         double level) {
  const Function1 excess = [&](double at) { return f(at) - level; };
  for (std::size_t i = x.size() - 1; i-- > 0;) {
    if (values[i] >= level) return brent(excess, x[i], x[i + 1]);
    const bool peak_near = i > 0 && values[i] >= values[i - 1] && values[i] >= values[i + 1] && values[i] > 0.9 * level;
    if (!peak_near) continue;
    const double top = golden_maximum(f, x[i - 1], x[i + 1]);
    if (f(top) >= level) return brent(excess, top, x[i + 1]);
  }
  return std::nullopt;
}

}  // namespace sise
