#include "gis_io/write/results/onemap_groups.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <utility>

#include "core/criteria/target_class.hpp"
#include "gis_io/write/results/sector_layers.hpp"

namespace sise {
namespace {

constexpr const char* kSectorEnterprises = "sector_enterprises";
constexpr const char* kSectorAreas = "sector_areas";
constexpr const char* kSectorDistrict = "sector_district";

VectorLayer sector_layer(const char* name, std::vector<Feature> features, const ClassScheme& scheme, Shape shape,
                         const char* name_field) {
  VectorLayer layer;
  layer.name = name;
  layer.features = std::move(features);
  layer.style = category_style(scheme, "code", shape);
  layer.name_field = name_field;
  return layer;
}

/// The table as far as it is of one sector and, of several boundary sets, of one.
ProjectLayer view_of(const VectorLayer& table, const std::string& id, std::vector<Condition> filter, const Text& title,
                     bool shown) {
  ProjectLayer view = project_layer(table, shown);
  view.id = id;
  view.filter = std::move(filter);
  view.title = title;
  return view;
}

const VectorLayer* table_of(const OneMapGroup& group, std::string_view name) {
  const auto found = std::find_if(group.layers.begin(), group.layers.end(),
                                  [&](const VectorLayer& layer) { return layer.name == name; });
  return found == group.layers.end() ? nullptr : &*found;
}

ProjectGroup views_of(const OneMapGroup& group, const Sector* sector, const std::vector<AreaSetSums>& sets) {
  const std::string id = sector_id(sector);
  const Condition of_sector{"sector", id};
  ProjectGroup views{sector_label(sector), {}, {}, true, false};
  if (const VectorLayer* table = table_of(group, kSectorEnterprises)) {
    views.layers.push_back(view_of(*table, id + "_enterprises", {of_sector}, {"enterprises", "企业"}, true));
  }
  if (const VectorLayer* table = table_of(group, kSectorAreas)) {
    for (const AreaSetSums& set : sets) {
      views.layers.push_back(
          view_of(*table, id + "_areas_" + set.key, {of_sector, {"set", set.key}}, set.title, false));
    }
  }
  if (const VectorLayer* table = table_of(group, kSectorDistrict)) {
    views.layers.push_back(view_of(*table, id + "_district", {of_sector}, {"district", "全区"}, false));
  }
  return views;
}

Feature target_feature(const Target& target) {
  const auto code = static_cast<int>(target.target_class) + 1;
  Feature feature;
  feature.geometry = target.geometry;
  feature.properties = {{"id", target.id},
                        {"name", target.name},
                        {"code", code},
                        {"target_class", std::string(name_of(target.target_class))},
                        {"label_zh", label_of(target.target_class).zh},
                        {"label_en", label_of(target.target_class).en},
                        {"class_assumed", target.class_assumed},
                        {"people", target.people ? PropertyValue(*target.people) : PropertyValue()},
                        {"height_m", target.height_m ? PropertyValue(*target.height_m) : PropertyValue()}};
  return feature;
}

}  // namespace

Text label_of(MapState state) {
  switch (state) {
    case MapState::inherent:
      return {"inherent", "固有"};
    case MapState::live:
      return {"live", "动态"};
    case MapState::current:
      break;
  }
  return {"present", "现状"};
}

Text stamped_title(const Text& name, const MapStamp& stamp) {
  const Text state = label_of(stamp.state);
  if (stamp.date.empty()) return {name.en + " (" + state.en + ")", name.zh + " (" + state.zh + ")"};
  return {fmt::format("{} ({}, data of {})", name.en, state.en, stamp.date),
          fmt::format("{} ({}, 资料日期 {})", name.zh, state.zh, stamp.date)};
}

Text stamp_text(const MapStamp& stamp) {
  const Text state = label_of(stamp.state);
  const std::string date_en = stamp.date.empty() ? "the project gives no date of its data" : "data of " + stamp.date;
  const std::string date_zh = stamp.date.empty() ? "项目未给出资料日期" : "资料日期 " + stamp.date;
  Text text{state.en + "; " + date_en, state.zh + "; " + date_zh};
  if (!stamp.pack.empty()) {
    text.en += "; by " + stamp.pack;
    text.zh += "; 依据 " + stamp.pack;
  }
  if (!stamp.coverage.en.empty()) {
    text.en += "; " + stamp.coverage.en;
    text.zh += "; " + stamp.coverage.zh;
  }
  return text;
}

void add_layer(OneMapGroup& group, VectorLayer layer, const Text& name, const MapStamp& stamp, const Text& what) {
  const Text text = stamp_text(stamp);
  layer.title = stamped_title(name, stamp);
  layer.description = what.en.empty() ? text : Text{what.en + " " + text.en, what.zh + " " + text.zh};
  for (VectorLayer& part : by_kind(std::move(layer))) group.layers.push_back(std::move(part));
}

std::vector<Feature> target_features(const std::vector<Target>& targets) {
  std::vector<Feature> features;
  features.reserve(targets.size());
  for (const Target& target : targets) features.push_back(target_feature(target));
  return features;
}

OneMapGroup areas_group(const std::vector<AreaSetSums>& sets, const ClassScheme& scheme, const MapStamp& stamp) {
  OneMapGroup group{"areas", {"Areas", "分区统计"}, {}, {}, false};
  for (const AreaSetSums& set : sets) {
    VectorLayer layer;
    layer.name = "areas_" + set.key;
    layer.features = area_features(set.key, set.areas, set.sums, scheme);
    layer.style = category_style(scheme, "code", Shape::polygon);
    layer.style.label_field = "area_name";
    layer.name_field = "area_name";
    add_layer(group, std::move(layer), set.title, stamp,
              {"The colour is the worst of the area's ground; how much of it stands in the fields.",
               "颜色取分区内最差颜色, 各色面积、人数、企业数见字段."});
  }
  return group;
}

OneMapGroup sectors_group(const std::vector<SectorEnterprise>& all, const SectorPack& pack,
                          const std::vector<AreaSetSums>& sets, const MultiPolygon& district, const ClassScheme& scheme,
                          const MapStamp& stamp) {
  OneMapGroup group{"sectors", {"Sectors", "行业图层"}, {}, {}, true, {kSectorEnterprises}};
  const Text what{"Colours of the individual-risk zones in which the units stand; no official grade of an enterprise.",
                  "颜色为装置所在位置的个人风险区划颜色, 不是企业的法定风险等级."};
  add_layer(
      group,
      sector_layer(kSectorEnterprises, sector_enterprise_features(all, scheme), scheme, Shape::point, "enterprise"),
      {"Sectors: enterprises", "行业: 企业"}, stamp, what);
  std::vector<Feature> rows;
  for (const AreaSetSums& set : sets) {
    std::vector<MultiPolygon> shapes;
    shapes.reserve(set.areas.size());
    for (const NamedArea& area : set.areas) shapes.push_back(area.shape);
    for (Feature& row : sector_area_features(set.key, set.areas, sector_sums(all, pack, shapes), pack, scheme))
      rows.push_back(std::move(row));
  }
  if (!sets.empty()) {
    add_layer(group, sector_layer(kSectorAreas, std::move(rows), scheme, Shape::polygon, "area_name"),
              {"Sectors: areas", "行业: 分区"}, stamp, what);
  }
  const std::vector<NamedArea> whole{{"", "全区 / district", district}};
  add_layer(group,
            sector_layer(
                kSectorDistrict,
                sector_area_features("district", whole, sector_sums(all, pack, std::span(&district, 1)), pack, scheme),
                scheme, Shape::polygon, "sector_zh"),
            {"Sectors: district", "行业: 全区"}, stamp, what);
  for (const Sector& sector : pack.sectors) group.views.push_back(views_of(group, &sector, sets));
  const bool unassigned =
      std::any_of(all.begin(), all.end(), [](const SectorEnterprise& one) { return one.sector == nullptr; });
  if (unassigned) group.views.push_back(views_of(group, nullptr, sets));
  return group;
}

}  // namespace sise
