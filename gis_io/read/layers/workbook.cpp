#include "gis_io/read/layers/workbook.hpp"

#include <cpl_minixml.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis_io/read/layers/serial_date.hpp"
#include "gis_io/read/layers/sheet_layout.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/table_text.hpp"
#include "gis_io/read/layers/workbook_xml.hpp"
#include "gis_io/read/layers/written_number.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

constexpr std::size_t kMostColumns = 16384;  ///< of any sheet
constexpr int kMostRows = 1048576;

struct CellPlace {
  int row = 0;             ///< 1-based
  std::size_t column = 0;  ///< 0-based
};

/// "C5"; nullopt for anything else.
std::optional<CellPlace> place_of(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  std::size_t column = 0;
  for (; at < reference.size() && std::isupper(static_cast<unsigned char>(reference[at])) != 0; ++at) {
    column = column * 26 + static_cast<std::size_t>(reference[at] - 'A') + 1;
    if (column > kMostColumns) return std::nullopt;
  }
  const char* const end = reference.data() + reference.size();
  const auto [stop, error] = std::from_chars(reference.data() + at, end, place.row);
  if (at == 0 || error != std::errc() || stop != end || place.row < 1 || place.row > kMostRows) return std::nullopt;
  place.column = column - 1;
  return place;
}

/// From one corner to the other, both in it.
struct CellRange {
  CellPlace first;
  CellPlace last;
};

std::optional<CellRange> range_of(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const auto first = place_of(reference.substr(0, colon));
  const auto last = place_of(reference.substr(colon + 1));
  if (!first || !last || last->row < first->row || last->column < first->column) return std::nullopt;
  return CellRange{*first, *last};
}

using Grid = std::map<int, std::vector<Cell>>;  ///< by row number

/// Reads the cells of one sheet.
class SheetCells {
 public:
  explicit SheetCells(const WorkbookContents& contents) : contents_(contents) {}

  Grid read(const CPLXMLNode* sheet) {
    int next_row = 1;
    for (const CPLXMLNode* row : children(CPLGetXMLNode(sheet, "=worksheet.sheetData"), "row")) {
      int number = next_row;
      const std::string stated = value_in(row, "r");
      std::from_chars(stated.data(), stated.data() + stated.size(), number);
      if (number < 1 || number > kMostRows) continue;
      next_row = number + 1;
      read_row(row, number);
    }
    return std::move(grid_);
  }

 private:
  void read_row(const CPLXMLNode* row, int number) {
    std::vector<Cell>& cells = grid_[number];
    std::size_t next = 0;
    for (const CPLXMLNode* c : children(row, "c")) {
      const std::string reference = value_in(c, "r");
      const auto place = place_of(reference);
      const std::size_t column = place ? place->column : next;
      if (column >= kMostColumns) continue;
      next = column + 1;
      if (cells.size() <= column) cells.resize(column + 1);
      cells[column] = cell_of(c, reference);
    }
  }

  [[nodiscard]] Cell cell_of(const CPLXMLNode* c, const std::string& reference) const {
    const std::string type = value_in(c, "t");
    const std::string value = value_in(c, "v");
    const bool formula = CPLGetXMLNode(c, "f") != nullptr;
    // A formula whose result is no text says it in <v>; without it nobody ever calculated.
    if (formula && value.empty() && type != "str" && type != "inlineStr") return CellFault{reference, {}};
    if (formula && CPLGetXMLNode(c, "v") == nullptr && type != "inlineStr") return CellFault{reference, {}};
    if (type == "e") return CellFault{reference, value.empty() ? "#N/A" : value};
    if (type == "inlineStr") return text_or_blank(rich_text(CPLGetXMLNode(c, "is")));
    if (type == "s") return shared_text(value);
    if (type == "str" || type == "d") return text_or_blank(value);
    if (type == "b") return std::int64_t{value == "1" ? 1 : 0};
    return number_cell(value, value_in(c, "s"));
  }

  static Cell text_or_blank(const std::string& text) { return text.empty() ? Cell() : Cell(text); }

  [[nodiscard]] Cell shared_text(const std::string& value) const {
    std::size_t index = contents_.shared_texts.size();
    std::from_chars(value.data(), value.data() + value.size(), index);
    return index < contents_.shared_texts.size() ? text_or_blank(contents_.shared_texts[index]) : Cell();
  }

  [[nodiscard]] Cell number_cell(const std::string& value, const std::string& style) const {
    const auto number = parse_number(value);
    if (!number) return text_or_blank(value);
    std::size_t index = contents_.formats.size();
    std::from_chars(style.data(), style.data() + style.size(), index);
    if (index < contents_.formats.size() && is_date_format(contents_.formats[index])) {
      if (auto date = date_of_serial(*number, contents_.from_1904)) return *date;
    }
    return *number;
  }

  const WorkbookContents& contents_;
  Grid grid_;
};

bool is_blank(const Cell& cell) { return !text_of(cell) && !fault_of(cell); }

/// One value for a cell merged over several rows: a person sees it beside each. Returns how many cells were filled.
std::size_t fill_down(const std::vector<CellRange>& merged, Grid& grid) {
  std::size_t filled = 0;
  for (const CellRange& range : merged) {
    const auto top = grid.find(range.first.row);
    if (range.first.column != range.last.column || top == grid.end()) continue;
    const std::size_t column = range.first.column;
    if (column >= top->second.size() || is_blank(top->second[column])) continue;
    const Cell value = top->second[column];
    for (auto row = std::next(top); row != grid.end() && row->first <= range.last.row; ++row) {
      if (row->second.size() <= column) row->second.resize(column + 1);
      if (!is_blank(row->second[column])) continue;
      row->second[column] = value;
      ++filled;
    }
  }
  return filled;
}

