#include "core/kernels/kernel_builder.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "core/grid/interruption.hpp"
#include "core/kernels/content_key.hpp"
#include "core/kernels/ring_axes.hpp"
#include "core/kernels/scenario_harm.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::size_t kFewestBearings = 192;
constexpr std::size_t kBearingsBesideEmptySectors = 384;
constexpr double kPanelsPerSigma = 2.5;  // panels carry the accuracy, and steep edges of the rose want more of them
constexpr double kPanelsPerSigmaBesideEmptySectors = 5.0;
constexpr std::size_t kMostPanelsPerStep = 16;

bool has_empty_sectors(const std::vector<WeatherGroup>& groups) {
  return std::any_of(groups.begin(), groups.end(), [](const WeatherGroup& g) { return g.density.has_empty_sectors(); });
}

BearingNodes nodes_for(const std::vector<WeatherGroup>& groups) {
  BearingNodes nodes;
  if (!groups.empty()) nodes.layout = groups.front().density.layout();
  const std::size_t wanted = has_empty_sectors(groups) ? kBearingsBesideEmptySectors : kFewestBearings;
  nodes.per_sector = (wanted + nodes.sectors() - 1) / nodes.sectors();
  while (nodes.count() % 4 != 0) ++nodes.per_sector;  // quarter turns are whole steps
  return nodes;
}

/// Panels fine enough for the narrowest plume of a group, which is that far out.
std::size_t panels_per_step(const RiskInputs& inputs, const WeatherGroup& group, const BearingNodes& nodes,
                            double panels_per_sigma) {
  constexpr double kFar_m = 30e3;
  ToxicRelease passive;
  passive.height_m = inputs.model.receptor_height_m;
  const auto plume = field_in(inputs, passive, 1.0, group.speed_m_s, group.stability);
  const double sigma_rad = plume->width_m(kFar_m) / kFar_m;
  const double wanted = std::ceil(nodes.step_rad() * panels_per_sigma / sigma_rad);
  return static_cast<std::size_t>(std::clamp(wanted, 1.0, static_cast<double>(kMostPanelsPerStep)));
}

/// Rings of a flame of the usual size.
std::size_t flame_rings() {
  constexpr double kUsualReach_m = 150.0;
  return RingAxes::ring_beyond(kUsualReach_m);
}

/// Seen from a table, because they are not the same all around.
bool has_flames(const RiskCase& c) {
  return shape_of(c) != CaseShape::round &&
         std::any_of(c.effects.begin(), c.effects.end(),
                     [](const EffectEvent& event) { return quantity_of(event) == EffectQuantity::radiation_w_m2; });
}

void stop_if(const Progress* progress) {
  if (progress != nullptr && progress->cancelled()) throw Interrupted(SIGINT);
}

}  // namespace

