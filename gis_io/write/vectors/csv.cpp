#include "gis_io/write/vectors/csv.hpp"

#include <stdexcept>
#include <string_view>

#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

void append_cell(std::string& out, std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string cell_text(const PropertyValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.value)) return *text;
  const std::string json = to_json(value);
  return json == "null" ? std::string() : json;
}

}  // namespace

CsvWriter::CsvWriter(const std::filesystem::path& path, const std::vector<std::string>& header, ByteOrderMark mark)
    : file_(path), columns_(header.size()) {
  if (mark == ByteOrderMark::for_excel) file_.write("\xEF\xBB\xBF");
  add({header.begin(), header.end()});
}

void CsvWriter::add(const std::vector<PropertyValue>& row) {
  if (row.size() != columns_) throw std::logic_error("a CSV row must have as many cells as the header");
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) line += ',';
    append_cell(line, cell_text(row[i]));
  }
  file_.write(line + "\r\n");
}

void CsvWriter::finish() { file_.close(); }

}  // namespace sise
