// sise init as people call it: a first project file out of layers that nobody has described.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <regex>

#include "tests/app/cli.hpp"

using namespace sise::test;

namespace {

namespace fs = std::filesystem;

bool init_says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

void replace_line(std::string& text, const std::string& begin, const std::string& line) {
  const std::size_t at = text.find("\n" + begin);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, begin + " is not in\n" + text);
  const std::size_t end = text.find('\n', at + 1);
  text.replace(at + 1, end - at - 1, line);
}

CliRun init(const TemporaryFolder& folder, const std::vector<std::string>& layers) {
  std::vector<std::string> arguments{"init", (folder.path() / "project").string(), "--from"};
  arguments.insert(arguments.end(), layers.begin(), layers.end());
  return run_sise(arguments);
}

const std::string kTanks =
    "编号,名称,企业名称,介质,储量(kg),温度,备注,lng,lat\n"
    "T1,液氯罐,滨江化工,氯,12000,20,a,119.95,31.95\n"
    "T2,液氨罐,滨江化工,氨,30000,-33,b,119.96,31.96\n";

}  // namespace

BOOST_AUTO_TEST_CASE(the_bundled_layers_make_a_project_that_validates_once_its_open_lines_are_filled) {
  const TemporaryFolder folder;
  const fs::path example = fs::path(SISE_SOURCE_DIR) / "examples/binjiang";
  std::vector<std::string> layers;
  for (const char* name : {"district.gpkg", "units.shp", "boundaries.gpkg", "scenarios.xlsx", "targets.gpkg",
                           "population.tif", "wind_rose.csv", "register/townships.gpkg"}) {
    layers.push_back((example / name).string());
  }
  const CliRun run = init(folder, layers);
  BOOST_TEST(run.exit_code == 0, run.err);
  std::string text = folder.read("project/project.toml");
  for (const char* line :
       {"\n[units]\n", "encoding = \"GBK\"", "\nid = \"编号\"", "\nkind = \"类型\"", "\nsubstance = \"物质\"",
        "\ntemperature_C = \"温度\"", "\nenterprise = \"企业\"", "\n[units.boundary]\n", "\n[scenarios]\n",
        "\nunit_id = \"单元编号\"", "\n[targets]\n", "\nclass = \"防护类别\"", "\n[population]\n",
        "\narea = ", "\nwind_rose = ", "\n[areas.townships]\n"}) {
    BOOST_TEST(init_says(text, line), line);
  }
  // What nobody can know from the layers waits.
  replace_line(text, "# inventory_t = \"储量 [?]\"", "inventory_t = \"储量 [kg]\"");
  replace_line(text, "# pressure_gauge_kPa = ", "pressure_gauge_kPa = \"表压\"");
  replace_line(text, "# frequency_per_year = ", "frequency_per_year = \"频率\"");
  replace_line(text, "# rate_kg_s = ", "rate_kg_s = \"速率\"");
  replace_line(text, "# duration_s = ", "duration_s = \"时长\"");
  replace_line(text, "# tnt_kg = ", "tnt_kg = \"TNT当量\"");
  replace_line(text, "# mass_kg = ", "mass_kg = \"质量\"");
  replace_line(text, "# pressure_abs_kPa = ", "pressure_abs_kPa = \"绝压\"");
  replace_line(text, "# unit = ", "unit = \"per_cell\"");
  const std::string file = folder.write("project/project.toml", text);
  const CliRun check = run_sise({"validate", file});
  BOOST_TEST(check.exit_code == 0, check.out + text);
}

BOOST_AUTO_TEST_CASE(every_guess_has_its_reason_and_unsure_ones_are_comments) {
  const TemporaryFolder folder;
  const CliRun run = init(folder, {folder.write("tanks.csv", kTanks)});
  BOOST_TEST(run.exit_code == 0, run.err);
  const std::string text = folder.read("project/project.toml");
  BOOST_TEST(init_says(text, "\nsource = \"../tanks.csv\"\n"));
  BOOST_TEST(init_says(text, "\nid = \"编号\"  # every row has its own / 每行各不相同\n"));
  BOOST_TEST(init_says(text, "\ninventory_t = \"储量(kg) [kg]\"  # its name gives the unit"));
  BOOST_TEST(init_says(text, "\nsubstance = \"介质\"  # all 2 of its values are known"));
  BOOST_TEST(init_says(text, "\nlon = \"lng\""));
  BOOST_TEST(init_says(text, "\n# crs = \"EPSG:4490\""));
  BOOST_TEST(init_says(text, "GCJ-02"));
  BOOST_TEST(init_says(text, "\ncrs = \"EPSG:4549\""));  // of the grid
  BOOST_TEST(text.starts_with("#"));
}

