#include "gis_io/write/styles/qml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

std::string both(const Text& text) { return xml_escaped(text.zh + " / " + text.en); }

std::string rgba(const Rgb& rgb, int alpha = 255) { return fmt::format("{},{},{},{}", rgb[0], rgb[1], rgb[2], alpha); }

std::string document(const std::string& body) {
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
         "<qgis version=\"3.22.16\" styleCategories=\"Symbology\">\n" +
         body + "</qgis>\n";
}

std::string pipe(const std::string& renderer) {
  return "  <pipe>\n" + renderer +
         "    <brightnesscontrast brightness=\"0\" contrast=\"0\" gamma=\"1\"/>\n"
         "    <huesaturation saturation=\"0\" colorizeOn=\"0\" grayscaleMode=\"0\"/>\n"
         "    <rasterresampler maxOversampling=\"2\"/>\n"
         "  </pipe>\n  <blendMode>0</blendMode>\n";
}

/// One line of a legend.
struct Row {
  std::string value;
  std::string label;
  Rgb rgb{};
  bool drawn = true;
};

std::vector<Row> rows_of(const ClassScheme& scheme) {
  std::vector<Row> rows;
  rows.reserve(scheme.classes.size() + 1);
  for (const SchemeClass& c : scheme.classes) rows.push_back({fmt::format("{}", c.code), both(c.label), c.rgb});
  rows.push_back({"0", both(scheme.no_answer_label), scheme.no_answer_rgb});
  return rows;
}

/// Nodata stands in the palette for the legend's sake; QGIS paints it in nodataColor.
std::vector<Row> rows_of_raster(const ClassScheme& scheme) {
  std::vector<Row> rows = rows_of(scheme);
  if (scheme.outside) {
    rows.push_back({fmt::format("{}", ClassScheme::outside_code), both(scheme.outside->label), scheme.outside->rgb});
  }
  return rows;
}

std::string paletted_renderer(const ClassScheme& scheme) {
  std::string xml = fmt::format(
      "    <rasterrenderer type=\"paletted\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" nodataColor=\"{}\">\n"
      "      <rasterTransparency/>\n      <colorPalette>\n",
      rgba(scheme.outside ? scheme.outside->rgb : scheme.no_answer_rgb));
  for (const Row& row : rows_of_raster(scheme)) {
    xml += fmt::format("        <paletteEntry value=\"{}\" color=\"{}\" alpha=\"255\" label=\"{}\"/>\n", row.value,
                       hex_colour(row.rgb), row.label);
  }
  return xml + "      </colorPalette>\n    </rasterrenderer>\n";
}

std::vector<SchemeClass> from_the_lowest(const ClassScheme& scheme) {
  std::vector<SchemeClass> classes = scheme.classes;
  std::sort(classes.begin(), classes.end(),
            [](const SchemeClass& a, const SchemeClass& b) { return a.upper < b.upper; });
  return classes;
}

/// QGIS writes the bound of the topmost class as "inf".
std::string bound(double value) { return std::isinf(value) ? "inf" : fmt::format("{}", value); }

std::string range_text(const SchemeClass& c, const std::string& unit) {
  const std::string suffix = unit.empty() || unit == "1" ? "" : " " + unit;
  if (std::isinf(c.upper)) return fmt::format("> {}{}", c.lower, suffix);
  if (std::isinf(c.lower)) return fmt::format("<= {}{}", c.upper, suffix);
  return fmt::format("{} - {}{}", c.lower, c.upper, suffix);
}

