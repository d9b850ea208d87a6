#include "benchmarks/field/plain_csv.hpp"

#include <fmt/format.h>

#include <charconv>
#include <fstream>
#include <sstream>

#include "models/base/error.hpp"

namespace sise::field {
namespace {

std::vector<std::string> split(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells(1);
  for (const char c : line) {
    if (c == ',') {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

[[noreturn]] void refuse(const std::string& file, std::size_t line, const Text& what) {
  Location where;
  where.file = file;
  where.line = static_cast<int>(line);
  throw InputError("field_data", what, where);
}

}  // namespace

PlainCsv::PlainCsv(const std::filesystem::path& file, Units units)
    : name_(file.filename().string()), first_line_(units == Units::none ? 2 : 3) {
  std::ifstream stream(file);
  std::string line;
  const auto next = [&] {
    if (!std::getline(stream, line)) refuse(name_, 0, {"the table cannot be read or is empty", "表格无法读取或为空"});
  };
  if (units == Units::above_header) next();
  next();
  for (const std::string& name : split(line)) columns_.emplace(name, columns_.size());
  if (units == Units::below_header) next();
  while (std::getline(stream, line)) {
    cells_.push_back(split(line));
    if (cells_.back().size() != columns_.size()) {
      refuse(name_, cells_.size() + first_line_ - 1,
             {fmt::format("{} cells where the header has {}", cells_.back().size(), columns_.size()),
              fmt::format("有 {} 个单元格, 表头为 {} 个", cells_.back().size(), columns_.size())});
    }
  }
}

const std::string& PlainCsv::text(std::size_t row, const std::string& column) const {
  const auto found = columns_.find(column);
  if (found == columns_.end()) {
    refuse(name_, 1, {fmt::format("no column '{}'", column), fmt::format("缺少列 '{}'", column)});
  }
  return cells_.at(row).at(found->second);
}

std::optional<double> PlainCsv::optional_number(std::size_t row, const std::string& column) const {
  const std::string& cell = text(row, column);
  if (cell.empty()) return std::nullopt;
  double value = 0.0;
  const std::from_chars_result end = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (end.ec != std::errc() || end.ptr != cell.data() + cell.size()) {
    refuse(name_, row + first_line_,
           {fmt::format("'{}' in column '{}' is no number", cell, column),
            fmt::format("列 '{}' 的 '{}' 不是数字", column, cell)});
  }
  return value;
}

double PlainCsv::number(std::size_t row, const std::string& column) const {
  const std::optional<double> value = optional_number(row, column);
  if (!value) {
    refuse(name_, row + first_line_,
           {fmt::format("column '{}' is empty", column), fmt::format("列 '{}' 为空", column)});
  }
  return *value;
}

}  // namespace sise::field
