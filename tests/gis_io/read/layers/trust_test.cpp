// A layer may not reach where it should not: other files, the network, other drivers than those of plain formats.
#include <gdal_priv.h>

#include <boost/test/unit_test.hpp>

#include "gis_io/read/layers/layer_reader.hpp"
#include "gis_io/read/layers/source_path.hpp"
#include "gis_io/read/rasters/population_raster.hpp"
#include "tests/gis_io/read/layers/sources.hpp"
#include "tests/support/temp_folder.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

std::string code_of(const LayerConfig& config) {
  try {
    Problems problems;
    (void)read_table(config, problems);
    return problems.has_errors() ? problems.all().front().code : "read";
  } catch (const InputError& error) {
    BOOST_TEST(!error.diagnostics().front().message.zh.empty());
    return error.diagnostics().front().code;
  }
}

std::string code_of_source(const std::string& text, const std::vector<std::string>& trusted = {},
                           bool may_connect = true) {
  const auto refusal = refusal_of(text, trusted, may_connect, {});
  return refusal ? refusal->code : "fine";
}

const std::string kVrt = R"(<OGRVRTDataSource><OGRVRTLayer name="secret"><SrcDataSource>secret.csv</SrcDataSource>
<GeometryType>wkbNone</GeometryType></OGRVRTLayer></OGRVRTDataSource>)";
const std::string kWfs = R"(<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>)";
const std::string kRasterVrt = R"(<VRTDataset rasterXSize="2" rasterYSize="2"><VRTRasterBand dataType="Byte" band="1">
<SimpleSource><SourceFilename relativeToVRT="1">people.tif</SourceFilename></SimpleSource></VRTRasterBand></VRTDataset>)";

}  // namespace

BOOST_AUTO_TEST_SUITE(trust)

BOOST_AUTO_TEST_CASE(a_virtual_dataset_is_refused_whatever_it_is_called) {
  const TempFolder folder;
  folder.write("secret.csv", "user,password\nroot,x\n");
  for (const char* name : {"a.geojson", "a.json", "a.vrt", "a.gpkg", "a.shp", "a.kml"}) {
    LayerConfig config = config_for(folder.write(name, kVrt));
    BOOST_TEST(code_of(config) == "untrusted_driver", name);
  }
}

BOOST_AUTO_TEST_CASE(a_service_description_is_refused_and_not_asked) {
  const TempFolder folder;
  for (const char* name : {"a.geojson", "a.xml", "a.gml"}) {
    BOOST_TEST(code_of(config_for(folder.write(name, kWfs))) == "untrusted_driver", name);
  }
}

BOOST_AUTO_TEST_CASE(the_project_file_may_trust_a_driver_and_only_that) {
  const TempFolder folder;
  folder.write("secret.csv", "id\nA\n");
  LayerConfig config = config_for(folder.write("a.vrt", kVrt));
  config.trusted = {"OGR_VRT"};
  BOOST_TEST(code_of(config) == "read");
  config.trusted = {"WFS"};
  BOOST_TEST(code_of(config) == "untrusted_driver");
}

BOOST_AUTO_TEST_CASE(a_raster_that_is_a_list_of_others_is_refused) {
  const TempFolder folder;
  const LayerConfig config = config_for(folder.write("people.tiff", kRasterVrt));
  Problems problems;
  try {
    (void)read_population_raster(config, PopulationUnit::per_cell, Crs("EPSG:4549", {}), {0, 0, 1, 1}, problems);
    BOOST_FAIL("opened");
  } catch (const InputError& error) {
    BOOST_TEST(error.diagnostics().front().code == "untrusted_driver");
  }
}

BOOST_AUTO_TEST_CASE(a_database_with_tables_of_something_outside_it_is_refused) {
  for (const auto& [driver, name] : {std::pair{"SQLite", "a.sqlite"}, {"GPKG", "a.gpkg"}}) {
    const TempFolder folder;
    MadeLayer layer;
    layer.driver = driver;
    layer.fields = {{"id"}};
    layer.features = {{{"A"}, "POINT (500000 3541000)"}};
    make_source(folder / name, layer);
    BOOST_TEST(code_of(config_for(folder / name)) == "read");
    GDALDataset* dataset = GDALDataset::Open((folder / name).c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE);
    BOOST_REQUIRE(dataset != nullptr);
    dataset->ReleaseResultSet(dataset->ExecuteSQL("CREATE VIRTUAL TABLE stat USING dbstat(main)", nullptr, nullptr));
    GDALClose(dataset);
    BOOST_TEST(code_of(config_for(folder / name)) == "untrusted_source", driver);
  }
}

BOOST_AUTO_TEST_CASE(addresses_and_virtual_file_systems_need_trust) {
  for (const char* text : {"http://127.0.0.1:9/a.geojson", "https://127.0.0.1:9/a.geojson", "WFS:http://127.0.0.1:9/",
                           "/vsicurl/http://127.0.0.1:9/a", "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/b.shp",
                           "/vsizip/{/vsicurl/http://127.0.0.1:9/a.zip}/b.shp", "/vsistdin/", "/vsigzip/a.geojson.gz",
                           "/vsimem/x", "GPKG:a.gpkg:layer", "GeoJSON:http://127.0.0.1:9/", "MYSQL:x", "SQLITE:a.db"}) {
    BOOST_TEST(code_of_source(text) == "untrusted_source", text);
    BOOST_TEST(code_of_source(text, {"OGR_VRT"}) == "untrusted_source", text);
    BOOST_TEST(code_of_source(text, {"WFS", "HTTP", "/vsicurl/"}, false) == "untrusted_source", text);
  }
  BOOST_TEST(code_of_source("WFS:http://127.0.0.1:9/", {"WFS"}) == "fine");
  BOOST_TEST(code_of_source("/vsigzip/a.geojson.gz", {"/vsigzip/"}) == "fine");
  for (const char* text : {"units.geojson", "D:\\risk\\units.csv", "data/units.csv", "/vsizip/plan.zip/units.shp"}) {
    BOOST_TEST(code_of_source(text) == "fine", text);
  }
  BOOST_TEST(code_of_source("PG:dbname=x") == "fine");
  BOOST_TEST(code_of_source("PG:dbname=x", {}, false) == "untrusted_source");
}

BOOST_AUTO_TEST_CASE(paths_that_cannot_be_followed_say_so) {
  const TempFolder folder;
  std::filesystem::create_symlink("b.csv", folder / "a.csv");
  std::filesystem::create_symlink("a.csv", folder / "b.csv");
  BOOST_TEST(code_of(config_for(folder / "a.csv")) == "missing_file");
  BOOST_TEST(code_of(config_for(folder / (std::string(300, 'a') + ".csv"))) == "missing_file");
}

BOOST_AUTO_TEST_SUITE_END()
