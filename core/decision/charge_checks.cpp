// Overpressure of explosive units at a proposal's place.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/decision/checks.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
#include "core/geometry/point_distance.hpp"
#include "models/explosion/tnt.hpp"

namespace sise {
namespace {

constexpr double kNearest_m = 1e-3;  // a curve has no value at the charge itself

double farthest_vertex_m(Point from, const Geometry& shape) {
  double farthest = 0.0;
  for (const Point& p : boundary_points(shape, std::numeric_limits<double>::max())) {
    farthest = std::max(farthest, std::hypot(p.x - from.x, p.y - from.y));
  }
  return farthest;
}

/// A unit's charge, and what it puts on a place at most: as if boxes around the two were the shapes themselves.
struct Charged {
  std::size_t unit = 0;
  double at_most_pa = 0.0;
};

}  // namespace

ReviewCheck charge_check(const ReviewContext& context, const Unit& unit, const UnitStatus& status, const Target& target,
                         const Text& where) {
  const Criteria& criteria = context.study.criteria;
  const ExplosiveCharge& charge = *status.charge;
  ReviewCheck check = check_against(criteria.rules.overpressure, target, criteria);
  extend(check.rests_on, charge_links(charge, unit, criteria));
  const BlastCurve curve = blast_curve_from(criteria.rules.blast_curve).value();
  const auto [from, to] = nearest_points(unit.geometry, target.geometry);
  const double nearest = std::max(std::hypot(to.x - from.x, to.y - from.y), kNearest_m);
  const double farthest = std::max(farthest_vertex_m(from, target.geometry), nearest);
  check.subject = unit.id;
  check.governing_unit = unit.id;
  check.contributors = {{unit.id, 1.0}};
  set_value(check, overpressure_pa(curve, charge.tnt_kg, nearest), overpressure_pa(curve, charge.tnt_kg, farthest),
            target);
  check.codes = blast_warnings(curve, charge.tnt_kg, nearest);
  if (!check.codes.empty()) {
    const ValueRange range = overpressure_range_pa(context.brackets, check.codes, curve, charge.tnt_kg, nearest);
    if (check.passed) check.bracket = range.high;
    set_low(check, range.low);
  }
  const Text basis = charge.basis();
  check.text = sentence(check,
                        {fmt::format("the overpressure of '{}' ({}, {:.4g} m away, curve {}){}{}", unit.id, basis.en,
                                     nearest, name_of(curve), where.en.empty() ? "" : " ", where.en),
                         fmt::format("单元“{}”({},距离 {:.4g} m,曲线 {}){}的冲击波超压", unit.id, basis.zh, nearest,
                                     name_of(curve), where.zh)},
                        target.target_class);
  return check;
}

std::vector<ReviewCheck> overpressure_checks(const ReviewContext& context, const Target& target) {
  const Criteria& criteria = context.study.criteria;
  const double limit_pa = criteria.rules.overpressure.of(target.target_class).value;
  const BlastCurve curve = blast_curve_from(criteria.rules.blast_curve).value();
  std::vector<Charged> charges;
  const Bounds place = bounds(target.geometry);
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const UnitStatus& status = context.assessment.statuses[i];
    if (!status.explosive || !status.charge || context.closed.contains(i)) continue;
    const double at_least_m = std::max(distance_m(bounds(context.study.units[i].geometry), place), kNearest_m);
    charges.push_back({i, overpressure_pa(curve, status.charge->tnt_kg, at_least_m)});
  }
  std::stable_sort(charges.begin(), charges.end(),
                   [](const Charged& a, const Charged& b) { return a.at_most_pa > b.at_most_pa; });
  // Of those that do not matter the closest to the limit is told, and listed where nothing matters: what is certain to be
  // farther from it is not worked out.
  const double decisive_pa = decisive_pressure_share * limit_pa;
  bool any_decisive = false;
  double first_pa = 0.0;  // the two largest below
  double second_pa = 0.0;
  std::vector<ReviewCheck> checks;
  checks.reserve(charges.size());
  for (const Charged& charge : charges) {
    if (charge.at_most_pa >= decisive_pa || charge.at_most_pa > (any_decisive ? first_pa : second_pa)) {
      checks.push_back(
          charge_check(context, context.study.units[charge.unit], context.assessment.statuses[charge.unit], target));
      const double value_pa = checks.back().value;
      if (value_pa >= decisive_pa) {
        any_decisive = true;
        continue;
      }
      second_pa = std::max(second_pa, std::min(value_pa, first_pa));
      first_pa = std::max(first_pa, value_pa);
    } else {
      ReviewCheck& bare = checks.emplace_back();
      bare.value = charge.at_most_pa;
      bare.limit = limit_pa;
    }
  }
  return checks;
}

}  // namespace sise
