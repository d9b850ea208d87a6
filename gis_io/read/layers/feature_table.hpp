// A layer or table as it came in: columns, rows, and where each row stands in the file.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "models/base/error.hpp"

namespace sise {

/// A cell of a sheet that holds no value although it is not blank.
struct CellFault {
  std::string cell;   ///< "C5"
  std::string error;  ///< "#N/A"; empty: a formula that was never calculated
  bool operator==(const CellFault&) const = default;
};

/// A value as the file types it; monostate is null. Dates are ISO 8601 text.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string, CellFault>;

/// Text of a cell, trimmed; nullopt for null, blank and faults.
[[nodiscard]] std::optional<std::string> text_of(const Cell& cell);

/// Why a cell has no value although something stands in it: a CellFault, or the text that spreadsheets export for one
/// ("#N/A", "#DIV/0!", "Err:502"). nullopt for everything else.
[[nodiscard]] std::optional<CellFault> fault_of(const Cell& cell);

/// Tells such a cell as a problem.
void tell_fault(const CellFault& fault, const Location& where, Problems& problems);

/// Why a feature has no geometry that can be used.
struct GeometryFault {
  std::string code;  ///< "invalid_geometry", "not_finite", "mixed_geometry", "empty_geometry", "bad_wkt"
  Text message;
  Text remedy;
};

struct FeatureRow {
  std::string label;                   ///< "fid 12"; empty where `line` says it
  int line = 0;                        ///< line of a text file or row of a sheet, 1-based; 0: unknown
  std::vector<Cell> cells;             ///< one per column
  Geometry geometry;                   ///< in the file's CRS as it comes, in the target's once placed
  std::optional<GeometryFault> fault;  ///< instead of a geometry; told only where the geometry is asked for
};

struct FeatureTable {
  Location where;  ///< file and layer
  std::vector<std::string> columns;
  std::vector<FeatureRow> rows;
  std::string crs;                       ///< of the geometries; empty: the file does not say
  bool has_geometry = false;             ///< the source has a geometry column of its own
  std::optional<std::size_t> id_column;  ///< names the rows in messages
  bool is_sheet = false;                 ///< of a workbook: numbers may be serial dates
  bool dates_from_1904 = false;          ///< their day 0 is 1904-01-01 instead of 1899-12-30

  /// Every column of that name: more than one is possible in sheets and CSV.
  [[nodiscard]] std::vector<std::size_t> columns_named(const std::string& name) const;
  [[nodiscard]] bool has_polygons() const;
  /// Where a row and one of its fields stand, for messages.
  [[nodiscard]] Location at(const FeatureRow& row, const std::string& field = {}) const;
};

}  // namespace sise
