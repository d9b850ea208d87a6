#include "gis_io/read/packs/csv_cells.hpp"

#include <charconv>

namespace sise {

void CsvCells::wrong(std::string_view column, const Text& what) const {
  const std::string& cell = (*this)[column];
  problems_.error("bad_value", {"'" + cell + "': " + what.en, "'" + cell + "':" + what.zh}, table_.where(row_, column));
}

std::string CsvCells::needed(std::string_view column) const {
  const std::string& cell = (*this)[column];
  if (cell.empty()) wrong(column, {"this may not be blank", "不能为空"});
  return cell;
}

std::optional<double> CsvCells::number(std::string_view column) const {
  const std::string& text = (*this)[column];
  if (text.empty()) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size()) return value;
  wrong(column, {"this is no number", "不是数字"});
  return std::nullopt;
}

bool CsvCells::yes(std::string_view column) const {
  const std::string& text = (*this)[column];
  if (text != "yes" && text != "no" && !text.empty()) wrong(column, {"this must be yes or no", "应为 yes 或 no"});
  return text == "yes";
}

std::vector<std::string> CsvCells::words(std::string_view column) const {
  std::vector<std::string> list;
  std::string word;
  for (const char c : needed(column) + "|") {
    if (c != '|') {
      word.push_back(c);
    } else if (!word.empty()) {
      list.push_back(word);
      word.clear();
    }
  }
  return list;
}

}  // namespace sise
