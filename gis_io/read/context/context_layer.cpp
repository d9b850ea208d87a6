#include "gis_io/read/context/context_layer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/geometry/operations.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/grouped_problems.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

struct KindRow {
  ContextKind kind;
  std::string_view name;
  bool points;  ///< may be points
  Text wanted;  ///< for messages
};

const std::array<KindRow, 5>& kind_rows() {
  static const std::array<KindRow, 5> kRows{
      {{ContextKind::settlements, "settlements", true, {"points, lines or areas", "点、线或面"}},
       {ContextKind::roads, "roads", false, {"lines or areas", "线或面"}},
       {ContextKind::water, "water", false, {"lines or areas", "线或面"}},
       {ContextKind::boundaries, "boundaries", false, {"lines or areas", "线或面"}},
       {ContextKind::names, "names", true, {"points, lines or areas", "点、线或面"}}}};
  return kRows;
}

const KindRow& row_of(ContextKind kind) { return kind_rows().at(static_cast<std::size_t>(kind)); }

bool touches(const Geometry& geometry, const Bounds& box) {
  const Bounds b = bounds(geometry);
  return b.x_max >= box.x_min && b.x_min <= box.x_max && b.y_max >= box.y_min && b.y_min <= box.y_max;
}

void tell_wrong_geometry(const ContextLayerConfig& config, const Location& where, GroupedProblems& wrong) {
  const KindRow& row = row_of(config.kind);
  wrong.add("geometry", {Diagnostic::Severity::error,
                         "context_geometry",
                         where,
                         {"a point cannot be drawn as " + std::string(row.name),
                          "点要素不能作为 " + std::string(row.name) + " 绘制"},
                         {"Layers of this kind have " + row.wanted.en + "; points are of kind settlements or names",
                          "该类图层应为" + row.wanted.zh + "; 点图层请用 settlements 或 names"}});
}

ContextLayer read_one(const ContextLayerConfig& config, const Crs& crs, const Bounds& extent, Problems& problems) {
  ContextLayer layer{config.key, config.kind, config.title, {}};
  const FeatureTable table = read_layer(config.layer, crs, extent, problems);
  const bool needs_names = config.kind == ContextKind::names;
  FieldMap fields(table, config.layer, {{"name", needs_names}}, problems);
  const Bounds box = surroundings(extent);
  GroupedProblems wrong;
  for (const FeatureRow& row : table.rows) {
    if (row.geometry.empty()) continue;
    if (!row_of(config.kind).points && !row.geometry.points.empty()) {
      tell_wrong_geometry(config, table.at(row), wrong);
      continue;
    }
    if (!touches(row.geometry, box)) continue;
    const auto name = fields.text(row, "name");
    layer.features.push_back({row.geometry, name ? normalised(*name) : std::string()});
  }
  wrong.tell(problems);
  if (layer.features.empty() && !table.rows.empty()) {
    problems.warning("context_outside",
                     {"the layer has nothing near the map and is not drawn", "该图层在地图附近没有要素, 未绘制"},
                     table.where, {"Check that it is the right layer", "请核对是否为所需的图层"});
  }
  return layer;
}

}  // namespace

std::string_view name_of(ContextKind kind) { return row_of(kind).name; }

std::optional<ContextKind> context_kind_from(std::string_view name) {
  for (const KindRow& row : kind_rows()) {
    if (row.name == name) return row.kind;
  }
  return std::nullopt;
}

const std::vector<std::string>& context_kinds() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const KindRow& row : kind_rows()) names.emplace_back(row.name);
    return names;
  }();
  return kNames;
}

Bounds surroundings(const Bounds& extent) {
  const double more = std::max(extent.x_max - extent.x_min, extent.y_max - extent.y_min);
  return {extent.x_min - more, extent.y_min - more, extent.x_max + more, extent.y_max + more};
}

Context read_context(const ContextConfig& config, const Crs& crs, const Bounds& extent, Problems& problems) {
  Context context;
  context.tiles = config.tiles;
  for (const ContextLayerConfig& layer : config.layers) {
    try {
      context.layers.push_back(read_one(layer, crs, extent, problems));
    } catch (const Error& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    }
  }
  return context;
}

}  // namespace sise