/// A discrete colour ramp gives a value the first item that is not below it: classes are (lower, upper].
std::string discrete_renderer(const ClassScheme& scheme) {
  const std::vector<SchemeClass> classes = from_the_lowest(scheme);
  double highest = 0.0;
  for (const SchemeClass& c : classes) highest = std::max(highest, std::isinf(c.upper) ? c.lower : c.upper);
  std::string xml = fmt::format(
      "    <rasterrenderer type=\"singlebandpseudocolor\" band=\"1\" opacity=\"1\" alphaBand=\"-1\" "
      "classificationMin=\"0\" classificationMax=\"{}\">\n      <rasterTransparency/>\n      <rastershader>\n"
      "        <colorrampshader colorRampType=\"DISCRETE\" classificationMode=\"1\" clip=\"0\" minimumValue=\"0\" "
      "maximumValue=\"{}\">\n",
      highest, highest);
  if (const double least = classes.front().lower; std::isfinite(least)) {  // what is in no class stays clear
    xml += fmt::format("          <item value=\"{}\" color=\"{}\" alpha=\"0\" label=\"{}\"/>\n", bound(least),
                       hex_colour(scheme.no_answer_rgb), both(scheme.no_answer_label));
  }
  for (const SchemeClass& c : classes) {
    xml += fmt::format("          <item value=\"{}\" color=\"{}\" alpha=\"255\" label=\"{} ({})\"/>\n", bound(c.upper),
                       hex_colour(c.rgb), both(c.label), xml_escaped(range_text(c, scheme.unit)));
  }
  return xml + "        </colorrampshader>\n      </rastershader>\n    </rasterrenderer>\n";
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

enum class Paint { dots, lines, solid_areas, clear_areas, dotted_areas, outlines };

std::string dot_layer(const Rgb& rgb) {
  return symbol_layer("SimpleMarker", property("name", "circle") + property("color", rgba(rgb)) +
                                          property("outline_color", "0,0,0,255") + property("outline_width", "0.3") +
                                          property("size", "2.6") + property("size_unit", "MM"));
}

std::string line_layer(const Rgb& rgb, std::string_view width_mm) {
  return symbol_layer("SimpleLine", property("line_color", rgba(rgb)) + property("line_width", width_mm) +
                                        property("line_width_unit", "MM"));
}

std::string fill_layer(const Rgb& rgb, bool solid) {
  return symbol_layer("SimpleFill", property("color", rgba(rgb, solid ? 255 : 110)) + property("style", "solid") +
                                        property("outline_style", solid ? "no" : "solid") +
                                        property("outline_color", rgba(rgb)) + property("outline_width", "0.5"));
}

std::string area_layers(const Rgb& rgb, AreaPaint paint) {
  const auto fill = [&](int alpha, std::string_view outline, std::string_view width) {
    return symbol_layer("SimpleFill", property("color", rgba(rgb, alpha)) + property("style", "solid") +
                                          property("outline_style", outline) + property("outline_color", rgba(rgb)) +
                                          property("outline_width", width));
  };
  switch (paint) {
    case AreaPaint::light:
      return fill(70, "dash", "0.4");
    case AreaPaint::hatched:
    case AreaPaint::counter_hatched: {
      const std::string lines = symbol("@hatch", "line", line_layer(rgb, "0.4"));
      const std::string_view angle = paint == AreaPaint::hatched ? "45" : "135";
      return symbol_layer("LinePatternFill", property("angle", angle) + property("distance", "2") +
                                                 property("distance_unit", "MM") + lines) +
             symbol_layer("SimpleLine", property("line_color", rgba(rgb)) + property("line_width", "0.6"));
    }
    case AreaPaint::solid:
      break;
  }
  return fill(200, "solid", "0.6");
}

std::string class_symbol(const std::string& name, const Rgb& rgb, Paint paint) {
  switch (paint) {
    case Paint::dots:
      return symbol(name, "marker", dot_layer(rgb));
    case Paint::lines:
      return symbol(name, "line", line_layer(rgb, "1"));
    case Paint::outlines:
      return symbol(name, "fill", line_layer(rgb, "0.5"));
    case Paint::dotted_areas:  // a tank is too small to be seen on the map of a district, its dot is not
      return symbol(
          name, "fill",
          fill_layer(rgb, false) + symbol_layer("CentroidFill", symbol("@" + name + "@1", "marker", dot_layer(rgb))));
    case Paint::clear_areas:
    case Paint::solid_areas:
      break;
  }
  return symbol(name, "fill", fill_layer(rgb, paint == Paint::solid_areas));
}

/// QGIS's number of a geometry type.
int geometry_type(Paint paint) {
  if (paint == Paint::dots) return 0;
  return paint == Paint::lines ? 1 : 2;
}

Paint paint_of(Shape shape) {
  switch (shape) {
    case Shape::point:
      return Paint::dots;
    case Shape::line:
      return Paint::lines;
    case Shape::small_polygon:
      return Paint::dotted_areas;
    case Shape::polygon:
      break;
  }
  return Paint::clear_areas;
}

std::string categorized_renderer(std::string_view attribute, const std::vector<Row>& rows, Paint paint) {
  std::string categories;
  std::string symbols;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    categories += fmt::format("      <category value=\"{}\" symbol=\"{}\" label=\"{}\" render=\"{}\"/>\n",
                              rows[i].value, i, rows[i].label, rows[i].drawn);
    symbols += class_symbol(fmt::format("{}", i), rows[i].rgb, paint);
  }
  return fmt::format(
      "  <renderer-v2 type=\"categorizedSymbol\" attr=\"{}\" forceraster=\"0\" symbollevels=\"0\" "
      "enableorderby=\"0\">\n    <categories>\n{}    </categories>\n    <symbols>\n{}    </symbols>\n  "
      "</renderer-v2>\n  <layerGeometryType>{}</layerGeometryType>\n",
      xml_escaped(attribute), categories, symbols, geometry_type(paint));
}

}  // namespace

