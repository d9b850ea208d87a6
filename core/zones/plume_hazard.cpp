#include "core/zones/plume_hazard.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/zones/cloud_hazard.hpp"
#include "models/atmosphere/small_wind.hpp"

namespace sise {
namespace {

GaussianPlume make_plume(const Incident& incident) {
  return GaussianPlume({*incident.rate_kg_s, incident.height_m}, incident.weather,
                       {incident.model.sigma, incident.model.transport_wind, incident.model.averaging_time_s});
}

}  // namespace

PlumeHazard::PlumeHazard(const Incident& incident)
    : AxialHazard(incident.source, {downwind_bearing_deg(incident), incident.wind_from_uncertainty_deg}),
      plume_(make_plume(incident)),
      weather_(incident.weather),
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
  result.arrival_s = arrival_s(r);
  result.end_s = result.arrival_s + duration_s_;
  result.dose_kg_s_m3 = concentration_kg_m3 * duration_s_;
  if (rule.exponent) {
    result.load_kg_m3_n_s = std::pow(concentration_kg_m3, *rule.exponent) * std::min(duration_s_, rule.window_s);
  }
  return result;
}

bool PlumeHazard::overstates(const std::vector<ThreatLevel>& levels) const {
  if (levels.empty() || plume_.calm()) return false;
  const auto lowest = std::min_element(levels.begin(), levels.end(),
                                       [](const ThreatLevel& a, const ThreatLevel& b) { return a.value < b.value; });
  const std::optional<double> reach = reach_m(lowest->value);
  return reach && too_short_for_a_plume(duration_s_ * plume_.transport_wind_m_s(*reach), plume_.sigma_y_m(*reach));
}

/// By the plume's travel time. In calm air the cloud's edge, two sigma from its middle, comes before its middle.
double PlumeHazard::arrival_s(double r_m) const {
  if (!plume_.calm()) return r_m / plume_.transport_wind_m_s(r_m);
  const double spread_m_s = small_wind_spread(weather_.stability, weather_.wind_speed_m_s).horizontal_m_s;
  return r_m / (weather_.wind_speed_m_s + 2.0 * spread_m_s);
}

std::optional<double> PlumeHazard::indoor_factor(const LoadRule& rule) const {
  if (!room_) return std::nullopt;
  return indoor_equivalent({1.0, duration_s_}, rule, *room_);
}

}  // namespace sise
