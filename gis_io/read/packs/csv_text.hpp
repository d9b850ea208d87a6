// CSV held in memory, for the data files of packs (RFC 4180; UTF-8; first line names the columns).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "models/base/error.hpp"

namespace sise {

struct CsvRow {
  int line = 0;  ///< 1-based
  std::vector<std::string> cells;
};

struct CsvTable {
  std::string name;
  std::vector<std::string> columns;
  std::vector<CsvRow> rows;

  /// Place of a column. Throws ConfigError naming the columns there are.
  [[nodiscard]] std::size_t column(std::string_view wanted) const;
  [[nodiscard]] Location where(const CsvRow& row, std::string_view column = {}) const;
};

/// Throws ConfigError for an unclosed quote and for a row whose number of cells differs from the header's.
[[nodiscard]] CsvTable parse_csv(std::string_view text, const std::string& name);

}  // namespace sise
