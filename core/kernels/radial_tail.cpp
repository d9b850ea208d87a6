#include "core/kernels/radial_tail.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace sise {

RadialTail::RadialTail(double inner_m, double outer_m, std::span<const double> risk_per_year)
    : inner_m_(inner_m),
      outer_m_(outer_m),
      steps_per_m_(static_cast<double>(risk_per_year.size() - 1) / (outer_m - inner_m)) {
  ln_risk_.reserve(risk_per_year.size());
  for (const double risk : risk_per_year) ln_risk_.push_back(std::log(risk));
}

double RadialTail::at_square(double r2_m2) const {
  if (r2_m2 <= inner_m_ * inner_m_ || r2_m2 > outer_m_ * outer_m_) return 0.0;
  const double place = (std::sqrt(r2_m2) - inner_m_) * steps_per_m_;
  const auto step = std::min(static_cast<std::size_t>(place), ln_risk_.size() - 2);
  const double t = place - static_cast<double>(step);
  return std::exp((1.0 - t) * ln_risk_[step] + t * ln_risk_[step + 1]);
}

}  // namespace sise
