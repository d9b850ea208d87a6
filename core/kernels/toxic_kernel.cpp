#include "core/kernels/toxic_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/kernels/ring_axes.hpp"
#include "core/kernels/risk_floor.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "models/numeric/normal.hpp"

namespace sise {
namespace {

constexpr double kDiedOut = 1e-17;  // per year and direction: two decades under the floor

/// Risk of somebody who always stands on the axis.
double bound(std::span<const ToxicCases> all, const FieldStore& fields, const std::vector<WeatherGroup>& groups,
             std::size_t ring) {
  double risk = 0.0;
  for (const ToxicCases& carried : all) {
    const std::vector<std::vector<float>>& axis = fields.axis(carried.field);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const auto ln = static_cast<double>(axis[g][ring]);
      for (const ToxicTerms& c : carried.cases) {
        risk += groups[g].density.total() * c.frequency_per_year * normal_cdf(c.at_field + c.slope * ln);
      }
    }
  }
  return risk;
}

}  // namespace

std::vector<ToxicCases> toxic_cases(const RiskInputs& inputs, const RiskUnit& unit, const FieldStore& fields) {
  std::map<std::string, std::vector<ToxicTerms>> by_field;
  for (const RiskCase& c : unit.cases) {
    if (!c.toxic || !(c.toxic->rate_kg_s > 0.0) || !(c.toxic->duration_s > 0.0)) continue;
    const ToxicHarm harm(*c.toxic, inputs.harm);
    const std::string key = fields.key_of(*c.toxic);
    const double ln_rate = fields.scales(key) ? std::log(c.toxic->rate_kg_s) : 0.0;
    const double at_field = harm.at_one_kg_m3() + harm.per_ln_concentration() * ln_rate;
    by_field[key].push_back({c.frequency_per_year, at_field, harm.per_ln_concentration()});
  }
  std::vector<ToxicCases> all;
  all.reserve(by_field.size());
  for (auto& [field, cases] : by_field) all.push_back({field, std::move(cases)});
  return all;
}

std::size_t toxic_rings(std::span<const ToxicCases> cases, const FieldStore& fields,
                        const std::vector<WeatherGroup>& groups) {
  if (cases.empty() || groups.empty()) return 0;
  constexpr std::size_t kStride = 4;
  const std::size_t most = RingAxes::ring_beyond(RingAxes::farthest_m);
  std::size_t ring = most;
  const auto counts = [&](std::size_t at) { return bound(cases, fields, groups, at) >= risk_floor_per_year; };
  while (ring > kStride && !counts(ring)) ring -= kStride;
  while (ring < most && counts(ring)) ++ring;
  if (ring <= kStride) {
    while (ring > 0 && !counts(ring)) --ring;
    return ring == 0 ? 0 : ring + 2;
  }
  return ring + 1;
}

ToxicRings::ToxicRings(std::vector<ToxicCases> cases, FieldStore& fields, std::span<const RoseTurn> turns,
                       std::span<const std::size_t> panels_per_step, double min_probability)
    : cases_(std::move(cases)), turns_(turns), panels_per_step_(panels_per_step), cut_(probit_cut(min_probability)) {
  for (const ToxicCases& carried : cases_) fields_.push_back(fields.get(carried.field));
}

void ToxicRings::add_case(const ToxicTerms& terms, const PlumeField& field, std::size_t ring, std::size_t& used) {
  // Φ(−x) <= e^(−x²/2) / 2.
  const double lowest = -std::sqrt(2.0 * std::max(0.0, std::log(terms.frequency_per_year / kDiedOut)));
  const double level = (std::max(lowest, cut_.from) - terms.at_field) / terms.slope;
  const std::size_t panels = field.panels_above(ring, level);
  if (panels == 0) return;
  used = std::max(used, panels);
  add_panel_means(field.ring(ring).first(panels + 1), terms.at_field, terms.slope, terms.frequency_per_year, cut_,
                  std::span(means_).first(panels));
}

void ToxicRings::add(std::size_t ring, std::span<double> values) {
  for (std::size_t g = 0; g < turns_.size(); ++g) {
    std::size_t used = 0;
    std::size_t most = 0;
    for (const auto& fields : fields_) most = std::max(most, fields->groups[g].panels());
    means_.assign(most, 0.0);
    for (std::size_t f = 0; f < cases_.size(); ++f) {
      for (const ToxicTerms& terms : cases_[f].cases) add_case(terms, fields_[f]->groups[g], ring, used);
    }
    if (used == 0) continue;
    moments_.of_panels(std::span(means_).first(used), panels_per_step_[g], turns_[g].nodes().step_rad());
    turns_[g].add(moments_, values);
  }
}

}  // namespace sise
