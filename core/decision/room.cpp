#include "core/decision/room.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "core/criteria/limits.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/places.hpp"
#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/grid/stage_part.hpp"
#include "core/risk/placed_risk.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr double kAtCharge_m = 1e-3;   // a curve has no value at the charge itself
constexpr double kEqualWithin = 1e-9;  // as in comparisons with limits

/// How many fit between a value and its limit. Where the limit is broken already only what does not raise the value: by
/// no more than comparisons with limits can tell.
double fits(double before, double adds, double limit) {
  if (!(adds > 0.0)) return std::numeric_limits<double>::infinity();
  return (exceeds(before, limit) ? kEqualWithin * before : std::max(0.0, limit - before)) / adds;
}

/// At least so many fit, were the most that one adds added at the worst place.
double fits_at_least(double least_left, double most_added) {
  if (!(most_added > 0.0)) return std::numeric_limits<double>::infinity();
  return std::max(0.0, least_left) / most_added;
}

}  // namespace

PressureOnShape pressure_on(const Geometry& shape, Point charge, double tnt_kg, BlastCurve curve) {
  Geometry from;
  from.points = {charge};
  const Point to = nearest_points(from, shape).second;
  return {to, overpressure_pa(curve, tnt_kg, std::max(std::hypot(to.x - charge.x, to.y - charge.y), kAtCharge_m))};
}

double whole_units(double units) { return std::floor(units * (1.0 + kEqualWithin) + kEqualWithin); }

RoomFinder::RoomFinder(const Assessment& assessment, const ParkUnits& units, double edge_spacing_m, Progress* progress)
    : assessment_(assessment) {
  const Study& study = assessment.study;
  constexpr double kTakingUp = 0.3;  // of the stage
  for (std::size_t t = 0; t < study.targets.size(); ++t) {
    if (progress != nullptr)
      progress->report("targets", kTakingUp * static_cast<double>(t) / static_cast<double>(study.targets.size()));
    if (study.targets[t].is_protected) take_up(t, edge_spacing_m);
  }
  StagePart measuring(progress, kTakingUp, 1.0);
  existing_.resize(places_.size());
  fresh_.resize(places_.size());
  parallel_for(
      static_cast<std::int64_t>(grounds_.size()),
      [&](std::int64_t g) { measure(grounds_[static_cast<std::size_t>(g)], units); }, &measuring, "targets");
  for (const Ground& ground : grounds_) note_use(ground);
}

void RoomFinder::take_up(std::size_t target, double edge_spacing_m) {
  const Study& study = assessment_.study;
  const RulePack& rules = study.criteria.rules;
  const Target& t = study.targets[target];
  Ground ground;
  ground.target = target;
  ground.begin = places_.size();
  const std::vector<Point> places = places_on(t.geometry, study.grid, edge_spacing_m);
  places_.insert(places_.end(), places.begin(), places.end());
  ground.end = places_.size();
  ground.box = bounds(t.geometry);
  ground.limit_existing = rules.individual_risk_existing.of(t.target_class).value;
  ground.limit_fresh = rules.individual_risk_new.of(t.target_class).value;
  ground.pressure_limit_pa = rules.overpressure.of(t.target_class).value;
  grounds_.push_back(ground);
}

void RoomFinder::measure(Ground& ground, const ParkUnits& units) {
  const std::size_t count = ground.end - ground.begin;
  const std::span<const Point> places = std::span(places_).subspan(ground.begin, count);
  const std::span<double> existing = std::span(existing_).subspan(ground.begin, count);
  const std::span<double> fresh = std::span(fresh_).subspan(ground.begin, count);
  assessment_.risk.risk_at(places, units.computed, existing);
  assessment_.risk.risk_at(places, units.fresh, fresh);
  ground.least_existing = ground.limit_existing - *std::max_element(existing.begin(), existing.end());
  ground.least_fresh = ground.limit_fresh - *std::max_element(fresh.begin(), fresh.end());
}

void RoomFinder::note_use(const Ground& ground) {
  const auto note = [&](RoomTerm term, double limit, double least_left) {
    const double share = (limit - least_left) / limit;
    if (share > used_.share) used_ = {share, term, ground.target, limit - least_left, limit};
  };
  note(RoomTerm::risk_existing, ground.limit_existing, ground.least_existing);
  note(RoomTerm::risk_new, ground.limit_fresh, ground.least_fresh);
}

void RoomFinder::bound_by_pressure(Point place, const MovableUnit& unit, RoomAtPlace& room) const {
  const UnitStatus& status = unit.status();
  if (!status.explosive || !status.charge) return;
  const BlastCurve curve = blast_curve_from(assessment_.study.criteria.rules.blast_curve).value();
  const Bounds here{place.x, place.y, place.x, place.y};
  const double tnt_kg = status.charge->tnt_kg;
  for (const Ground& ground : grounds_) {
    const double at_most = overpressure_pa(curve, tnt_kg, std::max(distance_m(ground.box, here), kAtCharge_m));
    if (!exceeds(at_most, ground.pressure_limit_pa)) continue;
    const Geometry& shape = assessment_.study.targets[ground.target].geometry;
    const auto [to, pressure] = pressure_on(shape, place, tnt_kg, curve);
    if (!exceeds(pressure, ground.pressure_limit_pa)) continue;
    room.existing = {0.0, RoomTerm::overpressure, ground.target, to, 0.0, pressure, ground.pressure_limit_pa};
    room.fresh = room.existing;
    return;
  }
}

void RoomFinder::bound_by_risk(const Ground& ground, const PlacedKernel& kernel, RoomAtPlace& room) const {
  const std::size_t count = ground.end - ground.begin;
  std::vector<double> adds(count, 0.0);
  add_risk(kernel, std::span(places_).subspan(ground.begin, count), ground.box, adds);
  const auto take = [&](RoomBound& bound, RoomTerm term, double before, double added, double limit, Point place) {
    const double units = fits(before, added, limit);
    if (units < bound.units) bound = {units, term, ground.target, place, before, added, limit};
  };
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t p = ground.begin + i;
    take(room.existing, RoomTerm::risk_existing, existing_[p], adds[i], ground.limit_existing, places_[p]);
    take(room.fresh, RoomTerm::risk_new, fresh_[p], adds[i], ground.limit_fresh, places_[p]);
  }
}

RoomAtPlace RoomFinder::at(Point place, const MovableUnit& unit) const {
  RoomAtPlace room;
  bound_by_pressure(place, unit, room);
  if (room.existing.term == RoomTerm::overpressure) return room;
  // Most targets are too far to bind whatever happens there: they are told by the most that a unit puts so far away.
  struct Candidate {
    double existing, fresh;  ///< at least so many fit
    const Ground* ground;
    [[nodiscard]] double least() const { return std::min(existing, fresh); }
  };
  const Bounds here{place.x, place.y, place.x, place.y};
  std::vector<Candidate> candidates;
  for (const Ground& ground : grounds_) {
    const double most = unit.most_beyond(distance_m(ground.box, here));
    const Candidate one{fits_at_least(ground.least_existing, most), fits_at_least(ground.least_fresh, most), &ground};
    if (std::isfinite(one.least())) candidates.push_back(one);
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.least() != b.least() ? a.least() < b.least() : a.ground->target < b.ground->target;
  });
  const PlacedKernel kernel = unit.at(place);
  for (const Candidate& one : candidates) {
    if (one.existing < room.existing.units || one.fresh < room.fresh.units) bound_by_risk(*one.ground, kernel, room);
  }
  return room;
}

}  // namespace sise
