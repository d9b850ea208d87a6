#include "models/fire/transmissivity.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "models/numeric/vector_math.hpp"

namespace sise {
namespace {

constexpr std::array<std::string_view, 4> kTransmissivityNames{"none", "bagster", "wayne", "api"};
constexpr double kFeetPerMetre = 1.0 / 0.3048;
constexpr double kShortestPath_m = 1.0;  // of Wayne's polynomial; also keeps logarithms finite

struct Quadratic {
  double c0, c1, c2;
};

/// Wayne's polynomial in lg X1 and lg X2, where X1 = x1 L and X2 = x2 L, as a polynomial in ln L.
Quadratic wayne(double relative_humidity, double temperature_K) {
  const double saturated_mmHg = std::exp(20.386 - 5132.0 / temperature_K);
  const double x1 = std::log10(relative_humidity * saturated_mmHg * 288.651 / temperature_K);
  const double x2 = std::log10(273.0 / temperature_K);
  const double per_ln = 1.0 / std::numbers::ln10;
  return {1.006 - 0.01171 * x1 - 0.02368 * x1 * x1 - 0.03188 * x2 + 0.001164 * x2 * x2,
          (-0.01171 - 0.04736 * x1 - 0.03188 + 0.002328 * x2) * per_ln, (-0.02368 + 0.001164) * per_ln * per_ln};
}

}  // namespace

std::string_view name_of(TransmissivityFormula formula) {
  return kTransmissivityNames.at(static_cast<std::size_t>(formula));
}

std::optional<TransmissivityFormula> transmissivity_formula_from(std::string_view name) {
  for (const TransmissivityFormula formula : kTransmissivityFormulas) {
    if (name_of(formula) == name) return formula;
  }
  return std::nullopt;
}

double saturated_vapour_pa(double temperature_K) { return 101325.0 * std::exp(14.4114 - 5328.0 / temperature_K); }

Transmissivity::Transmissivity(TransmissivityFormula formula, double relative_humidity, double temperature_K)
    : formula_(formula),
      relative_humidity_(relative_humidity),
      vapour_pa_(relative_humidity * saturated_vapour_pa(temperature_K)) {
  switch (formula) {
    case TransmissivityFormula::bagster:
      c0_ = std::log(2.02) - 0.09 * std::log(vapour_pa_);
      c1_ = -0.09;
      break;
    case TransmissivityFormula::api:
      c0_ = std::log(0.79) + (std::log(1.0 / relative_humidity) + std::log(100.0 / kFeetPerMetre)) / 16.0;
      c1_ = -1.0 / 16.0;
      break;
    case TransmissivityFormula::wayne: {
      const Quadratic q = wayne(relative_humidity, temperature_K);
      c0_ = q.c0;
      c1_ = q.c1;
      c2_ = q.c2;
      break;
    }
    default:
      break;
  }
}

void Transmissivity::at(std::span<const double> path_m, std::span<double> out) const {
  if (formula_ == TransmissivityFormula::none) {
    std::fill(out.begin(), out.end(), 1.0);
    return;
  }
  for (std::size_t i = 0; i < path_m.size(); ++i) out[i] = std::max(path_m[i], kShortestPath_m);
  log_of(out, out);
  for (double& value : out) value = c0_ + value * (c1_ + value * c2_);
  if (formula_ != TransmissivityFormula::wayne) exp_of(out, out);
  for (double& value : out) value = std::clamp(value, 0.0, 1.0);
}

double Transmissivity::at(double path_m) const {
  double value = 0.0;
  at({&path_m, 1}, {&value, 1});
  return value;
}

bool Transmissivity::in_range_of_use(double path_m) const {
  switch (formula_) {
    case TransmissivityFormula::bagster:
      return vapour_pa_ * path_m > 1e4 && vapour_pa_ * path_m < 1e5;
    case TransmissivityFormula::wayne:
      return path_m >= 10.0 && path_m <= 1000.0;
    case TransmissivityFormula::api:
      return relative_humidity_ > 0.1 && path_m * kFeetPerMetre >= 100.0 && path_m * kFeetPerMetre <= 500.0;
    default:
      return true;
  }
}

}  // namespace sise
