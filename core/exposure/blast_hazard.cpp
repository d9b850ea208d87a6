#include "core/exposure/blast_hazard.hpp"

#include <cmath>
#include <limits>

#include "models/explosion/tnt.hpp"

namespace sise {

BlastHazard::BlastHazard(const Incident& incident)
    : AxialHazard(incident.source, 0.0, 0.0), tnt_kg_(*incident.tnt_kg), curve_(incident.model.blast_curve) {}

/// Closer in than the curve's fit reaches, every level is exceeded; farther out the curve has no answer (NaN).
double BlastHazard::pressure_pa(double r_m) const {
  const double value = r_m > 0.0 ? overpressure_pa(curve_, tnt_kg_, r_m) : std::numeric_limits<double>::quiet_NaN();
  const bool close_in = r_m < std::cbrt(tnt_kg_);
  return std::isnan(value) && close_in ? std::numeric_limits<double>::infinity() : value;
}

void BlastHazard::evaluate(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const {
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = pressure_pa(std::hypot(x_m[i], y_m[i]));
}

std::optional<double> BlastHazard::reach_m(double level) const {
  return distance_to_overpressure_m(curve_, tnt_kg_, level);
}

}  // namespace sise
