// sise map: what it writes, and that it writes the same bytes wherever and with however many threads it runs.
#include <gdal_priv.h>

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdio>
#include <memory>
#include <vector>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::set<std::string> kFiles{
    "risk.tif",         "risk.qml",     "classes.tif",  "classes.tif.aux.xml", "classes.qml",       "classes.geojson",
    "contours.geojson", "contours.qml", "rules.tif",    "rules.qml",           "rules.tif.aux.xml", "units.geojson",
    "units.qml",        "preview.png",  "summary.json", "manifest.json",       "index.html"};

struct CloseDataset {
  void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, CloseDataset>;

Dataset open_raster(const std::filesystem::path& file) {
  GDALAllRegister();
  Dataset dataset(GDALDataset::Open(file.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY));
  BOOST_REQUIRE(dataset != nullptr);
  return dataset;
}

std::vector<float> band_of(const Dataset& dataset, int band) {
  const int columns = dataset->GetRasterXSize();
  const int rows = dataset->GetRasterYSize();
  std::vector<float> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  BOOST_REQUIRE(dataset->GetRasterBand(band)->RasterIO(GF_Read, 0, 0, columns, rows, values.data(), columns, rows,
                                                       GDT_Float32, 0, 0, nullptr) == CE_None);
  return values;
}

// GB 36894-2018, existing facilities: the limits of the colours, worst first.
constexpr std::array<double, 3> kLimits{3e-5, 1e-5, 3e-6};

int colour_of(double risk) {
  int code = 1;
  for (const double limit : kLimits) {
    if (risk > limit) return code;
    ++code;
  }
  return code;
}

/// A Float32 this near to a limit does not tell on which side its double stood.
bool near_a_limit(double risk) {
  return std::any_of(kLimits.begin(), kLimits.end(), [&](double limit) { return std::abs(risk / limit - 1.0) < 1e-6; });
}

/// Colours of the risk in the cell and its eight neighbours.
std::set<int> colours_around(const std::vector<float>& risk, std::size_t cell, std::int64_t columns) {
  const auto row = static_cast<std::int64_t>(cell) / columns;
  const auto column = static_cast<std::int64_t>(cell) % columns;
  std::set<int> colours;
  for (std::int64_t r = std::max<std::int64_t>(row - 1, 0); r <= std::min(row + 1, columns - 1); ++r) {
    for (std::int64_t c = std::max<std::int64_t>(column - 1, 0); c <= std::min(column + 1, columns - 1); ++c) {
      colours.insert(colour_of(risk[static_cast<std::size_t>(r * columns + c)]));
    }
  }
  return colours;
}

/// Where the risk is so uneven, along the axes of the wind, that a cell may hold more than any centre around it.
bool beside_the_tank(std::size_t cell, std::int64_t columns) {
  const std::int64_t row = static_cast<std::int64_t>(cell) / columns - 60;
  const std::int64_t column = static_cast<std::int64_t>(cell) % columns - 20;
  return std::abs(row) <= 3 && std::abs(column) <= 3;
}

double area_sum(const nlohmann::json& collection) {
  double sum = 0.0;
  for (const nlohmann::json& feature : collection["features"]) sum += feature["properties"]["area_m2"].get<double>();
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_map_is_written_whole_and_silently) {
  const TinyProject project;
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  BOOST_TEST(names_in(project.path("out")) == kFiles, boost::test_tools::per_element());
  check_manifest(project.path("out"), project.path("."));
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
}

BOOST_AUTO_TEST_CASE(colours_follow_from_the_risk) {
  const TinyProject project;
  project.keep_chlorine_only();
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const Dataset risk_file = open_raster(project.path("out/risk.tif"));
  const Dataset class_file = open_raster(project.path("out/classes.tif"));
  BOOST_TEST(risk_file->GetRasterXSize() == 80);
  const Dataset rule_file = open_raster(project.path("out/rules.tif"));
  for (const Dataset* file : {&class_file, &rule_file}) {
    BOOST_TEST((*file)->GetRasterCount() == 1);
    BOOST_TEST(((*file)->GetRasterBand(1)->GetColorTable() != nullptr));
  }
  BOOST_TEST(class_file->GetRasterBand(1)->GetNoDataValue() == 255.0);
  const std::vector<float> risk = band_of(risk_file, 1);
  const std::vector<float> codes = band_of(class_file, 1);
  const std::vector<float> rules = band_of(rule_file, 1);
  std::set<int> seen;
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < risk.size(); ++i) {
    if (near_a_limit(risk[i])) continue;
    const int code = colour_of(risk[i]);
    const int got = static_cast<int>(codes[i]);
    seen.insert(got);
    if (beside_the_tank(i, 80)) continue;
    // A cell takes the worst colour that touches it: better than its own value's never, worse only at a border.
    const std::set<int> around = colours_around(risk, i, 80);
    if (got > code || got < *around.begin() || static_cast<int>(rules[i]) != 1) ++wrong;
    if (around.size() == 1 && got != code) ++wrong;
  }
  BOOST_TEST(wrong == 0U);
  BOOST_TEST(seen == (std::set<int>{1, 2, 3, 4}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(outside_the_district_is_not_no_answer) {
  const TinyProject project;
  project.replace("project.toml", "bounds = [500000.0, 3500000.0, 504000.0, 3504000.0]",
                  "bounds = [501000.0, 3501000.0, 503000.0, 3503000.0]\nmargin_m = 500.0");
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const std::vector<float> codes = band_of(open_raster(project.path("out/classes.tif")), 1);
  const std::vector<float> rules = band_of(open_raster(project.path("out/rules.tif")), 1);
  const std::vector<float> risk = band_of(open_raster(project.path("out/risk.tif")), 1);
  std::size_t outside = 0;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (codes[i] == 255.0F) ++outside;
    BOOST_TEST((codes[i] == 255.0F) == (rules[i] == 0.0F));
    BOOST_TEST((codes[i] == 0.0F) == (rules[i] == 3.0F));
  }
  BOOST_TEST(outside == 60U * 60U - 40U * 40U);
  BOOST_TEST(std::count_if(risk.begin(), risk.end(), [](float r) { return std::isnan(r); }) < 100);
  // Summary, GeoJSON and terminal speak of the same ground.
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  double sum = 0.0;
  for (const auto& [id, totals] : summary["classes"].items()) sum += totals["area_m2"].get<double>();
  BOOST_TEST(sum == 4e6);
  BOOST_TEST(area_sum(check_rfc7946(project.path("out/classes.geojson"))) == 4e6);
}

BOOST_AUTO_TEST_CASE(the_terminal_tells_the_area_without_an_answer) {
  const TinyProject project;
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--lang", "en"});
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  const double km2 = summary["classes"]["no_answer"]["area_m2"].get<double>() * 1e-6;
  BOOST_TEST(km2 > 1.0);
  char text[64];
  std::snprintf(text, sizeof(text), "no answer: data incomplete: %.2f km2", km2);
  BOOST_TEST(holds(run.err, text), run.err);
}

BOOST_AUTO_TEST_CASE(areas_of_the_colours_add_up_to_the_grid) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  BOOST_TEST(area_sum(check_rfc7946(project.path("out/classes.geojson"))) == 16e6, boost::test_tools::tolerance(1e-12));
  const nlohmann::json contours = check_rfc7946(project.path("out/contours.geojson"));
  std::map<double, double> areas;
  for (const nlohmann::json& feature : contours["features"]) {
    areas[feature["properties"]["level_per_year"]] = feature["properties"]["area_m2"];
  }
  BOOST_TEST(areas.size() > 3U);
  BOOST_TEST(
      std::is_sorted(areas.rbegin(), areas.rend(), [](const auto& a, const auto& b) { return a.second < b.second; }));
}

BOOST_AUTO_TEST_CASE(units_tell_their_level_and_what_they_lack) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const nlohmann::json units = check_rfc7946(project.path("out/units.geojson"))["features"];
  BOOST_REQUIRE(units.size() == 4U);
  BOOST_TEST(units[0]["properties"]["id"] == "U1");
  BOOST_TEST(units[0]["properties"]["level"] == 1);
  BOOST_TEST(units[0]["properties"]["main_contributor"] == "U1");
  BOOST_TEST(units[3]["properties"]["computed"] == false);
  BOOST_TEST(units[3]["properties"]["missing"] == nlohmann::json::array({"kind"}));
  for (const char* key : {"risk_per_year", "own_share", "main_contributor", "main_share", "level"}) {
    BOOST_TEST(units[3]["properties"][key].is_null(), key);
  }
}

