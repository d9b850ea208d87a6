#include "core/decision/park.hpp"

#include "core/accidents/source_point.hpp"
#include "core/geometry/operations.hpp"

namespace sise {

namespace {

/// An accident of a line may happen anywhere along it.
bool may_happen_on(const Geometry& ground, const Geometry& unit) {
  if (contains(ground, source_point(unit))) return true;
  return !unit.lines.empty() && distance_m(ground, unit) <= 0.0;
}

}  // namespace

ParkUnits units_of_park(const Park& park, const Study& study, const std::vector<UnitStatus>& statuses, bool all) {
  const Geometry ground = as_geometry(park.ground);
  ParkUnits units;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    if (!all && !may_happen_on(ground, study.units[i].geometry)) continue;
    if (!statuses[i].missing.empty()) units.incomplete.push_back(i);
    if (!statuses[i].computed) continue;
    units.computed.push_back(i);
    if (study.units[i].is_new) units.fresh.push_back(i);
  }
  return units;
}

}  // namespace sise
