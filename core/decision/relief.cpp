#include "core/decision/relief.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <utility>

#include "core/accidents/source_point.hpp"
#include "core/criteria/limits.hpp"
#include "core/decision/room.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/risk/placed_risk.hpp"

namespace sise {
namespace {

constexpr double kTargetEdge_m = 1.0;
constexpr double kHalf = 0.5;

EnterpriseState state_of(const Study& study, const Enterprise& enterprise, ReliefMeasure measure,
                         const std::optional<NewPlace>& to) {
  if (measure == ReliefMeasure::move) return moved_to(study, enterprise, to->place);
  EnterpriseState state;
  if (measure == ReliefMeasure::halve) state.share = kHalf;
  return state;
}

/// The largest risk that kernels together put on places, moved as a whole.
double largest_risk(const std::vector<PlacedKernel>& kernels, const std::vector<Point>& places,
                    const EnterpriseState& state, const Projection& projection) {
  std::vector<double> risk(places.size(), 0.0);
  const Bounds box = box_around(places);
  const bool moved = state.east_m != 0.0 || state.north_m != 0.0;
  for (PlacedKernel kernel : kernels) {
    kernel.x_m += state.east_m;
    kernel.y_m += state.north_m;
    if (moved) kernel.grid_north_deg = projection.convergence_deg({kernel.x_m, kernel.y_m});
    add_risk(kernel, places, box, risk);
  }
  return state.share * *std::max_element(risk.begin(), risk.end());
}

void add_target(const Target& target, ReliefSum& sum) {
  ++sum.targets;
  sum.target_people += target.people.value_or(0.0);
}

bool holds(const HeldCells& cells, CellIndex cell) {
  const std::int64_t column = cell.column - cells.window.column;
  const std::int64_t row = cell.row - cells.window.row;
  if (column < 0 || row < 0 || column >= cells.window.columns || row >= cells.window.rows) return false;
  return cells.held.at(column, row) != 0;
}

}  // namespace

std::string_view name_of(ReliefMeasure measure) {
  constexpr std::array<std::string_view, 3> kNames{"close", "halve", "move"};
  return kNames.at(static_cast<std::size_t>(measure));
}

EnterpriseState moved_to(const Study& study, const Enterprise& enterprise, Point place) {
  Point middle{0.0, 0.0};
  const auto count = static_cast<double>(enterprise.units.size());
  for (const std::size_t unit : enterprise.units) {
    const Point at = source_point(study.units[unit].geometry);
    middle.x += at.x / count;
    middle.y += at.y / count;
  }
  return {place.x - middle.x, place.y - middle.y, 1.0};
}

ReliefFinder::ReliefFinder(const Assessment& assessment, const Projection& projection, Progress* progress)
    : assessment_(assessment),
      projection_(projection),
      enterprises_(sise::enterprises(assessment.study, assessment.statuses)),
      people_(people_of_district(assessment.study, progress)),
      land_(held_land(assessment, projection, enterprises_, progress)) {
  const GridSpec& grid = assessment.study.grid;
  const LandSum held = sum_over(people_, grid.whole(), [&](CellIndex cell) {
    return land_.holder.at(cell.column, cell.row) != HeldLand::nobody;
  });
  now_.area_m2 = static_cast<double>(held.cells) * grid.cell_area_m2();
  now_.people = held.people;
  find_broken_targets(progress);
}

/// Whether it may: no more is looked at where it does not.
bool ReliefFinder::reaches(std::size_t enterprise, const EnterpriseState& state, std::size_t target) const {
  if (!reach_[enterprise]) return false;
  const Bounds& now = *reach_[enterprise];
  const Bounds moved{now.x_min + state.east_m, now.y_min + state.north_m, now.x_max + state.east_m,
                     now.y_max + state.north_m};
  return distance_m(moved, boxes_[target]) <= 0.0;
}

bool ReliefFinder::breaks(std::size_t enterprise, const EnterpriseState& state, std::size_t index) const {
  if (!reaches(enterprise, state, index)) return false;
  const Study& study = assessment_.study;
  const Target& target = study.targets[index];
  const RulePack& rules = study.criteria.rules;
  const Enterprise& one = enterprises_[enterprise];
  const std::vector<Point>& places = places_[index];
  const auto exceeds_by = [&](const std::vector<std::size_t>& units, const LimitTable& limits) {
    return exceeds(largest_risk(assessment_.risk.placed(units), places, state, projection_),
                   limits.of(target.target_class).value);
  };
  if (one.computed.size() > one.fresh.size() && exceeds_by(one.computed, rules.individual_risk_existing)) return true;
  if (!one.fresh.empty() && exceeds_by(one.fresh, rules.individual_risk_new)) return true;
  const BlastCurve curve = blast_curve_from(rules.blast_curve).value();
  return std::any_of(one.units.begin(), one.units.end(), [&](std::size_t unit) {
    const UnitStatus& status = assessment_.statuses[unit];
    if (!status.explosive || !status.charge) return false;
    const Geometry shape = translated(study.units[unit].geometry, state.east_m, state.north_m);
    const Point from = nearest_points(shape, target.geometry).first;
    return exceeds(pressure_on(target.geometry, from, status.charge->tnt_kg, curve).pressure_pa,
                   rules.overpressure.of(target.target_class).value);
  });
}

void ReliefFinder::find_broken_targets(Progress* progress) {
  const std::vector<Target>& targets = assessment_.study.targets;
  reach_.resize(enterprises_.size());
  parallel_for(
      static_cast<std::int64_t>(enterprises_.size()),
      [&](std::int64_t e) {
        const auto i = static_cast<std::size_t>(e);
        reach_[i] = reach_of(assessment_, enterprises_[i]);
      },
      progress, "targets");
  for (const Target& target : targets) boxes_.push_back(bounds(target.geometry));
  places_.resize(targets.size());
  breakers_.resize(targets.size());
  parallel_for(
      static_cast<std::int64_t>(targets.size()),
      [&](std::int64_t t) {
        const auto i = static_cast<std::size_t>(t);
        if (!targets[i].is_protected) return;
        places_[i] = places_on(targets[i].geometry, assessment_.study.grid, kTargetEdge_m);
        for (std::size_t e = 0; e < enterprises_.size(); ++e) {
          if (breaks(e, {}, i)) breakers_[i].push_back(e);
        }
      },
      progress, "targets");
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (!breakers_[t].empty()) add_target(targets[t], now_);
  }
}

