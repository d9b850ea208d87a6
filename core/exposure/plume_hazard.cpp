#include "core/exposure/plume_hazard.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sise {
namespace {

GaussianPlume make_plume(const Incident& incident) {
  return GaussianPlume({*incident.rate_kg_s, incident.height_m}, incident.weather,
                       {incident.model.sigma, incident.model.transport_wind, incident.model.averaging_time_s});
}

}  // namespace

PlumeHazard::PlumeHazard(const Incident& incident)
    : AxialHazard(incident.source, downwind_bearing_deg(incident), incident.wind_from_uncertainty_deg),
      plume_(make_plume(incident)),
      receptor_m_(incident.model.receptor_height_m),
      duration_s_(incident.duration_s),
      room_(incident.room) {}

void PlumeHazard::evaluate(std::span<const double> x_m, std::span<const double> y_m, std::span<double> out) const {
  plume_.concentrations(x_m, y_m, receptor_m_, out);
}

std::optional<double> PlumeHazard::reach_m(double level) const {
  return farthest_distance_m(plume_, level, receptor_m_);
}

Passage PlumeHazard::passage(Point place, const LoadRule& rule) const {
  const double r = std::hypot(place.x - source().x, place.y - source().y);
  Passage result;
  const double concentration_kg_m3 = at(std::array{place}, rule).central[0];
  result.arrival_s = r / plume_.transport_wind_m_s(r);
  result.end_s = result.arrival_s + duration_s_;
  result.dose_kg_s_m3 = concentration_kg_m3 * duration_s_;
  if (rule.exponent) {
    result.load_kg_m3_n_s = std::pow(concentration_kg_m3, *rule.exponent) * std::min(duration_s_, rule.window_s);
  }
  return result;
}

std::optional<double> PlumeHazard::indoor_factor(const LoadRule& rule) const {
  return indoor_equivalent({1.0, duration_s_}, rule, room_);
}

}  // namespace sise
