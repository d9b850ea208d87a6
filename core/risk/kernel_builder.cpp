#include "core/risk/kernel_builder.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/risk/footprint.hpp"
#include "core/risk/turn.hpp"

namespace sise {
namespace {

constexpr double kFirstRing_m = 0.25;  // what lies within is 0.2 % of a 10 m cell
constexpr double kRingRatio = 1.02;
constexpr double kNodesPerSigma = 4.0;
constexpr std::size_t kFewestBearings = 720;
constexpr std::size_t kMostBearings = 2880;

std::vector<Footprint> footprints(const RiskInputs& inputs, const RiskUnit& unit,
                                  const std::vector<WeatherGroup>& groups) {
  std::vector<Footprint> all;
  all.reserve(groups.size());
  for (const WeatherGroup& group : groups) all.emplace_back(inputs, unit, group);
  return all;
}

/// No person has more risk at distance r than one who always stands on the axis.
double bound(const std::vector<Footprint>& all, const std::vector<WeatherGroup>& groups, double r_m) {
  double risk = 0.0;
  for (std::size_t g = 0; g < groups.size(); ++g) risk += groups[g].density.total() * all[g].on_axis(r_m);
  return risk;
}

/// Four bearings per angular sigma of the narrowest plume, and sector edges and half turns on nodes.
std::size_t bearings_for(const std::vector<Footprint>& all, double reach_m, int sectors) {
  double narrowest = std::numbers::pi;
  for (const Footprint& footprint : all) narrowest = std::min(narrowest, footprint.angular_sigma(reach_m));
  const double wanted = kNodesPerSigma * 2.0 * std::numbers::pi / narrowest;
  const auto least = std::clamp(static_cast<std::size_t>(std::ceil(wanted)), kFewestBearings, kMostBearings);
  const auto multiple = 2 * static_cast<std::size_t>(sectors);
  return (least + multiple - 1) / multiple * multiple;
}

/// The density of the direction the wind blows to, at the table's bearings.
NodeDensity density_at_nodes(const DirectionDensity& density, const PolarAxes& axes) {
  std::vector<double> at_node;
  std::vector<double> bend;
  for (std::size_t j = 0; j < axes.bearings; ++j) {
    const double from_deg = axes.bearing_deg(j) - 180.0;
    at_node.push_back(density.per_rad(from_deg));
    bend.push_back(density.bend_per_rad3(from_deg + 0.5 * axes.bearing_step_deg()));
  }
  return {at_node, bend};
}

}  // namespace

KernelBuilder::KernelBuilder(const RiskInputs& inputs) : inputs_(inputs), groups_(weather_groups(inputs.rose)) {}

PolarAxes KernelBuilder::axes(const RiskUnit& unit) const {
  PolarAxes axes;
  axes.first_m = kFirstRing_m;
  axes.ratio = kRingRatio;
  const std::vector<Footprint> all = footprints(inputs_, unit, groups_);
  if (all.empty() || all.front().empty()) return axes;

  std::size_t intervals = intervals_to(farthest_reach_m, axes.first_m, axes.ratio);
  while (intervals > 0 && bound(all, groups_, axes.ring_m(intervals)) < risk_floor_per_year) --intervals;
  axes.intervals = intervals;
  if (intervals == 0) return axes;

  const SectorLayout& layout = groups_.front().density.layout();
  axes.bearings = bearings_for(all, axes.reach_m(), layout.count);
  axes.first_bearing_deg = layout.first_edge_deg() + 180.0;
  return axes;
}

std::vector<LethalDisc> KernelBuilder::discs(const RiskUnit& unit) const {
  std::vector<LethalDisc> discs;
  for (const RiskCase& c : unit.cases) {
    if (!c.explosion) continue;
    discs.push_back({lethal_radius_m(*c.explosion, inputs_.model, inputs_.harm), c.frequency_per_year});
  }
  return discs;
}

double KernelBuilder::reach_m(const RiskUnit& unit, const PolarAxes& axes) const {
  double reach = axes.intervals > 0 ? axes.reach_m() : 0.0;
  for (const LethalDisc& disc : discs(unit)) reach = std::max(reach, disc.radius_m);
  return reach;
}

UnitKernel KernelBuilder::build(const RiskUnit& unit, const PolarAxes& axes, Progress* progress) const {
  if (axes.intervals == 0) return {PolarTable(), discs(unit), unit.convergence_deg};

  const std::vector<Footprint> all = footprints(inputs_, unit, groups_);
  std::vector<NodeDensity> densities;
  densities.reserve(groups_.size());
  for (const WeatherGroup& group : groups_) densities.push_back(density_at_nodes(group.density, axes));

  const double step_rad = axes.bearing_step_deg() * std::numbers::pi / 180.0;
  std::vector<double> values(axes.rings() * axes.bearings);
  const auto ring_values = [&](std::int64_t item) {
    const auto ring = static_cast<std::size_t>(item);
    const std::span<double> row(values.data() + ring * axes.bearings, axes.bearings);
    for (std::size_t g = 0; g < groups_.size(); ++g) {
      turn_footprint(all[g].masses(axes.ring_m(ring), step_rad), densities[g], row);
    }
  };
  parallel_for(static_cast<std::int64_t>(axes.rings()), ring_values, progress, "kernels");
  return {PolarTable(axes, values), discs(unit), unit.convergence_deg};
}

}  // namespace sise
