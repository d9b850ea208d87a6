#include "gis_io/read/layers/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "gis_io/read/layers/sheet_layout.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/layers/table_text.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

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

/// Excel's own first line: "sep=;" says the separator and is no part of the table. Takes it off, but for its line end.
std::optional<char> take_stated_separator(std::string_view& text) {
  constexpr std::string_view kKey = "sep=";
  if (text.size() <= kKey.size() || folded_name(text.substr(0, kKey.size())) != kKey) return std::nullopt;
  const char separator = text[kKey.size()];
  const std::size_t end = kKey.size() + 1;
  if (separator == '\n' || separator == '\r') return std::nullopt;
  if (end < text.size() && text[end] != '\n' && text[end] != '\r') return std::nullopt;
  text.remove_prefix(end);
  return separator;
}

std::vector<SheetRow> sheet_rows(std::vector<CsvRecord>&& records) {
  std::vector<SheetRow> rows;
  int next_line = 1;  // where the next record begins unless there are blank lines
  for (CsvRecord& record : records) {
    const bool blank =
        std::all_of(record.fields.begin(), record.fields.end(), [](const auto& f) { return trimmed(f).empty(); });
    if (blank) continue;
    SheetRow row;
    row.line = record.line;
    row.after_blank = record.line > next_line;
    next_line = record.line + 1;
    for (std::string& field : record.fields) {
      next_line += static_cast<int>(std::count(field.begin(), field.end(), '\n'));
      row.cells.emplace_back(std::move(field));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

/// The most frequent separator of the first line, outside quotes; nullopt where it has none.
std::optional<char> separator_of_line(std::string_view& text) {
  constexpr std::array<char, 3> kSeparators{'\t', ';', ','};
  std::array<int, 3> count{};
  bool in_quotes = false;
  std::size_t at = 0;
  for (; at < text.size() && (in_quotes || text[at] != '\n'); ++at) {
    if (text[at] == '"') in_quotes = !in_quotes;
    for (std::size_t i = 0; i < kSeparators.size(); ++i)
      count.at(i) += !in_quotes && text[at] == kSeparators.at(i) ? 1 : 0;
  }
  text.remove_prefix(std::min(at + 1, text.size()));
  const auto* most = std::max_element(count.begin(), count.end());
  if (*most == 0) return std::nullopt;
  return kSeparators.at(static_cast<std::size_t>(most - count.begin()));
}

}  // namespace

char csv_separator(std::string_view text) {
  // A title above the names has no separators, as a rule.
  constexpr int kSearched = 10;
  for (int line = 0; line < kSearched && !text.empty(); ++line) {
    if (const auto separator = separator_of_line(text)) return *separator;
  }
  return ',';
}

std::vector<CsvRecord> parse_csv(std::string_view text, char separator, const Location& where) {
  return CsvParser(text, separator, where).parse();
}

FeatureTable read_csv_table(const LayerConfig& config, Problems& problems) {
  FeatureTable table;
  table.where.file = config.source_text;
  const DecodedText decoded = read_text_file(config, problems);
  if (decoded.text.find('\0') != std::string::npos) {
    throw InputError("unreadable",
                     {"the file is not a text, or is UTF-16 without a byte-order mark",
                      "该文件不是文本文件,或是没有字节顺序标记的 UTF-16 文本"},
                     table.where,
                     {"Save it as CSV in UTF-8, not as a workbook; or state encoding = \"UTF-16LE\"",
                      "请另存为 UTF-8 编码的 CSV,而不是工作簿;或写明 encoding = \"UTF-16LE\""});
  }
  std::string_view text = decoded.text;
  const auto stated = take_stated_separator(text);
  auto records = parse_csv(text, stated.value_or(csv_separator(text)), table.where);
  if (records.empty()) {
    throw InputError("empty_table", {"the table has no header", "表格没有表头"}, table.where,
                     {"The first line names the columns", "第一行应为列名"});
  }
  lay_out(table, sheet_rows(std::move(records)), config, RowLengths::as_header, problems);
  settle_text(table, config, problems);
  return table;
}

}  // namespace sise
