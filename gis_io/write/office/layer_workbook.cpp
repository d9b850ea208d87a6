#include "gis_io/write/office/layer_workbook.hpp"

#include <fmt/format.h>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/tables/xlsx.hpp"

namespace sise {
namespace {

constexpr std::int64_t kHeadings = 2;

bool says_a_colour(std::string_view name) { return name == "code" || name == "colour"; }

/// A workbook tells names apart by 31 letters, capitals alike.
std::string unique_name(const std::string& name, std::set<std::string>& used) {
  constexpr std::size_t kLetters = 28;  // two are left for a number
  std::string one = name.substr(0, kLetters);
  for (int i = 2; !used.insert(one).second; ++i) one = fmt::format("{}_{}", name.substr(0, kLetters), i);
  return one;
}

/// Lists as people write them.
PropertyValue cell(const PropertyValue& value) {
  const bool nested =
      std::holds_alternative<PropertyList>(value.value) || std::holds_alternative<PropertyObject>(value.value);
  return nested ? PropertyValue(cell_text(value)) : value;
}

/// The fields that people read, with their place in a row of the layer.
struct Field {
  std::string name;
  std::size_t place = 0;
};

std::vector<Field> fields_of(const VectorLayer& layer) {
  std::vector<Field> fields;
  const std::vector<LayerColumn> columns = columns_of(layer);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!says_a_colour(columns[i].name)) fields.push_back({columns[i].name, i});
  }
  return fields;
}

/// Of features, and of a layer that is read row by row.
void each_row(const VectorLayer& layer, const std::vector<Field>& fields, const Sheet::RowSink& sink) {
  std::vector<PropertyValue> row(fields.size());
  for (const Feature& feature : layer.features) {
    for (std::size_t i = 0; i < fields.size(); ++i) row[i] = cell(property_of(feature, fields[i].name));
    sink(row);
  }
  if (!layer.rows) return;
  layer.rows->each([&](const std::optional<Point>&, const std::vector<PropertyValue>& values) {
    for (std::size_t i = 0; i < fields.size(); ++i) row[i] = cell(values[fields[i].place]);
    sink(row);
  });
}

Sheet layer_sheet(const VectorLayer& layer, const std::string& name) {
  const std::vector<Field> fields = fields_of(layer);
  Sheet sheet{name, legend_text(layer.title), {}, {}};
  for (const Field& field : fields) sheet.columns.push_back({legend_text(field_words(field.name)), ""});
  sheet.each = [&layer, fields](const Sheet::RowSink& sink) { each_row(layer, fields, sink); };
  return sheet;
}

}  // namespace

void write_layer_workbook(const std::filesystem::path& path, const std::vector<VectorLayer>& layers) {
  std::vector<Sheet> sheets;
  std::set<std::string> used;
  for (const VectorLayer& layer : layers) {
    if (row_count(layer) + kHeadings > kMostSheetRows)
      throw_write_error(path, fmt::format("{} rows of '{}' do not fit into one sheet", row_count(layer), layer.name));
    sheets.push_back(layer_sheet(layer, unique_name(layer.name, used)));
  }
  write_xlsx(path, sheets);
}

}  // namespace sise
