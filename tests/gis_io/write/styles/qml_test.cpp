// A style is right when its legend, read back from the XML, says what the scheme says.
#include "gis_io/write/styles/qml.hpp"

#include <cpl_minixml.h>

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/styles/qml_vector.hpp"

namespace sise {
namespace {

struct XmlDeleter {
  void operator()(CPLXMLNode* node) const { CPLDestroyXMLNode(node); }
};
using Xml = std::unique_ptr<CPLXMLNode, XmlDeleter>;

Xml parsed(const std::string& text) {
  Xml xml(CPLParseXMLString(text.c_str()));
  BOOST_REQUIRE_MESSAGE(xml, "not XML: " << text);
  BOOST_REQUIRE(CPLGetXMLNode(xml.get(), "=qgis"));
  return xml;
}

std::vector<const CPLXMLNode*> children(CPLXMLNode* root, const std::string& path, const std::string& name) {
  std::vector<const CPLXMLNode*> found;
  const CPLXMLNode* parent = CPLGetXMLNode(root, path.c_str());
  BOOST_REQUIRE_MESSAGE(parent, path);
  for (const CPLXMLNode* child = parent->psChild; child != nullptr; child = child->psNext) {
    if (child->eType == CXT_Element && child->pszValue == name) found.push_back(child);
  }
  return found;
}

std::string attribute(const CPLXMLNode* node, const std::string& name) {
  return CPLGetXMLValue(const_cast<CPLXMLNode*>(node), name.c_str(), "(missing)");
}

std::string both(const Text& text) { return text.zh + " / " + text.en; }

std::vector<std::string> all_schemes() { return class_scheme_ids(); }

/// The colour that the symbol of a category has in property `key`.
std::string symbol_colour(CPLXMLNode* root, const std::string& number, const std::string& key) {
  for (const CPLXMLNode* symbol : children(root, "=qgis.renderer-v2.symbols", "symbol")) {
    if (attribute(symbol, "name") != number) continue;
    const CPLXMLNode* layer = CPLGetXMLNode(const_cast<CPLXMLNode*>(symbol), "layer");
    for (const CPLXMLNode* prop = layer->psChild; prop != nullptr; prop = prop->psNext) {
      if (prop->eType == CXT_Element && attribute(prop, "k") == key) return attribute(prop, "v");
    }
  }
  return "(missing)";
}

std::string rgb_text(const Rgb& rgb) {
  return std::to_string(rgb[0]) + "," + std::to_string(rgb[1]) + "," + std::to_string(rgb[2]) + ",";
}

}  // namespace

BOOST_AUTO_TEST_CASE(categories_are_the_scheme_no_answer_and_outside) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const std::vector<Category> categories = categories_of(scheme);
  BOOST_REQUIRE(categories.size() == scheme.classes.size() + 2);
  BOOST_TEST(categories.front().code == scheme.classes.front().code);
  BOOST_TEST(*categories.front().lower == 3e-5);
  BOOST_TEST(!categories.front().upper.has_value());
  BOOST_TEST(categories[scheme.classes.size()].code == 0);
  BOOST_TEST(categories[scheme.classes.size()].label.zh == scheme.no_answer_label.zh);
  BOOST_TEST(categories.back().code == 255);
  BOOST_TEST(categories.back().label.zh == scheme.outside->label.zh);
}

BOOST_AUTO_TEST_CASE(the_legend_of_a_class_raster_equals_each_scheme) {
  BOOST_REQUIRE(!all_schemes().empty());
  for (const std::string& id : all_schemes()) {
    const ClassScheme scheme = class_scheme(id);
    const Xml xml = parsed(class_style_qml(scheme));
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), "=qgis.pipe.rasterrenderer.type", "")) == "paletted");
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), "=qgis.pipe.rasterrenderer.nodataColor", "")) ==
               rgb_text(scheme.outside ? scheme.outside->rgb : scheme.no_answer_rgb) + "255");
    const auto entries = children(xml.get(), "=qgis.pipe.rasterrenderer.colorPalette", "paletteEntry");
    BOOST_REQUIRE(entries.size() == scheme.classes.size() + (scheme.outside ? 2 : 1));
    for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
      BOOST_TEST(attribute(entries[i], "value") == std::to_string(scheme.classes[i].code));
      BOOST_TEST(attribute(entries[i], "color") == hex_colour(scheme.classes[i].rgb));
      BOOST_TEST(attribute(entries[i], "label") == both(scheme.classes[i].label));
    }
    BOOST_TEST(attribute(entries[scheme.classes.size()], "value") == "0");
    BOOST_TEST(attribute(entries[scheme.classes.size()], "color") == hex_colour(scheme.no_answer_rgb));
    if (!scheme.outside) continue;
    BOOST_TEST(attribute(entries.back(), "value") == "255");
    BOOST_TEST(attribute(entries.back(), "color") == hex_colour(scheme.outside->rgb));
  }
}

