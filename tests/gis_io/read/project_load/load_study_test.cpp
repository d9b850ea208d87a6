// From a project file to a Study: whole, in SI, on the grid; or every problem at once.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "core/geometry/operations.hpp"
#include "tests/gis_io/read/project_load/little_project.hpp"

using namespace sise;
using namespace sise::testing;

namespace {

const std::string kBinjiang = std::string(SISE_SOURCE_DIR) + "/examples/binjiang/";

MadeLayer area_layer(const std::string& shape, int epsg = 4549) {
  MadeLayer layer;
  layer.epsg = epsg;
  layer.features = {{{}, shape}};
  return layer;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(loading)

BOOST_AUTO_TEST_CASE(a_little_project) {
  const LittleProject p;
  const Study study = p.load();
  BOOST_TEST(study.units.size() == 2U);
  BOOST_TEST(study.scenarios.size() == 2U);
  BOOST_TEST(study.scenarios.front().substance == "chlorine");
  BOOST_TEST(study.targets.size() == 1U);
  BOOST_TEST(study.rose.rows.size() == 1U);
  BOOST_TEST(study.grid.columns == 20);
  BOOST_TEST(study.grid.rows == 20);
  BOOST_TEST(study.grid.crs == "EPSG:4549");
  BOOST_TEST(!study.area.has_value());
  BOOST_TEST(study.notes.empty(), all_of(study.notes));
}

BOOST_AUTO_TEST_CASE(the_bundled_district) {
  const ProjectConfig config = parse_project(kBinjiang + "project.toml");
  const Study study = load_study(config, GenerateScenarios::no);
  BOOST_TEST(study.units.size() == 60U);
  BOOST_TEST(study.scenarios.size() == 10U);
  BOOST_TEST(study.targets.size() == 300U);
  BOOST_TEST(study.rose.rows.size() == 96U);
  BOOST_TEST(study.boundaries.size() == 25U);
  BOOST_REQUIRE(study.area.has_value());
  BOOST_TEST(area_m2(*study.area) == 500e6, boost::test_tools::tolerance(0.05));
  double people = 0.0;
  for (const PopulationPatch& patch : study.population->patches) people += patch.people_day;
  BOOST_TEST(people == 700e3, boost::test_tools::tolerance(0.05));
  for (const Unit& unit : study.units) {
    BOOST_TEST(!unit.geometry.polygons.empty(), unit.id);
    BOOST_TEST((unit.kind != UnitKind::unspecified), unit.kind_text);
  }
  for (const Diagnostic& d : study.notes)
    BOOST_TEST((d.severity == Diagnostic::Severity::note), render(d, Language::en));
  BOOST_TEST(input_files(config).size() == 14U);
}

BOOST_AUTO_TEST_CASE(widening_to_whole_cells_is_told) {
  LittleProject p;
  p.grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\nmargin_m = 30.0\nbounds = [499000, 3540000, 501000, 3542000]\n";
  const Study study = p.load();
  BOOST_TEST(study.grid.columns == 22);
  BOOST_TEST(with_code(study.notes, "grid_widened").message.en.find("70 / 70 / 70 / 70 m") != std::string::npos,
             all_of(study.notes));
}

BOOST_AUTO_TEST_CASE(an_area_in_degrees_makes_the_grid_and_bounds_the_statistics) {
  LittleProject p;
  p.grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\narea = \"area.gpkg\"\n";
  make_source(p.folder / "area.gpkg",
              area_layer("POLYGON ((119.99 32.0, 120.01 32.0, 120.01 32.01, 119.99 32.01, 119.99 32.0))", 4490));
  const Study study = p.load();
  // 0.02 degrees at 32 degrees north are 1.89 km.
  BOOST_TEST(study.grid.columns == 20);
  BOOST_TEST(area_m2(*study.area) == 1890.0 * 1109.0, boost::test_tools::tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(areas_that_are_none) {
  LittleProject p;
  p.grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\narea = \"area.gpkg\"\n";
  make_source(p.folder / "area.gpkg", area_layer("POINT (500000 3541000)"));
  BOOST_TEST(has_code(p.refused<InputError>(), "not_a_polygon"));
}

BOOST_AUTO_TEST_CASE(grids_that_cannot_be) {
  LittleProject p;
  p.grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\nbounds = [119.9, 31.9, 120.1, 32.1]\n";
  BOOST_TEST(has_code(p.refused<ConfigError>(), "degrees_for_metres"));
  p.grid = "crs = \"EPSG:4549\"\ncell_m = 100.0\nbounds = [40499000, 3540000, 40501000, 3542000]\n";
  BOOST_TEST(has_code(p.refused<ConfigError>(), "zone_prefix"));
  p.grid = "crs = \"EPSG:4490\"\ncell_m = 100.0\nbounds = [119.9, 31.9, 120.1, 32.1]\n";
  BOOST_TEST(has_code(p.refused<ConfigError>(), "crs_not_projected"));
}

BOOST_AUTO_TEST_CASE(problems_of_all_layers_come_together) {
  LittleProject p;
  p.rose = "from_deg,stability,speed_m_s,frequency\n,D,3,0.9\n";
  p.units = "id,x,y,substance\nU1,500000,3541000,氯\nU1,119.9,31.9,\n";
  p.scenarios = "unit_id,case_id,kind,frequency_per_year,rate_kg_s,tnt_kg\nU7,a,toxic,1e-5,1,\n";
  p.targets = "id,x,y,class\nT1,500500,3541000,四类\n";
  const auto said = p.refused<InputError>();
  for (const char* code : {"rose_sum", "duplicate_id", "degrees_for_metres", "unknown_unit", "unknown_class"}) {
    BOOST_TEST(has_code(said, code), code);
  }
}

BOOST_AUTO_TEST_CASE(an_unknown_encoding_name_is_a_fault_of_the_configuration) {
  LittleProject p;
  p.more = "encoding = \"GKB\"\n";  // belongs to [targets]
  BOOST_TEST(has_code(p.refused<ConfigError>(), "unknown_encoding"));
}

BOOST_AUTO_TEST_CASE(toxic_scenarios_need_a_wind_rose) {
  LittleProject p;
  p.weather = "";
  BOOST_TEST(has_code(p.refused<InputError>(), "missing_wind_rose"));
  p.scenarios = "unit_id,case_id,kind,frequency_per_year,rate_kg_s,tnt_kg\nU2,b,explosion,1e-6,,100\n";
  BOOST_TEST(p.load().scenarios.size() == 1U);
}

// Packs are never mixed: what one has no rule for is refused, once per kind of death.
BOOST_AUTO_TEST_CASE(scenarios_need_a_rule_of_the_harm_pack) {
  LittleProject p;
  p.more = "[harm]\npack = \"lees\"\n";
  const auto said = p.refused<InputError>();
  BOOST_TEST(
      std::count_if(said.begin(), said.end(), [](const Diagnostic& d) { return d.code == "missing_harm_rule"; }) == 2);
  p.more = "[harm]\npack = \"hse\"\n";
  BOOST_TEST(p.load().harm.id == "hse");
}

// HSE's loads of methyl isocyanate are known to SLOT only; the message names what the pack needs.
BOOST_AUTO_TEST_CASE(a_substance_without_the_packs_constants_is_refused) {
  LittleProject p;
  p.units = "id,x,y,substance\nU1,500000,3541000,methyl_isocyanate\nU2,500100,3541000,\n";
  BOOST_TEST(p.load().scenarios.size() == 2U);
  p.more = "[harm]\npack = \"hse\"\n";
  const auto said = p.refused<InputError>();
  BOOST_REQUIRE(has_code(said, "missing_property"));
  BOOST_TEST(said.front().message.en.find("hse_slod_ppm_n_min") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_layer_far_from_the_grid) {
  LittleProject p;
  p.targets = "id,x,y,class\nT1,500500,3841000,important\n";
  BOOST_TEST(has_code(p.refused<InputError>(), "far_from_grid"));
}

BOOST_AUTO_TEST_CASE(the_bundled_incident) {
  const IncidentConfig config = parse_incident(kBinjiang + "incident.toml");
  std::vector<Diagnostic> notes;
  BOOST_TEST(!incident_grid(config, notes).has_value());
  const GridSpec grid = grid_covering({490000.0, 3540000.0, 495000.0, 3545000.0}, 10.0, 0.0, "EPSG:4549");
  const IncidentLayers layers = load_incident_layers(config, grid);
  BOOST_TEST(layers.targets.size() == 300U);
  BOOST_TEST(!layers.population->patches.empty());
  BOOST_TEST(input_files(config).size() == 2U);
}

BOOST_AUTO_TEST_SUITE_END()
