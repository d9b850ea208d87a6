#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/results/register_table.hpp"
#include "gis_io/write/tables/xlsx.hpp"

namespace sise {
namespace {

/// Columns under the names that people read; the machine's name where there is none.
template <class Row>
Sheet sheet_of(const std::string& name, const RegisterView& view, const std::vector<TableColumn<Row>>& columns) {
  Sheet sheet{name, map_notes(view).front().zh, {}, {}};
  for (const TableColumn<Row>& column : columns) sheet.columns.push_back({field_words(column.name).zh, ""});
  return sheet;
}

bool is_for_machines(std::string_view name) { return name == "code" || name == "colour" || name == "label_en"; }

template <class Row>
std::vector<TableColumn<Row>> for_people(const std::vector<TableColumn<Row>>& columns) {
  std::vector<TableColumn<Row>> some;
  for (const TableColumn<Row>& column : columns) {
    if (!is_for_machines(column.name)) some.push_back(column);
  }
  return some;
}

}  // namespace

void write_register_workbooks(const OutputSet& outputs, const RegisterView& view) {
  const auto firm_columns = for_people(enterprise_columns());
  Sheet firms = sheet_of("企业 enterprises", view, firm_columns);
  for (std::size_t e = 0; e < view.reg.enterprises.size(); ++e) {
    if (view.reg.enterprises[e].state == RowState::counted)
      firms.rows.push_back(values_of(firm_columns, EnterpriseRow{view, e}));
  }
  write_xlsx(outputs.stage("enterprises.xlsx"), {firms});
  const auto columns = for_people(point_columns());
  Sheet points = sheet_of("风险点 risk points", view, columns);
  points.each = [&](const Sheet::RowSink& sink) {
    for (std::size_t i = 0; i < view.reg.points.size(); ++i) {
      if (view.reg.points[i].state == RowState::counted) sink(values_of(columns, PointRow{view, i}));
    }
  };
  write_xlsx(outputs.stage("points.xlsx"), {points});
}

}  // namespace sise
