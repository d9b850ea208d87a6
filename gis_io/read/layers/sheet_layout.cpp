#include "gis_io/read/layers/sheet_layout.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "gis_io/read/layers/field_map.hpp"
#include "gis_io/read/layers/near_columns.hpp"
#include "gis_io/read/layers/source_file.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

constexpr std::size_t kSearched = 10;   ///< rows in which the names may stand
constexpr std::size_t kFewColumns = 3;  ///< in narrower tables a row with one cell may be a row

/// "风速(m/s)" -> "风速", folded as names are compared.
std::string bare_name(const std::string& written) {
  const std::string text = normalised(written);
  return folded_name(trimmed(text.substr(0, text.find_first_of("(["))));
}

std::size_t filled(const SheetRow& row) {
  return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(), [](const Cell& cell) {
    return text_of(cell).has_value() || fault_of(cell).has_value();
  }));
}

/// The names that a header of this layer may hold.
class KnownNames {
 public:
  explicit KnownNames(const LayerConfig& config) {
    for (const std::string& name : config.our_names) add(name);
    for (const char* name : {"x", "y", "lon", "lat", "wkt"}) add(name);
    for (const std::string& name : {config.x, config.y, config.lon, config.lat, config.wkt}) add(name);
    for (const auto& [ours, theirs] : config.fields) {
      add(theirs);
      if (const auto split = split_unit(theirs)) add(split->name);
    }
    for (const std::string& name : config.ignore) add(name);
  }

  /// How many of a row's cells are names.
  [[nodiscard]] std::size_t in(const SheetRow& row) const {
    std::set<std::string> found;
    for (const Cell& cell : row.cells) {
      const auto text = std::holds_alternative<std::string>(cell) ? text_of(cell) : std::nullopt;
      if (!text) continue;
      const std::string whole = folded_name(normalised(*text));
      if (names_.contains(whole) || names_.contains(bare_name(*text))) found.insert(whole);
    }
    return found.size();
  }

 private:
  void add(const std::string& name) {
    if (name.empty()) return;
    names_.insert(folded_name(normalised(name)));
    names_.insert(bare_name(name));
  }

  std::set<std::string> names_;
};

/// "A", "Z", "AA".
std::string column_letters(std::size_t index) {
  constexpr std::size_t kLetters = 26;
  std::string letters;
  for (std::size_t n = index + 1; n > 0; n = (n - 1) / kLetters) {
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % kLetters));
  }
  return letters;
}

std::string shown(const SheetRow& row) {
  std::vector<std::string> texts;
  for (const Cell& cell : row.cells) {
    if (auto text = text_of(cell)) texts.push_back(std::move(*text));
  }
  return listed(texts, 4);
}

bool begins_like_a_remark(const std::string& text) {
  constexpr std::array<std::string_view, 17> kWords{"注",   "备注",   "说明",   "合计",  "总计",     "小计",
                                                    "填表", "制表",   "审核",   "填报",  "数据来源", "资料来源",
                                                    "note", "remark", "source", "total", "*"};
  const std::string plain = folded_name(normalised(text));
  return std::any_of(kWords.begin(), kWords.end(), [&](auto word) { return plain.starts_with(word); });
}

/// Lays one table out.
class Layout {
 public:
  Layout(FeatureTable& table, std::vector<SheetRow> rows, const LayerConfig& config, RowLengths lengths,
         Problems& problems)
      : table_(table), rows_(std::move(rows)), config_(config), lengths_(lengths), problems_(problems) {}

  void run() {
    const std::size_t header = header_index();
    name_columns(rows_[header]);
    for (std::size_t i = header + 1; i < rows_.size(); ++i) {
      if (is_no_row(i)) {
        left_out_.push_back(std::to_string(rows_[i].line) + ": " + shown(rows_[i]));
      } else {
        add(std::move(rows_[i]));
      }
    }
    if (left_out_.empty()) return;
    const std::string lines = listed(left_out_, 5);
    problems_.add(note("remark_left_out",
                       {"headings and remarks are no rows of the table and were left out: " + lines,
                        "标题行和备注行不属于表格数据,已略过:" + lines},
                       table_.where));
  }

 private:
  std::size_t header_index() {
    if (config_.header_row > 0) return stated_header();
    const KnownNames known(config_);
    const std::size_t end = std::min(kSearched, rows_.size());
    std::size_t best = 0;
    std::size_t most = 0;
    std::size_t rival = end;  // none
    for (std::size_t i = 0; i < end; ++i) {
      const std::size_t names = known.in(rows_[i]);
      if (names > most) {
        most = names;
        best = i;
        rival = end;
      } else if (names == most && names > 0) {
        // Names merged over two rows stand in both.
        if (rows_[i].cells == rows_[best].cells) {
          best = i;
        } else {
          rival = i;
        }
      }
    }
    // A value or two may be called like a name: the first row is left only for one with clearly more names, or where
    // it is a lone title.
    const bool clearly = most >= known.in(rows_.front()) + 2 || rows_[best].cells == rows_.front().cells;
    const bool below_title = filled(rows_.front()) == 1 && filled(rows_[best]) >= kFewColumns;
    if (!clearly && rival == end && !below_title) best = 0;
    if (rival < end && most > 1) refuse_two(best, rival);
    if (most == 0 && is_title_alone()) refuse_title();
    if (best > 0) tell_where(best);
    return best;
  }

