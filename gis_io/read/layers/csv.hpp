// Delimited text: commas, semicolons or tabs, quotes as in RFC 4180, Chinese headers, any encoding.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/config/layer_config.hpp"
#include "gis_io/read/layers/feature_table.hpp"
#include "models/base/error.hpp"

namespace sise {

struct CsvRecord {
  int line = 0;  ///< where it begins, 1-based; quoted fields may span lines
  std::vector<std::string> fields;
};

/// The separator of a header line: the most frequent of tab, semicolon and comma outside quotes.
[[nodiscard]] char csv_separator(std::string_view text);

/// Splits a text into records, blank lines left out. Throws InputError at a quote that is never closed.
[[nodiscard]] std::vector<CsvRecord> parse_csv(std::string_view text, char separator, const Location& where);

/// The whole file; all cells are text. A row with another number of fields than the header is told as a problem and left
/// out. Throws InputError for a file without header.
[[nodiscard]] FeatureTable read_csv_table(const LayerConfig& config, Problems& problems);

}  // namespace sise
