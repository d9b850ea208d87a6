#include "gis_io/read/tables/contents_table.hpp"

#include <algorithm>
#include <string>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/tables/hazard_classes.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

void report_unknown_unit(const std::string& written, const std::vector<std::string>& ids, const Location& where,
                         Problems& problems) {
  const auto near = nearest_names(written, ids, 3);
  problems.error("unknown_unit", {"there is no unit '" + written + "'", "没有单元 '" + written + "'"}, where,
                 near.empty() ? Text{"Every unit_id must be the id of a feature of [units]",
                                     "unit_id 必须是 [units] 中某个要素的 id"}
                              : Text{"Did you mean " + listed(near) + "?", "是否指 " + listed(near) + "?"});
}

}  // namespace

std::vector<UnitContent> read_contents(const LayerConfig& config, const UnitSurroundings& around,
                                       const std::vector<Unit>& units, Problems& problems) {
  const FeatureTable table = read_table(config, problems);
  FieldMap fields(table, config, {{"unit_id", true}, {"substance", true}, {"inventory_t", true}, {"hazard_class"}},
                  problems);
  std::vector<std::string> ids;
  ids.reserve(units.size());
  for (const Unit& unit : units) ids.push_back(unit.id);
  std::vector<std::string> sorted = ids;
  std::sort(sorted.begin(), sorted.end());
  std::vector<UnitContent> contents;
  for (const FeatureRow& row : table.rows) {
    UnitContent content;
    content.unit_id = normalised(fields.text(row, "unit_id").value_or(""));
    content.substance_text = fields.text(row, "substance").value_or("");
    if (const Substance* known = around.substances.find(content.substance_text)) content.substance = known->id;
    content.inventory_kg = fields.number(row, "inventory_t", kNotNegative);
    content.hazard_classes =
        hazard_classes_from(fields.text(row, "hazard_class").value_or(""), fields.at(row, "hazard_class"), problems);
    if (!content.unit_id.empty() && !std::binary_search(sorted.begin(), sorted.end(), content.unit_id)) {
      report_unknown_unit(content.unit_id, ids, fields.at(row, "unit_id"), problems);
    }
    contents.push_back(std::move(content));
  }
  return contents;
}

}  // namespace sise
