#include "gis_io/read/layers/feature_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

struct TextOfCell {
  std::string operator()(std::monostate /*null*/) const { return {}; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  // Sheets keep whole numbers as doubles: an id 17 must not become "17.0".
  std::string operator()(double value) const {
    const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
    return whole ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
  }
  std::string operator()(const std::string& value) const { return trimmed(value); }
  std::string operator()(const CellFault& /*fault*/) const { return {}; }
};

/// As spreadsheets print them; LibreOffice numbers the rest.
bool is_error_text(std::string_view text) {
  constexpr std::array<std::string_view, 9> kErrors{"#N/A",   "#DIV/0!", "#REF!",   "#VALUE!", "#NAME?",
                                                    "#NULL!", "#NUM!",   "#SPILL!", "#CALC!"};
  constexpr std::string_view kNumbered = "Err:";
  const bool numbered = text.size() > kNumbered.size() && text.starts_with(kNumbered) &&
                        text.find_first_not_of("0123456789", kNumbered.size()) == std::string_view::npos;
  return numbered || std::find(kErrors.begin(), kErrors.end(), text) != kErrors.end();
}

std::vector<std::size_t> matching(const std::vector<std::string>& columns, const std::string& name,
                                  std::string (*form)(std::string_view)) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (form(columns[i]) == form(name)) found.push_back(i);
  }
  return found;
}

}  // namespace

std::optional<std::string> text_of(const Cell& cell) {
  std::string text = std::visit(TextOfCell{}, cell);
  if (text.empty()) return std::nullopt;
  return text;
}

std::optional<CellFault> fault_of(const Cell& cell) {
  if (const auto* fault = std::get_if<CellFault>(&cell)) return *fault;
  const auto* text = std::get_if<std::string>(&cell);
  if (text == nullptr || !is_error_text(trimmed(*text))) return std::nullopt;
  return CellFault{{}, trimmed(*text)};
}

void tell_fault(const CellFault& fault, const Location& where, Problems& problems) {
  const std::string cell_en = fault.cell.empty() ? "the cell" : "cell " + fault.cell;
  const std::string cell_zh = fault.cell.empty() ? "单元格" : "单元格 " + fault.cell;
  if (fault.error.empty()) {
    problems.error("uncalculated_cell",
                   {cell_en + " holds a formula that was never calculated", cell_zh + " 的公式从未计算过"}, where,
                   {"Open the workbook in a spreadsheet program and save it once, or put the value there",
                    "请用表格软件打开并保存一次,或直接填写数值"});
    return;
  }
  problems.error("error_cell", {cell_en + " holds the error " + fault.error, cell_zh + " 是错误值 " + fault.error},
                 where,
                 {"Correct the formula, or blank the cell if the value is unknown", "请改正公式;未知的值请留空"});
}

std::vector<std::size_t> FeatureTable::columns_named(const std::string& name) const {
  std::vector<std::size_t> found = matching(columns, name, trimmed);
  // Full-width letters and inner line breaks of sheets' headers are not a different name.
  if (found.empty()) found = matching(columns, name, normalised);
  return found;
}

bool FeatureTable::has_polygons() const {
  return std::any_of(rows.begin(), rows.end(), [](const FeatureRow& row) { return !row.geometry.polygons.empty(); });
}

Location FeatureTable::at(const FeatureRow& row, const std::string& field) const {
  Location place = where;
  place.line = row.line;
  place.field = field;
  place.feature = row.label;
  if (id_column) {
    if (auto id = text_of(row.cells.at(*id_column))) place.feature = std::move(*id);
  }
  return place;
}

}  // namespace sise
