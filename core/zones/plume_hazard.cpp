#include "core/zones/plume_hazard.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/zones/cloud_equivalents.hpp"

namespace sise {
namespace {

std::unique_ptr<const ConcentrationField> field_of(const Incident& incident) {
  const GasSource source{*incident.rate_kg_s, incident.duration_s, incident.height_m, incident.gas, incident.pool_m2};
  return concentration_field(dispersion_of(incident), source, incident.weather, dispersion_options(incident.model));
}

}  // namespace

PlumeHazard::PlumeHazard(const Incident& incident)
    : AxialHazard(incident.source, {downwind_bearing_deg(incident), incident.wind_from_uncertainty_deg}),
      field_(field_of(incident)),
      duration_s_(incident.duration_s),
      room_(incident.room),
      goes_on_(!incident.levels.empty() &&
               field_->reach_m(lowest_level(incident)).value_or(0.0) >= field_->followed_m()) {}

std::vector<std::string> PlumeHazard::warnings() const {
  std::vector<std::string> codes = field_->warnings();
  if (goes_on_) codes.emplace_back("cloud_goes_on");
  return codes;
}

void PlumeHazard::evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& /*rule*/,
                           std::span<double> out) const {
  field_->values(x_m, y_m, out);
}

std::optional<double> PlumeHazard::reach_m(double level) const { return field_->reach_m(level); }

Passage PlumeHazard::passage(Point place, const LoadRule& rule) const {
  const double r = std::hypot(place.x - source().x, place.y - source().y);
  Passage result;
  const double concentration_kg_m3 = at(std::array{place}, rule).central[0];
  result.arrival_s = field_->arrival_s(r);
  result.end_s = result.arrival_s + duration_s_;
  result.dose_kg_s_m3 = concentration_kg_m3 * duration_s_;
  if (rule.exponent) {
    result.load_kg_m3_n_s = std::pow(concentration_kg_m3, *rule.exponent) * std::min(duration_s_, rule.window_s);
  }
  return result;
}

bool PlumeHazard::overstates(const std::vector<ThreatLevel>& levels) const {
  if (levels.empty()) return false;
  const auto lowest = std::min_element(levels.begin(), levels.end(),
                                       [](const ThreatLevel& a, const ThreatLevel& b) { return a.value < b.value; });
  return field_->is_too_short(duration_s_, lowest->value);
}

std::optional<double> PlumeHazard::indoor_factor(const LoadRule& rule) const {
  if (!room_) return std::nullopt;
  return indoor_equivalent({1.0, duration_s_}, rule, *room_);
}

}  // namespace sise
