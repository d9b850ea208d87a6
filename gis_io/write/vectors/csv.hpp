// CSV as RFC 4180 wants it: UTF-8, CRLF, quotes where needed.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Without a byte order mark Excel takes UTF-8 for the system's code page and garbles Chinese; other readers may show
/// the mark as part of the first column's name.
enum class ByteOrderMark { none, for_excel };

/// A table. finish() must be called. Throws OutputError when the file cannot be written.
class CsvWriter {
 public:
  CsvWriter(const std::filesystem::path& path, const std::vector<std::string>& header,
            ByteOrderMark mark = ByteOrderMark::none);

  /// As many values as the header has names (std::logic_error otherwise). Null and NaN are empty cells, lists and
  /// objects are written as JSON.
  void add(const std::vector<PropertyValue>& row);
  void finish();

 private:
  OutputFile file_;
  std::size_t columns_;
};

}  // namespace sise