/// Rows whose first cell is merged across columns.
bool spans_columns(int row, const std::vector<CellRange>& merged) {
  return std::any_of(merged.begin(), merged.end(), [&](const CellRange& range) {
    return range.first.row == row && range.last.column > range.first.column;
  });
}

std::vector<SheetRow> sheet_rows(Grid&& grid, const std::vector<CellRange>& merged) {
  std::vector<SheetRow> rows;
  int next = 1;
  for (auto& [number, cells] : grid) {
    if (std::all_of(cells.begin(), cells.end(), is_blank)) continue;
    SheetRow row;
    row.line = number;
    row.after_blank = number > next;
    row.spans_columns = spans_columns(number, merged);
    row.cells = std::move(cells);
    next = number + 1;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::vector<CellRange> merged_ranges(const CPLXMLNode* sheet) {
  std::vector<CellRange> merged;
  for (const CPLXMLNode* cell : children(CPLGetXMLNode(sheet, "=worksheet.mergeCells"), "mergeCell")) {
    if (const auto range = range_of(value_in(cell, "ref"))) merged.push_back(*range);
  }
  return merged;
}

struct OpenSheet {
  std::string name;
  bool hidden = false;
  Grid grid;
  std::vector<CellRange> merged;
};

OpenSheet open_sheet(const WorkbookFile& file, const WorkbookContents& contents, const SheetEntry& entry) {
  OpenSheet sheet{entry.name, entry.hidden, {}, {}};
  // Sheets that hold a chart alone have another root and no cells.
  const XmlTree tree = file.required_part(entry.part);
  sheet.grid = SheetCells(contents).read(tree.get());
  sheet.merged = merged_ranges(tree.get());
  return sheet;
}

bool has_cells(const OpenSheet& sheet) {
  return std::any_of(sheet.grid.begin(), sheet.grid.end(), [](const auto& row) {
    return std::any_of(row.second.begin(), row.second.end(), [](const Cell& cell) { return !is_blank(cell); });
  });
}

OpenSheet sheet_named(const WorkbookFile& file, const WorkbookContents& contents, const Location& where) {
  std::vector<std::string> names;
  for (const SheetEntry& entry : contents.sheets) {
    if (normalised(entry.name) == normalised(where.layer)) return open_sheet(file, contents, entry);
    names.push_back(entry.name);
  }
  throw InputError("unknown_layer", {"there is no such sheet", "没有这个工作表"}, where,
                   {"The workbook has: " + listed(names), "该工作簿中的工作表有:" + listed(names)});
}

/// The only sheet that a person would see and that holds something.
OpenSheet only_sheet(const WorkbookFile& file, const WorkbookContents& contents, const Location& where,
                     Problems& problems) {
  std::vector<OpenSheet> used;
  for (const SheetEntry& entry : contents.sheets) {
    OpenSheet sheet = open_sheet(file, contents, entry);
    if (has_cells(sheet)) used.push_back(std::move(sheet));
  }
  std::vector<std::string> names;
  std::vector<std::string> hidden;
  for (const OpenSheet& sheet : used) (sheet.hidden ? hidden : names).push_back(sheet.name);
  if (names.size() == 1) {
    if (!hidden.empty()) {
      problems.add(note("hidden_sheets",
                        {"hidden sheets were left out: " + listed(hidden), "已略过隐藏的工作表:" + listed(hidden)},
                        where));
    }
    return std::move(*std::find_if(used.begin(), used.end(), [](const OpenSheet& sheet) { return !sheet.hidden; }));
  }
  names.insert(names.end(), hidden.begin(), hidden.end());
  if (names.empty()) {
    throw InputError("empty_table", {"the workbook holds no values", "工作簿中没有数据"}, where,
                     {"Check that it is the right file", "请核对是否为所需的文件"});
  }
  throw InputError(
      "several_layers",
      {fmt::format("the workbook has {} sheets", names.size()), fmt::format("该工作簿有 {} 个工作表", names.size())},
      where, {"Name one with the key 'layer': " + listed(names), "请用 layer 键指定一个:" + listed(names)});
}

}  // namespace

bool is_workbook(const std::filesystem::path& path) {
  std::string extension = path.extension().string();
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return extension == ".xlsx" || extension == ".xlsm";
}

FeatureTable read_workbook(const LayerConfig& config, Problems& problems) {
  FeatureTable table;
  table.where.file = config.source_text;
  table.where.layer = config.layer;
  table.is_sheet = true;
  const WorkbookFile file(config.source, table.where);
  const WorkbookContents contents = read_contents(file);
  table.dates_from_1904 = contents.from_1904;
  OpenSheet sheet = config.layer.empty() ? only_sheet(file, contents, table.where, problems)
                                         : sheet_named(file, contents, table.where);
  table.where.layer = sheet.name;
  const std::size_t filled = fill_down(sheet.merged, sheet.grid);
  if (filled > 0) {
    problems.add(note("merged_cells",
                      {fmt::format("merged cells were read as the same value in each of their rows ({} cells)", filled),
                       fmt::format("合并单元格按各行取相同值读取(共 {} 格)", filled)},
                      table.where));
  }
  lay_out(table, sheet_rows(std::move(sheet.grid), sheet.merged), config, RowLengths::free, problems);
  settle_text(table, config, problems);
  return table;
}

}  // namespace sise
