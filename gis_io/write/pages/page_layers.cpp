#include "gis_io/write/pages/page_layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "gis_io/write/office/field_words.hpp"
#include "gis_io/write/pages/thinned.hpp"
#include "gis_io/write/vectors/json_text.hpp"

namespace sise {
namespace {

const char* symbol_name(Symbol symbol) {
  switch (symbol) {
    case Symbol::dots:
      return "dots";
    case Symbol::lines:
      return "lines";
    case Symbol::solid_areas:
      return "solid_areas";
    case Symbol::clear_areas:
      return "clear_areas";
    case Symbol::dotted_areas:
      return "dotted_areas";
    case Symbol::outlines:
      return "outlines";
    case Symbol::painted_areas:
      break;
  }
  return "painted_areas";
}

const char* paint_name(AreaPaint paint) {
  switch (paint) {
    case AreaPaint::light:
      return "light";
    case AreaPaint::hatched:
      return "hatched";
    case AreaPaint::counter_hatched:
      return "counter_hatched";
    case AreaPaint::solid:
      break;
  }
  return "solid";
}

void append_entry(std::string& json, const StyleEntry& entry) {
  json += R"({"label":)";
  append_text(json, entry.label);
  fmt::format_to(std::back_inserter(json), R"(,"colour":"{}","drawn":{},"paint":"{}"}})", hex_colour(entry.rgb),
                 entry.drawn ? "true" : "false", paint_name(entry.paint));
}

/// Seven digits: more than anybody reads, in half the bytes.
void append_number(std::string& json, double number) {
  if (std::isfinite(number)) {
    fmt::format_to(std::back_inserter(json), "{:.7g}", number == 0.0 ? 0.0 : number);
  } else {
    json += "null";
  }
}

/// Most features of a layer have their properties in the same order.
const PropertyValue* value_in(const Feature& feature, const std::string& name, std::size_t& hint) {
  const auto has_name = [&](const Property& property) { return property.name == name; };
  if (hint < feature.properties.size() && has_name(feature.properties[hint])) return &feature.properties[hint].value;
  const auto found = std::find_if(feature.properties.begin(), feature.properties.end(), has_name);
  if (found == feature.properties.end()) return nullptr;
  hint = static_cast<std::size_t>(found - feature.properties.begin());
  return &found->value;
}

bool is_blank(const PropertyValue* value) {
  if (value == nullptr || std::holds_alternative<std::monostate>(value->value)) return true;
  if (const auto* number = std::get_if<double>(&value->value)) return !std::isfinite(*number);
  return cell_text(*value).empty();
}

/// The column's values in the order of the features.
class PageColumn {
 public:
  PageColumn(const std::vector<Feature>& features, const std::string& name) {
    std::size_t hint = 0;
    values_.reserve(features.size());
    for (const Feature& feature : features) values_.push_back(value_in(feature, name, hint));
  }

  [[nodiscard]] bool blank() const { return std::all_of(values_.begin(), values_.end(), is_blank); }
  void append(std::string& json) const;