BOOST_AUTO_TEST_CASE(the_same_file_styles_the_class_polygons) {
  for (const std::string& id : all_schemes()) {
    const ClassScheme scheme = class_scheme(id);
    const Xml xml = parsed(class_style_qml(scheme, "code"));
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), "=qgis.renderer-v2.attr", "")) == "code");
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), "=qgis.layerGeometryType", "")) == "2");
    const auto categories = children(xml.get(), "=qgis.renderer-v2.categories", "category");
    BOOST_REQUIRE(categories.size() == scheme.classes.size() + 1);
    for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
      BOOST_TEST(attribute(categories[i], "value") == std::to_string(scheme.classes[i].code));
      BOOST_TEST(attribute(categories[i], "label") == both(scheme.classes[i].label));
      BOOST_TEST(symbol_colour(xml.get(), attribute(categories[i], "symbol"), "color") ==
                 rgb_text(scheme.classes[i].rgb) + "255");
    }
  }
}

BOOST_AUTO_TEST_CASE(the_colours_of_a_value_raster_change_exactly_at_the_bounds) {
  for (const std::string& id : all_schemes()) {
    const ClassScheme scheme = class_scheme(id);
    const Xml xml = parsed(value_style_qml(scheme));
    const std::string shader = "=qgis.pipe.rasterrenderer.rastershader.colorrampshader";
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), (shader + ".colorRampType").c_str(), "")) == "DISCRETE");
    auto items = children(xml.get(), shader, "item");
    double former = -std::numeric_limits<double>::infinity();
    if (items.size() > scheme.classes.size()) {  // below the lowest class nothing is painted
      former = std::stod(attribute(items.front(), "value"));
      BOOST_TEST(attribute(items.front(), "alpha") == "0");
      items.erase(items.begin());
    }
    BOOST_REQUIRE(items.size() == scheme.classes.size());
    for (const CPLXMLNode* item : items) {
      const double upper = std::stod(attribute(item, "value"));
      const auto found = std::find_if(scheme.classes.begin(), scheme.classes.end(),
                                      [&](const SchemeClass& c) { return c.upper == upper; });
      BOOST_REQUIRE(found != scheme.classes.end());
      // QGIS colours a value by the first item that is not below it: the class reaches down to the item before.
      BOOST_TEST(former == found->lower);
      BOOST_TEST(attribute(item, "color") == hex_colour(found->rgb));
      BOOST_TEST(attribute(item, "label").starts_with(both(found->label)));
      former = upper;
    }
  }
}

BOOST_AUTO_TEST_CASE(dots_and_areas_take_the_colours_of_their_class) {
  const ClassScheme scheme = class_scheme("zones");
  const Xml dots = parsed(category_style_qml(scheme, "level", Shape::point));
  BOOST_TEST(std::string(CPLGetXMLValue(dots.get(), "=qgis.layerGeometryType", "")) == "0");
  BOOST_TEST(symbol_colour(dots.get(), "0", "color") == rgb_text(scheme.classes[0].rgb) + "255");
  const auto categories = children(dots.get(), "=qgis.renderer-v2.categories", "category");
  BOOST_TEST(attribute(categories.back(), "value").empty());  // a unit without a level shows too
  BOOST_TEST(attribute(categories.back(), "label") == both(scheme.no_answer_label));
  const Xml areas = parsed(category_style_qml(scheme, "level", Shape::polygon));
  BOOST_TEST(symbol_colour(areas.get(), "1", "outline_color") == rgb_text(scheme.classes[1].rgb) + "255");
}

