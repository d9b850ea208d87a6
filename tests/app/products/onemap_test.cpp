// sise onemap: what is in its GeoPackage, that the project leads there, and that the bytes are those of the input alone.
#include <cpl_minixml.h>
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::set<std::string> kFiles{"onemap.gpkg",
                                   "index.html",
                                   "onemap.qgs",
                                   "preview.png",
                                   "summary.json",
                                   "manifest.json",
                                   "major_hazards.png",
                                   "sectors.png",
                                   "targets.png",
                                   "risk_zones.png",
                                   "sector_hazardous_chemicals.png",
                                   "sector_metal_smelting.png",
                                   "sector_combustible_dust.png",
                                   "sector_ammonia_refrigeration.png",
                                   "sector_fire.png",
                                   "sector_special_equipment.png",
                                   "sector_transport.png",
                                   "sector_construction.png"};

using Dataset = std::unique_ptr<GDALDataset>;

Dataset opened(const std::filesystem::path& file) {
  GDALAllRegister();
  Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset);
  return dataset;
}

GIntBig count(const Dataset& dataset, const char* layer, const char* filter = nullptr) {
  OGRLayer* found = dataset->GetLayerByName(layer);
  BOOST_REQUIRE_MESSAGE(found, layer);
  BOOST_REQUIRE(found->SetAttributeFilter(filter) == OGRERR_NONE);
  return found->GetFeatureCount();
}

/// Sectors for the four units: a word of a layer, another word of it, none but a kind that tells, a word that is none.
void give_sectors(const TinyProject& project) {
  project.write("units.csv", R"(id,name,enterprise,sector,kind,substance,inventory_t,status,x,y
U1,Chlorine tank,E1,危险化学品,pressurised_vessel,chlorine,6,existing,501000,3501000
U2,Store,E2,化工,explosives_store,TNT,1,existing,502000,3502000
U3,Cold store,E3,,ammonia_refrigeration,ammonia,30,existing,501500,3500500
U4,Ammonia bottles,E4,渔业,pressurised_vessel,ammonia,0.5,existing,500500,3502500
)");
}

nlohmann::json summary_of(const TinyProject& project) {
  return nlohmann::json::parse(project.read("out/summary.json"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_files_of_the_one_map_and_the_dry_run_tells_them) {
  const TinyProject project;
  const CliRun dry = project.run({"onemap", "project.toml", "--dry-run"});
  BOOST_REQUIRE(dry.exit_code == 0);
  const auto plan = nlohmann::json::parse(dry.out);
  BOOST_TEST((plan["files"].get<std::set<std::string>>() == kFiles));
  BOOST_TEST(plan["cells"] == 80 * 80);
  const CliRun run = project.run({"onemap", "project.toml", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  BOOST_TEST((names_in(project.path("out")) == kFiles));
  check_manifest(project.path("out"), project.path("project.toml").parent_path());
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
}

BOOST_AUTO_TEST_CASE(layers_say_what_the_other_commands_say) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "map", "--quiet"}).exit_code == 0);
  BOOST_REQUIRE(project.run({"hazards", "project.toml", "-o", "hazards", "--quiet"}).exit_code == 0);
  const Dataset one = opened(project.path("out/onemap.gpkg"));
  const auto classes = nlohmann::json::parse(project.read("map/classes.geojson"))["features"];
  BOOST_TEST(count(one, "risk_zones") == static_cast<GIntBig>(classes.size()));
  for (const auto& feature : classes) {
    const auto& of = feature["properties"];
    OGRLayer* zones = one->GetLayerByName("risk_zones");
    zones->SetAttributeFilter(("code = " + std::to_string(of["code"].get<int>())).c_str());
    zones->ResetReading();
    const OGRFeatureUniquePtr zone(zones->GetNextFeature());
    BOOST_REQUIRE(zone);
    BOOST_TEST(zone->GetFieldAsDouble("area_m2") == of["area_m2"].get<double>());
    BOOST_TEST(zone->GetGeometryRef()->toMultiPolygon()->get_Area() == of["area_m2"].get<double>(),
               boost::test_tools::tolerance(1e-9));
  }
  BOOST_TEST(count(one, "units") == 4);
  BOOST_TEST(count(one, "targets") == 3);
  const auto hazards = nlohmann::json::parse(project.read("hazards/hazards.geojson"))["features"];
  BOOST_TEST(count(one, "major_hazards") == static_cast<GIntBig>(hazards.size()));
}

