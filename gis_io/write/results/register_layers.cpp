#include "gis_io/write/results/register_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <string_view>
#include <utility>

#include "gis_io/read/register/written_day.hpp"
#include "gis_io/write/results/sector_layers.hpp"

namespace sise {
namespace {

constexpr const char* kPoints = "register_points";
constexpr const char* kEnterprises = "register_enterprises";

/// Of a register of 230,000 rows only what a map asks for; `sise rate` has the rest.
template <class Row>
std::vector<TableColumn<Row>> some_of(const std::vector<TableColumn<Row>>& columns,
                                      std::initializer_list<std::string_view> names) {
  std::vector<TableColumn<Row>> chosen;
  for (const TableColumn<Row>& column : columns) {
    if (std::find(names.begin(), names.end(), column.name) != names.end()) chosen.push_back(column);
  }
  return chosen;
}

/// The colours of the official grades by the words of `inherent`.
LayerStyle inherent_style(const ClassScheme& scheme, Shape shape) {
  LayerStyle style = category_style(scheme, "inherent", shape);
  for (StyleEntry& entry : style.entries) {
    if (entry.where.empty()) continue;
    const auto code = std::get<std::int64_t>(entry.where.front().value.value);
    entry.where.front().value = std::string(name_of(static_cast<Grade>(code)));
  }
  return style;
}

Geometry at_place(const Placement& placement) {
  Geometry geometry;
  if (placement.at) geometry.points = {*placement.at};
  return geometry;
}

/// Numbers as numbers.
ColumnKind kind_of_column(std::string_view name) {
  if (name == "score" || name == "current_score") return ColumnKind::number;
  return name == "code" || name == "row" ? ColumnKind::whole : ColumnKind::text;
}

VectorLayer point_layer_of_sectors(const RegisterView& view, const SectorPack& pack) {
  auto columns = some_of(point_columns(), {"id", "name", "sector", "enterprise", "inherent", "grade", "code",
                                           "label_zh", "stated", "place_class", "assessed", "reason_zh"});
  const std::vector<std::string> layers = sector_layers_of(view, pack);
  columns.push_back({"sector_layer", [layers](const PointRow& row) { return layers[row.rated().sector]; }});
  VectorLayer layer = point_layer(view, columns);
  layer.name = kPoints;
  return layer;
}

VectorLayer enterprise_layer(const RegisterView& view, const SectorPack& pack) {
  VectorLayer layer;
  layer.name = kEnterprises;
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    if (view.reg.enterprises[e].state != RowState::counted) continue;
    Feature feature{at_place(view.result.enterprises[e].placement),
                    properties_of(enterprise_columns(), EnterpriseRow{view, e})};
    feature.properties.push_back({"sector_layer", sector_layer_of(view.reg.enterprises[e].sector, pack)});
    layer.features.push_back(std::move(feature));
  }
  layer.style = category_style(view.scheme, "code", Shape::point);
  layer.name_field = "name";
  return layer;
}

VectorLayer graded_areas(const RegisterView& view, std::size_t set) {
  const auto columns = area_columns(view);
  VectorLayer layer;
  layer.name = "register_areas_" + view.reg.sets[set].name;
  for (std::size_t a = 0; a < view.reg.sets[set].areas.size(); ++a) {
    const AreaRow row{view, set, static_cast<std::int32_t>(a)};
    layer.features.push_back(
        {{.points = {}, .lines = {}, .polygons = view.reg.sets[set].areas[a].shape}, properties_of(columns, row)});
  }
  layer.style = category_style(view.scheme, "code", Shape::polygon);
  layer.style.label_field = "name";
  layer.name_field = "name";
  return layer;
}

/// 现状 of a table, and 固有 unticked beside it.
void add_two_views(ProjectGroup& views, const VectorLayer& table, const Text& name, const ClassScheme& scheme,
                   const MapStamp& stamp, bool shown) {
  views.layers.push_back(project_layer(table, shown));
  MapStamp before = stamp;
  before.state = MapState::inherent;
  ProjectLayer inherent = views.layers.back();  // a register's columns are gathered once
  inherent.shown = false;
  inherent.id += "_inherent";
  inherent.title = stamped_title(name, before);
  inherent.description = stamp_text(before);
  const bool is_point = kind_of(table.style) == GeometryKind::point;
  inherent.style = inherent_style(scheme, is_point ? Shape::point : Shape::polygon);
  inherent.style.label_field = table.style.label_field;
  views.layers.push_back(std::move(inherent));
}

/// Codes of the scheme "hidden-danger".
int danger_code(const HiddenDanger& danger, Date date) {
  if (danger.is_closed(date)) return 4;
  if (!danger.major) return 0;
  if (*danger.major) return 1;
  return date != Date{} && danger.days_overdue(date) > 0 ? 2 : 3;
}

}  // namespace

std::string sector_layer_of(std::string_view word, const SectorPack& pack) {
  return sector_id(sector_of(word, UnitKind::unspecified, pack).sector);
}

std::vector<std::string> sector_layers_of(const RegisterView& view, const SectorPack& pack) {
  std::vector<std::string> layers;
  layers.reserve(view.result.sectors.size());
  for (const std::string& sector : view.result.sectors) layers.push_back(sector_layer_of(sector, pack));
  return layers;
}

