#include "gis_io/read/packs/csv_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "gis_io/read/config/config_reader.hpp"
#include "gis_io/read/layers/csv.hpp"

namespace sise {
namespace {

/// A pack is configuration: what is wrong with its text is too.
std::vector<CsvRecord> records_of(std::string_view text, const std::string& name) {
  try {
    return parse_csv(text, ',', {.file = name});
  } catch (const InputError& error) {
    throw ConfigError(error.diagnostics());
  }
}

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
  std::vector<CsvRecord> records = records_of(text, name);
  CsvTable table{.name = name};
  if (records.empty()) throw ConfigError("empty_file", {"the file is empty", "文件为空"}, {.file = name});
  table.columns = std::move(records.front().fields);
  records.erase(records.begin());
  for (CsvRecord& record : records) {
    CsvRow row{record.line, std::move(record.fields)};
    if (row.cells.size() != table.columns.size()) {
      const std::size_t have = row.cells.size();
      const std::size_t want = table.columns.size();
      throw ConfigError("wrong_cell_count",
                        {fmt::format("{} cells, but the header has {}", have, want),
                         fmt::format("有 {} 格, 表头为 {} 格", have, want)},
                        table.where(row));
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace sise
