#include "gis_io/write/styles/qml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "gis_io/write/styles/qml_vector.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

std::string both(const Text& text) { return xml_escaped(text.zh + " / " + text.en); }

std::string rgba(const Rgb& rgb, int alpha = 255) { return fmt::format("{},{},{},{}", rgb[0], rgb[1], rgb[2], alpha); }

std::string document(const std::string& body, const std::string& categories = "Symbology") {
  return "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
         "<qgis version=\"3.22.16\" styleCategories=\"" +
         categories + "\">\n" + body + "</qgis>\n";
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
  return document(pipe(paletted_renderer(scheme)) + vector_renderer_qml(class_style(scheme, attribute)));
}

std::string value_style_qml(const ClassScheme& scheme) { return document(pipe(discrete_renderer(scheme))); }

std::string style_qml(const LayerStyle& style, const std::string& more) {
  const std::string drawing = vector_renderer_qml(style);
  const std::string labels = labels_qml(style);
  std::string categories = "Symbology";
  if (!labels.empty()) categories += "|Labeling";
  if (!more.empty()) categories += "|Fields";
  return document(drawing + labels + more, categories);
}

std::string category_style_qml(const ClassScheme& scheme, std::string_view attribute, Shape shape,
                               std::optional<int> drawn) {
  return style_qml(category_style(scheme, attribute, shape, drawn));
}

std::string rule_style_qml(const std::vector<StyleRule>& rules) { return style_qml(rule_style(rules)); }

std::string contour_style_qml(const ClassScheme& scheme, std::string_view attribute) {
  return style_qml(contour_style(scheme, attribute));
}

}  // namespace sise
