// The cells of one row of a pack's table, by column. Not for use outside packs.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis_io/read/packs/csv_text.hpp"
#include "models/base/text.hpp"

namespace sise {

class CsvCells {
 public:
  /// Keeps references.
  CsvCells(const CsvTable& table, const CsvRow& row, Problems& problems)
      : table_(table), row_(row), problems_(problems) {}

  [[nodiscard]] const std::string& operator[](std::string_view column) const {
    return row_.cells[table_.column(column)];
  }
  [[nodiscard]] int line() const { return row_.line; }
  /// Adds "bad_value" with place and value.
  void wrong(std::string_view column, const Text& what) const;

  /// What may not be blank.
  [[nodiscard]] std::string needed(std::string_view column) const;
  /// Nothing for a blank.
  [[nodiscard]] std::optional<double> number(std::string_view column) const;
  /// yes or no; a blank is no.
  [[nodiscard]] bool yes(std::string_view column) const;
  /// "a|b|c"; at least one.
  [[nodiscard]] std::vector<std::string> words(std::string_view column) const;

 private:
  const CsvTable& table_;
  const CsvRow& row_;
  Problems& problems_;
};

}  // namespace sise
