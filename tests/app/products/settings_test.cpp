// No setting is taken and then not heeded: every key, changed, changes something besides its own echo.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

using Words = std::vector<std::string>;

/// What a run answers, without the configuration that it repeats.
std::map<std::string, std::string> answers(const TinyProject& project, const std::string& out) {
  std::map<std::string, std::string> kept;
  for (auto& [name, content] : contents_of(project.path(out))) {
    if (name.ends_with(".json") || name.ends_with(".geojson")) {
      auto json = nlohmann::json::parse(content);
      if (json.is_object()) json.erase("sise");
      if (name != "manifest.json") kept[name] = json.dump();
    } else if (name.ends_with(".csv") || name.ends_with(".qml")) {
      kept[name] = content;
    }
  }
  return kept;
}

struct Setting {
  std::string key;
  std::string value;
};

void check_each(TinyProject& project, const Words& command, const Words& base, const std::vector<Setting>& settings) {
  const auto run = [&](const std::string& out, const Words& more) {
    Words words = command;
    words.insert(words.end(), {"-o", out, "--overwrite", "--quiet"});
    for (const Words* list : {&base, &more}) {
      for (const std::string& set : *list) words.insert(words.end(), {"--set", set});
    }
    const CliRun result = project.run(words);
    BOOST_TEST((result.exit_code == 0 || result.exit_code == 5), words.back() << ": " << result.err);
    return answers(project, out);
  };
  const auto plain = run("plain", {});
  BOOST_REQUIRE(!plain.empty());
  for (const Setting& setting : settings) {
    const std::string text = setting.key + "=" + setting.value;
    BOOST_TEST((run("changed", {text}) != plain), text << " changes nothing");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(settings)

// A passive plume's wind follows a power law without roughness; a cloud heavier than air feels the ground.
BOOST_AUTO_TEST_CASE(the_ground_is_heeded_by_clouds_that_lie_on_it) {
  TinyProject project;
  check_each(project, {"map", "project.toml"}, {"grid.cell_m=200.0", "model.dispersion=dense_gas"},
             {{"weather.roughness_m", "0.5"}});
  check_each(project, {"zones", "incident.toml"}, {"grid.cell_m=50.0", "model.dispersion=dense_gas"},
             {{"weather.roughness_m", "0.5"}});
}

// At 10 m both mean the same; a cloud heavier than air finds its own speed.
BOOST_AUTO_TEST_CASE(the_transport_wind_is_heeded_where_the_mast_is_lower) {
  TinyProject project;
  check_each(project, {"map", "project.toml"},
             {"grid.cell_m=200.0", "weather.wind_height_m=3.0", "model.dispersion=passive"},
             {{"model.transport_wind", "as_given"}});
}

BOOST_AUTO_TEST_CASE(every_key_of_a_project_is_heeded_by_its_map) {
  TinyProject project;
  project.write("people.tif", TinyProject::population());
  check_each(project, {"map", "project.toml"},
             {"grid.cell_m=200.0", "population.raster=people.tif", "population.unit=per_cell"},
             {{"title", "\"Other\""},
              {"grid.cell_m", "250.0"},
              {"grid.bounds", "[500000.0, 3500000.0, 503000.0, 3504000.0]"},
              {"grid.margin_m", "400.0"},
              {"weather.wind_height_m", "20.0"},
              {"weather.mixing_height_m", "20.0"},
              {"model.sigma", "briggs_urban"},
              {"model.receptor_height_m", "6.0"},
              {"model.averaging_time_s", "3600.0"},
              {"model.blast_curve", "sadovsky"},
              {"harm.min_probability", "0.3"},
              {"criteria.facilities", "new"},
              {"criteria.incomplete_radius_m", "5000.0"},
              {"criteria.palette", "colour_blind"},
              {"population.unit", "per_km2"},
              {"population.indoor_day", "0.5"},
              {"population.indoor_night", "0.5"},
              {"population.day_fraction", "0.7"}});
}

BOOST_AUTO_TEST_CASE(every_key_of_an_incident_is_heeded_by_its_zones) {
  TinyProject project;
  project.write("people.tif", TinyProject::population());
  check_each(project, {"zones", "incident.toml"},
             {"grid.cell_m=50.0", "population.raster=people.tif", "population.unit=per_cell"},
             {{"title", "\"Other\""},
              {"palette", "colour_blind"},
              {"source.x", "502100.0"},
              {"source.y", "3502100.0"},
              {"source.substance", "ammonia"},
              {"source.rate_kg_s", "0.4"},
              {"source.duration_s", "300.0"},
              {"source.height_m", "15.0"},
              {"weather.wind_from_deg", "200.0"},
              {"weather.wind_from_uncertainty_deg", "20.0"},
              {"weather.wind_speed_m_s", "5.0"},
              {"weather.stability", "F"},
              {"weather.temperature_K", "310.0"},
              {"weather.pressure_Pa", "80000.0"},
              {"weather.wind_height_m", "20.0"},
              {"weather.mixing_height_m", "30.0"},
              {"endpoints.set", "erpg"},
              {"endpoints.exposure_min", "10.0"},
              {"shelter.air_changes_per_hour", "5.0"},
              {"grid.cell_m", "60.0"},
              {"model.sigma", "briggs_urban"},
              {"model.transport_wind", "as_given"},
              {"model.receptor_height_m", "6.0"},
              {"population.indoor_day", "0.5"},
              {"population.indoor_night", "0.5"}});
}

BOOST_AUTO_TEST_CASE(day_and_night_of_a_rose_say_how_much_of_the_time_is_day) {
  TinyProject project;
  project.write("people.tif", TinyProject::population());
  project.replace("wind_rose.csv", "frequency\n", "frequency,period\n");
  project.replace("wind_rose.csv", "0.25\n", "0.25,day\n");
  project.replace("wind_rose.csv", "0.3\n", "0.3,day\n");
  project.replace("wind_rose.csv", "0.2\n", "0.2,night\n");
  const Words words{"map",
                    "project.toml",
                    "--quiet",
                    "--set",
                    "grid.cell_m=200.0",
                    "--set",
                    "population.raster=people.tif",
                    "--set",
                    "population.unit=per_cell",
                    "-o",
                    "out"};
  BOOST_REQUIRE(project.run(words).exit_code == 0);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["population"]["day_fraction"].get<double>() == 0.8, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(a_flag_that_a_command_cannot_heed_is_refused) {
  TinyProject project;
  for (const Words& words :
       {Words{"models", "--set", "a=1"}, Words{"--max-cells", "5", "rules"}, Words{"substances", "--overwrite"},
        Words{"validate", "project.toml", "--max-memory", "1G"}}) {
    const CliRun run = project.run(words);
    BOOST_TEST(run.exit_code == 2, words.front());
    BOOST_TEST(holds(run.err, "does nothing"), run.err);
  }
}

BOOST_AUTO_TEST_CASE(max_cells_bounds_every_run_and_a_stray_vertex_is_refused_before) {
  TinyProject project;
  BOOST_TEST(project.run({"distances", "project.toml", "-o", "d", "--max-cells", "1"}).exit_code == 6);
  BOOST_TEST(project.run({"review", "project.toml", "--proposals", "proposals.geojson", "-o", "r", "--max-cells", "1"})
                 .exit_code == 6);
  project.write("stray.geojson", R"({"type": "FeatureCollection", "features": [{"type": "Feature",
"properties": {"id": "P1", "kind": "development", "class": "general_1"}, "geometry": {"type": "Polygon", "coordinates":
[[[120.0113, 31.6315], [120.0213, 31.6315], [0.0, 31.6400], [120.0113, 31.6315]]]}}]})");
  const CliRun run = project.run({"review", "project.toml", "--proposals", "stray.geojson", "-o", "r"});
  // Refused, or named among those that cannot be decided: in either case before it is walked.
  BOOST_TEST((run.exit_code == 3 || run.exit_code == 5), run.err);
  BOOST_TEST(holds(run.err, "P1"), run.err);
}

BOOST_AUTO_TEST_SUITE_END()