BOOST_AUTO_TEST_CASE(areas_without_an_answer_are_hatched_over_their_grey_and_no_others) {
  const ClassScheme scheme = class_scheme("four-colours");
  const auto hatches = [](const std::string& qml) {
    std::size_t count = 0;
    for (std::size_t at = qml.find("LinePatternFill"); at != std::string::npos;
         at = qml.find("LinePatternFill", at + 1))
      ++count;
    return count;
  };
  BOOST_TEST(hatches(category_style_qml(scheme, "code", Shape::polygon)) == 1U);
  BOOST_TEST(hatches(category_style_qml(scheme, "code", Shape::small_polygon)) == 1U);
  BOOST_TEST(hatches(category_style_qml(scheme, "code", Shape::point)) == 0U);
  BOOST_TEST(hatches(category_style_qml(scheme, "code", Shape::line)) == 0U);
  const LayerStyle style = class_style(scheme, "code");
  BOOST_TEST(hatches(vector_renderer_qml(style)) == 1U);
  BOOST_TEST((style.entries.back().paint == AreaPaint::hatched));
  BOOST_TEST(hex_colour(darker(style.entries.back().rgb)) != hex_colour(style.entries.back().rgb));
}

BOOST_AUTO_TEST_CASE(symbols_are_of_the_layers_geometry_or_qgis_ignores_the_style) {
  const ClassScheme scheme = class_scheme("zones");
  const std::vector<std::pair<Shape, std::pair<std::string, std::string>>> expected{
      {Shape::point, {"0", "marker"}},
      {Shape::line, {"1", "line"}},
      {Shape::polygon, {"2", "fill"}},
      {Shape::small_polygon, {"2", "fill"}}};
  for (const auto& [shape, names] : expected) {
    const Xml xml = parsed(category_style_qml(scheme, "level", shape));
    BOOST_TEST(std::string(CPLGetXMLValue(xml.get(), "=qgis.layerGeometryType", "")) == names.first);
    for (const CPLXMLNode* symbol : children(xml.get(), "=qgis.renderer-v2.symbols", "symbol")) {
      BOOST_TEST(attribute(symbol, "type") == names.second);
    }
  }
}

BOOST_AUTO_TEST_CASE(of_distances_only_the_short_ones_are_drawn) {
  const ClassScheme scheme = class_scheme("separation");
  const Xml xml = parsed(category_style_qml(scheme, "code", Shape::line, 1));
  for (const CPLXMLNode* category : children(xml.get(), "=qgis.renderer-v2.categories", "category")) {
    BOOST_TEST(attribute(category, "render") == (attribute(category, "value") == "1" ? "true" : "false"));
  }
}

BOOST_AUTO_TEST_CASE(contours_take_the_colour_of_the_class_above_them) {
  const ClassScheme scheme = class_scheme("individual-risk-baseline");
  const Xml xml = parsed(contour_style_qml(scheme, "level_per_year"));
  const auto categories = children(xml.get(), "=qgis.renderer-v2.categories", "category");
  BOOST_REQUIRE(categories.size() == 3);  // no contour bounds the lowest class from below
  for (const CPLXMLNode* category : categories) {
    const double level = std::stod(attribute(category, "value"));
    const auto above = std::find_if(scheme.classes.begin(), scheme.classes.end(),
                                    [&](const SchemeClass& c) { return c.lower == level; });
    BOOST_REQUIRE(above != scheme.classes.end());
    BOOST_TEST(symbol_colour(xml.get(), attribute(category, "symbol"), "line_color") == rgb_text(above->rgb) + "255");
  }
}

BOOST_AUTO_TEST_CASE(labels_with_markup_stay_text) {
  ClassScheme scheme = class_scheme("zones");
  scheme.classes[0].label = {R"(a <b> & "c" 'd')", "甲<乙>"};
  const Xml xml = parsed(class_style_qml(scheme));
  const auto entries = children(xml.get(), "=qgis.pipe.rasterrenderer.colorPalette", "paletteEntry");
  BOOST_TEST(attribute(entries[0], "label") == both(scheme.classes[0].label));
}

}  // namespace sise
