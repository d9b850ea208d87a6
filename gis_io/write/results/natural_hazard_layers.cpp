#include "gis_io/write/results/natural_hazard_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "core/geometry/box_index.hpp"
#include "core/geometry/operations.hpp"

namespace sise {
namespace {

void add_class(PropertyObject& properties, NaturalClass hazard, const ClassScheme& scheme) {
  const int code = static_cast<int>(hazard);
  const SchemeClass* found = scheme.by_code(code);
  const Text& label = found == nullptr ? scheme.no_answer_label : found->label;
  properties.push_back({"code", code});
  properties.push_back({"label_zh", label.zh});
  properties.push_back({"label_en", label.en});
}

LayerStyle hazard_style(const ClassScheme& scheme) { return category_style(scheme, "code", Shape::polygon); }

MapStamp stamp_of(const NaturalHazard& hazard) {
  const auto known = std::count_if(hazard.areas.begin(), hazard.areas.end(),
                                   [](const NaturalHazardArea& area) { return area.hazard != NaturalClass::unknown; });
  MapStamp stamp;
  stamp.state = MapState::inherent;  // what there is, whatever is done about it
  stamp.date = hazard.date;
  stamp.pack = hazard.rules;
  stamp.coverage = {fmt::format("{} of {} areas with a class", known, hazard.areas.size()),
                    fmt::format("共 {} 个区域, 已有等级 {} 个", hazard.areas.size(), known)};
  return stamp;
}

VectorLayer hazard_layer(const NaturalHazard& hazard, const ClassScheme& scheme) {
  VectorLayer layer;
  layer.name = "hazard_" + hazard.key;
  for (const NaturalHazardArea& area : hazard.areas) {
    Feature feature;
    feature.geometry.polygons = area.shape;
    feature.properties = {{"id", area.id.empty() ? PropertyValue() : PropertyValue(area.id)},
                          {"name", area.name.empty() ? PropertyValue() : PropertyValue(area.name)},
                          {"value", area.value ? PropertyValue(*area.value) : PropertyValue()}};
    add_class(feature.properties, area.hazard, scheme);
    layer.features.push_back(std::move(feature));
  }
  layer.style = hazard_style(scheme);
  layer.name_field = "name";
  return layer;
}

/// Finds the worst class of one hazard on an area's ground.
class HazardGround {
 public:
  explicit HazardGround(const NaturalHazard& hazard) : hazard_(hazard) {
    std::vector<Bounds> boxes;
    boxes.reserve(hazard.areas.size());

    for (const NaturalHazardArea& area : hazard.areas) boxes.push_back(bounds(area.shape));
    boxes_ = BoxIndex(std::move(boxes));
  }

  [[nodiscard]] NaturalClass worst_on(const MultiPolygon& ground) const {
    constexpr double kShare = 1e-6;  // of the ground: edges that two layers draw a little apart are no overlap
    const double least = kShare * area_m2(ground);
    NaturalClass found = NaturalClass::unknown;
    boxes_.touching(bounds(ground), [&](std::size_t i) {
      const NaturalHazardArea& area = hazard_.areas[i];
      if (rank_of(area.hazard) <= rank_of(found)) return;
      if (area_m2(intersection(ground, area.shape)) > least) found = area.hazard;
    });
    return found;
  }

 private:
  const NaturalHazard& hazard_;
  BoxIndex boxes_;
};

NaturalClass composite_of(const std::vector<NaturalClass>& classes, const std::vector<double>& weights) {
  if (!weights.empty()) return weighted_class(classes, weights);
  NaturalClass found = NaturalClass::unknown;
  for (const NaturalClass one : classes) found = worst(found, one);
  return found;
}

VectorLayer composite_layer(const std::vector<NaturalHazard>& hazards, const std::vector<HazardGround>& grounds,
                            const BoundarySet& set, const std::vector<double>& weights, const ClassScheme& scheme) {
  VectorLayer layer;
  layer.name = "hazards_" + set.name;
  for (const BoundaryArea& area : set.areas) {
    Feature feature;
    feature.geometry.polygons = area.shape;
    feature.properties = {{"id", area.id}, {"name", area.name}};
    std::vector<NaturalClass> classes;
    for (std::size_t h = 0; h < hazards.size(); ++h) {
      classes.push_back(grounds[h].worst_on(area.shape));
      const SchemeClass* found = scheme.by_code(static_cast<int>(classes.back()));
      feature.properties.push_back(
          {"hazard_" + hazards[h].key, found == nullptr ? scheme.no_answer_label.zh : found->label.zh});
    }
    const bool incomplete = std::find(classes.begin(), classes.end(), NaturalClass::unknown) != classes.end();
    feature.properties.push_back({"incomplete", incomplete});
    add_class(feature.properties, composite_of(classes, weights), scheme);
    layer.features.push_back(std::move(feature));
  }
  layer.style = hazard_style(scheme);
  layer.style.label_field = "name";
  layer.name_field = "name";
  return layer;
}

Text composite_words(const std::vector<NaturalHazard>& hazards, bool weighted) {
  if (!weighted) return {"the worst of the hazards on the area's ground", "取区内各灾种最高等级"};
  Text words{"weighted:", "加权:"};
  for (const NaturalHazard& hazard : hazards) {
    words.en += fmt::format(" {} {:g}", hazard.title.en, hazard.weight.value_or(0.0));
    words.zh += fmt::format(" {} {:g}", hazard.title.zh, hazard.weight.value_or(0.0));
  }
  return words;
}

}  // namespace

OneMapGroup natural_hazards_group(const std::vector<NaturalHazard>& hazards, const std::vector<BoundarySet>& sets,
                                  bool weighted, const ClassScheme& scheme) {
  OneMapGroup group{"natural_hazards", scheme.title, {}, {}, false};
  const Text apart{"Natural hazards are never added to the colours of accident risk.",
                   "自然灾害等级不与安全风险颜色叠加."};
  std::vector<HazardGround> grounds;
  std::vector<double> weights;
  MapStamp together;
  together.state = MapState::inherent;
  bool dated = true;
  for (const NaturalHazard& hazard : hazards) {
    grounds.emplace_back(hazard);
    if (weighted) weights.push_back(hazard.weight.value_or(0.0));
    dated = dated && !hazard.date.empty();
    together.date = std::max(together.date, hazard.date);
  }
  if (!dated) together.date.clear();  // a layer of no date may be older than all others
  together.coverage = {fmt::format("{} hazards", hazards.size()), fmt::format("{} 个灾种", hazards.size())};
  for (const BoundarySet& set : sets) {
    const Text how = composite_words(hazards, weighted);
    add_layer(group, composite_layer(hazards, grounds, set, weights, scheme),
              {"Natural hazards together: " + set.title.en, "自然灾害综合: " + set.title.zh}, together,
              {how.en + ". " + apart.en, how.zh + ". " + apart.zh});
  }
  for (const NaturalHazard& hazard : hazards) {
    add_layer(group, hazard_layer(hazard, scheme),
              {"Natural hazard: " + hazard.title.en, "自然灾害: " + hazard.title.zh}, stamp_of(hazard),
              {hazard.method.en + ". " + apart.en, hazard.method.zh + ". " + apart.zh});
  }
  if (!group.layers.empty()) group.pictured = {group.layers.front().name};
  group.stamp = sets.empty() && !hazards.empty() ? stamp_of(hazards.front()) : together;
  return group;
}

}  // namespace sise
