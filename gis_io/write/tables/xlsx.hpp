// Workbooks as offices read them: a header that stays in sight, units under the names, columns as wide as their text.
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// One column: its name for people and, where it has one, its unit.
struct SheetColumn {
  std::string title;
  std::string unit;
};

/// One sheet. Null and NaN are empty cells; lists and objects are written as JSON.
struct Sheet {
  std::string name;   ///< at most 31 characters, none of []:*?/\ (they become blanks)
  std::string title;  ///< above the header; empty: no such row
  std::vector<SheetColumn> columns;
  std::vector<std::vector<PropertyValue>> rows;
  using RowSink = std::function<void(const std::vector<PropertyValue>&)>;
  /// Instead of rows, for tables too long to be held: asked once.
  std::function<void(const RowSink&)> each{};
};

/// The most rows that a sheet of the format can hold, headings included.
inline constexpr std::int64_t kMostSheetRows = 1'048'576;

/// Writes a workbook of these sheets; the same sheets give the same bytes. Throws OutputError when the file cannot be
/// written, std::logic_error when a row has not as many values as the sheet has columns.
void write_xlsx(const std::filesystem::path& path, const std::vector<Sheet>& sheets);

}  // namespace sise
