// A project is right when its XML leads to tables and fields that are in the GeoPackage beside it.
#include "gis_io/write/office/qgis_project.hpp"

#include <cpl_minixml.h>
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>

#include "gis_io/write/office/geopackage.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/write/office/sample_layers.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

using Xml = std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)>;

QgisProject sample_project() {
  QgisProject project{{"One & map", "一张图"}, {"made up", "虚构"}, testing::kCrs, "one.gpkg", {0, 0, 10, 10}, {}};
  ProjectGroup group{{"Units", "单元"}};
  for (const VectorLayer& layer : testing::sample_layers()) group.layers.push_back(project_layer(layer));
  ProjectLayer part = group.layers.front();
  part.id = "units_of_level_1";
  part.filter = {{"level", 1}};
  part.shown = false;
  project.groups.push_back(std::move(group));
  project.groups.push_back({{"Parts", "部分"}, {}, {{{"Inner", "内层"}, {part}}}, true, false});
  return project;
}

Xml parsed(const std::string& text) {
  Xml xml(CPLParseXMLString(text.c_str()), CPLDestroyXMLNode);
  BOOST_REQUIRE(xml);
  return xml;
}

/// All elements of a name, wherever they stand.
std::vector<CPLXMLNode*> elements(CPLXMLNode* node, const std::string& name) {
  std::vector<CPLXMLNode*> found;
  for (; node != nullptr; node = node->psNext) {
    if (node->eType == CXT_Element && node->pszValue == name) found.push_back(node);
    for (CPLXMLNode* inner : elements(node->psChild, name)) found.push_back(inner);
  }
  return found;
}

std::string value(CPLXMLNode* node, const char* path) { return CPLGetXMLValue(node, path, "(missing)"); }

}  // namespace

BOOST_AUTO_TEST_CASE(each_layer_of_the_tree_has_its_map_layer_and_the_other_way_round) {
  const Xml xml = parsed(qgis_project_xml(sample_project()));
  std::vector<std::string> tree;
  std::vector<std::string> layers;
  std::vector<std::string> order;
  for (CPLXMLNode* node : elements(xml.get(), "layer-tree-layer")) tree.push_back(value(node, "id"));
  for (CPLXMLNode* node : elements(xml.get(), "maplayer")) layers.push_back(value(node, "id"));
  for (CPLXMLNode* node : elements(CPLGetXMLNode(xml.get(), "=qgis.layerorder"), "layer"))
    order.push_back(value(node, "id"));
  BOOST_TEST(tree.size() == 5U);
  BOOST_TEST(tree == layers);
  BOOST_TEST(tree == order);
  BOOST_TEST(std::set(tree.begin(), tree.end()).size() == tree.size());
  for (const std::string& id : tree) BOOST_TEST(id.size() > 10U);  // QGIS overlooks shorter ones
}

BOOST_AUTO_TEST_CASE(every_source_opens_beside_the_project_and_every_alias_is_a_field_of_it) {
  const testing::TempFolder folder;
  const std::filesystem::path file = folder / "one.gpkg";
  write_geopackage(file, testing::kCrs, testing::sample_layers(), {});
  const std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR));
  BOOST_REQUIRE(dataset);
  const Xml xml = parsed(qgis_project_xml(sample_project()));
  for (CPLXMLNode* node : elements(xml.get(), "maplayer")) {
    const std::string source = value(node, "datasource");
    const std::string head = "./one.gpkg|layername=";
    BOOST_REQUIRE(source.starts_with(head));
    const std::string table = source.substr(head.size(), source.find('|', head.size()) - head.size());
    OGRLayer* layer = dataset->GetLayerByName(table.c_str());
    BOOST_REQUIRE_MESSAGE(layer, table);
    const std::size_t subset = source.find("|subset=");
    if (subset != std::string::npos) {
      BOOST_TEST(layer->SetAttributeFilter(source.substr(subset + 8).c_str()) == OGRERR_NONE);
      BOOST_TEST(layer->GetFeatureCount() == 1);
    }
    for (CPLXMLNode* alias : elements(CPLGetXMLNode(node, "aliases"), "alias")) {
      const int index = layer->GetLayerDefn()->GetFieldIndex(value(alias, "field").c_str());
      BOOST_TEST(index + 1 == std::stoi(value(alias, "index")));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_project_knows_its_crs_its_extent_and_no_machine) {
  const std::string text = qgis_project_xml(sample_project());
  const Xml xml = parsed(text);
  BOOST_TEST(value(xml.get(), "=qgis.projectCrs.spatialrefsys.authid") == "EPSG:4549");
  BOOST_TEST(value(xml.get(), "=qgis.mapcanvas.extent.xmax") == "10");
  BOOST_TEST(value(xml.get(), "=qgis.title") == "一张图 / One & map");
  BOOST_TEST(value(xml.get(), "=qgis.properties.Paths.Absolute") == "false");
  BOOST_TEST(text.find("saveUser") == std::string::npos);
  BOOST_TEST(text == qgis_project_xml(sample_project()));
}

BOOST_AUTO_TEST_CASE(a_crs_that_nobody_knows_is_told) {
  QgisProject project = sample_project();
  project.crs = "EPSG:999999";
  BOOST_CHECK_THROW((void)qgis_project_xml(project), OutputError);
}

}  // namespace sise
