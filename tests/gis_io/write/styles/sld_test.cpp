// An SLD is right when its rules say what the scheme says.
#include "gis_io/write/styles/sld.hpp"

#include <cpl_minixml.h>

#include <boost/test/unit_test.hpp>
#include <memory>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/write/styles/qml_vector.hpp"

namespace sise {
namespace {

using SldXml = std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)>;

const std::string kRules = "=StyledLayerDescriptor.NamedLayer.UserStyle.se:FeatureTypeStyle";

SldXml parsed_sld(const std::string& text) {
  SldXml xml(CPLParseXMLString(text.c_str()), CPLDestroyXMLNode);
  BOOST_REQUIRE_MESSAGE(xml, text);
  return xml;
}

std::vector<CPLXMLNode*> rules(const SldXml& xml) {
  std::vector<CPLXMLNode*> found;
  CPLXMLNode* parent = CPLGetXMLNode(xml.get(), kRules.c_str());
  BOOST_REQUIRE(parent);
  for (CPLXMLNode* node = parent->psChild; node != nullptr; node = node->psNext) {
    if (node->eType == CXT_Element && std::string(node->pszValue) == "se:Rule") found.push_back(node);
  }
  return found;
}

std::string value(CPLXMLNode* node, const char* path) { return CPLGetXMLValue(node, path, "(missing)"); }

/// The text of the SvgParameter `name` below `path`.
std::string parameter(CPLXMLNode* rule, const char* path, const std::string& name) {
  CPLXMLNode* parent = CPLGetXMLNode(rule, path);
  for (CPLXMLNode* node = parent == nullptr ? nullptr : parent->psChild; node != nullptr; node = node->psNext) {
    if (node->eType == CXT_Element && value(node, "name") == name) return value(node, "");
  }
  return "(missing)";
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_class_of_every_scheme_is_a_rule_with_its_code_label_and_colour) {
  for (const std::string& id : class_scheme_ids()) {
    const ClassScheme scheme = class_scheme(id);
    const SldXml xml = parsed_sld(style_sld(class_style(scheme, "code"), "classes", scheme.title));
    const auto found = rules(xml);
    BOOST_REQUIRE(found.size() == scheme.classes.size() + 1);
    for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
      const std::string equals = "ogc:Filter.ogc:PropertyIsEqualTo.";
      BOOST_TEST(value(found[i], (equals + "ogc:PropertyName").c_str()) == "code");
      BOOST_TEST(value(found[i], (equals + "ogc:Literal").c_str()) == std::to_string(scheme.classes[i].code));
      BOOST_TEST(value(found[i], "se:Description.se:Title") == legend_text(scheme.classes[i].label));
      BOOST_TEST(parameter(found[i], "se:PolygonSymbolizer.se:Fill", "fill") == hex_colour(scheme.classes[i].rgb));
    }
    // No answer: hatched over its grey, and nothing else is.
    const std::string sld = style_sld(class_style(scheme, "code"), "classes", scheme.title);
    BOOST_TEST(sld.find("shape://slash") != std::string::npos, id);
    BOOST_TEST(sld.find("shape://slash") == sld.rfind("shape://slash"), id);
    BOOST_TEST(parameter(found.back(), "se:PolygonSymbolizer.se:Fill", "fill") == hex_colour(scheme.no_answer_rgb));
  }
}

BOOST_AUTO_TEST_CASE(what_is_unticked_is_left_out_and_the_rest_is_else) {
  const ClassScheme scheme = class_scheme("separation");
  const SldXml one = parsed_sld(style_sld(category_style(scheme, "code", Shape::line, 1), "distances", scheme.title));
  BOOST_TEST(rules(one).size() == 1U);
  const SldXml all = parsed_sld(style_sld(category_style(scheme, "code", Shape::line), "distances", scheme.title));
  BOOST_TEST(CPLGetXMLNode(rules(all).back(), "se:ElseFilter"));
}

BOOST_AUTO_TEST_CASE(rules_of_two_conditions_are_joined_and_markup_stays_text) {
  const LayerStyle style = rule_style(
      {{{{"level", "<a & b>"}, {"certain", true}}, {"certain", "必然"}, {227, 38, 33}, AreaPaint::counter_hatched}});
  const SldXml xml = parsed_sld(style_sld(style, "zones", {"Zones <1>", "威胁区"}));
  BOOST_REQUIRE(rules(xml).size() == 1U);
  CPLXMLNode* both = CPLGetXMLNode(rules(xml).front(), "ogc:Filter.ogc:And");
  BOOST_REQUIRE(both);
  BOOST_TEST(value(both, "ogc:PropertyIsEqualTo.ogc:Literal") == "<a & b>");
  BOOST_TEST(qgis_filter(style.entries.front().where) == "\"level\" = '<a & b>' AND \"certain\"");
}

BOOST_AUTO_TEST_CASE(every_shape_has_its_symbolizer) {
  const ClassScheme scheme = class_scheme("zones");
  const std::vector<std::pair<Shape, const char*>> expected{{Shape::point, "se:PointSymbolizer"},
                                                            {Shape::line, "se:LineSymbolizer"},
                                                            {Shape::polygon, "se:PolygonSymbolizer"},
                                                            {Shape::small_polygon, "se:PolygonSymbolizer"}};
  for (const auto& [shape, name] : expected) {
    const SldXml xml = parsed_sld(style_sld(category_style(scheme, "level", shape), "layer", scheme.title));
    for (CPLXMLNode* rule : rules(xml)) BOOST_TEST(CPLGetXMLNode(rule, name), name);
  }
}

BOOST_AUTO_TEST_CASE(a_feature_is_drawn_by_the_entry_that_names_it) {
  const LayerStyle style = category_style(class_scheme("zones"), "code", Shape::point);
  BOOST_TEST(entry_for(style, {{}, {{"code", 2}}}) == &style.entries[1]);
  BOOST_TEST(entry_for(style, {{}, {{"code", 2.0}}}) == &style.entries[1]);
  BOOST_TEST(entry_for(style, {{}, {{"code", 77}}}) == &style.entries.back());
  BOOST_TEST(entry_for(style, {{}, {}}) == &style.entries.back());
  BOOST_TEST(entry_for(rule_style({}), {{}, {{"code", 2}}}) == nullptr);
}

}  // namespace sise