BOOST_AUTO_TEST_CASE(a_column_that_fits_two_ways_or_names_no_unit_is_left_open) {
  const TemporaryFolder folder;
  const CliRun run = init(folder, {folder.write("tanks.csv",
                                                "编号,名称,物料,介质,存量,表压,x,y\n"
                                                "T1,a,氯,氨,12,5,500000,3540000\nT1,b,氨,氯,30,6,500100,3540100\n")});
  BOOST_TEST(run.exit_code == 0, run.err);
  const std::string text = folder.read("project/project.toml");
  BOOST_TEST(init_says(text, "\n# id = \"编号\"  # 1 values for 2 rows"));
  BOOST_TEST(init_says(text, "\n# substance = \"物料\"  # one of several that fit"));
  BOOST_TEST(init_says(text, "\n# substance = \"介质\"  # one of several that fit"));
  BOOST_TEST(init_says(text, "\n# inventory_t = \"存量 [?]\""));
  BOOST_TEST(init_says(text, "\n# pressure_gauge_kPa = \"表压 [?]\""));
  BOOST_TEST(init_says(text, "\n# crs = \"EPSG:?\""));
}

BOOST_AUTO_TEST_CASE(nothing_is_ever_replaced) {
  const TemporaryFolder folder;
  const std::string tanks = folder.write("tanks.csv", kTanks);
  (void)folder.write("project/project.toml", "mine");
  const CliRun run = init(folder, {tanks});
  BOOST_TEST(run.exit_code == 4);
  BOOST_TEST(folder.read("project/project.toml") == "mine");
  BOOST_TEST(run_sise({"init", folder.path().string(), "--overwrite", "--from", tanks}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_dry_run_prints_the_file_and_writes_nothing) {
  const TemporaryFolder folder;
  const CliRun run =
      run_sise({"init", (folder.path() / "new").string(), "--dry-run", "--from", folder.write("tanks.csv", kTanks)});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(init_says(run.out, "[units.fields]"));
  BOOST_TEST(!fs::exists(folder.path() / "new"));
}

BOOST_AUTO_TEST_CASE(a_layer_that_cannot_be_read_is_told_and_the_others_are_used) {
  const TemporaryFolder folder;
  const CliRun run = init(folder, {folder.write("tanks.csv", kTanks), (folder.path() / "missing.gpkg").string()});
  BOOST_TEST(run.exit_code == 5);
  BOOST_TEST(init_says(run.err, "missing.gpkg"));
  BOOST_TEST(init_says(folder.read("project/project.toml"), "tanks.csv"));
  BOOST_TEST(run_sise({"init", (folder.path() / "b").string(), "--from", (folder.path() / "missing.gpkg").string()})
                 .exit_code == 3);
  BOOST_TEST(!fs::exists(folder.path() / "b"));
}

BOOST_AUTO_TEST_CASE(names_with_quotes_and_line_breaks_stay_inside_their_lines) {
  const TemporaryFolder folder;
  const CliRun run =
      init(folder, {folder.write("危险源 \"1\".csv",
                                 "编号,\"名称\"\"x\n# [grid]\",物质,lon,lat\nT\"1,\"a\n]b\",氯,119.95,31.95\n")});
  BOOST_TEST(run.exit_code == 0, run.err);
  const std::string file = (folder.path() / "project/project.toml").string();
  const CliRun check = run_sise({"validate", file});
  BOOST_TEST(!init_says(check.out, "syntax"), check.out);
}

BOOST_AUTO_TEST_CASE(an_outline_that_lies_where_a_web_map_would_put_it_is_told) {
  const TemporaryFolder folder;
  const auto square = [](double x, double y) {
    const auto at = [](double a, double b) { return "[" + std::to_string(a) + "," + std::to_string(b) + "]"; };
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},"geometry":{"type":"Polygon","coordinates":[[)" +
           at(x, y) + "," + at(x + 0.05, y) + "," + at(x + 0.05, y + 0.05) + "," + at(x, y + 0.05) + "," + at(x, y) +
           "]]}}]}";
  };
  // At 120 E, 31.9 N GCJ-02 lies 0.0046 degrees east and 0.0022 south of WGS 84 (the inverse is tested with the shift itself).
  const std::string plain = folder.write("district.geojson", square(119.95, 31.85));
  const std::string moved = folder.write("parks.geojson", square(119.95 + 0.00470, 31.85 - 0.00213));
  const CliRun run = init(folder, {plain, moved});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(init_says(run.err, "GCJ-02"), run.err);
}
