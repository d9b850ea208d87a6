// What cannot be right is refused with the file, the place, the value and a remedy; nothing is written.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

void expect(const TinyProject& project, int exit_code, const std::vector<std::string>& parts,
            const std::vector<std::string>& parts_zh = {}) {
  for (const bool zh : {false, true}) {
    if (zh && parts_zh.empty()) continue;
    const CliRun run = project.run({"map", "project.toml", "-o", "out", "--lang", zh ? "zh" : "en"});
    BOOST_TEST(run.exit_code == exit_code, run.err);
    BOOST_TEST(run.out.empty());
    for (const std::string& part : zh ? parts_zh : parts) BOOST_TEST(holds(run.err, part), part + " in " + run.err);
    BOOST_TEST(!holds(run.err, project.path("").string()));
    BOOST_TEST(!std::filesystem::exists(project.path("out")));
  }
}

}  // namespace

BOOST_AUTO_TEST_CASE(an_unknown_key) {
  const TinyProject project;
  project.write("project.toml", project.read("project.toml") + "[model]\nsigmma = \"briggs_rural\"\n");
  expect(project, 2, {"project.toml:21:1: field 'model.sigmma': unknown key 'sigmma'", "Did you mean 'sigma'?"},
         {"project.toml:21:1: 字段 'model.sigmma': 未知的键 'sigmma'", "是否应为 'sigma'?"});
}

BOOST_AUTO_TEST_CASE(all_problems_of_the_configuration_at_once) {
  const TinyProject project;
  project.replace("project.toml", "cell_m = 50.0", "cell_m = -50.0");
  project.replace("project.toml", "[weather]", "[wether]");
  expect(project, 2, {"project.toml:4:10", "'wether'", "'weather'"});
}

BOOST_AUTO_TEST_CASE(a_missing_file) {
  const TinyProject project;
  std::filesystem::remove(project.path("units.csv"));
  expect(project, 3, {"project.toml:9:10: field 'units.source': there is no file 'units.csv'"}, {"units.csv"});
  const CliRun run = project.run({"map", "nowhere.toml", "-o", "out"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.err, "nowhere.toml: the file cannot be opened"));
}

BOOST_AUTO_TEST_CASE(a_layer_without_crs) {
  const TinyProject project;
  project.replace("project.toml", "source = \"units.csv\"\ncrs = \"EPSG:4549\"\n", "source = \"units.csv\"\n");
  expect(project, 3, {"units.csv: the layer does not say its CRS", "crs = \"EPSG:"}, {"units.csv: 图层没有坐标系"});
}

BOOST_AUTO_TEST_CASE(degrees_where_metres_belong) {
  const TinyProject project;
  project.replace("units.csv", "501000,3501000", "119.95,31.95");
  expect(project, 3, {"units.csv:2: feature 'U1': (119.95, 31.95) are degrees", "EPSG:4490"},
         {"units.csv:2: 要素 'U1': (119.95, 31.95) 是以度为单位的"});
}

BOOST_AUTO_TEST_CASE(swapped_axes) {
  const TinyProject project;
  project.write("targets.csv", "id,class,x,y\nT1,important,3501000,501000\n");
  expect(project, 3, {"targets.csv:2: feature 'T1': (3501000, 501000)", "coordinates exchanged"}, {"请对调"});
}

BOOST_AUTO_TEST_CASE(a_grid_far_from_the_layers) {
  const TinyProject project;
  project.replace("project.toml", "[500000.0, 3500000.0, 504000.0, 3504000.0]",
                  "[600000.0, 3600000.0, 604000.0, 3604000.0]");
  expect(project, 3,
         {"units.csv:2: feature 'U1': (501000, 3501000) is more than 100 km from the grid", "targets.csv:2"});
}

BOOST_AUTO_TEST_CASE(a_value_that_is_not_a_number) {
  const TinyProject project;
  project.replace("scenarios.csv", "2e-4", "nan");
  expect(project, 3, {"scenarios.csv:2: feature 'S1': field 'frequency_per_year': 'nan' is not a number"}, {"'nan'"});
}