/// What the enterprise holds alone now and no more then; what it holds then and nobody now.
void ReliefFinder::count_land(const EnterpriseState* after, ReliefOption& option, Progress* progress) const {
  const double cell_m2 = assessment_.study.grid.cell_area_m2();
  const auto own = static_cast<std::int32_t>(option.enterprise);
  HeldCells then;
  if (after != nullptr) then = held_cells(assessment_, projection_, enterprises_[option.enterprise], *after, progress);
  const auto holder = [&](CellIndex cell) { return land_.holder.at(cell.column, cell.row); };
  const LandSum freed = sum_over(people_, land_.windows[option.enterprise],
                                 [&](CellIndex cell) { return holder(cell) == own && !holds(then, cell); });
  option.freed.area_m2 = static_cast<double>(freed.cells) * cell_m2;
  option.freed.people = freed.people;
  if (option.measure != ReliefMeasure::move) return;
  const LandSum taken = sum_over(people_, then.window,
                                 [&](CellIndex cell) { return holder(cell) == HeldLand::nobody && holds(then, cell); });
  option.taken.area_m2 = static_cast<double>(taken.cells) * cell_m2;
  option.taken.people = taken.people;
}

void ReliefFinder::count_targets(const EnterpriseState* after, ReliefOption& option) const {
  const std::vector<Target>& targets = assessment_.study.targets;
  for (std::size_t t = 0; t < targets.size(); ++t) {
    if (!targets[t].is_protected) continue;
    const std::vector<std::size_t>& breakers = breakers_[t];
    const bool own = breakers.size() == 1 && breakers.front() == option.enterprise;
    const bool may_take = breakers.empty() && option.measure == ReliefMeasure::move;
    if (!own && !may_take) continue;
    const bool then = after != nullptr && breaks(option.enterprise, *after, t);
    if (own && !then) {
      add_target(targets[t], option.freed);
      option.targets.push_back(t);
    }
    if (may_take && then) add_target(targets[t], option.taken);
  }
}

