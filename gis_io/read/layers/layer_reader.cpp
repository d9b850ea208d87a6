#include "gis_io/read/layers/layer_reader.hpp"

#include "gis_io/projection.hpp"
#include "gis_io/read/layers/csv.hpp"
#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/ogr_table.hpp"
#include "gis_io/read/layers/outline_ledger.hpp"
#include "gis_io/read/layers/placement.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/workbook.hpp"

namespace sise {
namespace {

/// The column whose values name the rows in messages, if the layer has it.
std::optional<std::size_t> id_column(const FeatureTable& table, const LayerConfig& config) {
  for (const char* key : {"id", "case_id"}) {
    const auto mapped = config.fields.find(key);
    const auto found = table.columns_named(mapped == config.fields.end() ? key : mapped->second);
    if (!found.empty()) return found.front();
  }
  return std::nullopt;
}

FeatureTable read_source(const LayerConfig& config, Problems& problems) {
  if (is_connection(config.source_text)) return read_ogr_table(config, problems);
  if (is_delimited_text(config.source)) return read_csv_table(config, problems);
  if (is_workbook(config.source)) return read_workbook(config, problems);
  return read_ogr_table(config, problems);
}

}  // namespace

FeatureTable read_table(const LayerConfig& config, Problems& problems) {
  require_source(config);
  FeatureTable table = read_source(config, problems);
  table.id_column = id_column(table, config);
  return table;
}

FeatureTable read_layer(const LayerConfig& config, const Crs& target, const std::optional<Bounds>& grid,
                        Problems& problems) {
  FeatureTable table = read_table(config, problems);
  if (table.rows.empty()) {
    problems.error("empty_layer", {"the layer has no features", "图层没有要素"}, table.where,
                   {"Check that it is the right layer", "请核对是否为所需的图层"});
    return table;
  }
  place_features(table, config, target, grid, problems);
  if (config.outlines && table.has_polygons() && table.crs == target.definition()) {
    const std::string name = config.layer.empty() ? config.source_text : config.source_text + ":" + config.layer;
    config.outlines->add(name, table, *open_projection(target.definition()), problems);
  }
  return table;
}

}  // namespace sise
