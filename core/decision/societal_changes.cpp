#include "core/decision/societal_changes.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "core/decision/enterprise_curve.hpp"
#include "core/decision/proposed_unit.hpp"
#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"

namespace sise {
namespace {

/// An enterprise that has no unit in the study yet.
SocietalChange of_a_newcomer(const Unit& unit, const FnCurve& curve) {
  return {.enterprise = {},
          .name = unit.enterprise_key(),
          .before = std::make_shared<const std::vector<FnStep>>(),
          .after = curve.steps(),
          .expected_before = 0.0,
          .expected_after = curve.expected_deaths_per_year(),
          .units = {{unit.id, 1.0}},
          .added = {}};
}

std::vector<PopulationPatch> spread(const Target& target, double people) {
  constexpr int kAcross = 6;
  std::vector<Point> places;
  double size = 0.0;
  if (!target.geometry.polygons.empty()) {
    const OwnGround ground(target.geometry.polygons);
    size = std::max(ground.box.x_max - ground.box.x_min, ground.box.y_max - ground.box.y_min) / kAcross;
    for (double x = ground.box.x_min + 0.5 * size; x < ground.box.x_max; x += size) {
      for (double y = ground.box.y_min + 0.5 * size; y < ground.box.y_max; y += size) {
        if (ground.area.contains({x, y})) places.push_back({x, y});
      }
    }
  }
  if (places.empty()) places.push_back(centroid(target.geometry));
  const double share = people / static_cast<double>(places.size());
  std::vector<PopulationPatch> patches;
  patches.reserve(places.size());
  for (const Point& place : places) patches.push_back({place, size, share, share});
  return patches;
}

/// Of a part of the year that lasts `share` of it: how much of it the event takes, at most all.
double share_taken(double event_h, double share) {
  constexpr double kHoursPerYear = 8760.0;
  return share > 0.0 ? std::min(1.0, event_h / (kHoursPerYear * share)) : 0.0;
}

}  // namespace

double people_of(const Proposal& proposal) {
  const double stated = proposal.target.people.value_or(proposal.occupancy.people_shift.value_or(0.0));
  return std::max(stated, proposal.occupancy.open_air_people.value_or(0.0));
}

ExtraPeople people_on(const Proposal& proposal, double day_fraction) {
  const double people = people_of(proposal);
  ExtraPeople extra{.people = PeopleTree(spread(proposal.target, people))};
  extra.outdoors = proposal.event.has_value() || proposal.occupancy.open_air_people.value_or(0.0) >= people;
  if (!proposal.event) return extra;
  const double by_day = proposal.event->day_share.value_or(day_fraction);
  extra.by_day = share_taken(proposal.event->hours_per_year * by_day, day_fraction);
  extra.by_night = share_taken(proposal.event->hours_per_year * (1.0 - by_day), 1.0 - day_fraction);
  return extra;
}

std::vector<std::vector<SocietalChange>> changes_by_people(const SocietalStudy& study,
                                                           std::span<const ExtraPeople> people, Progress* progress) {
  std::vector<std::vector<SocietalChange>> changes(people.size());
  const std::size_t enterprises = study.enterprises().size();
  for (std::size_t e = 0; e < enterprises; ++e) {
    if (progress != nullptr) progress->report("societal", static_cast<double>(e) / static_cast<double>(enterprises));
    PreparedEnterprise units(study, e, as_it_stands(study, progress));
    if (!units.reaches_any(people)) continue;
    const EnterpriseCurve enterprise(study, e, units, people);
    for (std::size_t k = 0; k < people.size(); ++k) {
      if (auto change = enterprise.with_people(k)) changes[k].push_back(std::move(*change));
    }
  }
  return changes;
}

std::vector<SocietalChange> changes_by_units(const SocietalStudy& study, std::span<const Proposal* const> units,
                                             Progress* progress) {
  std::vector<FnCurve> curves(units.size());
  parallel_for(
      static_cast<std::int64_t>(units.size()),
      [&](std::int64_t i) {
        const auto k = static_cast<std::size_t>(i);
        const std::optional<std::size_t> e = enterprise_of(study, units[k]->unit);
        const std::shared_ptr<const ProposedUnit> made = units[k]->maker->of(units[k]->unit);
        curves[k] = curve_of(study, made->risk(), *units[k], e ? study.ground_of(*e) : nullptr, progress);
      },
      nullptr);
  std::map<std::size_t, EnterpriseCurve> standing;
  std::vector<SocietalChange> changes;
  for (std::size_t k = 0; k < units.size(); ++k) {
    const Unit& unit = units[k]->unit;
    if (const std::optional<std::size_t> e = enterprise_of(study, unit)) {
      const PrepareUnit prepare = as_it_stands(study, progress);
      if (!standing.contains(*e)) {
        PreparedEnterprise enterprise(study, *e, prepare);
        standing.try_emplace(*e, study, *e, enterprise, std::span<const ExtraPeople>());
      }
      MostDeaths own;
      own.add(unit.id, curves[k].expected_deaths_per_year());
      curves[k].take_away(curve_of_replaced(study, *units[k], prepare));
      for (const std::size_t gone : units[k]->replaces) own.add(study.assessment().study.units[gone].id, 0.0);
      changes.push_back(standing.at(*e).with(curves[k], own));
    } else {
      changes.push_back(of_a_newcomer(unit, curves[k]));
    }
    changes.back().added = units[k]->maker->of(unit)->basis();
  }
  return changes;
}

}  // namespace sise