BOOST_AUTO_TEST_CASE(bytes_do_not_depend_on_threads_or_on_the_folder) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "one", "--threads", "1", "--quiet"}).exit_code == 0);
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "two", "--threads", "2", "--quiet"}).exit_code == 0);
  const std::string elsewhere = project.path("deep/er/seven").string();
  BOOST_REQUIRE(project.run({"map", "./project.toml", "-o", elsewhere, "--threads", "7", "--quiet"}).exit_code == 0);
  const auto one = contents_of(project.path("one"));
  BOOST_TEST(one.size() == kFiles.size());
  BOOST_TEST((one == contents_of(project.path("two"))));
  BOOST_TEST((one == contents_of(elsewhere)));
}

BOOST_AUTO_TEST_CASE(units_whose_zones_are_smaller_than_a_cell_are_named_with_the_cell_that_shows_them) {
  const TinyProject project;
  project.replace("project.toml", "cell_m = 50.0", "cell_m = 500.0");
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--lang", "en"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  const nlohmann::json small = nlohmann::json::parse(project.read("out/summary.json"))["zones_smaller_than_cell"];
  BOOST_REQUIRE(small.size() == 2U);  // the tank's red and the store's
  BOOST_TEST(small[1]["unit"] == "U2");
  BOOST_TEST(small[1]["class"] == "red");
  // 9 kPa of one tonne of TNT reaches 159 m: cells of 200 m always have a centre in it.
  BOOST_TEST(std::abs(small[1]["radius_m"].get<double>() - 158.7) < 3.0);
  BOOST_TEST(small[1]["cell_m"] == 200.0);
  BOOST_TEST(holds(run.err, "U2 (200 m)"), run.err);
  BOOST_TEST(holds(run.err, "[zone_smaller_than_cell]"), run.err);
  const nlohmann::json fine = [&] {
    project.replace("project.toml", "cell_m = 500.0", "cell_m = 50.0");
    (void)project.run({"map", "project.toml", "-o", "out", "--overwrite", "--quiet"});
    return nlohmann::json::parse(project.read("out/summary.json"))["zones_smaller_than_cell"];
  }();
  for (const nlohmann::json& zone : fine) BOOST_TEST(zone["unit"] != "U2");
}

BOOST_AUTO_TEST_CASE(people_without_a_source_are_unknown_and_not_none) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  for (const char* file : {"out/classes.geojson", "out/contours.geojson"}) {
    const nlohmann::json layer = check_rfc7946(project.path(file));
    for (const nlohmann::json& feature : layer["features"]) {
      BOOST_TEST(feature["properties"]["people"].is_null());
    }
  }
  BOOST_TEST(nlohmann::json::parse(project.read("out/summary.json"))["classes"]["red"]["people"].is_null());
}
