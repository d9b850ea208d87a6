// What is done for every place at every moment of a passing cloud, in vector code.
#pragma once
#include <cstddef>
#include <span>

namespace sise {

/// The steps between three moments.
struct CloudSteps {
  double earlier_s = 0.0;  ///< 0: there are only two, or the concentration bends at the middle one
  double later_s = 0.0;
};

// All spans of one call have the same length, a whole number of the widest registers (kLanes).

/// peak = the highest of peak, now and, where the middle of three concentrations is the highest, the highest of
/// the bell through them where they are much alike (a parabola through their logarithms), else of the parabola.
void raise_peaks(std::span<const double> before, std::span<const double> latest, std::span<const double> now,
                 CloudSteps steps, std::span<double> peak);

/// sum += (from + to)/2 step
void add_trapezoid(std::span<const double> from, std::span<const double> to, double step_s, std::span<double> sum);

/// sum += (power + c^exponent)/2 step, and then power = c^exponent; 0 below 1e-200, where nobody is harmed and the logarithm
/// would leave the normal numbers.
void add_power(std::span<const double> c, double exponent, double step_s, std::span<double> power,
               std::span<double> sum);

/// The first place from `from` on where one of the two reaches the threshold and the other does not; the size: none.
[[nodiscard]] std::size_t next_crossing(std::span<const double> before, std::span<const double> after, double threshold,
                                        std::size_t from);

/// worst = the greater of worst and sum - (a + share (b - a)): what came by since the moment between a and b.
void raise_window(std::span<const double> sum, std::span<const double> a, std::span<const double> b, double share,
                  std::span<double> worst);

}  // namespace sise