VectorLayer point_layer(const RegisterView& view, const std::vector<TableColumn<PointRow>>& columns) {
  VectorLayer layer;
  LayerRows& rows = layer.rows.emplace();
  for (const std::string& name : names_of(columns)) rows.columns.push_back({name, kind_of_column(name)});
  rows.count = view.result.district.current.total();
  rows.each = [&view, columns](const LayerRows::Sink& sink) {
    for (std::size_t i = 0; i < view.reg.points.size(); ++i) {
      if (view.reg.points[i].state != RowState::counted) continue;
      sink(view.result.points[i].placement.at, values_of(columns, PointRow{view, i}));
    }
  };
  layer.style = category_style(view.scheme, "code", Shape::point);
  layer.name_field = "name";
  return layer;
}

MapStamp register_stamp(const RegisterView& view) {
  const RatedArea& all = view.result.district;
  const std::int64_t placed = all.by_place[0] + all.by_place[1] + all.by_place[2];
  MapStamp stamp;
  stamp.date = view.reg.date == Date{} ? "" : day_text(view.reg.date);
  for (const PointMethod& method : view.reg.point_rules.methods)
    stamp.pack += (stamp.pack.empty() ? "" : ", ") + method.id;
  const std::int64_t points = all.current.total();
  stamp.coverage = {
      fmt::format("placed {} of {} points, rated {} of {}; unrated is not low", placed, points, all.current.rated(),
                  points),
      fmt::format("已定位 {}/{} 点, 已评级 {}/{}; 未评不等于低风险", placed, points, all.current.rated(), points)};
  return stamp;
}

OneMapGroup grades_group(const RegisterView& view, const SectorPack& pack, const MapStamp& stamp) {
  OneMapGroup group{"official_grades", {"Official grades", "安全风险等级"}, {}};
  ProjectGroup views{group.title};
  const auto add = [&](VectorLayer table, const Text& name, bool shown) {
    add_layer(group, std::move(table), name, stamp);
    add_two_views(views, group.layers.back(), name, view.scheme, stamp, shown);
  };
  group.stamp = stamp;
  add(enterprise_layer(view, pack), {"Enterprises by official grade", "企业风险等级"}, true);
  add(point_layer_of_sectors(view, pack), {"Risk points by official grade", "风险点等级"}, false);
  for (std::size_t s = 0; s < view.reg.sets.size(); ++s) {
    const Text& title = view.reg.sets[s].title;
    add(graded_areas(view, s),
        {"Areas by official grade (worst point): " + title.en, "区域风险等级 (取最高): " + title.zh}, false);
  }
  if (view.result.live) {
    VectorLayer live;
    live.name = "register_live";
    live.features = live_features(view);
    live.style = category_style(view.scheme, "code", Shape::point);
    live.name_field = "id";
    MapStamp now = stamp;
    now.state = MapState::live;
    now.date = time_text(view.reg.live_time);
    now.pack = view.reg.live_rules.id;
    add_layer(group, std::move(live), {"Gas detectors", "气体探测器"}, now,
              {"Alarms lift a colour and never lower it; what stands here holds for minutes.",
               "报警只上调、不下调颜色; 本图层只在数分钟内有效."});
    views.layers.insert(views.layers.begin(), project_layer(group.layers.back(), false));
  }
  group.views.push_back(std::move(views));
  group.pictured = {kEnterprises};
  if (!view.reg.sets.empty()) group.pictured.push_back("register_areas_" + view.reg.sets.front().name);
  return group;
}

OneMapGroup dangers_group(const RegisterView& view, const ClassScheme& scheme, const MapStamp& stamp) {
  OneMapGroup group{"hidden_dangers", {"Hidden dangers", "隐患"}, {}};
  group.stamp = stamp;
  VectorLayer layer;
  layer.name = "hidden_dangers";
  for (std::size_t d = 0; d < view.reg.dangers.size(); ++d) {
    const HiddenDanger& danger = view.reg.dangers[d];
    if (danger.row_state != RowState::counted) continue;
    Feature feature{at_place(view.result.danger_places[d]), properties_of(danger_columns(), DangerRow{view, d})};
    const int code = danger_code(danger, view.reg.date);
    const SchemeClass* found = scheme.by_code(code);
    feature.properties.push_back({"code", code});
    feature.properties.push_back({"label_zh", found == nullptr ? scheme.no_answer_label.zh : found->label.zh});
    layer.features.push_back(std::move(feature));
  }
  layer.style = category_style(scheme, "code", Shape::point);
  for (StyleEntry& entry : layer.style.entries) entry.drawn = entry.label != scheme.by_id("closed")->label;
  layer.name_field = "text";
  add_layer(group, std::move(layer), scheme.title, stamp,
            {"A major accident hazard is a failure found on site, no grade of risk.",
             "重大事故隐患是现场发现的问题, 不是风险等级."});
  return group;
}

MultiPolygon district_of(const RegisterView& view) {
  if (view.reg.district) return *view.reg.district;
  const Bounds b = view.reg.cells.bounds();
  return {{{{b.x_min, b.y_min}, {b.x_max, b.y_min}, {b.x_max, b.y_max}, {b.x_min, b.y_max}, {b.x_min, b.y_min}}, {}}};
}

}  // namespace sise
