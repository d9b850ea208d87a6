#include "models/numeric/bessel.hpp"

#include <array>
#include <cmath>
#include <cstddef>

#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

constexpr double kSplit = 3.75;
// Highest power first.
constexpr std::array<double, 7> kNear{0.0045813, 0.0360768, 0.2659732, 1.2067492, 3.0899424, 3.5156229, 1.0};
constexpr std::array<double, 9> kFar{0.00392377,  -0.01647633, 0.02635537, -0.02057706, 0.00916281,
                                     -0.00157565, 0.00225319,  0.01328592, 0.39894228};

template <std::size_t N>
double horner(const std::array<double, N>& coefficients, double x) {
  double sum = 0.0;
  for (const double c : coefficients) sum = sum * x + c;
  return sum;
}

double near_part(double x, double exp_of_minus_x) {
  const double t = x / kSplit;
  return exp_of_minus_x * horner(kNear, t * t);
}

}  // namespace

void scaled_bessel_i0(std::span<const double> x, std::span<double> out) {
  for (std::size_t i = 0; i < x.size(); ++i) out[i] = -x[i];
  exp_of(out, out);
  for (std::size_t i = 0; i < x.size(); ++i) {
    out[i] = x[i] < kSplit ? near_part(x[i], out[i]) : horner(kFar, kSplit / x[i]) / std::sqrt(x[i]);
  }
}

}  // namespace sise
