// [areas]: sums of the map and of major hazards over boundary sets, to the cell.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

/// West and east of x = 502013, which is no edge of a cell.
const char* const kHalves = R"csv(id,name,wkt
W,西镇,"POLYGON((500000 3500000,502013 3500000,502013 3504000,500000 3504000,500000 3500000))"
E,东镇,"POLYGON((502013 3500000,504000 3500000,504000 3504000,502013 3504000,502013 3500000))"
)csv";

/// Two strips of a kilometre that share 100 m; the rest belongs to none.
const char* const kOverlapping = R"csv(id,name,wkt
A,甲镇,"POLYGON((500000 3500000,501000 3500000,501000 3504000,500000 3504000,500000 3500000))"
B,乙镇,"POLYGON((500900 3500000,502000 3500000,502000 3504000,500900 3504000,500900 3500000))"
)csv";

void add_areas(const TinyProject& project, const std::string& csv) {
  project.write("towns.csv", csv);
  project.replace(
      "project.toml", "[targets]",
      "[areas.towns]\nsource = \"towns.csv\"\nwkt = \"wkt\"\ncrs = \"EPSG:4549\"\ntitle = \"乡镇\"\n[targets]");
}

nlohmann::json rows_of(const TinyProject& project, const std::string& file) {
  nlohmann::json rows = nlohmann::json::array();
  const nlohmann::json layer = nlohmann::json::parse(project.read(file));
  for (const auto& feature : layer["features"]) rows.push_back(feature["properties"]);
  return rows;
}

double sum_of(const nlohmann::json& rows, const std::string& field) {
  double sum = 0.0;
  for (const auto& row : rows) sum += row[field].is_null() ? 0.0 : row[field].get<double>();
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_areas_of_a_set_make_up_the_map) {
  const TinyProject project;
  add_areas(project, kHalves);
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  check_manifest(project.path("out"), project.path("project.toml").parent_path());
  const auto rows = rows_of(project, "out/areas.geojson");
  BOOST_REQUIRE(rows.size() == 2U);  // nothing is left out
  BOOST_TEST(rows[0]["area_name"] == "西镇");
  BOOST_TEST(sum_of(rows, "area_km2") == 16.0, boost::test_tools::tolerance(1e-12));
  const auto classes = nlohmann::json::parse(project.read("out/summary.json"))["classes"];
  for (const char* colour : {"red", "orange", "yellow", "blue", "no_answer"}) {
    BOOST_TEST(sum_of(rows, std::string(colour) + "_km2") == classes[colour]["area_m2"].get<double>() * 1e-6,
               boost::test_tools::tolerance(1e-9));
  }
  BOOST_TEST(sum_of(rows, "enterprises") == 4.0);
  BOOST_TEST(holds(project.read("out/areas.csv"), "西镇"));
}

BOOST_AUTO_TEST_CASE(overlaps_are_named_and_gaps_are_a_row) {
  const TinyProject project;
  add_areas(project, kOverlapping);
  const CliRun run = project.run({"map", "project.toml", "-o", "out"});
  BOOST_REQUIRE(run.exit_code == 5);
  BOOST_TEST(holds(run.err, "甲镇 / 乙镇 (400000 m²)"));
  BOOST_TEST(holds(run.err, "8000000 m²"));
  const auto rows = rows_of(project, "out/areas.geojson");
  BOOST_REQUIRE(rows.size() == 3U);
  BOOST_TEST(rows[2]["area_km2"].get<double>() == 8.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sum_of(rows, "area_km2") == 16.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(holds(project.read("out/manifest.json"), "areas.towns"));
}

BOOST_AUTO_TEST_CASE(two_areas_of_one_id_are_refused_before_anything_is_written) {
  const TinyProject project;
  std::string csv = kHalves;
  csv.replace(csv.find("E,东镇"), 1, "W");
  add_areas(project, csv);
  const CliRun run = project.run({"map", "project.toml", "-o", "out"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.err, "'W'"));
  BOOST_TEST(names_in(project.path("out")).empty());
}

BOOST_AUTO_TEST_CASE(major_hazards_are_counted_by_area) {
  const TinyProject project;
  add_areas(project, kHalves);
  const CliRun run = project.run({"hazards", "project.toml", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  const auto rows = rows_of(project, "out/areas.geojson");
  BOOST_REQUIRE(rows.size() == 2U);
  double units = 0.0;
  for (const char* count : {"level_1", "level_2", "level_3", "level_4", "none", "level_unknown"})
    units += sum_of(rows, count);
  BOOST_TEST(units == 4.0);
}

BOOST_AUTO_TEST_CASE(the_one_map_has_the_areas_and_their_sectors) {
  const TinyProject project;
  add_areas(project, kHalves);
  const CliRun run = project.run({"onemap", "project.toml", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  BOOST_TEST(names_in(project.path("out")).contains("areas.png"));
  BOOST_TEST(holds(project.read("out/onemap.qgs"), "layername=areas_towns"));
  BOOST_TEST(holds(project.read("out/onemap.qgs"), "layername=sector_areas|subset="));
}

BOOST_AUTO_TEST_CASE(the_same_bytes_with_any_number_of_threads) {
  const TinyProject project;
  add_areas(project, kHalves);
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "one", "--threads", "1", "--quiet"}).exit_code == 0);
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "seven", "--threads", "7", "--quiet"}).exit_code == 0);
  BOOST_TEST(project.read("one/areas.geojson") == project.read("seven/areas.geojson"));
  BOOST_TEST(project.read("one/areas.csv") == project.read("seven/areas.csv"));
}
