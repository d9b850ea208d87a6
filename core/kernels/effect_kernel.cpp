#include "core/kernels/effect_kernel.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numbers>
#include <span>

#include "core/grid/parallel.hpp"
#include "core/kernels/effect_footprint.hpp"
#include "core/kernels/explosion_death.hpp"
#include "core/kernels/risk_floor.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "core/kernels/turn.hpp"

namespace sise {
namespace {

constexpr double kRings = 100.0;
constexpr double kFinestStep_m = 0.25;
constexpr double kCoarsestStep_m = 1.0;
constexpr std::size_t kFewestBearings = 360;
constexpr double kTailStep_m = 0.5;
constexpr double kFewestTailSteps = 200.0;
constexpr double kDegree = std::numbers::pi / 180.0;
// A weather for what needs none.
constexpr double kAnySpeed_m_s = 1.0;
constexpr Stability kAnyStability = Stability::D;

/// A case whose only effect needs no weather.
EffectDeath only_death(const RiskInputs& inputs, const RiskCase& c) {
  return std::move(case_deaths(inputs, c, kAnySpeed_m_s, kAnyStability).front());
}

/// A disc where death is certain, and the tail outside it.
void add_falling(double certain_m, double outer_m, double frequency_per_year,
                 const std::function<double(double)>& death_at_m, RoundEffects& round) {
  constexpr double kBeyondEdge_m = 2e-6;  // farthest_m is a millionth inside
  if (certain_m > 0.0) round.discs.push_back({certain_m, frequency_per_year});
  if (outer_m - certain_m < 2.0 * kBeyondEdge_m) return;
  const double steps = std::max(kFewestTailSteps, std::ceil((outer_m - certain_m) / kTailStep_m));
  const auto last = static_cast<std::size_t>(steps);
  std::vector<double> risk;
  for (std::size_t i = 0; i <= last; ++i) {
    const double r_m =
        certain_m + (outer_m - certain_m) * static_cast<double>(i) / steps + (i == 0 ? kBeyondEdge_m : 0.0);
    risk.push_back(std::max(frequency_per_year * death_at_m(r_m), risk_floor_per_year));
  }
  round.tails.emplace_back(certain_m, outer_m, risk);
}

void add_round(const EffectDeath& death, double frequency_per_year, RoundEffects& round) {
  const double certain_m = death.reach_m(1.0).value_or(0.0);
  const double outer_m = death.reach_m(risk_floor_per_year / frequency_per_year).value_or(0.0);
  add_falling(
      certain_m, outer_m, frequency_per_year,
      [&death](double r_m) { return death.by_value(death.effect().value(r_m, 0.0)); }, round);
}

/// By a pack's threshold everybody dies within a disc; by its functions death falls with the distance.
void add_explosion(const RiskInputs& inputs, const BlastEvent& charge, double frequency_per_year, RoundEffects& round) {
  if (inputs.harm.blast_death.empty()) {
    round.discs.push_back({lethal_radius_m(charge, inputs.model, inputs.harm), frequency_per_year});
    return;
  }
  const ExplosionDeath death(charge, inputs.model, inputs.harm);
  const double least = risk_floor_per_year / frequency_per_year;
  if (least >= 1.0) return;
  add_falling(
      death.reach_m(1.0), death.reach_m(least), frequency_per_year,
      [&death](double r_m) { return death.probability(r_m); }, round);
}

std::vector<EffectFootprint> footprints(const RiskInputs& inputs, const RiskUnit& unit,
                                        const std::vector<WeatherGroup>& groups) {
  std::vector<EffectFootprint> all;
  all.reserve(groups.size());
  for (const WeatherGroup& group : groups) all.emplace_back(inputs, unit, group);
  return all;
}

/// A jet that always points the same way.
struct OwnJet {
  double frequency_per_year;
  double bearing_deg;
  EffectDeath death;
};

std::vector<OwnJet> own_jets(const RiskInputs& inputs, const RiskUnit& unit) {
  std::vector<OwnJet> jets;
  for (const RiskCase& c : unit.cases) {
    if (shape_of(c) != CaseShape::own) continue;
    jets.push_back({c.frequency_per_year, *own_bearing_deg(c.effects.front()), only_death(inputs, c)});
  }
  return jets;
}

void add_jet(const OwnJet& jet, const EffectAxes& axes, double r_m, std::span<double> row) {
  for (std::size_t j = 0; j < row.size(); ++j) {
    const double off_axis = (axes.bearing_deg(j) - jet.bearing_deg) * kDegree;
    const double value = jet.death.effect().value(r_m * std::cos(off_axis), r_m * std::sin(off_axis));
    row[j] += jet.frequency_per_year * jet.death.by_value(value);
  }
}

}  // namespace

double RoundEffects::reach_m() const {
  double reach = 0.0;
  for (const LethalDisc& disc : discs) reach = std::max(reach, disc.radius_m);
  for (const RadialTail& tail : tails) reach = std::max(reach, tail.outer_m());
  return reach;
}

RoundEffects round_effects(const RiskInputs& inputs, const RiskUnit& unit) {
  RoundEffects round;
  for (const RiskCase& c : unit.cases) {
    if (const BlastEvent* charge = explosion_of(c)) {
      add_explosion(inputs, *charge, c.frequency_per_year, round);
    } else if (shape_of(c) == CaseShape::round) {
      add_round(only_death(inputs, c), c.frequency_per_year, round);
    }
  }
  return round;
}

EffectAxes effect_axes(const RiskInputs& inputs, const RiskUnit& unit, const std::vector<WeatherGroup>& groups) {
  double reach = 0.0;
  for (const EffectFootprint& footprint : footprints(inputs, unit, groups)) {
    reach = std::max(reach, footprint.reach_m(risk_floor_per_year));
  }
  for (const OwnJet& jet : own_jets(inputs, unit)) {
    reach = std::max(reach, jet.death.reach_m(risk_floor_per_year / jet.frequency_per_year).value_or(0.0));
  }
  EffectAxes axes;
  if (reach == 0.0) return axes;
  axes.step_m = std::clamp(reach / kRings, kFinestStep_m, kCoarsestStep_m);
  axes.rings = static_cast<std::size_t>(std::ceil(reach / axes.step_m)) + 2;
  const SectorLayout layout = groups.empty() ? SectorLayout{} : groups.front().density.layout();
  const std::size_t multiple = 2 * static_cast<std::size_t>(layout.count);  // sector edges and half turns on nodes
  axes.bearings = (kFewestBearings + multiple - 1) / multiple * multiple;
  axes.first_bearing_deg = layout.first_edge_deg() + 180.0;
  return axes;
}

EffectTable effect_table(const RiskInputs& inputs, const RiskUnit& unit, const std::vector<WeatherGroup>& groups,
                         const EffectAxes& axes, Progress* progress) {
  if (axes.rings == 0) return {};
  const std::vector<EffectFootprint> all = footprints(inputs, unit, groups);
  const std::vector<OwnJet> jets = own_jets(inputs, unit);
  std::vector<NodeDensity> densities;
  densities.reserve(groups.size());
  for (const WeatherGroup& group : groups) {
    densities.push_back(
        density_downwind(group.density, axes.first_bearing_deg, axes.bearing_step_deg(), axes.bearings));
  }
  std::vector<double> values(axes.rings * axes.bearings);
  const auto ring_values = [&](std::int64_t item) {
    const auto ring = static_cast<std::size_t>(item);
    const std::span<double> row(values.data() + ring * axes.bearings, axes.bearings);
    const double r_m = axes.ring_m(ring);
    for (const OwnJet& jet : jets) add_jet(jet, axes, r_m, row);
    for (std::size_t g = 0; g < groups.size(); ++g) {
      if (all[g].empty()) continue;
      turn_footprint(all[g].masses(r_m, axes.bearing_step_deg() * kDegree), densities[g], row);
    }
  };
  parallel_for(static_cast<std::int64_t>(axes.rings), ring_values, progress, "kernels");
  return {axes, values};
}

}  // namespace sise
