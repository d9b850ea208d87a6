#include "gis_io/write/results/hazard_areas.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/geometry/operations.hpp"
#include "core/geometry/prepared_area.hpp"
#include "gis_io/write/results/hazards_table.hpp"

namespace sise {
namespace {

struct HazardCounts {
  std::map<int, std::int64_t> by_code;  ///< units of identification, by the scheme's codes
  std::set<std::string> enterprises;    ///< with a major hazard

  [[nodiscard]] std::int64_t of(int code) const {
    const auto found = by_code.find(code);
    return found == by_code.end() ? 0 : found->second;
  }
};

/// Level 1 is the severest; "cannot be told" stands before "none", as it may be one.
int severest(const HazardCounts& counts, const ClassScheme& scheme) {
  for (const SchemeClass& c : scheme.classes) {
    if (c.id != "none" && counts.of(c.code) > 0) return c.code;
  }
  return counts.of(ClassScheme::no_answer_code) > 0 ? ClassScheme::no_answer_code : scheme.by_id("none")->code;
}

Feature hazard_area(const std::string& set, const NamedArea& area, const HazardCounts& counts,
                    const ClassScheme& scheme) {
  Feature feature;
  feature.geometry.polygons = area.shape;
  const int code = severest(counts, scheme);
  const SchemeClass* found = scheme.by_code(code);
  const Text& label = found == nullptr ? scheme.no_answer_label : found->label;
  feature.properties = {{"set", set},
                        {"area_id", area.id},
                        {"area_name", area.name},
                        {"code", code},
                        {"label_zh", label.zh},
                        {"label_en", label.en},
                        {"colour", hex_colour(found == nullptr ? scheme.no_answer_rgb : found->rgb)},
                        {"enterprises", static_cast<std::int64_t>(counts.enterprises.size())}};
  for (const SchemeClass& c : scheme.classes) feature.properties.push_back({c.id, counts.of(c.code)});
  feature.properties.push_back({"level_unknown", counts.of(ClassScheme::no_answer_code)});
  return feature;
}

}  // namespace

std::vector<Feature> hazard_area_features(const std::string& set, const std::vector<NamedArea>& areas,
                                          const HazardsResult& result, const ClassScheme& scheme) {
  std::vector<PreparedArea> shapes;
  shapes.reserve(areas.size());
  for (const NamedArea& area : areas) shapes.emplace_back(area.shape);
  std::vector<HazardCounts> counts(areas.size() + 1);
  for (const HazardUnit& unit : result.units) {
    const auto at = unit.geometry.empty() ? shapes.end()
                                          : std::find_if(shapes.begin(), shapes.end(), [&](const PreparedArea& shape) {
                                              return shape.contains(point_on_surface(unit.geometry));
                                            });
    HazardCounts& here = counts[static_cast<std::size_t>(at - shapes.begin())];
    ++here.by_code[hazard_code(unit.hazard)];
    if (unit.hazard.major.value_or(false)) here.enterprises.insert(unit.enterprise);
  }
  std::vector<Feature> features;
  for (std::size_t i = 0; i < areas.size(); ++i) features.push_back(hazard_area(set, areas[i], counts[i], scheme));
  if (!counts.back().by_code.empty())
    features.push_back(hazard_area(set, {"", "不在任何分区 / in no area", {}}, counts.back(), scheme));
  return features;
}

}  // namespace sise
