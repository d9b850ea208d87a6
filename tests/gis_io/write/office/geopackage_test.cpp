// A GeoPackage is right when OGR, which knows nothing of us, reads back what went in.
#include "gis_io/write/office/geopackage.hpp"

#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>

#include "gis_io/write/styles/qml.hpp"
#include "models/base/error.hpp"
#include "tests/gis_io/write/office/sample_layers.hpp"
#include "tests/support/temp_folder.hpp"

namespace sise {
namespace {

using testing::TempFolder;

std::unique_ptr<GDALDataset> opened(const std::filesystem::path& path) {
  std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset);
  return dataset;
}

std::vector<std::string> texts(GDALDataset& dataset, const std::string& sql) {
  std::vector<std::string> found;
  OGRLayer* rows = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr);
  BOOST_REQUIRE(rows);
  for (const auto& row : *rows) found.emplace_back(row->GetFieldAsString(0));
  dataset.ReleaseResultSet(rows);
  return found;
}

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::filesystem::path written(const TempFolder& folder, const std::string& name = "one.gpkg") {
  const std::filesystem::path path = folder / name;
  write_geopackage(path, testing::kCrs, testing::sample_layers(), {"Sample", R"({"program":"sise"})"});
  return path;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_layer_of_mixed_shapes_becomes_one_table_per_kind) {
  const TempFolder folder;
  const auto dataset = opened(written(folder));
  const std::map<std::string, std::pair<OGRwkbGeometryType, int>> expected{{"units_points", {wkbPoint, 3}},
                                                                           {"units_lines", {wkbLineString, 1}},
                                                                           {"units_areas", {wkbMultiPolygon, 1}},
                                                                           {"zones", {wkbMultiPolygon, 2}}};
  for (const auto& [name, type] : expected) {
    OGRLayer* layer = dataset->GetLayerByName(name.c_str());
    BOOST_REQUIRE_MESSAGE(layer, name);
    BOOST_TEST(layer->GetGeomType() == type.first, name);
    BOOST_TEST(layer->GetFeatureCount() == type.second, name);  // the feature without a place is with the points
    BOOST_TEST(std::string(layer->GetSpatialRef()->GetAuthorityCode(nullptr)) == "4549");
  }
}

BOOST_AUTO_TEST_CASE(values_keep_their_types_and_coordinates_their_digits) {
  const TempFolder folder;
  const auto dataset = opened(written(folder));
  OGRLayer* layer = dataset->GetLayerByName("units_points");
  const OGRFeatureDefn* fields = layer->GetLayerDefn();
  const auto type = [&](const char* name) { return fields->GetFieldDefn(fields->GetFieldIndex(name))->GetType(); };
  BOOST_TEST(type("level") == OFTInteger64);
  BOOST_TEST(type("risk_per_year") == OFTReal);
  BOOST_TEST(type("main_share") == OFTReal);
  BOOST_TEST(type("computed") == OFTInteger);
  BOOST_TEST(fields->GetFieldDefn(fields->GetFieldIndex("computed"))->GetSubType() == OFSTBoolean);
  const OGRFeatureUniquePtr second(layer->GetFeature(2));
  BOOST_TEST(second->GetGeometryRef()->toPoint()->getX() == 490100.5);
  BOOST_TEST(second->GetGeometryRef()->toPoint()->getY() == 3530010.25);
  BOOST_TEST(std::string(second->GetFieldAsString("name")) == "罐区 <U2> & \"co\"");
  BOOST_TEST(std::string(second->GetFieldAsString("missing")) == "scenarios; inventory");
  BOOST_TEST(second->GetFieldAsDouble("risk_per_year") == 2.8e-5);
  BOOST_TEST(!second->IsFieldSetAndNotNull(second->GetFieldIndex("main_share")));
  const OGRFeatureUniquePtr placeless(layer->GetFeature(3));
  BOOST_TEST(placeless->GetGeometryRef() == nullptr);
  BOOST_TEST(placeless->GetFieldAsInteger("computed") == 0);
}

BOOST_AUTO_TEST_CASE(fields_have_names_in_both_languages) {
  const TempFolder folder;
  const auto dataset = opened(written(folder));
  const std::string where = " FROM gpkg_data_columns WHERE table_name = 'units_points' AND column_name = ";
  BOOST_TEST(texts(*dataset, "SELECT title" + where + "'risk_per_year'") ==
             std::vector<std::string>{"个人风险 (每年) / individual risk, per year"});
  BOOST_TEST(texts(*dataset, "SELECT name" + where + "'level'") == std::vector<std::string>{"级别 / level"});
}

