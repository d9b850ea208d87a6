#include "models/dispersion/cell_average.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "models/base/constants.hpp"
#include "models/dispersion/rotated_rectangle.hpp"
#include "models/numeric/normal.hpp"
#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr Accuracy kAlong{.relative = 1e-3, .parts = 1};
constexpr Accuracy kAcross{.relative = 1e-4, .parts = 1};
constexpr double kSidesPerSigma = 2.5;  // second derivative over 24: 0.7 % on the axis
constexpr double kSidesAway = 10.0;     // the same along the wind, where C falls at most like x^-3

// Integral of the concentration across the wind over a span: the Gaussian's share of the whole line.
double crosswind_integral(const GaussianPlume& plume, double x, double z, CrosswindSpan span) {
  const double sigma = plume.sigma_y_m(x);
  return plume.concentration_kg_m3(x, 0.0, z) * kRoot2Pi * sigma *
         normal_between(span.lower / sigma, span.upper / sigma);
}

double calm_integral(const GaussianPlume& plume, double x, double z, CrosswindSpan span) {
  const auto f = [&](double y) { return plume.concentration_kg_m3(x, y, z); };
  // The plume that takes over from calm air may be much narrower than the cell: its middle is an end of the parts.
  const double middle = std::clamp(0.0, span.lower, span.upper);
  return integrate(f, span.lower, middle, kAcross) + integrate(f, middle, span.upper, kAcross);
}

}  // namespace

double cell_average_kg_m3(const GaussianPlume& plume, const PlumeCell& cell, double z_m) {
  const RectangleCorners corner = rectangle_corners({cell.x_m, cell.y_m}, cell.side_m, cell.side_m, cell.rotation_rad);
  const auto line = [&](double x) {
    const CrosswindSpan span = crosswind_span(corner, x);
    if (!(span.upper > span.lower)) return 0.0;
    return plume.calm() ? calm_integral(plume, x, z_m, span) : crosswind_integral(plume, x, z_m, span);
  };
  // The integrand has a bend at each corner, at the source, and where sigma begins to grow.
  std::array<double, 6> bend{corner[0].x, corner[1].x, corner[2].x, corner[3].x, 0.0, kNearestSigma_m};
  std::sort(bend.begin(), bend.end());
  const auto [first, last] = std::minmax({corner[0].x, corner[1].x, corner[2].x, corner[3].x});
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < bend.size(); ++i) {
    const double from = std::clamp(bend[i], first, last);
    const double to = std::clamp(bend[i + 1], first, last);
    const bool upwind = to <= 0.0 && !plume.calm();
    if (to > from && !upwind) sum += integrate(line, from, to, kAlong);
  }
  return sum / (cell.side_m * cell.side_m);
}

double cell_average_reach_m(const GaussianPlume& plume, double side_m) {
  const double away = kSidesAway * side_m;
  if (plume.calm()) return away;
  const auto short_of = [&](double x) { return plume.sigma_y_m(x) - kSidesPerSigma * side_m; };
  if (short_of(away) >= 0.0) return away;
  double far = 2.0 * away;
  while (short_of(far) < 0.0) far *= 2.0;
  return brent(short_of, away, far, 1e-3);
}

}  // namespace sise
