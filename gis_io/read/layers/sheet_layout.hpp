// How offices lay out a table: a title above the names, merged cells, blank rows, a remark below.
#pragma once
#include <string>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

/// One row of a sheet or line of a text, as it stands there. Blank rows are left out.
struct SheetRow {
  int line = 0;  ///< 1-based
  std::vector<Cell> cells;
  bool after_blank = false;    ///< a blank row stands above it
  bool spans_columns = false;  ///< its only content is a cell merged across several columns
};

/// Rows shorter or longer than the header are faults in a text, where a lost separator moves values; in a sheet, cells
/// stay in their columns.
enum class RowLengths { as_header, free };

/// Fills `table`'s columns and rows. The names are looked for within the first ten rows: the row where most of
/// config.our_names and of the mapped and coordinate columns stand, noted where that is not the first; config.header_row
/// goes before. Throws InputError where two rows have equally many ("several_headers"), and for a title without any row of
/// names below it ("title_row"). A remark below the table and headings within it are left out and noted.
void lay_out(FeatureTable& table, std::vector<SheetRow> rows, const LayerConfig& config, RowLengths lengths,
             Problems& problems);

}  // namespace sise
