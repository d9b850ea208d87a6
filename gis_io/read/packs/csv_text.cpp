#include "gis_io/read/packs/csv_text.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/read/config/config_reader.hpp"

namespace sise {
namespace {

/// Reads cell after cell; a quoted cell may hold commas, quotes (doubled) and line ends.
class CsvScanner {
 public:
  CsvScanner(std::string_view text, const std::string& name) : text_(text), name_(name) {}

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }

  CsvRow row() {
    CsvRow row{.line = line_};
    while (true) {
      row.cells.push_back(!at_end() && text_[at_] == '"' ? quoted() : plain());
      if (at_end() || text_[at_] != ',') break;
      ++at_;
    }
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (!at_end() && text_[at_] == '\n') {
      ++at_;
      ++line_;
    }
    return row;
  }

 private:
  std::string plain() {
    const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    const std::size_t start = std::exchange(at_, end);
    return std::string(text_.substr(start, end - start));
  }

  std::string quoted() {
    const int opened = line_;
    std::string cell;
    for (++at_; !at_end(); ++at_) {
      if (text_[at_] == '\n') ++line_;
      if (text_[at_] == '"') {
        const bool doubled = at_ + 1 < text_.size() && text_[at_ + 1] == '"';
        ++at_;
        if (!doubled) return cell;
      }
      cell.push_back(text_[at_]);
    }
    throw ConfigError("unclosed_quote", {"a quote is not closed", "引号没有闭合"}, {.file = name_, .line = opened});
  }

  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

std::size_t CsvTable::column(std::string_view wanted) const {
  const auto found = std::find(columns.begin(), columns.end(), wanted);
  if (found != columns.end()) return static_cast<std::size_t>(found - columns.begin());
  throw ConfigError("missing_column",
                    {"column '" + std::string(wanted) + "' is missing", "缺少列 '" + std::string(wanted) + "'"},
                    {.file = name, .line = 1}, {"There are: " + join_names(columns), "现有列: " + join_names(columns)});
}

Location CsvTable::where(const CsvRow& row, std::string_view column) const {
  return {.file = name, .field = std::string(column), .line = row.line};
}

CsvTable parse_csv(std::string_view text, const std::string& name) {
  CsvScanner scanner(text, name);
  CsvTable table{.name = name};
  if (scanner.at_end()) throw ConfigError("empty_file", {"the file is empty", "文件为空"}, {.file = name});
  table.columns = scanner.row().cells;
  while (!scanner.at_end()) {
    CsvRow row = scanner.row();
    if (row.cells.size() != table.columns.size()) {
      const std::string have = std::to_string(row.cells.size());
      const std::string want = std::to_string(table.columns.size());
      throw ConfigError("wrong_cell_count",
                        {have + " cells, but the header has " + want, "有 " + have + " 格, 表头为 " + want + " 格"},
                        table.where(row));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace sise
