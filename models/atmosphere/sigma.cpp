#include "models/atmosphere/sigma.hpp"

#include <array>
#include <cmath>

#include "models/atmosphere/averaging_time.hpp"
#include "models/numeric/lanes.hpp"

namespace sise {
namespace {

// A class without a row lies between two full classes, which every set has.
PreparedSigma prepare(SigmaSet set, SigmaAxis axis, Stability stability) {
  if (const std::optional<SigmaCurve> row = sigma_row(set, axis, stability)) return {*row, std::nullopt, 1.0};
  const int index = static_cast<int>(stability);
  const std::optional<SigmaCurve> lower = sigma_row(set, axis, static_cast<Stability>(index - 1));
  const std::optional<SigmaCurve> upper = sigma_row(set, axis, static_cast<Stability>(index + 1));
  return {lower.value_or(SigmaCurve()), upper, 1.0};
}

double at(const PreparedSigma& sigma, double x_m) {
  std::array<double, kLanes> lanes{};
  lanes.fill(x_m);
  std::array<double, kLanes> inverse{};
  inverse_variance(sigma, lanes, inverse);
  return 1.0 / std::sqrt(inverse.front());
}

}  // namespace

SigmaCurves::SigmaCurves(SigmaSet set, Stability stability, std::optional<double> averaging_time_s)
    : y_(prepare(set, SigmaAxis::y, stability)), z_(prepare(set, SigmaAxis::z, stability)) {
  if (averaging_time_s) y_.factor = averaging_factor(set, *averaging_time_s);
}

double SigmaCurves::sigma_y_m(double x_m) const { return at(y_, x_m); }
double SigmaCurves::sigma_z_m(double x_m) const { return at(z_, x_m); }

}  // namespace sise
