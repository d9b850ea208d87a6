#include "gis_io/read/register/area_columns.hpp"

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/register/register_columns.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {

std::optional<std::size_t> area_column(const FeatureTable& table, const LayerConfig& layer, const std::string& name,
                                       const std::vector<std::string>& usual, Problems& problems) {
  const auto mapped = layer.fields.find(name);
  if (mapped != layer.fields.end()) {
    const auto found = table.columns_named(mapped->second);
    if (!found.empty()) return found.front();
    problems.error("missing_field",
                   {"the layer has no field '" + mapped->second + "'", "图层没有字段 '" + mapped->second + "'"},
                   table.where, {"There are: " + listed(table.columns), "现有的字段: " + listed(table.columns)});
    return std::nullopt;
  }
  for (const std::string& heading : usual) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      if (heading_key(table.columns[c]) == heading_key(heading)) return c;
    }
  }
  return std::nullopt;
}

std::string cell_text_of(const FeatureRow& row, const std::optional<std::size_t>& column) {
  if (!column) return {};
  const auto text = text_of(row.cells[*column]);
  return text ? normalised(*text) : std::string();
}

std::optional<std::size_t> area_id_column(const FeatureTable& table, const LayerConfig& layer, Problems& problems) {
  static const std::vector<std::string> kIds{"id",   "code",  "adcode", "编号",     "代码",
                                             "编码", "XZQDM", "ZLDWDM", "镇街代码", "区划代码"};
  return area_column(table, layer, "id", kIds, problems);
}

std::optional<std::size_t> area_name_column(const FeatureTable& table, const LayerConfig& layer, Problems& problems) {
  static const std::vector<std::string> kAreaNames{"name", "名称",     "XZQMC", "ZLDWMC",
                                                   "镇街", "镇街名称", "乡镇",  "网格名称"};
  return area_column(table, layer, "name", kAreaNames, problems);
}

}  // namespace sise
