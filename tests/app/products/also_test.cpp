// --also: the layers of a run in the files that an office and responders open.
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

std::set<std::string> planned(const TinyProject& project, const std::string& command, const std::string& file) {
  const CliRun run = project.run({command, file, "--dry-run", "--also", "all"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return nlohmann::json::parse(run.out)["files"].get<std::set<std::string>>();
}

void check_files(const TinyProject& project, const std::string& command, const std::string& file,
                 const std::set<std::string>& more) {
  const CliRun run = project.run({command, file, "-o", command, "--also", "all", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  const std::set<std::string> names = names_in(project.path(command));
  for (const std::string& name : more) BOOST_TEST(names.contains(name), name);
  BOOST_TEST((names == planned(project, command, file)));
  const CliRun plain = project.run({command, file, "-o", command + "-plain", "--quiet"});
  BOOST_REQUIRE(plain.exit_code == 0);
  for (const std::string& name : more) BOOST_TEST(!names_in(project.path(command + "-plain")).contains(name), name);
}

}  // namespace

BOOST_AUTO_TEST_CASE(map_zones_and_hazards_write_what_is_asked_for_and_the_dry_run_tells_it) {
  const TinyProject project;
  check_files(project, "map", "project.toml",
              {"map.gpkg", "map.qgs", "map.kml", "map.kmz", "map.xlsx", "classes.sld", "contours.sld", "units.sld"});
  check_files(project, "zones", "incident.toml", {"zones.gpkg", "zones.qgs", "zones.kml", "zones.kmz", "zones.sld"});
  check_files(project, "hazards", "project.toml", {"hazards.gpkg", "hazards.qgs", "hazards.kmz", "hazards.sld"});
  check_files(project, "onemap", "project.toml", {"onemap.kml", "onemap.kmz", "onemap.sld", "onemap.xlsx"});
  check_files(project, "distances", "project.toml",
              {"distances.gpkg", "distances.qgs", "distances.kmz", "distances.sld"});
}

BOOST_AUTO_TEST_CASE(the_geopackages_of_decisions_and_parcels_hold_one_row_each) {
  const TinyProject project;
  GDALAllRegister();
  const auto rows = [&](std::vector<std::string> how, const std::string& base) {
    std::vector<std::string> command{"review", "project.toml", "-o", base, "--also", "all", "--quiet"};
    command.insert(command.end(), how.begin(), how.end());
    const CliRun run = project.run(command);
    BOOST_REQUIRE_MESSAGE(run.exit_code == 0 || run.exit_code == 5, run.err);
    for (const char* ending : {".gpkg", ".qgs", ".kml", ".kmz", ".sld", ".xlsx", ".geojson"})
      BOOST_TEST(names_in(project.path(base)).contains(base + ending), base + ending);
    const std::string path = project.path(base + "/" + base + ".gpkg").string();
    const std::unique_ptr<GDALDataset> package(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
    BOOST_REQUIRE(package);
    GIntBig count = 0;
    for (OGRLayer* layer : package->GetLayers()) {
      if (std::string(layer->GetName()).starts_with(base)) count += layer->GetFeatureCount();
    }
    const auto loose = nlohmann::json::parse(project.read(base + "/" + base + ".geojson"));
    return std::pair{static_cast<std::size_t>(count), loose["features"].size()};
  };
  const auto decisions = rows({"--proposals", "proposals.geojson"}, "decisions");
  BOOST_TEST(decisions.first > 0U);
  BOOST_TEST(decisions.first == decisions.second);
  project.write("plan.csv",
                "id,code,wkt\nL1,0701,\"POLYGON ((503000 3503000,503050 3503000,503050 3503050,503000 3503050,503000 "
                "3503000))\"\n");
  const auto parcels = rows({"--plan", "plan.csv", "--scheme", "ydyh_2023", "--set", "plan.crs=EPSG:4549"}, "parcels");
  BOOST_TEST(parcels.first == 1U);
  BOOST_TEST(parcels.second == 1U);
}

BOOST_AUTO_TEST_CASE(the_kmz_of_the_zones_holds_the_zones) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", "out", "--also", "kmz", "--quiet"}).exit_code == 0);
  GDALAllRegister();
  const std::string inside = "/vsizip/" + project.path("out/zones.kmz").string() + "/doc.kml";
  const std::unique_ptr<GDALDataset> kml(GDALDataset::Open(inside.c_str(), GDAL_OF_VECTOR));
  BOOST_REQUIRE(kml);
  GIntBig marks = 0;
  for (OGRLayer* layer : kml->GetLayers()) marks += layer->GetFeatureCount();
  BOOST_TEST(marks > 0);
  BOOST_TEST(!names_in(project.path("out")).contains("zones.kml"));
}

BOOST_AUTO_TEST_CASE(another_format_is_refused_with_the_nearest) {
  const TinyProject project;
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--also", "gpgk"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(holds(run.err, "gpkg"));
  for (const char* flag : {"--also", "--sheet"}) {
    const CliRun none = project.run({"map", "project.toml", "-o", "out", flag, ""});
    BOOST_TEST(none.exit_code == 2, flag << ": " << none.err);
  }
}

BOOST_AUTO_TEST_CASE(the_same_bytes_every_time) {
  const TinyProject project;
  for (const char* folder : {"one", "other"})
    BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", folder, "--also", "all", "--quiet"}).exit_code == 0);
  BOOST_TEST((contents_of(project.path("one")) == contents_of(project.path("other"))));
}

BOOST_AUTO_TEST_CASE(a_workbook_has_a_sheet_per_layer_and_a_row_per_feature) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--also", "xlsx", "--quiet"}).exit_code == 0);
  GDALAllRegister();
  CPLSetThreadLocalConfigOption("OGR_XLSX_HEADERS", "DISABLE");
  const std::unique_ptr<GDALDataset> book(GDALDataset::Open(project.path("out/map.xlsx").c_str(), GDAL_OF_VECTOR));
  BOOST_REQUIRE(book);
  for (const char* name : {"units", "contours", "classes"}) {
    OGRLayer* sheet = book->GetLayerByName(name);
    BOOST_REQUIRE_MESSAGE(sheet, name);
    const auto features = nlohmann::json::parse(project.read("out/" + std::string(name) + ".geojson"))["features"];
    BOOST_TEST(sheet->GetFeatureCount() == static_cast<GIntBig>(features.size()) + 2, name);  // title and header
  }
  OGRLayer* units = book->GetLayerByName("units");
  units->ResetReading();
  const auto row = [&] { return std::unique_ptr<OGRFeature>(units->GetNextFeature()); };
  BOOST_TEST(holds(row()->GetFieldAsString(0), "危险单元"));
  BOOST_TEST(holds(row()->GetFieldAsString(0), "编号"));
  BOOST_TEST(row()->GetFieldAsString(0) == std::string("U1"));
}
