#include "gis_io/write/rasters/attribute_sidecar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>

#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

/// GDAL's numbers for a field's type and use (GDALRATFieldType, GDALRATFieldUsage).
struct Field {
  std::string_view name;
  int type;
  std::string_view type_name;
  int usage;
  std::string_view usage_name;
};

/// One column of an attribute table: what it is and how a category fills it.
struct Column {
  Field field;
  std::string (*cell)(const Category&);
};

std::string range_text(const Category& category) {
  const bool below = category.upper && std::isfinite(*category.upper);
  if (category.lower && below) return fmt::format("> {}, <= {}", *category.lower, *category.upper);
  if (category.lower) return fmt::format("> {}", *category.lower);
  return below ? fmt::format("<= {}", *category.upper) : std::string();
}

template <std::size_t channel>
std::string colour_text(const Category& category) {
  return category.rgb ? fmt::format("{}", category.rgb->at(channel)) : std::string();
}

bool any_has(const std::vector<Category>& categories, bool (*has)(const Category&)) {
  return std::any_of(categories.begin(), categories.end(), has);
}

/// Columns that no category fills are left out: readers would draw a band with empty colours black.
std::vector<Column> columns_for(const std::vector<Category>& categories) {
  std::vector<Column> columns{
      {{"value", 0, "Integer", 5, "MinMax"}, [](const Category& c) { return fmt::format("{}", c.code); }},
      {{"label_zh", 2, "String", 2, "Name"}, [](const Category& c) { return c.label.zh; }},
      {{"label_en", 2, "String", 0, "Generic"}, [](const Category& c) { return c.label.en; }}};
  if (any_has(categories, [](const Category& c) { return c.lower || c.upper; })) {
    columns.push_back({{"range", 2, "String", 0, "Generic"}, range_text});
  }
  if (any_has(categories, [](const Category& c) { return c.rgb.has_value(); })) {
    columns.push_back({{"red", 0, "Integer", 6, "Red"}, colour_text<0>});
    columns.push_back({{"green", 0, "Integer", 7, "Green"}, colour_text<1>});
    columns.push_back({{"blue", 0, "Integer", 8, "Blue"}, colour_text<2>});
  }
  return columns;
}

std::string field_definitions(const std::vector<Column>& columns) {
  std::string xml;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const Field& f = columns[i].field;
    xml += fmt::format(
        "      <FieldDefn index=\"{}\">\n        <Name>{}</Name>\n        <Type typeAsString=\"{}\">{}</Type>\n"
        "        <Usage usageAsString=\"{}\">{}</Usage>\n      </FieldDefn>\n",
        i, f.name, f.type_name, f.type, f.usage_name, f.usage);
  }
  return xml;
}

std::string row_xml(std::size_t index, const std::vector<Column>& columns, const Category& category) {
  std::string xml = fmt::format("      <Row index=\"{}\">\n", index);
  for (const Column& column : columns) xml += fmt::format("        <F>{}</F>\n", xml_escaped(column.cell(category)));
  return xml + "      </Row>\n";
}

/// Category names are a list by code from 0; codes without a category have an empty name.
std::string category_names(const std::vector<Category>& sorted) {
  std::string xml = "    <CategoryNames>\n";
  int code = 0;
  for (const Category& category : sorted) {
    for (; code < category.code; ++code) xml += "      <Category></Category>\n";
    xml += fmt::format("      <Category>{} / {}</Category>\n", xml_escaped(category.label.zh),
                       xml_escaped(category.label.en));
    ++code;
  }
  return xml + "    </CategoryNames>\n";
}

std::string band_xml(std::size_t number, std::vector<Category> categories) {
  std::sort(categories.begin(), categories.end(), [](const Category& a, const Category& b) { return a.code < b.code; });
  std::string xml = fmt::format("  <PAMRasterBand band=\"{}\">\n", number) + category_names(categories);
  const std::vector<Column> columns = columns_for(categories);
  xml += "    <GDALRasterAttributeTable tableType=\"thematic\">\n" + field_definitions(columns);
  for (std::size_t i = 0; i < categories.size(); ++i) xml += row_xml(i, columns, categories[i]);
  return xml + "    </GDALRasterAttributeTable>\n  </PAMRasterBand>\n";
}

}  // namespace

std::string attribute_sidecar(const std::vector<BandDescription>& bands) {
  std::string xml;
  for (std::size_t i = 0; i < bands.size(); ++i) {
    if (!bands[i].categories.empty()) xml += band_xml(i + 1, bands[i].categories);
  }
  return xml.empty() ? xml : "<PAMDataset>\n" + xml + "</PAMDataset>\n";
}

}  // namespace sise
