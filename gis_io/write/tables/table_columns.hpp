// A table as a list of its columns: each says its name and what stands in it.
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis_io/write/vectors/feature.hpp"

namespace sise {

template <class Row>
struct TableColumn {
  std::string name;
  std::function<PropertyValue(const Row&)> value;
};

template <class Row>
std::vector<std::string> names_of(const std::vector<TableColumn<Row>>& columns) {
  std::vector<std::string> names;
  names.reserve(columns.size());
  for (const TableColumn<Row>& column : columns) names.push_back(column.name);
  return names;
}

template <class Row>
std::vector<PropertyValue> values_of(const std::vector<TableColumn<Row>>& columns, const Row& row) {
  std::vector<PropertyValue> values;
  values.reserve(columns.size());
  for (const TableColumn<Row>& column : columns) values.push_back(column.value(row));
  return values;
}

template <class Row>
PropertyObject properties_of(const std::vector<TableColumn<Row>>& columns, const Row& row) {
  PropertyObject properties;
  for (const TableColumn<Row>& column : columns) properties.push_back({column.name, column.value(row)});
  return properties;
}

/// Null where there is nothing.
[[nodiscard]] inline PropertyValue or_null(const std::optional<double>& number) {
  return number ? PropertyValue(*number) : PropertyValue();
}
[[nodiscard]] inline PropertyValue or_null(const std::string& text) {
  return text.empty() ? PropertyValue() : PropertyValue(text);
}

}  // namespace sise
