#include "gis_io/write/tables/xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <variant>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

constexpr double kNarrowest = 8.0;
constexpr double kWidest = 48.0;
constexpr std::size_t kLongestName = 31;

struct Formats {
  lxw_format* title;
  lxw_format* header;
  lxw_format* unit;
};

struct CloseBook {
  void operator()(lxw_workbook* book) const { workbook_close(book); }
};

/// Columns that a text takes on the screen: Chinese characters take two.
double width_of(std::string_view text) {
  double width = 0.0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) == 0x80U) continue;  // not the first byte of a character
    width += byte >= 0xE0U ? 2.0 : 1.0;
  }
  return width;
}

std::string sheet_name(std::string name) {
  for (char& c : name) {
    if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = ' ';
  }
  std::size_t characters = 0;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if ((static_cast<unsigned char>(name[i]) & 0xC0U) == 0x80U) continue;
    if (++characters > kLongestName) return name.substr(0, i);
  }
  return name;
}

/// A cell holds 32,767 characters; a longer text would be lost whole.
std::string shortened(const std::string& text) {
  constexpr std::size_t kLongestText = 32'000;
  if (text.size() <= kLongestText) return text;
  std::size_t end = kLongestText;
  while ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

/// Writes one cell; says how wide it is.
double write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const PropertyValue& value) {
  const auto text = [&](const std::string& content) {
    worksheet_write_string(sheet, row, column, shortened(content).c_str(), nullptr);
    return width_of(content);
  };
  if (const auto* number = std::get_if<double>(&value.value)) {
    if (std::isfinite(*number)) worksheet_write_number(sheet, row, column, *number, nullptr);
    return 0.0;
  }
  if (const auto* whole = std::get_if<std::int64_t>(&value.value)) {
    worksheet_write_number(sheet, row, column, static_cast<double>(*whole), nullptr);
    return 0.0;
  }
  if (const auto* flag = std::get_if<bool>(&value.value)) {
    worksheet_write_boolean(sheet, row, column, *flag ? 1 : 0, nullptr);
    return 0.0;
  }
  if (const auto* words = std::get_if<std::string>(&value.value)) return words->empty() ? 0.0 : text(*words);
  if (std::holds_alternative<std::monostate>(value.value)) return 0.0;
  return text(to_json(value));
}

void write_sheet(lxw_workbook* book, const Formats& formats, const Sheet& content) {
  lxw_worksheet* sheet = workbook_add_worksheet(book, sheet_name(content.name).c_str());
  if (sheet == nullptr) throw std::logic_error("write_xlsx: sheet '" + content.name + "' cannot be added");
  const bool has_units =
      std::any_of(content.columns.begin(), content.columns.end(), [](const SheetColumn& c) { return !c.unit.empty(); });
  lxw_row_t row = 0;
  if (!content.title.empty()) worksheet_write_string(sheet, row++, 0, content.title.c_str(), formats.title);
  const lxw_row_t header = row++;
  if (has_units) ++row;
  std::vector<double> width;
  for (std::size_t i = 0; i < content.columns.size(); ++i) {
    const SheetColumn& column = content.columns[i];
    const auto at = static_cast<lxw_col_t>(i);
    worksheet_write_string(sheet, header, at, column.title.c_str(), formats.header);
    if (has_units) worksheet_write_string(sheet, header + 1, at, column.unit.c_str(), formats.unit);
    width.push_back(std::max(width_of(column.title), width_of(column.unit)));
  }
  const lxw_row_t first = row;
  const auto widen = [&] {
    for (std::size_t i = 0; i < width.size(); ++i) {
      const auto at = static_cast<lxw_col_t>(i);
      worksheet_set_column(sheet, at, at, std::clamp(width[i] + 2.0, kNarrowest, kWidest), nullptr);
    }
  };
  const auto add = [&](const std::vector<PropertyValue>& values) {
    if (values.size() != content.columns.size())
      throw std::logic_error("write_xlsx: a row has another number of values");
    if (row >= kMostSheetRows) throw std::logic_error("write_xlsx: more rows than a sheet can hold");
    for (std::size_t i = 0; i < values.size(); ++i)
      width[i] = std::max(width[i], write_cell(sheet, row, static_cast<lxw_col_t>(i), values[i]));
    ++row;
  };
  for (const std::vector<PropertyValue>& values : content.rows) add(values);
  if (content.each) content.each(add);
  widen();
  worksheet_freeze_panes(sheet, first, 1);
}

}  // namespace

void write_xlsx(const std::filesystem::path& path, const std::vector<Sheet>& sheets) {
  const std::string name = path.string();
  // Rows of long tables go to the disk as they come; others stay until the end, where equal texts are kept once.
  const bool is_long = std::any_of(sheets.begin(), sheets.end(), [](const Sheet& sheet) { return bool(sheet.each); });
  lxw_workbook_options options{};
  options.constant_memory = is_long ? 1 : 0;
  lxw_workbook* book = workbook_new_opt(name.c_str(), &options);
  if (book == nullptr) throw_write_error(path, "out of memory");
  std::unique_ptr<lxw_workbook, CloseBook> guard(book);
  lxw_doc_properties properties{};
  properties.created = 946684800;  // 2000-01-01: no wall clock in an output
  workbook_set_properties(book, &properties);
  const Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
  format_set_bold(formats.title);
  format_set_bold(formats.header);
  format_set_bottom(formats.header, LXW_BORDER_THIN);
  format_set_italic(formats.unit);
  for (const Sheet& sheet : sheets) write_sheet(book, formats, sheet);
  const lxw_error failure = workbook_close(guard.release());
  if (failure != LXW_NO_ERROR) throw_write_error(path, lxw_strerror(failure));
}

}  // namespace sise
