#include "core/rating/enterprise_places.hpp"

#include "core/geometry/operations.hpp"

namespace sise {

std::map<std::string, Point> enterprise_places(const Study& study) {
  std::map<std::string, Point> grounds;
  for (const EnterpriseBoundary& boundary : study.boundaries) {
    if (!boundary.polygons.empty())
      grounds.emplace(boundary.enterprise, point_on_surface(as_geometry(boundary.polygons)));
  }
  std::map<std::string, Point> places;
  for (const Unit& unit : study.units) {
    const std::string& name = unit.enterprise_key();
    if (places.contains(name)) continue;
    const auto own = grounds.find(name);
    if (own != grounds.end()) {
      places.emplace(name, own->second);
    } else if (!unit.geometry.empty()) {
      places.emplace(name, point_on_surface(unit.geometry));
    }
  }
  return places;
}

}  // namespace sise