KernelBuilder::KernelBuilder(const RiskInputs& inputs, std::size_t shared_bytes)
    : inputs_(inputs),
      groups_(weather_groups(inputs.rose)),
      nodes_(nodes_for(groups_)),
      clouds_(std::make_shared<const CloudMasses>()),
      parts_(std::make_shared<PartStore>(shared_bytes)) {
  turn_rose();
  fields_ = std::make_unique<FieldStore>(inputs, groups_, panels_to_a_quarter());
  std::vector<std::size_t> all(inputs.units.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  expect(all);
}

KernelBuilder::KernelBuilder(const RiskInputs& inputs, const KernelBuilder& beside, std::span<const std::size_t> units)
    : inputs_(inputs), groups_(beside.groups_), nodes_(beside.nodes_), clouds_(beside.clouds_), parts_(beside.parts_) {
  turn_rose();
  fields_ = std::make_unique<FieldStore>(inputs, groups_, panels_to_a_quarter(), beside.fields_.get());
  expect(units);
}

/// How often the wind blows where, in each group and at each speed, made ready to turn footprints.
void KernelBuilder::turn_rose() {
  const double per_sigma = has_empty_sectors(groups_) ? kPanelsPerSigmaBesideEmptySectors : kPanelsPerSigma;
  auto cumulative = std::make_shared<std::vector<RoseCumulative>>();
  const auto add_rose = [&](const DirectionDensity& density) {
    turns_.emplace_back(density, nodes_);
    cumulative->emplace_back(density);
    return turns_.size() - 1;
  };
  std::map<double, std::vector<DirectionDensity>> speeds;
  for (const WeatherGroup& group : groups_) {
    by_group_.push_back({group.speed_m_s, group.stability, add_rose(group.density)});
    speeds[group.speed_m_s].push_back(group.density);
    panels_per_step_.push_back(panels_per_step(inputs_, group, nodes_, per_sigma));
  }
  for (const auto& [speed, densities] : speeds) {
    by_speed_.push_back({speed, Stability::D, add_rose(sum_of(densities))});
  }
  cumulative_ = std::move(cumulative);
}

std::vector<std::size_t> KernelBuilder::panels_to_a_quarter() const {
  std::vector<std::size_t> panels;
  panels.reserve(panels_per_step_.size());
  for (const std::size_t per_step : panels_per_step_) panels.push_back(nodes_.count() / 4 * per_step);
  return panels;
}

/// The fields have to reach as far as the units' releases; flames take room by how many differ.
void KernelBuilder::expect(std::span<const std::size_t> units) {
  std::set<std::string> parts;
  for (const std::size_t unit : units) {
    stop_if_interrupted();
    for (const RiskCase& c : inputs_.units[unit].cases) {
      if (has_flames(c)) parts.insert(effects_key(c));
    }
    if (groups_.empty()) continue;
    const std::vector<ToxicCases> cases = toxic_cases(inputs_, inputs_.units[unit], *fields_);
    const std::size_t rings = toxic_rings(cases, *fields_, groups_);
    for (const ToxicCases& carried : cases) fields_->need_rings(carried.field, rings + 2);
  }
  parts_bytes_ = std::min(parts_->limit_bytes(), parts.size() * flame_rings() * nodes_.count() * sizeof(float));
}

std::size_t KernelBuilder::kernel_bytes(const RiskUnit& unit) const {
  constexpr std::size_t kFlameRims = 3'000;   // of one case in six weathers: short rows
  constexpr std::size_t kCloudRims = 14'000;  // flammable clouds are long
  if (groups_.empty()) return 0;
  std::size_t rings = toxic_rings(toxic_cases(inputs_, unit, *fields_), *fields_, groups_);
  std::size_t rims = 0;
  for (const RiskCase& c : unit.cases) {
    const CaseShape shape = shape_of(c);
    if (shape != CaseShape::wind && shape != CaseShape::own) continue;
    const bool flames = has_flames(c);
    rims += flames ? kFlameRims : kCloudRims;
    if (flames) rings = std::max(rings, flame_rings());
  }
  return sizeof(UnitKernel) + rims + PolarTable::bytes({rings == 0 ? 0 : rings + 2, nodes_.count(), 0.0, 0.0});
}

std::shared_ptr<const EffectPart> KernelBuilder::part(const RiskCase& c, const Progress* progress) const {
  return parts_->get(effects_key(c), [&] {
    stop_if(progress);
    return effect_part(inputs_, c, feels_speed_alone(inputs_, c) ? by_speed_ : by_group_, turns_, *clouds_);
  });
}

/// With a pack's cut-off a toxic footprint has an edge of its own.
CaseRims KernelBuilder::cut_off_rims(const RiskCase& c) const {
  CaseRims edges;
  const ToxicHarm harm(*c.toxic, inputs_.harm);
  const ProbitCut cut = probit_cut(inputs_.harm.min_probability);
  const double level_kg_m3 = std::exp((cut.from - harm.at_one_kg_m3()) / harm.per_ln_concentration());
  constexpr std::size_t kStations = 192;
  for (const TurningWeather& weather : by_group_) {
    const auto field = field_in(inputs_, *c.toxic, c.toxic->rate_kg_s, weather.speed_m_s, weather.stability);
    const PlaneFunction values = [&](auto x, auto y, auto out) { field->values(x, y, out); };
    const auto curve = level_curve(values, level_kg_m3, {0.0, RingAxes::farthest_m, kStations});
    if (!curve) continue;
    const std::vector<double> jumps(curve->x_m.size(), cut.probability);
    edges.rims.add(*curve, jumps, weather.rose);
  }
  return edges;
}

std::shared_ptr<const UnitKernel> KernelBuilder::build(const RiskUnit& unit, const Progress* progress) const {
  std::vector<std::pair<double, std::shared_ptr<const EffectPart>>> parts;  // with their frequencies
  std::vector<RimsOfCase> rims;
  double reach = 0.0;
  std::size_t rings = 0;
  for (const RiskCase& c : unit.cases) {
    const CaseShape shape = shape_of(c);
    if ((shape != CaseShape::wind && shape != CaseShape::own) || turns_.empty()) continue;
    const auto& [frequency, one] = parts.emplace_back(c.frequency_per_year, part(c, progress));
    if (!one->edges->rims.empty()) rims.push_back({frequency, one->edges});
    reach = std::max(reach, one->reach_m);
    rings = std::max(rings, one->remainder.size() / nodes_.count());
  }
  std::vector<ToxicCases> toxic_cases_here;
  if (!groups_.empty()) toxic_cases_here = toxic_cases(inputs_, unit, *fields_);
  const std::size_t toxic = toxic_rings(toxic_cases_here, *fields_, groups_);
  if (toxic > 0) {
    rings = std::max(rings, toxic + 2);
    reach = std::max(reach, RingAxes::ring_m(toxic));
  }
  PolarTable table;
  if (rings > 0) {
    table = PolarTable({rings, nodes_.count(), nodes_.first_bearing_deg(), reach});
    std::unique_ptr<ToxicRings> toxics;
    if (toxic > 0) {
      toxics = std::make_unique<ToxicRings>(toxic_cases_here, *fields_, std::span(turns_).first(groups_.size()),
                                            panels_per_step_, inputs_.harm.min_probability);
    }
    std::vector<double> laid_out(nodes_.ring_size());
    std::vector<double> values(nodes_.count());
    for (std::size_t ring = 0; ring < rings; ++ring) {
      stop_if(progress);
      std::fill(laid_out.begin(), laid_out.end(), 0.0);
      if (toxics && ring < toxic + 2) toxics->add(ring, laid_out);
      for (std::size_t j = 0; j < values.size(); ++j) values[j] = std::max(0.0, laid_out[nodes_.place(j)]);
      for (const auto& [frequency, one] : parts) {
        const std::vector<float>& more = one->remainder;
        if ((ring + 1) * values.size() > more.size()) continue;
        const float* row = more.data() + ring * values.size();
        for (std::size_t j = 0; j < values.size(); ++j) {
          values[j] += frequency * static_cast<double>(row[j]);
        }
      }
      table.set_ring(ring, values);
    }
  }
  if (inputs_.harm.min_probability > 0.0) {
    for (const RiskCase& c : unit.cases) {
      if (!c.toxic || !(c.toxic->rate_kg_s > 0.0) || !(c.toxic->duration_s > 0.0)) continue;
      rims.push_back({c.frequency_per_year, std::make_shared<const CaseRims>(cut_off_rims(c))});
    }
  }
  return std::make_shared<const UnitKernel>(std::move(table), round_effects(inputs_, unit), std::move(rims),
                                            cumulative_);
}

}  // namespace sise
