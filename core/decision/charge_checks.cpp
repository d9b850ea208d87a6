// Overpressure of explosive units at a proposal's place.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/decision/checks.hpp"
#include "core/decision/risk_basis.hpp"
#include "core/geometry/operations.hpp"
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

}  // namespace

ReviewCheck charge_check(const ReviewContext& context, const Unit& unit, const UnitStatus& status,
                         const Target& target) {
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
  if (check.passed && !check.codes.empty()) {
    check.bracket = largest_overpressure_pa(context.brackets, check.codes, curve, charge.tnt_kg, nearest)
                        .value_or(std::numeric_limits<double>::quiet_NaN());
  }
  const Text basis = charge.basis();
  check.text = sentence(
      check,
      {fmt::format("the overpressure of '{}' ({}, {:.4g} m away, curve {})", unit.id, basis.en, nearest,
                   name_of(curve)),
       fmt::format("单元“{}”({},距离 {:.4g} m,曲线 {})的冲击波超压", unit.id, basis.zh, nearest, name_of(curve))},
      target.target_class);
  return check;
}

std::vector<ReviewCheck> overpressure_checks(const ReviewContext& context, const Target& target) {
  std::vector<ReviewCheck> checks;
  for (std::size_t i = 0; i < context.study.units.size(); ++i) {
    const UnitStatus& status = context.assessment.statuses[i];
    if (status.explosive && status.charge && !context.closed.contains(i))
      checks.push_back(charge_check(context, context.study.units[i], status, target));
  }
  return checks;
}

}  // namespace sise
