#include "gis_io/write/styles/qml_vector.hpp"

#include <fmt/format.h>

#include <string_view>
#include <variant>

#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

std::string vector_rgba(const Rgb& rgb, int alpha = 255) {
  return fmt::format("{},{},{},{}", rgb[0], rgb[1], rgb[2], alpha);
}

std::string property(std::string_view key, std::string_view value) {
  return fmt::format("            <prop k=\"{}\" v=\"{}\"/>\n", key, value);
}

std::string symbol_layer(std::string_view layer_class, const std::string& content) {
  return fmt::format("          <layer class=\"{}\" enabled=\"1\" pass=\"0\" locked=\"0\">\n{}          </layer>\n",
                     layer_class, content);
}

std::string symbol(std::string_view name, std::string_view type, const std::string& layers) {
  return fmt::format(
      "        <symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n{}        "
      "</symbol>\n",
      name, type, layers);
}

std::string dot_layer(const Rgb& rgb) {
  return symbol_layer("SimpleMarker", property("name", "circle") + property("color", vector_rgba(rgb)) +
                                          property("outline_color", "0,0,0,255") + property("outline_width", "0.3") +
                                          property("size", "2.6") + property("size_unit", "MM"));
}

std::string line_layer(const Rgb& rgb, std::string_view width_mm) {
  return symbol_layer("SimpleLine", property("line_color", vector_rgba(rgb)) + property("line_width", width_mm) +
                                        property("line_width_unit", "MM"));
}

std::string fill_layer(const Rgb& rgb, bool solid) {
  return symbol_layer("SimpleFill", property("color", vector_rgba(rgb, solid ? 255 : 110)) +
                                        property("style", "solid") + property("outline_style", solid ? "no" : "solid") +
                                        property("outline_color", vector_rgba(rgb)) + property("outline_width", "0.5"));
}

std::string hatch_layer(const Rgb& rgb, AreaPaint paint, std::string_view width_mm) {
  const std::string lines = symbol("@hatch", "line", line_layer(rgb, width_mm));
  return symbol_layer("LinePatternFill", property("angle", paint == AreaPaint::hatched ? "45" : "135") +
                                             property("distance", "2") + property("distance_unit", "MM") + lines);
}

std::string painted_layers(const Rgb& rgb, AreaPaint paint) {
  const auto fill = [&](int alpha, std::string_view outline, std::string_view width) {
    return symbol_layer("SimpleFill", property("color", vector_rgba(rgb, alpha)) + property("style", "solid") +
                                          property("outline_style", outline) +
                                          property("outline_color", vector_rgba(rgb)) +
                                          property("outline_width", width));
  };
  switch (paint) {
    case AreaPaint::light:
      return fill(70, "dash", "0.4");
    case AreaPaint::hatched:
    case AreaPaint::counter_hatched:
      return hatch_layer(rgb, paint, "0.4") +
             symbol_layer("SimpleLine", property("line_color", vector_rgba(rgb)) + property("line_width", "0.6"));
    case AreaPaint::solid:
      break;
  }
  return fill(200, "solid", "0.6");
}

/// Filled, and hatched over it where the entry says so.
std::string fill_layers(const StyleEntry& entry, bool solid) {
  std::string layers = fill_layer(entry.rgb, solid);
  if (is_hatched(entry.paint)) layers += hatch_layer(darker(entry.rgb), entry.paint, "0.3");
  return layers;
}

std::string entry_symbol(const std::string& name, const StyleEntry& entry, Symbol how) {
  switch (how) {
    case Symbol::dots:
      return symbol(name, "marker", dot_layer(entry.rgb));
    case Symbol::lines:
      return symbol(name, "line", line_layer(entry.rgb, "1"));
    case Symbol::outlines:
      return symbol(name, "fill", line_layer(entry.rgb, "0.5"));
    case Symbol::dotted_areas:
      return symbol(name, "fill",
                    fill_layers(entry, false) +
                        symbol_layer("CentroidFill", symbol("@" + name + "@1", "marker", dot_layer(entry.rgb))));
    case Symbol::painted_areas:
      return symbol(name, "fill", painted_layers(entry.rgb, entry.paint));
    case Symbol::clear_areas:
    case Symbol::solid_areas:
      break;
  }
  return symbol(name, "fill", fill_layers(entry, how == Symbol::solid_areas));
}

std::string symbols_of(const LayerStyle& style) {
  std::string symbols;
  for (std::size_t i = 0; i < style.entries.size(); ++i) {
    symbols += entry_symbol(fmt::format("{}", i), style.entries[i], style.symbol);
  }
  return symbols;
}

