// Tables of numbers with a header line, separated by commas, without quotes.
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace sise::field {

class PlainCsv {
 public:
  /// Whether a line with the columns' units stands beside the header; it is not read.
  enum class Units { none, above_header, below_header };

  /// Throws InputError naming the file where it cannot be read, has no header, or a line has too few cells.
  explicit PlainCsv(const std::filesystem::path& file, Units units = Units::none);

  [[nodiscard]] std::size_t rows() const { return cells_.size(); }
  [[nodiscard]] const std::string& text(std::size_t row, const std::string& column) const;
  /// nullopt for an empty cell; throws InputError for text.
  [[nodiscard]] std::optional<double> optional_number(std::size_t row, const std::string& column) const;
  /// Throws InputError for an empty cell too.
  [[nodiscard]] double number(std::size_t row, const std::string& column) const;

 private:
  std::string name_;
  std::size_t first_line_ = 2;  ///< in the file, of the first row
  std::map<std::string, std::size_t> columns_;
  std::vector<std::vector<std::string>> cells_;
};

}  // namespace sise::field
