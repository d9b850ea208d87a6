#include "core/decision/enterprises.hpp"

#include <map>

namespace sise {

std::vector<Enterprise> enterprises(const Study& study, const std::vector<UnitStatus>& statuses) {
  std::vector<Enterprise> list;
  std::map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const std::string& key = study.units[i].enterprise_key();
    const auto [found, added] = position.try_emplace(key, list.size());
    if (added) list.push_back({key, {}, {}, {}, {}});
    Enterprise& enterprise = list[found->second];
    enterprise.units.push_back(i);
    (statuses[i].computed ? enterprise.computed : enterprise.incomplete).push_back(i);
    if (statuses[i].computed && study.units[i].is_new) enterprise.fresh.push_back(i);
  }
  return list;
}

MultiPolygon own_ground(const Study& study, const std::string& enterprise) {
  MultiPolygon ground;
  for (const EnterpriseBoundary& boundary : study.boundaries) {
    if (boundary.enterprise == enterprise)
      ground.insert(ground.end(), boundary.polygons.begin(), boundary.polygons.end());
  }
  return ground;
}

}  // namespace sise