/// QGIS's number of a geometry type.
int geometry_type(Symbol symbol) {
  if (symbol == Symbol::dots) return 0;
  return symbol == Symbol::lines ? 1 : 2;
}

std::string renderer(std::string_view head, const std::string& parts, const LayerStyle& style) {
  return fmt::format(
      "  <renderer-v2 {} forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">\n{}    <symbols>\n{}    "
      "</symbols>\n  </renderer-v2>\n  <layerGeometryType>{}</layerGeometryType>\n",
      head, parts, symbols_of(style), geometry_type(style.symbol));
}

std::string categories(const LayerStyle& style) {
  std::string list;
  for (std::size_t i = 0; i < style.entries.size(); ++i) {
    const StyleEntry& entry = style.entries[i];
    const std::string value = entry.where.empty() ? "" : plain_text(entry.where.front().value);
    list += fmt::format("      <category value=\"{}\" symbol=\"{}\" label=\"{}\" render=\"{}\"/>\n", xml_escaped(value),
                        i, xml_escaped(legend_text(entry.label)), entry.drawn);
  }
  return "    <categories>\n" + list + "    </categories>\n";
}

std::string rules(const LayerStyle& style) {
  std::string list;
  for (std::size_t i = 0; i < style.entries.size(); ++i) {
    const StyleEntry& entry = style.entries[i];
    const std::string filter = entry.where.empty() ? "ELSE" : qgis_filter(entry.where);
    const std::string_view unticked = entry.drawn ? "" : " checkstate=\"0\"";
    list += fmt::format("      <rule key=\"{{rule-{}}}\" filter=\"{}\" symbol=\"{}\" label=\"{}\"{}/>\n", i,
                        xml_escaped(filter), i, xml_escaped(legend_text(entry.label)), unticked);
  }
  return "    <rules key=\"{rules}\">\n" + list + "    </rules>\n";
}

std::string quoted(std::string_view text, char quote) {
  std::string out(1, quote);
  for (const char c : text) out += c == quote ? std::string(2, quote) : std::string(1, c);
  return out + quote;
}

}  // namespace

std::string vector_renderer_qml(const LayerStyle& style) {
  if (!style.attribute.empty()) {
    return renderer(fmt::format(R"(type="categorizedSymbol" attr="{}")", xml_escaped(style.attribute)),
                    categories(style), style);
  }
  if (style.entries.size() == 1 && style.entries.front().where.empty()) {
    return renderer("type=\"singleSymbol\"", "", style);
  }
  return renderer("type=\"RuleRenderer\"", rules(style), style);
}

std::string labels_qml(const LayerStyle& style) {
  if (style.label_field.empty()) return {};
  // 1 lets QGIS place a label over a point or within an area, 2 along a line.
  const int placement = style.symbol == Symbol::dots ? 6 : (style.symbol == Symbol::lines ? 2 : 1);
  return fmt::format(
      "  <labeling type=\"simple\">\n    <settings calloutType=\"simple\">\n"
      "      <text-style fieldName=\"{}\" fontFamily=\"Noto Sans CJK SC\" fontSize=\"8\" fontSizeUnit=\"Point\" "
      "textColor=\"30,30,30,255\" isExpression=\"0\" textOpacity=\"1\">\n"
      "        <text-buffer bufferDraw=\"1\" bufferSize=\"0.8\" bufferSizeUnits=\"MM\" "
      "bufferColor=\"255,255,255,220\" bufferOpacity=\"1\"/>\n      </text-style>\n"
      "      <placement placement=\"{}\" priority=\"5\" dist=\"0\"/>\n"
      "      <rendering drawLabels=\"1\" obstacle=\"1\" displayAll=\"0\"/>\n"
      "    </settings>\n  </labeling>\n  <labelsEnabled>1</labelsEnabled>\n",
      xml_escaped(style.label_field), placement);
}

std::string legend_text(const Text& label) { return label.zh == label.en ? label.zh : label.zh + " / " + label.en; }

std::string qgis_filter(const std::vector<Condition>& where) {
  std::string filter;
  for (const Condition& condition : where) {
    if (!filter.empty()) filter += " AND ";
    const std::string field = quoted(condition.field, '"');
    if (const auto* flag = std::get_if<bool>(&condition.value.value)) {
      filter += *flag ? field : "NOT " + field;
      continue;
    }
    const std::string text = plain_text(condition.value);
    const bool is_text = std::holds_alternative<std::string>(condition.value.value);
    filter += field + " = " + (is_text ? quoted(text, '\'') : text);
  }
  return filter;
}

}  // namespace sise
