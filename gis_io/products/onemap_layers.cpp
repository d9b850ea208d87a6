#include "gis_io/products/onemap_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis_io/write/results/hazards_table.hpp"
#include "gis_io/write/results/map_features.hpp"
#include "gis_io/write/results/study_layers.hpp"

namespace sise {

Text coverage_of(const Assessment& assessment) {
  const auto computed = std::count_if(assessment.statuses.begin(), assessment.statuses.end(),
                                      [](const UnitStatus& status) { return status.computed; });
  return {fmt::format("{} of {} units computed", computed, assessment.statuses.size()),
          fmt::format("共 {} 个危险单元, 已计算 {} 个", assessment.statuses.size(), computed)};
}

OneMapGroup hazards_group(const Computed& done, const MajorHazardPack& pack, const ClassScheme& scheme,
                          MapStamp stamp) {
  // Design maximum quantities decide, whatever is done about them.
  stamp.state = MapState::inherent;
  stamp.pack = pack.id;
  stamp.coverage = {fmt::format("{} units of identification", done.hazards.units.size()),
                    fmt::format("辨识单元 {} 个", done.hazards.units.size())};
  OneMapGroup group{"major_hazards", {"Major hazards", "重大危险源"}, {}};
  VectorLayer layer;
  layer.name = "major_hazards";
  layer.features = hazard_features(done.hazards, scheme);
  layer.style = category_style(scheme, "code", commonest_shape(layer.features));
  for (StyleEntry& entry : layer.style.entries) entry.drawn = entry.label != scheme.by_id("none")->label;
  layer.name_field = "enterprise";
  add_layer(group, std::move(layer), scheme.title, stamp);
  return group;
}

OneMapGroup targets_group(const Study& study, const ClassScheme& scheme, MapStamp stamp) {
  stamp.pack.clear();
  stamp.coverage = {fmt::format("{} targets", study.targets.size()), fmt::format("共 {} 处", study.targets.size())};
  OneMapGroup group{"targets", {"Protected targets", "防护目标"}, {}, {}, false};
  add_layer(group, target_layer(study.targets, scheme), scheme.title, stamp);
  return group;
}

OneMapGroup risk_group(const Computed& done, const ClassScheme& scheme, const MapStamp& stamp) {
  OneMapGroup group{"risk_zones", {"Zones of individual risk", "个人风险区划"}, {}};
  VectorLayer units;
  units.name = "units";
  units.features = done.units;
  units.style = category_style(scheme, "level", commonest_shape(done.units));
  units.name_field = "name";
  add_layer(group, std::move(units), {"Hazardous units", "危险单元"}, stamp);
  VectorLayer contours;
  contours.name = "risk_contours";
  contours.features = contour_features(done.totals);
  contours.style = contour_style(scheme, "level_per_year");
  add_layer(group, std::move(contours), {"Contours of individual risk", "个人风险等值线"}, stamp);
  VectorLayer zones;
  zones.name = "risk_zones";
  zones.features = class_features(done.totals, scheme);
  zones.style = class_style(scheme, "code");
  zones.name_field = "label_zh";
  add_layer(group, std::move(zones), scheme.title, stamp,
            {"By design maximum quantities; design-code separation distances are not in the colours.",
             "按设计最大量计算, 颜色不包含设计规范的防火间距."});
  return group;
}

}  // namespace sise