BOOST_AUTO_TEST_CASE(a_negative_value) {
  const TinyProject project;
  project.replace("scenarios.csv", "2e-4", "-2e-4");
  expect(project, 3, {"scenarios.csv:2: feature 'S1'", "is -2e-4; allowed is 1e-20 .. "},
         {"为 -2e-4;允许范围为 1e-20 .. "});
}

BOOST_AUTO_TEST_CASE(an_unknown_substance) {
  const TinyProject project;
  project.replace("scenarios.csv", ",chlorine,1.5", ",clorine,1.5");
  expect(project, 3, {"scenarios.csv:2: feature 'S1': field 'substance': unknown substance 'clorine'", "chlorine"},
         {"未知的物质 'clorine'"});
}

// The remedy names the kinds itself: the warnings are not printed beside an error.
BOOST_AUTO_TEST_CASE(a_kind_of_unit_that_nobody_knows) {
  const TinyProject project;
  project.replace("project.toml", "[scenarios]\nsource = \"scenarios.csv\"\n", "");
  project.replace("units.csv", "filling_station", "filing_station");
  expect(project, 3, {"feature 'U3': field 'kind': unknown kind of unit 'filing_station'", "(filling_station"},
         {"未知的单元类型 'filing_station'", "(filling_station"});
}

BOOST_AUTO_TEST_CASE(a_scenario_without_its_unit) {
  const TinyProject project;
  project.replace("scenarios.csv", "U2,S1", "U9,S1");
  expect(project, 3, {"scenarios.csv:4: feature 'S1': field 'unit_id': there is no unit 'U9'"}, {"没有单元 'U9'"});
}

BOOST_AUTO_TEST_CASE(a_model_that_is_not_built) {
  const TinyProject project;
  project.replace("scenarios.csv", "U2,S1,explosion", "U2,S1,exploshun");
  expect(project, 3, {"scenarios.csv:4", "'exploshun'", "explosion"});
}

BOOST_AUTO_TEST_CASE(an_empty_layer) {
  const TinyProject project;
  project.write("units.csv", "id,name,enterprise,kind,substance,status,x,y\n");
  expect(project, 3, {"units.csv: the layer has no features"}, {"units.csv"});
}

BOOST_AUTO_TEST_CASE(a_polygon_that_crosses_itself) {
  const TinyProject project;
  project.write("targets.csv",
                "id,class,wkt\nT1,important,\"POLYGON((501000 3501000,501100 3501100,501100 3501000,501000 3501100,"
                "501000 3501000))\"\n");
  project.replace("project.toml", "source = \"targets.csv\"\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n",
                  "source = \"targets.csv\"\ncrs = \"EPSG:4549\"\nwkt = \"wkt\"\n");
  expect(project, 3, {"targets.csv:2: feature 'T1': the polygon is not valid", "501050 3501050"});
}

BOOST_AUTO_TEST_CASE(a_truncated_raster) {
  const TinyProject project;
  project.write("population.tif", TinyProject::population());
  project.write("project.toml",
                project.read("project.toml") + "[population]\nraster = \"population.tif\"\nunit = \"per_cell\"\n");
  BOOST_TEST(project.run({"map", "project.toml", "-o", "whole", "--quiet"}).exit_code == 0);
  project.write("population.tif", TinyProject::population().substr(0, TinyProject::population().size() / 2));
  expect(project, 3, {"population.tif: the raster is damaged"}, {"population.tif"});
}

BOOST_AUTO_TEST_CASE(frequencies_of_the_wind_that_do_not_sum_to_one) {
  const TinyProject project;
  project.replace("wind_rose.csv", "0,D,3.0,0.25", "0,D,3.0,0.75");
  expect(project, 3, {"wind_rose.csv", "1.5"});
}

BOOST_AUTO_TEST_CASE(distances_and_review_without_targets_or_proposals) {
  const TinyProject project;
  const std::string text = project.read("project.toml");
  project.write("project.toml", text.substr(0, text.find("[targets]")));
  const CliRun distances = project.run({"distances", "project.toml", "-o", "out"});
  BOOST_TEST(distances.exit_code == 2);
  BOOST_TEST(holds(distances.err, "[targets]"));
  const CliRun review = project.run({"review", "project.toml", "--proposals", "nothing.geojson", "-o", "out"});
  BOOST_TEST(review.exit_code == 3);
  BOOST_TEST(holds(review.err, "nothing.geojson"));
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
}
