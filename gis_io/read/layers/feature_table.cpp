#include "gis_io/read/layers/feature_table.hpp"

#include <fmt/format.h>

#include <cmath>

#include "gis_io/read/text/normalise.hpp"

namespace sise {
namespace {

struct TextOfCell {
  std::string operator()(std::monostate /*null*/) const { return {}; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  // Sheets keep whole numbers as doubles: an id 17 must not become "17.0".
  std::string operator()(double value) const {
    const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
    return whole ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
  }
  std::string operator()(const std::string& value) const { return trimmed(value); }
};

std::vector<std::size_t> matching(const std::vector<std::string>& columns, const std::string& name,
                                  std::string (*form)(std::string_view)) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (form(columns[i]) == form(name)) found.push_back(i);
  }
  return found;
}

}  // namespace

std::optional<std::string> text_of(const Cell& cell) {
  std::string text = std::visit(TextOfCell{}, cell);
  if (text.empty()) return std::nullopt;
  return text;
}

std::vector<std::size_t> FeatureTable::columns_named(const std::string& name) const {
  std::vector<std::size_t> found = matching(columns, name, trimmed);
  // Full-width letters and inner line breaks of sheets' headers are not a different name.
  if (found.empty()) found = matching(columns, name, normalised);
  return found;
}

Location FeatureTable::at(const FeatureRow& row, const std::string& field) const {
  Location place = where;
  place.line = row.line;
  place.field = field;
  place.feature = row.label;
  if (id_column) {
    if (auto id = text_of(row.cells.at(*id_column))) place.feature = std::move(*id);
  }
  return place;
}

}  // namespace sise
