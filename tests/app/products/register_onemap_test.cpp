// sise onemap of a project that has a register and no units.
#include <ogrsf_frmts.h>

#include <boost/test/unit_test.hpp>
#include <memory>
#include <set>

#include "tests/app/products/files.hpp"
#include "tests/app/products/register_project.hpp"

using namespace sise::test;

namespace {

std::unique_ptr<GDALDataset> opened_package(const std::filesystem::path& file) {
  GDALAllRegister();
  std::unique_ptr<GDALDataset> dataset(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset);
  return dataset;
}

GIntBig rows_of(GDALDataset& package, const char* table, const char* filter = nullptr) {
  OGRLayer* found = package.GetLayerByName(table);
  BOOST_REQUIRE_MESSAGE(found, table);
  BOOST_REQUIRE(found->SetAttributeFilter(filter) == OGRERR_NONE);
  return found->GetFeatureCount();
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_register_alone_gives_a_map_that_says_what_is_not_in_it) {
  const RegisterProject project;
  const CliRun dry = project.run("onemap", {"--dry-run"});
  BOOST_REQUIRE_MESSAGE(dry.exit_code == 0, dry.err);
  const auto files = nlohmann::json::parse(dry.out)["files"].get<std::set<std::string>>();
  const CliRun run = project.run("onemap");
  BOOST_REQUIRE_MESSAGE(run.exit_code == 5, run.err);  // rows that cannot be used, as in sise rate
  BOOST_TEST((names_in(project.path("out")) == files));
  BOOST_TEST(files.contains("sector_fire.png"));
  BOOST_TEST(project.json("manifest.json")["status"] == "partial");
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  BOOST_TEST(rows_of(*package, "register_points") == 6);
  BOOST_TEST(rows_of(*package, "register_points", "code = 0") == 2);
  BOOST_TEST(rows_of(*package, "register_enterprises") == 3);
  BOOST_TEST(rows_of(*package, "register_areas_townships") == 2);
  BOOST_TEST(rows_of(*package, "hidden_dangers") == 3);
  BOOST_TEST(rows_of(*package, "layer_styles") == 6);
  const auto summary = project.json("summary.json");
  BOOST_TEST(holds(summary["not_in_it"][0]["en"], "zones of individual risk"));
  BOOST_TEST(summary["register"]["district"]["grade"] == "red");
}

BOOST_AUTO_TEST_CASE(an_enterprise_stands_in_every_sector_that_it_has_points_in) {
  const RegisterProject project;
  project.replace("b.csv", "Q1,甲化工有限公司,1,0221,4,", "Q1,甲化工有限公司,2,0221,4,");
  project.replace("e.csv", "所在镇,x,y,应报告,已报告", "所在镇,x,y,行业");
  project.replace("e.csv", "是,是", "危险化学品");
  project.replace("e.csv", "是,否", "消防");
  project.replace("b.csv", "id,企业名称,", "id,行业,企业名称,");
  project.replace("b.csv", "Q1,", "Q1,特种设备,");
  project.replace("b.csv", "Q2,", "Q2,,");
  BOOST_REQUIRE(project.run("onemap").exit_code == 5);
  const auto package = opened_package(project.path("out/onemap.gpkg"));
  const char* table = "sector_enterprise_grades";
  BOOST_TEST(
      rows_of(*package, table, "name = '甲化工有限公司' AND sector_layer = 'hazardous_chemicals' AND code = 2") == 1);
  BOOST_TEST(
      rows_of(*package, table, "name = '甲化工有限公司' AND sector_layer = 'special_equipment' AND points = 1") == 1);
  BOOST_TEST(rows_of(*package, table, "name = '乙公司' AND sector_layer = 'fire'") == 1);
  BOOST_TEST(rows_of(*package, table, "name = '丙公司' AND sector_layer = 'none' AND code = 0") == 1);
  BOOST_TEST(rows_of(*package, table) == 4);
}

BOOST_AUTO_TEST_CASE(a_registers_map_has_the_same_bytes_for_any_number_of_threads) {
  const RegisterProject project;
  (void)project.run("onemap", {"--threads", "1"});
  const auto one = contents_of(project.path("out"));
  (void)project.run("onemap", {"--threads", "3", "--overwrite"});
  BOOST_TEST((contents_of(project.path("out")) == one));
}

BOOST_AUTO_TEST_CASE(a_register_that_does_not_fit_is_refused_before_it_is_rated) {
  const RegisterProject project;
  for (const char* command : {"rate", "onemap"}) {
    BOOST_TEST(project.run(command, {"--max-memory", "10M"}).exit_code == 6);
    BOOST_TEST(project.run(command, {"--max-cells", "3"}).exit_code == 6);
    BOOST_TEST(!std::filesystem::exists(project.path("out")));
  }
}

BOOST_AUTO_TEST_CASE(rated_points_carry_their_style) {
  const RegisterProject project;
  BOOST_REQUIRE(project.rate().exit_code == 5);
  const auto package = opened_package(project.path("out/points.gpkg"));
  BOOST_TEST(rows_of(*package, "points") == 6);
  BOOST_TEST(rows_of(*package, "layer_styles", "f_table_name = 'points'") == 1);
}
