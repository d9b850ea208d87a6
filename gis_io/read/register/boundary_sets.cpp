#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/geometry/operations.hpp"
#include "core/rating/register/written_answer.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/packs/register_packs.hpp"
#include "gis_io/read/register/area_columns.hpp"
#include "gis_io/read/register/read_register.hpp"

namespace sise {
namespace {

/// Columns of indices that the project names; a heading alone ("E", "V") tells nothing.
std::vector<std::pair<std::string, std::size_t>> index_columns(const FeatureTable& table, const LayerConfig& layer,
                                                               Problems& problems) {
  std::vector<std::pair<std::string, std::size_t>> columns;
  for (const std::string& name : area_index_names()) {
    const auto column = area_column(table, layer, name, {}, problems);
    if (column) columns.emplace_back(name, *column);
  }
  return columns;
}

void read_indices(const FeatureTable& table, const FeatureRow& row,
                  const std::vector<std::pair<std::string, std::size_t>>& columns, BoundaryArea& area,
                  Problems& problems) {
  constexpr double kMost = 100.0;
  for (const auto& [name, column] : columns) {
    const std::string written = cell_text_of(row, column);
    if (written.empty()) continue;
    const auto number = plain_number(written);
    if (number && *number >= 0.0 && *number <= kMost) {
      area.indices[name] = *number;
      continue;
    }
    problems.error("bad_index",
                   {table.columns[column] + " = '" + written + "' is no index from 0 to 100",
                    table.columns[column] + " = '" + written + "' 不是 0 到 100 的指数"},
                   table.at(row),
                   {"Write a number from 0 to 100, or leave it blank", "请填写 0 到 100 的数字, 或留空"});
  }
}

BoundarySet read_set(const BoundarySetConfig& config, const RegisterGround& ground, Problems& problems) {
  BoundarySet set;
  set.name = config.key;
  set.title = config.title;
  set.level = config.townships ? BoundaryLevel::township : BoundaryLevel::fine;
  const FeatureTable table = read_layer(config.layer, ground.crs, ground.grid.bounds(), problems);
  const auto id = area_id_column(table, config.layer, problems);
  const auto name = area_name_column(table, config.layer, problems);
  if (!id && !name && !table.rows.empty()) {
    problems.error("missing_field", {"the layer has neither an id nor a name", "图层既没有编号也没有名称"}, table.where,
                   {R"(Say which: id = "..." or name = "..."; there are: )" + listed(table.columns),
                    "请指明 id 或 name; 现有的字段: " + listed(table.columns)});
  }
  const auto indices = index_columns(table, config.layer, problems);
  std::map<std::string, std::size_t> position;
  for (const FeatureRow& row : table.rows) {
    BoundaryArea area{cell_text_of(row, id), cell_text_of(row, name), row.geometry.polygons};
    read_indices(table, row, indices, area, problems);
    if (area.id.empty()) area.id = area.name;
    if (area.name.empty()) area.name = area.id;
    if (area.shape.empty()) {
      problems.error("no_area", {"this feature is no polygon", "该要素不是面"}, table.at(row),
                     {"Boundary sets are layers of polygons", "边界集应为面图层"});
      continue;
    }
    const auto [at, fresh] = position.try_emplace(area.id, set.areas.size());
    if (fresh || area.id.empty()) {
      set.areas.push_back(std::move(area));
      continue;
    }
    // Parts of one area as several features.
    const BoundaryArea& known = set.areas[at->second];
    if (known.name == area.name && known.indices == area.indices) {
      MultiPolygon& shape = set.areas[at->second].shape;
      shape = union_of(std::vector<MultiPolygon>{shape, area.shape});
    } else {
      problems.error("duplicate_id",
                     {"two areas have the id '" + area.id + "'", "两个区域的编号都是 '" + area.id + "'"}, table.at(row),
                     {"Give every area an id of its own", "请为每个区域使用唯一编号"});
    }
  }
  return set;
}

}  // namespace

std::vector<BoundarySet> read_boundary_sets(const std::vector<BoundarySetConfig>& configs, const RegisterGround& ground,
                                            Problems& problems) {
  std::vector<BoundarySet> sets;
  for (const BoundarySetConfig& config : configs) {
    try {
      sets.push_back(read_set(config, ground, problems));
    } catch (const Error& error) {
      for (const Diagnostic& d : error.diagnostics()) problems.add(d);
    }
  }
  return sets;
}

}  // namespace sise
