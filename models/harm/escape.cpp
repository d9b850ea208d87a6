#include "models/harm/escape.hpp"

#include <algorithm>
#include <cmath>

#include "models/numeric/quadrature.hpp"
#include "models/numeric/roots.hpp"

namespace sise {
namespace {

constexpr double kDoseExponent = 4.0 / 3.0;

/// When a runner leaves the radiation that harms, in seconds of running; `longest_s` where the fire is out before.
double running_s(const Escape& escape, const std::function<double(double)>& radiation, double distance_m,
                 double longest_s) {
  const auto excess = [&](double t_s) {
    return radiation(distance_m + escape.speed_m_s * t_s) - escape.safe_radiation_w_m2;
  };
  if (longest_s <= 0.0 || excess(0.0) <= 0.0) return 0.0;
  return excess(longest_s) >= 0.0 ? longest_s : brent(excess, 0.0, longest_s);
}

}  // namespace

double effective_exposure_s(const Escape& escape, double radiation_w_m2, double distance_m, double fire_s) {
  const double still_s = std::min(escape.reaction_s, fire_s);
  const double safe_m = distance_m * std::sqrt(radiation_w_m2 / escape.safe_radiation_w_m2);
  const double away_s = std::max(0.0, safe_m - distance_m) / escape.speed_m_s;
  const double ran = 1.0 + escape.speed_m_s * std::min(away_s, fire_s - still_s) / distance_m;
  return still_s + 0.6 * distance_m / escape.speed_m_s * (1.0 - std::pow(ran, -5.0 / 3.0));
}

double escape_dose(const Escape& escape, const std::function<double(double)>& radiation_w_m2_at_m, double distance_m,
                   double fire_s) {
  const double still_s = std::min(escape.reaction_s, fire_s);
  const double run_s = running_s(escape, radiation_w_m2_at_m, distance_m, fire_s - still_s);
  const auto harm = [&](double t_s) {
    return std::pow(radiation_w_m2_at_m(distance_m + escape.speed_m_s * t_s), kDoseExponent);
  };
  return still_s * harm(0.0) + integrate(harm, 0.0, run_s, 1e-8);
}

}  // namespace sise
