#include "core/decision/enterprises.hpp"

#include <map>

namespace sise {

std::vector<Enterprise> enterprises(const Study& study, const std::vector<UnitStatus>& statuses) {
  std::vector<Enterprise> list;
  std::map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < study.units.size(); ++i) {
    const std::string& key = study.units[i].enterprise_key();
    const auto [found, added] = position.try_emplace(key, list.size());
    if (added) list.push_back({.name = key});
    Enterprise& enterprise = list[found->second];
    enterprise.units.push_back(i);
    (statuses[i].computed ? enterprise.computed : enterprise.incomplete).push_back(i);
    if (statuses[i].computed && study.units[i].is_new) enterprise.fresh.push_back(i);
  }
  for (const EnterpriseBoundary& boundary : study.boundaries) {
    const auto found = position.find(boundary.enterprise);
    if (found == position.end()) continue;
    MultiPolygon& ground = list[found->second].ground;
    ground.insert(ground.end(), boundary.polygons.begin(), boundary.polygons.end());
  }
  return list;
}

}  // namespace sise