  [[nodiscard]] std::size_t stated_header() const {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (rows_[i].line == config_.header_row) return i;
    }
    Location where = table_.where;
    where.line = config_.header_row;
    throw InputError("missing_header",
                     {"the row of header_row is blank or not there", "header_row 所指的行为空或不存在"}, where,
                     {"Give the row in which the names of the columns stand", "请给出列名所在的行号"});
  }

  [[noreturn]] void refuse_two(std::size_t one, std::size_t other) const {
    throw InputError(
        "several_headers",
        {fmt::format("rows {} and {} may both be the names of the columns", rows_[one].line, rows_[other].line),
         fmt::format("第 {} 行和第 {} 行都可能是列名", rows_[one].line, rows_[other].line)},
        table_.where,
        {fmt::format("Say which: header_row = {}", rows_[one].line),
         fmt::format("请指明:header_row = {}", rows_[one].line)});
  }

  [[nodiscard]] bool is_title_alone() const {
    return rows_.size() > 1 && filled(rows_[0]) == 1 && filled(rows_[1]) >= kFewColumns;
  }

  [[noreturn]] void refuse_title() const {
    Location where = table_.where;
    where.line = rows_[0].line;
    throw InputError(
        "title_row",
        {fmt::format("row {} holds a single text, '{}', and no row below it has our names; those of row {} are: {}",
                     rows_[0].line, shown(rows_[0]), rows_[1].line, shown(rows_[1])),
         fmt::format("第 {} 行只有一段文字 '{}',其下各行也没有可识别的列名;第 {} 行为:{}", rows_[0].line,
                     shown(rows_[0]), rows_[1].line, shown(rows_[1]))},
        where,
        {fmt::format("Map the names under 'fields', or say header_row = {}", rows_[1].line),
         fmt::format("请在 fields 中映射列名,或写明 header_row = {}", rows_[1].line)});
  }

  void tell_where(std::size_t header) {
    problems_.add(note("header_row",
                       {fmt::format("the names of the columns were taken from row {}; above it stands: {}",
                                    rows_[header].line, shown(rows_[0])),
                        fmt::format("列名取自第 {} 行;其上为:{}", rows_[header].line, shown(rows_[0]))},
                       table_.where));
  }

  void name_columns(const SheetRow& header) {
    for (const Cell& cell : header.cells) {
      if (const auto fault = fault_of(cell)) tell_fault(*fault, table_.where, problems_);
      const auto* text = std::get_if<std::string>(&cell);
      table_.columns.push_back(text != nullptr ? *text : text_of(cell).value_or(""));
    }
    while (!table_.columns.empty() && trimmed(table_.columns.back()).empty()) table_.columns.pop_back();
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      if (trimmed(table_.columns[i]).empty()) table_.columns[i] = "(" + column_letters(i) + ")";
    }
  }

  /// A heading within the table or a remark below it: one text alone that says so, by words, by being merged across
  /// columns, or by standing at the end after a blank row.
  [[nodiscard]] bool is_no_row(std::size_t i) const {
    const SheetRow& row = rows_[i];
    if (table_.columns.size() < kFewColumns || filled(row) != 1) return false;
    const auto cell =
        std::find_if(row.cells.begin(), row.cells.end(), [](const Cell& c) { return text_of(c).has_value(); });
    if (cell == row.cells.end() || !std::holds_alternative<std::string>(*cell)) return false;
    if (row.spans_columns || begins_like_a_remark(*text_of(*cell))) return true;
    return row.after_blank && std::all_of(rows_.begin() + static_cast<std::ptrdiff_t>(i), rows_.end(),
                                          [](const SheetRow& below) { return filled(below) == 1; });
  }

  void add(SheetRow&& row) {
    // Spreadsheets append separators for empty columns on the right.
    while (row.cells.size() > table_.columns.size() &&
           (lengths_ == RowLengths::free || (!text_of(row.cells.back()) && !fault_of(row.cells.back())))) {
      row.cells.pop_back();
    }
    if (lengths_ == RowLengths::free) row.cells.resize(table_.columns.size());
    if (row.cells.size() != table_.columns.size()) {
      Location where = table_.where;
      where.line = row.line;
      problems_.error("ragged_row",
                      {fmt::format("the row has {} fields, the header {}", row.cells.size(), table_.columns.size()),
                       fmt::format("该行有 {} 个字段,而表头有 {} 个", row.cells.size(), table_.columns.size())},
                      where,
                      {"Quote texts that contain the separator; leave unused fields blank",
                       "含分隔符的文字请加引号;不用的字段请留空"});
      return;
    }
    const bool blank = std::none_of(row.cells.begin(), row.cells.end(),
                                    [](const Cell& cell) { return text_of(cell) || fault_of(cell); });
    if (blank) return;
    FeatureRow feature;
    feature.line = row.line;
    feature.cells = std::move(row.cells);
    table_.rows.push_back(std::move(feature));
  }

  FeatureTable& table_;
  std::vector<SheetRow> rows_;
  const LayerConfig& config_;
  RowLengths lengths_;
  Problems& problems_;
  std::vector<std::string> left_out_;
};

}  // namespace

void lay_out(FeatureTable& table, std::vector<SheetRow> rows, const LayerConfig& config, RowLengths lengths,
             Problems& problems) {
  if (rows.empty()) return;
  Layout(table, std::move(rows), config, lengths, problems).run();
}

}  // namespace sise
