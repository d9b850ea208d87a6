#include "gis_io/write/office/vector_layer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/text/xml.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

std::optional<ColumnKind> kind_of(const PropertyValue& value) {
  if (std::holds_alternative<std::monostate>(value.value)) return std::nullopt;
  if (std::holds_alternative<bool>(value.value)) return ColumnKind::flag;
  if (std::holds_alternative<std::int64_t>(value.value)) return ColumnKind::whole;
  if (std::holds_alternative<double>(value.value)) return ColumnKind::number;
  return ColumnKind::text;
}

/// The narrowest kind that holds the values of both.
ColumnKind wider(ColumnKind a, ColumnKind b) {
  if (a == b) return a;
  const auto is_number = [](ColumnKind kind) { return kind == ColumnKind::whole || kind == ColumnKind::number; };
  return is_number(a) && is_number(b) ? ColumnKind::number : ColumnKind::text;
}

struct KindWords {
  GeometryKind kind = GeometryKind::point;
  const char* suffix{};
  Text title;
};

const std::array<KindWords, 3>& kind_words() {
  static const std::array<KindWords, 3> kWords{{{GeometryKind::point, "_points", {" (points)", "(点)"}},
                                                {GeometryKind::line, "_lines", {" (lines)", "(线)"}},
                                                {GeometryKind::area, "_areas", {" (areas)", "(面)"}}}};
  return kWords;
}

/// The style's colours with a symbol that fits the kind.
Symbol symbol_for(GeometryKind kind, Symbol symbol) {
  if (kind == GeometryKind::point) return Symbol::dots;
  if (kind == GeometryKind::line) return Symbol::lines;
  if (symbol == Symbol::dots) return Symbol::dotted_areas;
  return symbol == Symbol::lines ? Symbol::clear_areas : symbol;
}

}  // namespace

std::vector<LayerColumn> columns_of(const std::vector<Feature>& features) {
  std::vector<LayerColumn> columns;
  std::map<std::string, std::size_t> places;
  std::vector<std::optional<ColumnKind>> kinds;
  for (const Feature& feature : features) {
    for (const Property& property : feature.properties) {
      const auto [it, fresh] = places.try_emplace(property.name, columns.size());
      if (fresh) {
        columns.push_back({property.name});
        kinds.emplace_back();
      }
      const std::optional<ColumnKind> kind = kind_of(property.value);
      std::optional<ColumnKind>& known = kinds[it->second];
      if (kind) known = known ? wider(*known, *kind) : *kind;
    }
  }
  for (std::size_t i = 0; i < columns.size(); ++i) {
    columns[i].kind = kinds[i].value_or(is_number_field(columns[i].name) ? ColumnKind::number : ColumnKind::text);
  }
  return columns;
}

std::vector<LayerColumn> columns_of(const VectorLayer& layer) {
  return layer.rows ? layer.rows->columns : columns_of(layer.features);
}

std::int64_t row_count(const VectorLayer& layer) {
  return layer.rows ? layer.rows->count : static_cast<std::int64_t>(layer.features.size());
}

VectorLayer with_features(const VectorLayer& layer) {
  if (!layer.rows) return layer;
  VectorLayer whole{layer.name, layer.title, layer.description, {}, layer.style, layer.name_field};
  layer.rows->each([&](const std::optional<Point>& at, const std::vector<PropertyValue>& values) {
    Feature feature;
    if (at) feature.geometry.points = {*at};
    for (std::size_t i = 0; i < values.size(); ++i)
      feature.properties.push_back({layer.rows->columns[i].name, values[i]});
    whole.features.push_back(std::move(feature));
  });
  return whole;
}

std::string aliases_qml(const std::vector<LayerColumn>& columns) {
  std::string xml = "  <aliases>\n";
  int index = 1;
  for (const LayerColumn& column : columns) {
    xml += fmt::format("    <alias field=\"{}\" index=\"{}\" name=\"{}\"/>\n", xml_escaped(column.name), index++,
                       xml_escaped(legend_text(field_words(column.name))));
  }
  return xml + "  </aliases>\n";
}

GeometryKind kind_of(const Geometry& geometry) {
  if (!geometry.points.empty()) return GeometryKind::point;
  if (!geometry.lines.empty()) return GeometryKind::line;
  return geometry.polygons.empty() ? GeometryKind::none : GeometryKind::area;
}

GeometryKind kind_of(const LayerStyle& style) {
  if (style.symbol == Symbol::dots) return GeometryKind::point;
  return style.symbol == Symbol::lines ? GeometryKind::line : GeometryKind::area;
}

std::vector<VectorLayer> by_kind(VectorLayer layer) {
  if (layer.rows) return {std::move(layer)};
  std::map<GeometryKind, std::vector<Feature>> parts;
  std::vector<Feature> placeless;
  for (Feature& feature : layer.features) {
    const GeometryKind kind = kind_of(feature.geometry);
    (kind == GeometryKind::none ? placeless : parts[kind]).push_back(std::move(feature));
  }
  layer.features.clear();
  std::vector<VectorLayer> layers;
  for (const KindWords& words : kind_words()) {
    const auto found = parts.find(words.kind);
    if (found == parts.end()) continue;
    VectorLayer part = layer;
    part.features = std::move(found->second);
    part.style.symbol = symbol_for(words.kind, layer.style.symbol);
    if (parts.size() > 1) {
      part.name += words.suffix;
      part.title = {layer.title.en + words.title.en, layer.title.zh + words.title.zh};
    }
    layers.push_back(std::move(part));
  }
  if (layers.empty()) layers.push_back(std::move(layer));
  std::move(placeless.begin(), placeless.end(), std::back_inserter(layers.front().features));
  return layers;
}

std::string cell_text(const PropertyValue& value) {
  const auto* list = std::get_if<PropertyList>(&value.value);
  if (list == nullptr) return std::holds_alternative<PropertyObject>(value.value) ? to_json(value) : plain_text(value);
  const bool plain = std::all_of(list->begin(), list->end(), [](const PropertyValue& item) {
    return !std::holds_alternative<PropertyList>(item.value) && !std::holds_alternative<PropertyObject>(item.value);
  });
  if (!plain) return to_json(value);
  std::string text;
  for (const PropertyValue& item : *list) text += (text.empty() ? "" : "; ") + plain_text(item);
  return text;
}

PropertyValue property_of(const Feature& feature, std::string_view field) {
  const auto found = std::find_if(feature.properties.begin(), feature.properties.end(),
                                  [&](const Property& property) { return property.name == field; });
  return found == feature.properties.end() ? PropertyValue() : found->value;
}

}  // namespace sise