BOOST_AUTO_TEST_CASE(a_sector_is_stated_or_told_by_the_kind_and_never_guessed) {
  const TinyProject project;
  give_sectors(project);
  const CliRun run = project.run({"onemap", "project.toml", "-o", "out"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  BOOST_TEST(holds(run.err, "渔业"));
  const Dataset one = opened(project.path("out/onemap.gpkg"));
  BOOST_TEST(count(one, "sector_enterprises") == 4);
  BOOST_TEST(count(one, "sector_enterprises", "sector = 'hazardous_chemicals'") == 2);
  BOOST_TEST(count(one, "sector_enterprises", "sector = 'ammonia_refrigeration' AND sector_basis LIKE '按装置类别%'") ==
             1);
  BOOST_TEST(count(one, "sector_enterprises", "sector = 'none' AND sector_stated = '渔业'") == 1);
  BOOST_TEST(count(one, "sector_district", "sector = 'hazardous_chemicals' AND enterprises = 2 AND units = 2") == 1);
  BOOST_TEST(summary_of(project)["enterprises_by_sector"]["none"] == 1);
}

BOOST_AUTO_TEST_CASE(every_layer_of_the_project_opens_in_the_geopackage) {
  const TinyProject project;
  give_sectors(project);
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const Dataset one = opened(project.path("out/onemap.gpkg"));
  const std::unique_ptr<CPLXMLNode, decltype(&CPLDestroyXMLNode)> xml(
      CPLParseXMLFile(project.path("out/onemap.qgs").c_str()), CPLDestroyXMLNode);
  BOOST_REQUIRE(xml);
  CPLXMLNode* layers = CPLGetXMLNode(xml.get(), "=qgis.projectlayers");
  BOOST_REQUIRE(layers);
  int found = 0;
  for (CPLXMLNode* node = layers->psChild; node != nullptr; node = node->psNext) {
    const std::string source = CPLGetXMLValue(node, "datasource", "");
    const std::string head = "./onemap.gpkg|layername=";
    BOOST_REQUIRE_MESSAGE(source.starts_with(head), source);
    const std::size_t bar = source.find('|', head.size());
    const std::string table = source.substr(head.size(), bar - head.size());
    const std::string subset = bar == std::string::npos ? "" : source.substr(bar + std::string("|subset=").size());
    (void)count(one, table.c_str(), subset.empty() ? nullptr : subset.c_str());
    ++found;
  }
  BOOST_TEST(found > 20);
}

BOOST_AUTO_TEST_CASE(titles_say_the_date_and_what_is_not_in_the_map) {
  const TinyProject project;
  project.replace("project.toml", "title = \"Tiny\"", "title = \"Tiny\"\ndate = 2026-11-30");
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const auto summary = summary_of(project);
  BOOST_TEST(holds(summary["stamp_zh"], "现状; 资料日期 2026-11-30"));
  BOOST_TEST(holds(summary["groups"][0]["layers"][0]["title_zh"], "固有"));
  BOOST_TEST(holds(summary["not_in_it"][0]["en"], "register"));
  BOOST_TEST(holds(project.read("out/onemap.qgs"), "资料日期 2026-11-30"));
}

BOOST_AUTO_TEST_CASE(a_project_without_targets_gives_a_map_and_says_so) {
  const TinyProject project;
  project.replace("project.toml", "[targets]\nsource = \"targets.csv\"\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n",
                  "");
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  BOOST_TEST(!names_in(project.path("out")).contains("targets.png"));
  BOOST_TEST(holds(summary_of(project)["not_in_it"].dump(), "protected targets"));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_with_any_number_of_threads_and_in_any_folder) {
  const TinyProject project;
  give_sectors(project);
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "one", "--threads", "1", "--quiet"}).exit_code == 0);
  for (const char* threads : {"2", "7"}) {
    const std::string folder = std::string("with-") + threads;
    BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", folder, "--threads", threads, "--quiet"}).exit_code ==
                  0);
    BOOST_TEST((contents_of(project.path(folder)) == contents_of(project.path("one"))));
  }
}

BOOST_AUTO_TEST_CASE(an_existing_map_is_replaced_only_when_asked) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  BOOST_TEST(project.run({"onemap", "project.toml", "-o", "out", "--quiet"}).exit_code == 4);
  BOOST_TEST(project.run({"onemap", "project.toml", "-o", "out", "--quiet", "--overwrite"}).exit_code == 0);
}
