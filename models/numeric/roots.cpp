#include "models/numeric/roots.hpp"

#include <algorithm>
#include <boost/math/tools/minima.hpp>
#include <boost/math/tools/roots.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "models/base/error.hpp"

namespace sise {

double brent(const Function1& f, double a, double b, double relative_tolerance) {
  if (a > b) std::swap(a, b);
  const double fa = f(a);
  const double fb = f(b);
  if (fa == 0.0) return a;
  if (fb == 0.0) return b;
  if (std::isnan(fa) || std::isnan(fb) || std::signbit(fa) == std::signbit(fb)) {
    throw ModelError("no_bracket", {"root finding: the function does not change its sign between the two ends",
                                    "求根: 函数在区间两端没有变号"});
  }
  const double relative = std::max(relative_tolerance, 4.0 * std::numeric_limits<double>::epsilon());
  const auto close = [relative](double low, double high) {
    return high - low <= relative * std::max(std::abs(low), std::abs(high));
  };
  std::uintmax_t evaluations =
      400;  // halving alone needs fewer than that for any two doubles of one sign and a root above 0
  const auto [low, high] = boost::math::tools::toms748_solve(f, a, b, fa, fb, close, evaluations);
  return 0.5 * (low + high);
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
