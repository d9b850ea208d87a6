#include "gis_io/write/results/natural_hazard_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "core/rating/hazard_ground.hpp"

namespace sise {
namespace {

Text label_of(NaturalClass hazard, const ClassScheme& scheme) {
  const SchemeClass* found = scheme.by_code(static_cast<int>(hazard));
  return found == nullptr ? scheme.no_answer_label : found->label;
}

void add_class(PropertyObject& properties, NaturalClass hazard, const ClassScheme& scheme) {
  const Text label = label_of(hazard, scheme);
  properties.push_back({"code", static_cast<int>(hazard)});
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

HazardGround ground_of(const NaturalHazard& hazard) {
  std::vector<ClassedShape> shapes;
  shapes.reserve(hazard.areas.size());
  for (const NaturalHazardArea& area : hazard.areas) shapes.push_back({area.shape, area.hazard});
  return HazardGround(std::move(shapes));
}

/// PREFIXhigh_share to PREFIXlow_share and PREFIXunknown_share.
void add_shares(PropertyObject& properties, const std::string& prefix, const GroundShares& shares,
                const ClassScheme& scheme) {
  for (const SchemeClass& c : scheme.classes)
    properties.push_back({prefix + c.id + "_share", shares.at(static_cast<std::size_t>(c.code))});
  properties.push_back({prefix + "unknown_share", shares[0]});
}

/// What the hazards together say of an area: its class, and without weights also how much of its ground has which.
struct Composite {
  NaturalClass hazard = NaturalClass::unknown;
  std::optional<GroundShares> shares{};
};

Composite composite_of(const MultiPolygon& ground, const ClassedGround& together,
                       const std::vector<NaturalClass>& classes, const std::vector<double>& weights) {
  if (!weights.empty()) return {weighted_class(classes, weights)};
  const GroundShares shares = ground_shares(ground, together);
  return {worst_of(shares), shares};
}

Feature composite_feature(const std::vector<NaturalHazard>& hazards, const std::vector<HazardGround>& grounds,
                          const BoundaryArea& area, const std::vector<double>& weights, const ClassScheme& scheme) {
  Feature feature;
  feature.geometry.polygons = area.shape;
  feature.properties = {{"id", area.id}, {"name", area.name}};
  std::vector<NaturalClass> classes;
  ClassedGround together;
  PropertyObject of_each;
  for (std::size_t h = 0; h < hazards.size(); ++h) {
    const ClassedGround pieces = grounds[h].on(area.shape);
    const GroundShares shares = ground_shares(area.shape, pieces);
    classes.push_back(worst_of(shares));
    const std::string key = "hazard_" + hazards[h].key;
    of_each.push_back({key, label_of(classes.back(), scheme).zh});
    add_shares(of_each, key + "_", shares, scheme);
    for (std::size_t code = 0; code < kNaturalClasses; ++code)
      together[code].insert(together[code].end(), pieces[code].begin(), pieces[code].end());
  }
  const bool incomplete = std::find(classes.begin(), classes.end(), NaturalClass::unknown) != classes.end();
  feature.properties.push_back({"incomplete", incomplete});
  const Composite made = composite_of(area.shape, together, classes, weights);
  add_class(feature.properties, made.hazard, scheme);
  if (made.shares) {
    const Text most = label_of(most_of(*made.shares), scheme);
    feature.properties.push_back({"most_ground_zh", most.zh});
    feature.properties.push_back({"most_ground_en", most.en});
    add_shares(feature.properties, "", *made.shares, scheme);
  }
  feature.properties.insert(feature.properties.end(), of_each.begin(), of_each.end());
  return feature;
}

VectorLayer composite_layer(const std::vector<NaturalHazard>& hazards, const std::vector<HazardGround>& grounds,
                            const BoundarySet& set, const std::vector<double>& weights, const ClassScheme& scheme) {
  VectorLayer layer;
  layer.name = "hazards_" + set.name;
  for (const BoundaryArea& area : set.areas)
    layer.features.push_back(composite_feature(hazards, grounds, area, weights, scheme));
  layer.style = hazard_style(scheme);
  layer.style.label_field = "name";
  layer.name_field = "name";
  return layer;
}

Text composite_words(const std::vector<NaturalHazard>& hazards, bool weighted) {
  if (!weighted) {
    return {
        "the worst of the hazards on any of the area's ground; the shares say how much of the ground has which class",
        "取区内各灾种最高等级; 各等级占地比例见属性"};
  }
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
    grounds.push_back(ground_of(hazard));
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