std::vector<Category> categories_of(const ClassScheme& scheme) {
  const auto finite = [](double bound) { return std::isfinite(bound) ? std::optional(bound) : std::nullopt; };
  std::vector<Category> categories;
  categories.reserve(scheme.classes.size() + 2);
  for (const SchemeClass& c : scheme.classes) {
    categories.push_back({c.code, c.label, c.rgb, finite(c.lower), finite(c.upper)});
  }
  categories.push_back({ClassScheme::no_answer_code, scheme.no_answer_label, scheme.no_answer_rgb, {}, {}});
  if (scheme.outside)
    categories.push_back({ClassScheme::outside_code, scheme.outside->label, scheme.outside->rgb, {}, {}});
  return categories;
}

std::string class_style_qml(const ClassScheme& scheme, std::string_view attribute) {
  return document(pipe(paletted_renderer(scheme)) +
                  categorized_renderer(attribute, rows_of(scheme), Paint::solid_areas));
}

std::string value_style_qml(const ClassScheme& scheme) { return document(pipe(discrete_renderer(scheme))); }

std::string category_style_qml(const ClassScheme& scheme, std::string_view attribute, Shape shape,
                               std::optional<int> drawn) {
  std::vector<Row> rows = rows_of(scheme);
  for (Row& row : rows) row.drawn = !drawn || row.value == fmt::format("{}", *drawn);
  rows.back().value = "";  // QGIS: every other value, none at all included
  return document(categorized_renderer(attribute, rows, paint_of(shape)));
}

std::string rule_style_qml(const std::vector<StyleRule>& rules) {
  std::string list;
  std::string symbols;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    list += fmt::format("      <rule key=\"{{rule-{}}}\" filter=\"{}\" symbol=\"{}\" label=\"{}\"/>\n", i,
                        xml_escaped(rules[i].filter), i, both(rules[i].label));
    symbols += symbol(fmt::format("{}", i), "fill", area_layers(rules[i].rgb, rules[i].paint));
  }
  return document(
      fmt::format("  <renderer-v2 type=\"RuleRenderer\" forceraster=\"0\" symbollevels=\"0\" enableorderby=\"0\">\n"
                  "    <rules key=\"{{rules}}\">\n{}    </rules>\n    <symbols>\n{}    </symbols>\n  </renderer-v2>\n"
                  "  <layerGeometryType>2</layerGeometryType>\n",
                  list, symbols));
}

std::string contour_style_qml(const ClassScheme& scheme, std::string_view attribute) {
  std::vector<Row> rows;
  for (const SchemeClass& c : scheme.classes) {
    if (std::isfinite(c.lower))
      rows.push_back({bound(c.lower), xml_escaped(fmt::format("> {} {}", c.lower, scheme.unit)), c.rgb});
  }
  return document(categorized_renderer(attribute, rows, Paint::outlines));
}

}  // namespace sise
