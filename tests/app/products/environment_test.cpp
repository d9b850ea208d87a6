// What stands in the environment and in configuration files of the user's changes no byte; nothing goes over the network.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::map<std::string, std::string> kSettings{{"GDAL_PAM_ENABLED", "NO"},
                                                   {"CPL_DEBUG", "ON"},
                                                   {"PROJ_DEBUG", "3"},
                                                   {"GDAL_SKIP", "GTiff,GeoJSON,GPKG,COG"},
                                                   {"OGR_SKIP", "GeoJSON"},
                                                   {"GDAL_DRIVER_PATH", "/tmp"},
                                                   {"GDAL_DATA", "/nonexistent"},
                                                   {"GTIFF_WRITE_TOWGS84", "NO"},
                                                   {"GDAL_TIFF_INTERNAL_MASK", "YES"},
                                                   {"GDAL_TIFF_OVR_BLOCKSIZE", "64"},
                                                   {"GDAL_NUM_THREADS", "7"},
                                                   {"OSR_USE_NON_DEPRECATED", "NO"},
                                                   {"OGR_CT_FORCE_TRADITIONAL_GIS_ORDER", "NO"},
                                                   {"PROJ_NETWORK", "ON"},
                                                   {"SHAPE_ENCODING", "CP1252"},
                                                   {"COMPRESS_OVERVIEW", "JPEG"},
                                                   {"GEOTIFF_CSV", "/nonexistent"}};

std::map<std::string, std::string> map_outputs(TinyProject& project, const std::string& out,
                                               const CliOptions& options) {
  const CliRun run = project.run({"map", "project.toml", "-o", out, "--quiet"}, options);
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.err.empty(), run.err);
  return contents_of(project.path(out));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(environment)

BOOST_AUTO_TEST_CASE(settings_of_the_libraries_change_nothing) {
  TinyProject project;
  const auto plain = map_outputs(project, "plain", {});
  // Beside variables: a configuration file in the home folder, and databases of PROJ that are none.
  project.write("home/.gdal/gdalrc", "[configoptions]\nGDAL_PAM_ENABLED=NO\nGDAL_SKIP=GTiff\nCPL_DEBUG=ON\n");
  project.write("home/.local/share/proj/proj.db", "not a database");
  project.write("proj/proj.db", "not a database");
  CliOptions options;
  options.environment = kSettings;
  options.environment["HOME"] = project.path("home").string();
  options.environment["PROJ_LIB"] = project.path("proj").string();
  options.environment["PROJ_DATA"] = project.path("proj").string();
  options.environment["XDG_DATA_HOME"] = project.path("home/.local/share").string();
  options.environment["GDAL_CONFIG_FILE"] = project.path("home/.gdal/gdalrc").string();
  BOOST_TEST((map_outputs(project, "set", options) == plain));
  options.environment.erase("GDAL_CONFIG_FILE");
  BOOST_TEST((map_outputs(project, "home_only", options) == plain));
}

BOOST_AUTO_TEST_CASE(no_run_opens_a_socket) {
  TinyProject project;
  CliOptions options;
  options.forbid_network = true;
  for (const std::vector<std::string>& words :
       {std::vector<std::string>{"map", "project.toml", "-o", "m"},
        {"distances", "project.toml", "-o", "d"},
        {"review", "project.toml", "--proposals", "proposals.geojson", "-o", "r"},
        {"zones", "incident.toml", "-o", "z"},
        {"validate", "project.toml"}}) {
    BOOST_TEST(project.run(words, options).exit_code == 0, words.front());
  }
}

BOOST_AUTO_TEST_CASE(layers_that_point_to_the_network_are_refused_without_asking_it) {
  TinyProject project;
  CliOptions options;
  options.forbid_network = true;
  const std::string wfs = "<OGRWFSDataSource><URL>http://127.0.0.1:9/wfs</URL></OGRWFSDataSource>";
  project.write("service.geojson", wfs);
  BOOST_TEST(project.run({"review", "project.toml", "--proposals", "service.geojson", "-o", "r"}, options).exit_code ==
             3);
  for (const char* source :
       {"service.geojson", "http://127.0.0.1:9/a.geojson", "WFS:http://127.0.0.1:9/wfs",
        "/vsicurl/http://127.0.0.1:9/a.geojson", "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/a.shp"}) {
    const CliRun run =
        project.run({"map", "project.toml", "-o", "m", "--set", std::string("units.source=") + source}, options);
    BOOST_TEST((run.exit_code == 2 || run.exit_code == 3), source << ": " << run.exit_code << " " << run.err);
    BOOST_TEST(holds(run.err, "[trust]"), run.err);
  }
}

BOOST_AUTO_TEST_CASE(the_watch_itself_sees_a_socket) {
  TinyProject project;
  CliOptions options;
  options.forbid_network = true;
  const CliRun run = project.run({"map", "project.toml", "-o", "m", "--set", "units.source=WFS:http://127.0.0.1:9/wfs",
                                  "--set", "trust.drivers=[\"WFS\"]"},
                                 options);
  BOOST_TEST(run.exit_code == 128 + 31, run.exit_code << " " << run.err);  // SIGSYS
}

BOOST_AUTO_TEST_SUITE_END()