BOOST_AUTO_TEST_CASE(every_table_has_its_style_where_qgis_looks_for_it) {
  const TempFolder folder;
  const auto dataset = opened(written(folder));
  for (const VectorLayer& layer : testing::sample_layers()) {
    const std::string where = " FROM layer_styles WHERE f_table_name = '" + layer.name +
                              "' AND f_geometry_column = 'geom' AND f_table_schema = '' AND useAsDefault = 1";
    const auto qml = texts(*dataset, "SELECT styleQML" + where);
    BOOST_REQUIRE(qml.size() == 1);
    BOOST_TEST(qml.front() == style_qml(layer.style, aliases_qml(columns_of(layer.features))));
    const auto sld = texts(*dataset, "SELECT styleSLD" + where);
    BOOST_REQUIRE(sld.size() == 1);
    BOOST_TEST(sld.front().find("StyledLayerDescriptor") != std::string::npos);
  }
}

BOOST_AUTO_TEST_CASE(no_clock_reaches_the_file) {
  const TempFolder folder;
  const std::filesystem::path one = written(folder);
  const std::filesystem::path other = written(folder, "other.gpkg");
  BOOST_TEST((testing::content_of(one) == testing::content_of(other)));
  const auto dataset = opened(one);
  for (const std::string& date : texts(*dataset, "SELECT DISTINCT last_change || '' FROM gpkg_contents"))
    BOOST_TEST(date == "2000-01-01T00:00:00.000Z");
  for (const std::string& date : texts(*dataset, "SELECT DISTINCT timestamp || '' FROM gpkg_metadata_reference"))
    BOOST_TEST(date == "2000-01-01T00:00:00.000Z");
  BOOST_TEST(texts(*dataset, "SELECT DISTINCT update_time FROM layer_styles").size() == 1U);
}

BOOST_AUTO_TEST_CASE(the_file_says_where_it_comes_from) {
  const TempFolder folder;
  const auto dataset = opened(written(folder));
  BOOST_TEST(std::string(dataset->GetMetadataItem("SISE_PROVENANCE")) == R"({"program":"sise"})");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_told) {
  const TempFolder folder;
  BOOST_CHECK_THROW(write_geopackage(folder / "no" / "one.gpkg", testing::kCrs, testing::sample_layers(), {}),
                    OutputError);
}

BOOST_AUTO_TEST_CASE(a_shape_that_the_style_cannot_draw_is_a_mistake_of_the_program) {
  const TempFolder folder;
  BOOST_CHECK_THROW(write_geopackage(folder / "one.gpkg", testing::kCrs, {testing::mixed_layer()}, {}),
                    std::logic_error);
}

BOOST_AUTO_TEST_CASE(columns_without_values_take_the_kind_that_their_name_tells) {
  const std::vector<Feature> features{{{}, {{"people", PropertyValue()}, {"note", PropertyValue()}, {"a", 1}}},
                                      {{}, {{"a", 1.5}, {"b", true}}},
                                      {{}, {{"b", "text"}}}};
  const std::vector<LayerColumn> expected{
      {"people", ColumnKind::number}, {"note", ColumnKind::text}, {"a", ColumnKind::number}, {"b", ColumnKind::text}};
  BOOST_TEST((columns_of(features) == expected));
}

BOOST_AUTO_TEST_CASE(rows_asked_for_one_by_one_give_the_same_bytes_as_features) {
  const TempFolder folder;
  VectorLayer held;
  held.name = "dots";
  held.style = category_style(class_scheme("four-colours"), "code", Shape::point);
  for (int i = 0; i < 3; ++i) {
    Feature feature;
    if (i != 1) feature.geometry.points = {{500000.0 + i, 3500000.0}};
    feature.properties = {{"id", "P" + std::to_string(i)}, {"code", i}, {"score", i == 2 ? PropertyValue() : 0.5 * i}};
    held.features.push_back(feature);
  }
  VectorLayer asked = held;
  asked.features.clear();
  asked.rows = LayerRows{columns_of(held), 3, [&](const LayerRows::Sink& sink) {
                           for (const Feature& feature : held.features) {
                             std::optional<Point> at;
                             if (!feature.geometry.points.empty()) at = feature.geometry.points.front();
                             std::vector<PropertyValue> values;
                             for (const Property& property : feature.properties) values.push_back(property.value);
                             sink(at, values);
                           }
                         }};
  BOOST_TEST(row_count(asked) == row_count(held));
  write_geopackage(folder / "held.gpkg", testing::kCrs, std::vector<VectorLayer>{held}, {"One", "{}"});
  write_geopackage(folder / "asked.gpkg", testing::kCrs, std::vector<VectorLayer>{asked}, {"One", "{}"});
  BOOST_TEST((bytes_of(folder / "held.gpkg") == bytes_of(folder / "asked.gpkg")));
}

}  // namespace sise