 private:
  [[nodiscard]] bool has_texts() const {
    return std::any_of(values_.begin(), values_.end(), [](const PropertyValue* value) {
      return value != nullptr &&
             (std::holds_alternative<std::string>(value->value) || std::holds_alternative<PropertyList>(value->value) ||
              std::holds_alternative<PropertyObject>(value->value));
    });
  }
  std::vector<const PropertyValue*> values_;
};

void append_plain(std::string& json, const PropertyValue* value) {
  if (is_blank(value)) {
    json += "null";
  } else if (const auto* number = std::get_if<double>(&value->value)) {
    append_number(json, *number);
  } else {
    append_json(json, *value);
  }
}

/// Texts stand once in "words", in the order of their first appearance.
void PageColumn::append(std::string& json) const {
  const bool texts = has_texts();
  std::map<std::string, std::size_t> numbers;
  std::string words;
  json += R"("values":[)";
  for (std::size_t i = 0; i < values_.size(); ++i) {
    if (i > 0) json += ',';
    if (!texts || is_blank(values_[i])) {
      append_plain(json, values_[i]);
      continue;
    }
    const auto [at, fresh] = numbers.try_emplace(cell_text(*values_[i]), numbers.size());
    if (fresh) {
      if (!words.empty()) words += ',';
      append_json(words, std::string_view(at->first));
    }
    json += std::to_string(at->second);
  }
  json += ']';
  if (texts) json += R"(,"words":[)" + words + "]";
}

/// What the legend says already.
bool is_told_by_the_legend(const std::string& name) { return name == "colour" || name == "code"; }

void append_fields(std::string& json, const std::vector<Feature>& features) {
  bool first = true;
  json += R"("fields":[)";
  for (const LayerColumn& column : columns_of(features)) {
    const PageColumn values(features, column.name);
    if (is_told_by_the_legend(column.name) || values.blank()) continue;
    json += first ? "{\"name\":" : ",{\"name\":";
    first = false;
    append_json(json, std::string_view(column.name));
    json += R"(,"label":)";
    append_text(json, field_words(column.name));
    json += ',';
    values.append(json);
    json += '}';
  }
  json += ']';
}

void append_entry_numbers(std::string& json, const VectorLayer& layer) {
  json += R"("entry":[)";
  for (std::size_t i = 0; i < layer.features.size(); ++i) {
    const StyleEntry* entry = entry_for(layer.style, layer.features[i]);
    if (i > 0) json += ',';
    json += entry == nullptr ? "-1" : std::to_string(entry - layer.style.entries.data());
  }
  json += ']';
}

template <class Features>
void append_shapes(std::string& json, const Features& features, const PageShapes& shapes) {
  json += R"("shapes":[)";
  bool first = true;
  for (const auto& feature : features) {
    if (!first) json += ',';
    first = false;
    shapes.append(json, feature.geometry);
  }
  json += ']';
}

MultiPolygon filled_within(const MultiPolygon& polygons, const Bounds& around) {
  MultiPolygon out;
  for (const Polygon& polygon : polygons) {
    Polygon cut{ring_within(polygon.outer, around), {}};
    if (cut.outer.empty()) continue;
    for (const Ring& hole : polygon.holes) {
      Ring inside = ring_within(hole, around);
      if (!inside.empty()) cut.holes.push_back(std::move(inside));
    }
    out.push_back(std::move(cut));
  }
  return out;
}

/// A boundary is a line: cut as an area it would run along the cut.
std::vector<Line> lines_of(const Geometry& geometry) {
  std::vector<Line> lines = geometry.lines;
  for (const Polygon& polygon : geometry.polygons) {
    lines.push_back(polygon.outer);
    lines.insert(lines.end(), polygon.holes.begin(), polygon.holes.end());
  }
  return lines;
}

Geometry cut_to(const Geometry& geometry, ContextKind kind, const Bounds& around) {
  Geometry cut;
  if (kind != ContextKind::boundaries && !geometry.polygons.empty()) {
    cut.polygons = filled_within(geometry.polygons, around);
    return cut;
  }
  for (const Line& line : lines_of(geometry)) {
    for (Line& run : runs_within(line, around)) cut.lines.push_back(std::move(run));
  }
  for (const Point& p : geometry.points) {
    if (p.x >= around.x_min && p.x <= around.x_max && p.y >= around.y_min && p.y <= around.y_max)
      cut.points.push_back(p);
  }
  return cut;
}

}  // namespace

void append_text(std::string& json, const Text& text) {
  json += R"({"en":)";
  append_json(json, std::string_view(text.en));
  json += R"(,"zh":)";
  append_json(json, std::string_view(text.zh));
  json += '}';
}

void append_layer(std::string& json, const PageLayer& page, const PageShapes& shapes) {
  const std::optional<VectorLayer> read = page.layer->rows ? std::optional(with_features(*page.layer)) : std::nullopt;
  const VectorLayer& layer = read ? *read : *page.layer;
  json += R"({"name":)";
  append_json(json, std::string_view(layer.name));
  json += R"(,"title":)";
  append_text(json, layer.title);
  json += R"(,"about":)";
  append_text(json, layer.description);
  json += R"(,"group":)";
  append_text(json, page.group);
  fmt::format_to(std::back_inserter(json), R"(,"shown":{},"symbol":"{}","nameField":)", page.shown ? "true" : "false",
                 symbol_name(layer.style.symbol));
  append_json(json, std::string_view(layer.name_field));
  json += R"(,"entries":[)";
  for (std::size_t i = 0; i < layer.style.entries.size(); ++i) {
    if (i > 0) json += ',';
    append_entry(json, layer.style.entries[i]);
  }
  json += "],";
  append_fields(json, layer.features);
  json += ',';
  append_entry_numbers(json, layer);
  json += ',';
  append_shapes(json, layer.features, shapes);
  json += '}';
}

void append_context(std::string& json, const ContextLayer& layer, const Bounds& around, const PageShapes& shapes) {
  std::vector<ContextFeature> kept;
  for (const ContextFeature& feature : layer.features) {
    Geometry cut = cut_to(feature.geometry, layer.kind, around);
    if (!cut.empty()) kept.push_back({std::move(cut), feature.name});
  }
  json += R"({"name":)";
  append_json(json, std::string_view(layer.key));
  json += R"(,"title":)";
  append_text(json, layer.title);
  json += R"(,"kind":)";
  append_json(json, name_of(layer.kind));
  json += R"(,"names":[)";
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) json += ',';
    append_json(json, std::string_view(kept[i].name));
  }
  json += "],";
  append_shapes(json, kept, shapes);
  json += '}';
}

}  // namespace sise
