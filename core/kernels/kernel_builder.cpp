#include "core/kernels/kernel_builder.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <utility>

#include "core/grid/parallel.hpp"
#include "core/kernels/footprint.hpp"
#include "core/kernels/turn.hpp"

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

}  // namespace

KernelBuilder::KernelBuilder(const RiskInputs& inputs) : inputs_(inputs), groups_(weather_groups(inputs.rose)) {}

PolarAxes KernelBuilder::toxic_axes(const RiskUnit& unit) const {
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

KernelAxes KernelBuilder::axes(const RiskUnit& unit) const {
  return {toxic_axes(unit), effect_axes(inputs_, unit, groups_)};
}

double KernelBuilder::reach_m(const RiskUnit& unit, const KernelAxes& axes) const {
  const double toxic = axes.toxic.intervals > 0 ? axes.toxic.reach_m() : 0.0;
  return std::max({toxic, axes.effects.reach_m(), round_effects(inputs_, unit).reach_m()});
}

PolarTable KernelBuilder::toxic_table(const RiskUnit& unit, const PolarAxes& axes, Progress* progress) const {
  if (axes.intervals == 0) return {};
  const std::vector<Footprint> all = footprints(inputs_, unit, groups_);
  std::vector<NodeDensity> densities;
  densities.reserve(groups_.size());
  for (const WeatherGroup& group : groups_) {
    densities.push_back(
        density_downwind(group.density, axes.first_bearing_deg, axes.bearing_step_deg(), axes.bearings));
  }

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
  return {axes, values};
}

UnitKernel KernelBuilder::build(const RiskUnit& unit, const KernelAxes& axes, Progress* progress) const {
  return {toxic_table(unit, axes.toxic, progress), round_effects(inputs_, unit), unit.convergence_deg,
          effect_table(inputs_, unit, groups_, axes.effects, progress)};
}

}  // namespace sise
