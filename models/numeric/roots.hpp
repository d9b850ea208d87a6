// Where a function of one variable takes a value.
#pragma once
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace sise {

using Function1 = std::function<double(double)>;

/// A zero of f between a and b, where f(a) and f(b) have opposite signs or one of them is zero, by Brent's method (1973, ch. 4).
/// The bracket shrinks to `relative_tolerance` of the answer. At a jump across zero the end of the bracket with the smaller value
/// is returned, also where f is infinite on the other side, as radiation is inside a flame: Boost.Math's TOMS 748 would answer
/// with the middle, from which kernels cannot tell in from out. Throws ModelError without a change of sign.
[[nodiscard]] double brent(const Function1& f, double a, double b, double relative_tolerance = 1e-13);

/// Where f has its maximum between a and b (one maximum there), by Boost.Math's golden sections with parabolas between them, to
/// `relative_tolerance`, but no closer than half a double's digits: there a maximum's values cannot be told apart.
[[nodiscard]] double golden_maximum(const Function1& f, double a, double b, double relative_tolerance = 1e-9);

/// `count` values from `first` to `last` (both > 0), equally spaced in the logarithm, ends exact.
[[nodiscard]] std::vector<double> log_spaced(double first, double last, std::size_t count);

/// The largest x at which f falls to `level` (> 0), among the samples `x` (ascending) and what lies between them:
/// f is sampled by the caller (`values`, same length), and evaluated anew only to refine. A maximum between samples that
/// just reaches the level is found where the neighbouring sample is within a tenth of it.
/// nullopt: the level is never reached. The last sample must be below the level.
[[nodiscard]] std::optional<double> outermost_crossing(const Function1& f, std::span<const double> x,
                                                       std::span<const double> values, double level);

}  // namespace sise