ReliefOption ReliefFinder::option(std::size_t enterprise, ReliefMeasure measure, const std::optional<NewPlace>& to,
                                  Progress* progress) const {
  ReliefOption option;
  option.enterprise = enterprise;
  option.measure = measure;
  option.to = to;
  const EnterpriseState state = state_of(assessment_.study, enterprises_[enterprise], measure, to);
  const EnterpriseState* after = measure == ReliefMeasure::close ? nullptr : &state;
  count_land(after, option, progress);
  count_targets(after, option);
  return option;
}

std::vector<ReliefOption> ReliefFinder::options(const std::vector<NewPlace>& places, Progress* progress) const {
  struct Wanted {
    std::size_t enterprise;
    ReliefMeasure measure;
    std::optional<NewPlace> to;
  };
  std::vector<Wanted> wanted;
  for (std::size_t e = 0; e < enterprises_.size(); ++e) {
    wanted.push_back({e, ReliefMeasure::close, {}});
    wanted.push_back({e, ReliefMeasure::halve, {}});
    for (const NewPlace& place : places) wanted.push_back({e, ReliefMeasure::move, place});
  }
  std::vector<ReliefOption> all(wanted.size());
  parallel_for(
      static_cast<std::int64_t>(wanted.size()),
      [&](std::int64_t w) {
        const Wanted& one = wanted[static_cast<std::size_t>(w)];
        all[static_cast<std::size_t>(w)] = option(one.enterprise, one.measure, one.to, nullptr);
      },
      progress, "relocation");
  std::erase_if(all, [](const ReliefOption& o) {
    const bool nothing = o.freed.area_m2 <= 0.0 && o.freed.targets == 0;
    return nothing || (o.measure == ReliefMeasure::move && o.net_people() < 0.0);
  });
  std::stable_sort(all.begin(), all.end(), [&](const ReliefOption& a, const ReliefOption& b) {
    if (a.net_people() != b.net_people()) return a.net_people() > b.net_people();
    if (a.net_area_m2() != b.net_area_m2()) return a.net_area_m2() > b.net_area_m2();
    return enterprises_[a.enterprise].name < enterprises_[b.enterprise].name;
  });
  return all;
}

Study study_after(const Study& study, const Enterprise& enterprise, const ReliefOption& option) {
  Study after = study;
  std::set<std::string> ids;
  for (const std::size_t unit : enterprise.units) ids.insert(study.units[unit].id);
  const auto of_it = [&](const Scenario& s) { return ids.contains(s.unit_id); };
  switch (option.measure) {
    case ReliefMeasure::close:
      std::erase_if(after.units, [&](const Unit& u) { return ids.contains(u.id); });
      std::erase_if(after.scenarios, of_it);
      std::erase_if(after.contents, [&](const UnitContent& c) { return ids.contains(c.unit_id); });
      std::erase_if(after.not_generated, [&](const NotGenerated& n) { return ids.contains(n.unit_id); });
      break;
    case ReliefMeasure::halve:
      for (Scenario& scenario : after.scenarios) {
        if (of_it(scenario)) scenario.frequency_per_year *= kHalf;
      }
      break;
    case ReliefMeasure::move: {
      const EnterpriseState state = moved_to(study, enterprise, option.to->place);
      for (const std::size_t unit : enterprise.units)
        after.units[unit].geometry = translated(study.units[unit].geometry, state.east_m, state.north_m);
      for (EnterpriseBoundary& boundary : after.boundaries) {
        if (boundary.enterprise != enterprise.name) continue;
        boundary.polygons = translated(as_geometry(boundary.polygons), state.east_m, state.north_m).polygons;
      }
      break;
    }
  }
  return after;
}

}  // namespace sise
