#include "core/zones/passing_hazard.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "core/zones/cloud_equivalents.hpp"
#include "core/zones/indoor_share.hpp"
#include "models/base/constants.hpp"

namespace sise {
namespace {

std::vector<LoadRule> rules_of(const Incident& incident) {
  std::vector<LoadRule> rules;
  for (const ThreatLevel& level : incident.levels) {
    if (std::find(rules.begin(), rules.end(), level.rule) == rules.end()) rules.push_back(level.rule);
  }
  return rules.empty() ? std::vector<LoadRule>{{}} : rules;
}

std::vector<CloudQuestion> questions_of(const Incident& incident) {
  std::vector<CloudQuestion> questions;
  for (const LoadRule& rule : rules_of(incident)) {
    questions.push_back(question_of(incident, lowest_level(incident), rule));
  }
  return questions;
}

std::unique_ptr<const PassingCloud> cloud_of(const Incident& incident) {
  const Emission emission = emission_of(incident);
  const DispersionOptions options = dispersion_options(incident.model);
  if (!is_for_heavy_gas(dispersion_of(incident))) {
    if (!incident.mass_kg) return passive_steps(emission, incident.weather, options);
    return passive_block(*incident.mass_kg, incident.height_m, incident.weather, options);
  }
  if (incident.mass_kg) return dense_block(*incident.mass_kg, incident.gas, incident.weather, options);
  const GasSource release{0.0, incident.duration_s, incident.height_m, incident.gas, incident.pool_m2};
  return dense_steps(emission, release, incident.weather, options);
}

}  // namespace

PassingHazard::PassingHazard(const Incident& incident) : PassingHazard(incident, *cloud_of(incident)) {}

PassingHazard::PassingHazard(const Incident& incident, const PassingCloud& cloud)
    : AxialHazard(incident.source, {downwind_bearing_deg(incident), incident.wind_from_uncertainty_deg}),
      table_(cloud, questions_of(incident)),
      in_room_(incident.room.has_value()),
      model_(is_for_heavy_gas(dispersion_of(incident)) ? "dense_cloud"
             : incident.mass_kg                        ? "passing_puff"
                                                       : "plume_steps"),
      warnings_(cloud.warnings()) {
  const std::vector<LoadRule> rules = rules_of(incident);
  const double threshold = lowest_level(incident);
  for (std::size_t q = 0; q < rules.size(); ++q) {
    std::vector<double> outside;
    std::vector<double> inside;
    std::vector<double> peaks;
    std::optional<IndoorShare> share;
    if (in_room_) share.emplace(rules[q], *incident.room);
    for (const CloudValues& cloud_values : table_.values(q)) {
      outside.push_back(outdoors(cloud_values.peak_kg_m3, cloud_values.window_load, rules[q]));
      const CloudAtHouse cloud_there{cloud_values.peak_kg_m3, cloud_values.dose_kg_s_m3, outside.back()};
      inside.push_back(share ? indoors(cloud_there, threshold, *share) : 0.0);
      peaks.push_back(cloud_values.peak_kg_m3);
    }
    answers_.push_back({rules[q], PassingTable::logarithms(outside), PassingTable::logarithms(inside)});
    if (q == 0) peaks_ = PassingTable::logarithms(peaks);
  }
  const bool rises = std::find(warnings_.begin(), warnings_.end(), "cloud_rises") != warnings_.end();
  if (!rises && table_.goes_on(peaks_, threshold)) warnings_.emplace_back("cloud_goes_on");
}

std::size_t PassingHazard::answer_of(const LoadRule& rule) const {
  for (std::size_t i = 0; i < answers_.size(); ++i) {
    if (answers_[i].rule == rule) return i;
  }
  throw std::invalid_argument("a dense cloud was not asked about this rule");
}

void PassingHazard::evaluate(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                             std::span<double> out) const {
  const PassingLayer& layer = answers_[answer_of(rule)].outdoors;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = table_.at(layer, x_m[i], y_m[i]);
}

bool PassingHazard::evaluate_indoors(std::span<const double> x_m, std::span<const double> y_m, const LoadRule& rule,
                                     std::span<double> out) const {
  if (!in_room_) return false;
  const PassingLayer& layer = answers_[answer_of(rule)].indoors;
  for (std::size_t i = 0; i < out.size(); ++i) out[i] = table_.at(layer, x_m[i], y_m[i]);
  return true;
}

std::optional<double> PassingHazard::reach_m(double level) const { return table_.farthest_m(peaks_, level); }

Passage PassingHazard::passage(Point place, const LoadRule& rule) const {
  const double east = place.x - source().x;
  const double north = place.y - source().y;
  const double r = std::hypot(east, north);
  const double off =
      std::abs(std::remainder(std::atan2(east, north) - axis().bearing_deg * kDegree, 2.0 * std::numbers::pi));
  const double nearest = std::max(0.0, off - axis().half_width_deg * kDegree);
  const std::size_t question = answer_of(rule);
  Passage result;
  const std::optional<CloudValues> given = table_.passed(question, r * std::cos(off), r * std::sin(off));
  if (given) {
    result = {given->arrival_s, given->end_s, given->dose_kg_s_m3, rule.exponent ? given->window_load : 0.0};
  } else {
    result.arrival_s = result.end_s = std::numeric_limits<double>::quiet_NaN();
  }
  if (const std::optional<CloudValues> soonest =
          table_.passed(question, r * std::cos(nearest), r * std::sin(nearest))) {
    result.arrival_s = std::fmin(result.arrival_s, soonest->arrival_s);  // not a number where the cloud never comes
    result.end_s = std::fmax(result.end_s, soonest->end_s);
  }
  return result;
}

}  // namespace sise
