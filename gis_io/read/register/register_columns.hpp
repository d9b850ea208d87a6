// The columns of an office's table, found by what offices call them.
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/layers/feature_table.hpp"
#include "gis_io/read/packs/register_words.hpp"
#include "gis_io/read/register/register_config.hpp"

namespace sise {

/// A heading without blanks, brackets and what stands in them, in lower case: "L (可能性)" -> "l". "固有" and "控制后" in
/// brackets stay: they tell two columns apart.
[[nodiscard]] std::string heading_key(std::string_view heading);

class RegisterColumns {
 public:
  /// A mapped name ([*.fields]) is looked up as written. Else a heading that is one of the words of
  /// data/register/fields.toml (or our name) is that field's; else one that begins or ends with such a word, the
  /// longest of them counting. `extra` are names of ours beyond those words (an own method's factors). Faults:
  /// "missing_field", "ambiguous_field" (two columns for one field).
  RegisterColumns(const FeatureTable& table, const RegisterLayer& source, RegisterRecord record,
                  const std::vector<std::string>& extra, Problems& problems);

  [[nodiscard]] bool has(std::string_view name) const;
  /// Only a column, no constant.
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
  /// Where a field's text comes from: looked up once, asked for every row.
  struct Source {
    std::optional<std::size_t> column;
    const std::string* constant = nullptr;

    [[nodiscard]] bool any() const { return column.has_value() || constant != nullptr; }
  };
  [[nodiscard]] Source source(std::string_view name) const;
  /// Trimmed and in half-width signs; empty for blank.
  [[nodiscard]] static std::string text(const FeatureRow& row, const Source& source);
  /// What the office calls it.
  [[nodiscard]] std::string heading(std::string_view name) const;
  /// Columns that are nobody's; they are kept out and listed.
  [[nodiscard]] const std::vector<std::string>& unmatched() const { return unmatched_; }
  /// Headings that were understood by a part of them: "heading -> field".
  [[nodiscard]] const std::vector<std::string>& by_part() const { return by_part_; }
  /// The dictionary of a coded column; null for none.
  [[nodiscard]] const ColumnDictionary* dictionary(std::string_view name) const;

 private:
  struct Wanted {
    std::string name;
    std::vector<std::string> keys;
  };
  void find_mapped(const std::vector<Wanted>& wanted, Problems& problems);
  void find_whole(const std::vector<Wanted>& wanted, Problems& problems);
  void find_by_part(const std::vector<Wanted>& wanted);

  const FeatureTable& table_;
  const RegisterLayer& source_;
  std::map<std::string, std::size_t, std::less<>> columns_;
  std::vector<std::string> keys_;  ///< of the headings
  std::vector<bool> taken_;
  std::vector<std::string> unmatched_;
  std::vector<std::string> by_part_;
};

}  // namespace sise
