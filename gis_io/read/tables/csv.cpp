#include "gis_io/read/tables/csv.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/table_text.hpp"
#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

/// Walks over a text character by character, as RFC 4180 describes it.
class CsvParser {
 public:
  CsvParser(std::string_view text, char separator, Location where)
      : text_(text), separator_(separator), where_(std::move(where)) {}

  std::vector<CsvRecord> parse() {
    while (at_ < text_.size()) record();
    return std::move(records_);
  }

 private:
  void record() {
    CsvRecord record;
    record.line = line_;
    bool more = true;
    while (more) {
      record.fields.push_back(field());
      more = at_ < text_.size() && text_[at_] == separator_;
      if (more) ++at_;
    }
    end_line();
    const bool blank = record.fields.size() == 1 && trimmed(record.fields.front()).empty();
    if (!blank) records_.push_back(std::move(record));
  }

  std::string field() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::string quoted() {
    where_.line = line_;
    std::string out;
    ++at_;
    for (;;) {
      if (at_ >= text_.size()) {
        throw InputError("open_quote", {"a quoted field is never closed", "引号没有闭合"}, where_,
                         {"Close it, or double the quote inside the text", "请补上引号,或把文字中的引号写成两个"});
      }
      const char c = text_[at_++];
      if (c == '\n') ++line_;
      if (c != '"') {
        out += c;
      } else if (at_ < text_.size() && text_[at_] == '"') {
        out += '"';
        ++at_;
      } else {
        break;
      }
    }
    // Whatever stands between the closing quote and the separator belongs to the field.
    while (at_ < text_.size() && text_[at_] != separator_ && text_[at_] != '\n' && text_[at_] != '\r')
      out += text_[at_++];
    return out;
  }

  void end_line() {
    if (at_ < text_.size() && text_[at_] == '\r') ++at_;
    if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    ++line_;
  }

  std::string_view text_;
  char separator_;
  Location where_;
  std::size_t at_ = 0;
  int line_ = 1;
  std::vector<CsvRecord> records_;
};

void add_row(FeatureTable& table, CsvRecord&& record, Problems& problems) {
  FeatureRow row;
  row.line = record.line;
  const bool blank =
      std::all_of(record.fields.begin(), record.fields.end(), [](const auto& f) { return trimmed(f).empty(); });
  if (blank) return;
  // Spreadsheets append separators for empty columns on the right.
  while (record.fields.size() > table.columns.size() && trimmed(record.fields.back()).empty()) record.fields.pop_back();
  if (record.fields.size() != table.columns.size()) {
    Location where = table.where;
    where.line = record.line;
    problems.error("ragged_row",
                   {fmt::format("the row has {} fields, the header {}", record.fields.size(), table.columns.size()),
                    fmt::format("该行有 {} 个字段,而表头有 {} 个", record.fields.size(), table.columns.size())},
                   where,
                   {"Quote texts that contain the separator; leave unused fields blank",
                    "含分隔符的文字请加引号;不用的字段请留空"});
    return;
  }
  for (std::string& field : record.fields) row.cells.emplace_back(std::move(field));
  table.rows.push_back(std::move(row));
}

}  // namespace

char csv_separator(std::string_view text) {
  constexpr std::array<char, 3> kSeparators{'\t', ';', ','};
  std::array<int, 3> count{};
  bool in_quotes = false;
  for (const char c : text) {
    if (c == '"') in_quotes = !in_quotes;
    if (c == '\n' && !in_quotes) break;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) count.at(i) += !in_quotes && c == kSeparators.at(i) ? 1 : 0;
  }
  const auto most = std::max_element(count.begin(), count.end());
  return *most == 0 ? ',' : kSeparators.at(static_cast<std::size_t>(most - count.begin()));
}

std::vector<CsvRecord> parse_csv(std::string_view text, char separator, const Location& where) {
  return CsvParser(text, separator, where).parse();
}

FeatureTable read_csv_table(const LayerConfig& config, Problems& problems) {
  FeatureTable table;
  table.where.file = config.source_text;
  const DecodedText decoded = read_text_file(config, problems);
  if (decoded.text.find('\0') != std::string::npos) {
    throw InputError("unreadable", {"the file is not a text", "该文件不是文本文件"}, table.where,
                     {"Save it as CSV, not as a workbook", "请另存为 CSV,而不是工作簿"});
  }
  auto records = parse_csv(decoded.text, csv_separator(decoded.text), table.where);
  if (records.empty()) {
    throw InputError("empty_table", {"the table has no header", "表格没有表头"}, table.where,
                     {"The first line names the columns", "第一行应为列名"});
  }
  table.columns = std::move(records.front().fields);
  while (!table.columns.empty() && trimmed(table.columns.back()).empty()) table.columns.pop_back();
  for (auto it = records.begin() + 1; it != records.end(); ++it) add_row(table, std::move(*it), problems);
  settle_text(table, config, problems);
  return table;
}

}  // namespace sise
