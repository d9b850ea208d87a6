#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/results/register_layers.hpp"
#include "gis_io/write/results/register_table.hpp"
#include "gis_io/write/results/write_layers.hpp"
#include "gis_io/write/styles/qml.hpp"
#include "gis_io/write/tables/xlsx.hpp"

namespace sise {
namespace {

/// Every area of every set; without sets, the district.
std::vector<AreaRow> area_rows(const RegisterView& view) {
  std::vector<AreaRow> rows;
  for (std::size_t s = 0; s < view.reg.sets.size(); ++s) {
    for (std::size_t a = 0; a < view.reg.sets[s].areas.size(); ++a)
      rows.push_back({view, s, static_cast<std::int32_t>(a)});
  }
  if (view.reg.sets.empty()) rows.push_back({view});
  return rows;
}

Geometry shape_of(const AreaRow& row) {
  Geometry geometry;
  geometry.polygons = row.shape() != nullptr ? row.shape()->shape : district_of(row.view);
  return geometry;
}

/// Accident rates, and the office's own index from the worst to the best that its missing figures allow.
Sheet indices_sheet(const Register& reg) {
  Sheet sheet{"指标", "亿元GDP死亡率等依据 GB 6441-2025 附录 A; 综合指数为自定规则, 缺项按 0–100 区间计", {}, {}};
  for (const char* name : {"指标", "取值", "得分", "得分上限", "权重"}) sheet.columns.push_back({name, ""});
  for (const AccidentRate& rate : accident_rates(reg.accidents))
    sheet.rows.push_back({rate.title.zh, or_null(rate.value), {}, {}, {}});
  for (const IndexItem& item : reg.index_items) {
    const IndexRange range = safety_index({{item.name, item.value, item.bad, item.good, 1.0}});
    sheet.rows.push_back({item.name, or_null(item.value), range.low, range.high, item.weight});
  }
  if (reg.index_items.empty()) return sheet;
  const IndexRange all = safety_index(reg.index_items);
  sheet.rows.push_back({"综合指数", {}, all.low, all.high, 1.0});
  return sheet;
}

/// The 24 columns of the township table, then what tells the sets apart and the colour.
std::vector<TableColumn<AreaRow>> csv_columns(const RegisterView& view) {
  std::vector<TableColumn<AreaRow>> columns = township_columns();
  for (const TableColumn<AreaRow>& column : area_columns(view)) {
    for (const char* name :
         {"set", "grade", "code", "inherent", "incomplete", "rated_share", "governing_point", "governing_sector"}) {
      if (column.name == name) columns.push_back(column);
    }
    for (const IndexFormula& formula : view.reg.area_rules.formulas) {
      if (column.name.starts_with(formula.id)) columns.push_back(column);
    }
  }
  return columns;
}

std::vector<Sheet> area_sheets(const RegisterView& view) {
  std::vector<Sheet> sheets;
  const auto sheet_of = [&](const std::string& name, const std::vector<AreaRow>& rows) {
    Sheet sheet{name, map_notes(view).front().zh, {}, {}};
    for (const std::string& column : names_of(township_columns())) sheet.columns.push_back({column, ""});
    for (const AreaRow& row : rows) sheet.rows.push_back(values_of(township_columns(), row));
    sheets.push_back(std::move(sheet));
  };
  for (std::size_t s = 0; s < view.reg.sets.size(); ++s) {
    std::vector<AreaRow> rows;
    for (std::size_t a = 0; a < view.reg.sets[s].areas.size(); ++a)
      rows.push_back({view, s, static_cast<std::int32_t>(a)});
    rows.push_back({view, s, kNoArea});
    rows.push_back({view});
    sheet_of(view.reg.sets[s].title.zh, rows);
  }
  if (view.reg.sets.empty()) sheet_of("全区 district", {{view}});
  sheets.push_back(overdue_sheet(view));
  if (view.reg.accidents.any() || !view.reg.index_items.empty()) sheets.push_back(indices_sheet(view.reg));
  return sheets;
}

}  // namespace

void write_register_areas(const OutputSet& outputs, const RegisterView& view, const RegisterFrame& frame) {
  const std::vector<AreaRow> rows = area_rows(view);
  write_table(outputs.stage("areas.csv"), csv_columns(view), rows);
  write_xlsx(outputs.stage("areas.xlsx"), area_sheets(view));
  const auto columns = area_columns(view);
  std::vector<Feature> features;
  features.reserve(rows.size());
  for (const AreaRow& row : rows) features.push_back({shape_of(row), properties_of(columns, row)});
  LayerWriter{frame.projection, frame.provenance_json}.write(outputs.stage("areas.geojson"), "areas", features,
                                                             PolygonForm::always_multi);
  write_file(outputs.stage("areas.qml"), category_style_qml(view.scheme, "code", Shape::polygon));
}

}  // namespace sise
