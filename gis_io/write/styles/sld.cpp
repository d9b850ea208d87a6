#include "gis_io/write/styles/sld.hpp"

#include <fmt/format.h>

#include <string_view>
#include <variant>

#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

constexpr const char* kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<StyledLayerDescriptor version=\"1.1.0\" xmlns=\"http://www.opengis.net/sld\" "
    "xmlns:ogc=\"http://www.opengis.net/ogc\" xmlns:se=\"http://www.opengis.net/se\">\n";

std::string parameter(std::string_view name, std::string_view value) {
  return fmt::format("<se:SvgParameter name=\"{}\">{}</se:SvgParameter>", name, value);
}

std::string fill(const Rgb& rgb, double opacity) {
  return "<se:Fill>" + parameter("fill", hex_colour(rgb)) + parameter("fill-opacity", fmt::format("{:.2f}", opacity)) +
         "</se:Fill>";
}

std::string stroke(const Rgb& rgb, std::string_view width_px, bool dashed = false) {
  return "<se:Stroke>" + parameter("stroke", hex_colour(rgb)) + parameter("stroke-width", width_px) +
         (dashed ? parameter("stroke-dasharray", "8 5") : "") + "</se:Stroke>";
}

std::string area(const std::string& content) {
  return "        <se:PolygonSymbolizer>" + content + "</se:PolygonSymbolizer>\n";
}

std::string dot(const Rgb& rgb) {
  return "        <se:PointSymbolizer><se:Graphic><se:Mark><se:WellKnownName>circle</se:WellKnownName>" +
         fill(rgb, 1.0) + stroke({0, 0, 0}, "1") + "</se:Mark><se:Size>9</se:Size></se:Graphic></se:PointSymbolizer>\n";
}

/// "slash" and "backslash" under the names that GeoServer, MapServer and QGIS know.
std::string hatch(const Rgb& rgb, AreaPaint paint) {
  return fmt::format(
      "<se:Fill><se:GraphicFill><se:Graphic><se:Mark><se:WellKnownName>{}</se:WellKnownName>{}</se:Mark>"
      "<se:Size>8</se:Size></se:Graphic></se:GraphicFill></se:Fill>",
      paint == AreaPaint::hatched ? "shape://slash" : "shape://backslash", stroke(rgb, "1"));
}

std::string painted(const StyleEntry& entry) {
  switch (entry.paint) {
    case AreaPaint::light:
      return area(fill(entry.rgb, 0.27) + stroke(entry.rgb, "1.5", true));
    case AreaPaint::hatched:
    case AreaPaint::counter_hatched:
      return area(hatch(entry.rgb, entry.paint) + stroke(entry.rgb, "2"));
    case AreaPaint::solid:
      break;
  }
  return area(fill(entry.rgb, 0.78) + stroke(entry.rgb, "2"));
}

/// Filled, and hatched over it where the entry says so.
std::string filled(const StyleEntry& entry, const std::string& look) {
  return area(look) + (is_hatched(entry.paint) ? area(hatch(darker(entry.rgb), entry.paint)) : "");
}

std::string symbolizer(const StyleEntry& entry, Symbol how) {
  switch (how) {
    case Symbol::dots:
      return dot(entry.rgb);
    case Symbol::lines:
      return "        <se:LineSymbolizer>" + stroke(entry.rgb, "3") + "</se:LineSymbolizer>\n";
    case Symbol::outlines:
      return area(stroke(entry.rgb, "2"));
    case Symbol::painted_areas:
      return painted(entry);
    case Symbol::solid_areas:
      return filled(entry, fill(entry.rgb, 1.0));
    case Symbol::dotted_areas:
      return filled(entry, fill(entry.rgb, 0.43) + stroke(entry.rgb, "2")) + dot(entry.rgb);
    case Symbol::clear_areas:
      break;
  }
  return filled(entry, fill(entry.rgb, 0.43) + stroke(entry.rgb, "2"));
}

std::string equals(const Condition& condition) {
  return fmt::format(
      "<ogc:PropertyIsEqualTo><ogc:PropertyName>{}</ogc:PropertyName><ogc:Literal>{}</ogc:Literal>"
      "</ogc:PropertyIsEqualTo>",
      xml_escaped(condition.field), xml_escaped(plain_text(condition.value)));
}

std::string filter(const StyleEntry& entry) {
  if (entry.where.empty()) return "        <se:ElseFilter/>\n";
  std::string tests;
  for (const Condition& condition : entry.where) tests += equals(condition);
  if (entry.where.size() > 1) tests = "<ogc:And>" + tests + "</ogc:And>";
  return "        <ogc:Filter>" + tests + "</ogc:Filter>\n";
}

std::string label(const std::string& field) {
  return "        <se:TextSymbolizer><se:Label><ogc:PropertyName>" + xml_escaped(field) +
         "</ogc:PropertyName></se:Label><se:Font>" + parameter("font-family", "Noto Sans CJK SC") +
         parameter("font-size", "11") + "</se:Font><se:Halo><se:Radius>1</se:Radius>" + fill({255, 255, 255}, 0.9) +
         "</se:Halo>" + fill({30, 30, 30}, 1.0) + "</se:TextSymbolizer>\n";
}

std::string rule(const LayerStyle& style, const StyleEntry& entry, bool alone) {
  const std::string title = xml_escaped(legend_text(entry.label));
  return "      <se:Rule>\n        <se:Name>" + title + "</se:Name>\n        <se:Description><se:Title>" + title +
         "</se:Title></se:Description>\n" + (alone ? "" : filter(entry)) + symbolizer(entry, style.symbol) +
         (style.label_field.empty() ? "" : label(style.label_field)) + "      </se:Rule>\n";
}

std::string named_layer(const NamedStyle& layer) {
  const LayerStyle& style = layer.style;
  const bool alone = style.entries.size() == 1 && style.entries.front().where.empty();
  std::string rules;
  for (const StyleEntry& entry : style.entries) {
    if (entry.drawn) rules += rule(style, entry, alone);
  }
  const std::string shown = xml_escaped(layer.name);
  return "  <NamedLayer>\n    <se:Name>" + shown + "</se:Name>\n    <UserStyle>\n    <se:Name>" + shown +
         "</se:Name>\n    <se:Description><se:Title>" + xml_escaped(legend_text(layer.title)) +
         "</se:Title></se:Description>\n    <se:FeatureTypeStyle>\n" + rules +
         "    </se:FeatureTypeStyle>\n    </UserStyle>\n  </NamedLayer>\n";
}

}  // namespace

std::string styles_sld(const std::vector<NamedStyle>& layers) {
  std::string xml = kHead;
  for (const NamedStyle& layer : layers) xml += named_layer(layer);
  return xml + "</StyledLayerDescriptor>\n";
}

std::string style_sld(const LayerStyle& style, const std::string& name, const Text& title) {
  return styles_sld({{name, title, style}});
}

}  // namespace sise
