#include "core/decision/park.hpp"

#include "core/accidents/source_point.hpp"
#include "core/geometry/operations.hpp"

namespace sise {

ParkUnits units_of_park(const Park& park, const Study& study, const std::vector<UnitStatus>& statuses, bool all) {
  const Geometry ground = as_geometry(park.ground);
  ParkUnits units;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    if (!all && !contains(ground, source_point(study.units[i].geometry))) continue;
    if (!statuses[i].missing.empty()) units.incomplete.push_back(i);
    if (!statuses[i].computed) continue;
    units.computed.push_back(i);
    if (study.units[i].is_new) units.fresh.push_back(i);
  }
  return units;
}

}  // namespace sise
