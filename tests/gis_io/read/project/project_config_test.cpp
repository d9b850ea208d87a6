#include "gis_io/read/project/project_config.hpp"

#include <nlohmann/json.hpp>

#include "tests/gis_io/read/project/support.hpp"

using namespace sise;

namespace {

const std::string kFullProject = R"(title = "Binjiang district"
[grid]
crs = "EPSG:4549"
cell_m = 10.0
area = "district.gpkg"
margin_m = 500.0
[weather]
wind_rose = "wind_rose.csv"
wind_height_m = 12.0
temperature_K = 289.15
pressure_Pa = 101000.0
roughness_m = 0.5
mixing_height_m = 800.0
[units]
source = "enterprises.gpkg"
layer = "units"
encoding = "GBK"
boundary = {source = "enterprises.gpkg", layer = "boundaries", fields = {enterprise = "企业"}}
[units.fields]
id = "编号"
substance = "物质"
inventory_t = "储量 [kg]"
[scenarios]
source = "scenarios.csv"
[targets]
source = "targets.gpkg"
crs = "EPSG:4490"
fields = {class = "类别"}
[population]
raster = "people.tif"
unit = "per_km2"
indoor_day = 0.9
indoor_night = 0.95
day_fraction = 0.5
[model]
sigma = "gbt13201"
transport_wind = "profile"
receptor_height_m = 1.5
averaging_time_s = 1800
blast_curve = "sadovsky"
[harm]
pack = "aqt3046-2013"
min_probability = 0.01
[criteria]
rule_pack = "gb36894-2018"
facilities = "new"
incomplete_radius_m = 2000
cumulative = "veto"
palette = "colour_blind"
[rules]
confirmed = [{id = "gbt37243.overpressure", by = "Bureau", date = 2026-11-21}, {id = "gb36894.individual_risk", by = "Bureau", date = 2026-11-22}]
)";

}  // namespace

BOOST_AUTO_TEST_SUITE(project_config)

BOOST_AUTO_TEST_CASE(every_section_of_the_contract_is_read) {
  const ProjectConfig c = project(kFullProject);
  BOOST_TEST(c.title == "Binjiang district");
  BOOST_TEST(c.grid.crs == "EPSG:4549");
  BOOST_TEST(c.grid.cell_m == 10.0);
  BOOST_TEST(c.grid.area->source_text == "district.gpkg");
  BOOST_TEST(c.grid.margin_m == 500.0);
  BOOST_TEST(c.wind_rose->source == project_folder() / "wind_rose.csv");
  BOOST_TEST(c.ambient.wind_height_m == 12.0);
  BOOST_TEST(c.ambient.temperature_K == 289.15);
  BOOST_TEST(c.ambient.pressure_Pa == 101000.0);
  BOOST_TEST(c.ambient.roughness_m == 0.5);
  BOOST_TEST(c.ambient.mixing_height_m.value() == 800.0);
  BOOST_TEST(c.units.source == project_folder() / "enterprises.gpkg");
  BOOST_TEST(c.units.layer == "units");
  BOOST_TEST(c.units.encoding == "GBK");
  BOOST_TEST(c.units.fields.at("inventory_t") == "储量 [kg]");
  BOOST_TEST(c.boundaries->fields.at("enterprise") == "企业");
  BOOST_TEST(c.scenarios->source_text == "scenarios.csv");
  BOOST_TEST(c.targets->crs == "EPSG:4490");
  BOOST_TEST(c.targets->fields.at("class") == "类别");
  BOOST_TEST(c.population->is_raster);
  BOOST_TEST((c.population->unit == PopulationUnit::per_km2));
  BOOST_TEST(c.population->indoor_day == 0.9);
  BOOST_TEST(c.population->day_fraction == 0.5);
  BOOST_TEST((c.model.sigma == SigmaSet::gbt13201));
  BOOST_TEST((c.model.transport_wind == TransportWind::profile));
  BOOST_TEST(c.model.receptor_height_m == 1.5);
  BOOST_TEST(c.model.averaging_time_s.value() == 1800.0);
  BOOST_TEST((c.model.blast_curve == BlastCurve::sadovsky));
  BOOST_TEST(c.harm.min_probability == 0.01);
  BOOST_TEST((c.criteria.facilities == FacilityScale::new_build));
  BOOST_TEST(c.criteria.incomplete_radius_m == 2000.0);
  BOOST_TEST(c.criteria.cumulative_veto);
  BOOST_TEST(c.scheme.id == "individual-risk-baseline-new-colour-blind");
  BOOST_TEST(c.confirmed.size() == 2U);
  BOOST_TEST(c.confirmed.front().by == "Bureau");
  BOOST_TEST(
      (c.criteria.confirmed_rules == std::set<std::string>{"gbt37243.overpressure", "gb36894.individual_risk.existing",
                                                           "gb36894.individual_risk.new"}));
}

BOOST_AUTO_TEST_CASE(defaults_are_those_of_the_contract) {
  const ProjectConfig c = project(kSmallProject);
  BOOST_TEST(c.title.empty());
  BOOST_TEST(c.grid.margin_m == 0.0);
  BOOST_TEST(c.ambient.wind_height_m == 10.0);
  BOOST_TEST(c.ambient.roughness_m == 0.1);
  BOOST_TEST(c.ambient.temperature_K == 293.15);
  BOOST_TEST(c.ambient.pressure_Pa == 101325.0);
  BOOST_TEST(!c.ambient.mixing_height_m.has_value());
  BOOST_TEST((c.model.sigma == SigmaSet::briggs_rural));
  BOOST_TEST((c.model.transport_wind == TransportWind::release_height));
  BOOST_TEST(c.model.receptor_height_m == 1.0);
  BOOST_TEST(!c.model.averaging_time_s.has_value());
  BOOST_TEST((c.model.blast_curve == BlastCurve::gb6722));
  BOOST_TEST(c.harm.id == "aqt3046-2013");
  BOOST_TEST(c.harm.min_probability == 0.0);
  BOOST_TEST(c.criteria.rules.id == "gb36894-2018");
  BOOST_TEST((c.criteria.facilities == FacilityScale::existing));
  BOOST_TEST(c.criteria.incomplete_radius_m == 1000.0);
  BOOST_TEST(!c.criteria.cumulative_veto);
  BOOST_TEST(c.criteria.confirmed_rules.empty());
  BOOST_TEST(c.scheme.id == "individual-risk-baseline");
  const ProjectConfig with_people = project(kSmallProject + "[population]\nraster = 'people.tif'\nunit = 'per_cell'\n");
  BOOST_TEST(with_people.population->indoor_day == 0.93);
  BOOST_TEST(with_people.population->indoor_night == 0.99);
  BOOST_TEST(with_people.population->day_fraction == 0.44);
}

BOOST_AUTO_TEST_CASE(bounds_instead_of_an_area) {
  const ProjectConfig c = project(kSmallProject);
  BOOST_TEST((c.grid.bounds.value() == Bounds{500000.0, 3500000.0, 501000.0, 3502000.0}));
  BOOST_TEST(!c.grid.area.has_value());
}

BOOST_AUTO_TEST_CASE(an_area_may_be_a_layer_with_its_own_keys) {
  const std::string text = replaced(kSmallProject, "bounds = [500000, 3500000, 501000, 3502000]",
                                    "area = {source = 'district.gpkg', layer = 'border', crs = 'EPSG:4490'}");
  BOOST_TEST(project(text).grid.area->layer == "border");
}

BOOST_AUTO_TEST_CASE(population_as_polygons) {
  const ProjectConfig c =
      project(kSmallProject + "[population]\nsource = 'district.gpkg'\nfields = {people_day = '人口'}\n");
  BOOST_TEST(!c.population->is_raster);
  BOOST_TEST(c.population->layer.fields.at("people_day") == "人口");
}

BOOST_AUTO_TEST_CASE(tables_may_name_their_coordinate_columns) {
  const ProjectConfig c =
      project(kSmallProject + "[targets]\nsource = 'scenarios.csv'\nlon = '经度'\nlat = '纬度'\ncrs = 'EPSG:4490'\n");
  BOOST_TEST(c.targets->lon == "经度");
  BOOST_TEST(c.targets->lat == "纬度");
}

BOOST_AUTO_TEST_CASE(json_of_the_same_shape_is_the_same_project) {
  const std::string text = R"({"grid": {"crs": "EPSG:4549", "cell_m": 10, "bounds": [500000, 3500000, 501000, 3502000]},
    "units": {"source": "enterprises.gpkg"},
    "rules": {"confirmed": [{"id": "gbt37243.overpressure", "by": "Bureau", "date": "2026-11-21"}]}})";
  const ProjectConfig c = parse_project(written("project.json", text));
  BOOST_TEST((c.grid.bounds == project(kSmallProject).grid.bounds));
  BOOST_TEST((c.confirmed.front().date == ConfigDate{2026, 11, 21}));
}

BOOST_AUTO_TEST_CASE(set_overrides_the_file) {
  const ProjectConfig c = project(kSmallProject, {"grid.cell_m=25", "model.sigma=briggs_urban"});
  BOOST_TEST(c.grid.cell_m == 25.0);
  BOOST_TEST((c.model.sigma == SigmaSet::briggs_urban));
}

BOOST_AUTO_TEST_CASE(positions_stay_known_for_later_messages) {
  const ProjectConfig c = project(kSmallProject);
  BOOST_TEST(c.grid.crs_where.line == 2);
  BOOST_TEST(c.origin.where("grid.cell_m").line == 3);
  BOOST_TEST(c.origin.where("grid.no_such_key").line == 1);
  BOOST_TEST(c.units.where.line == 5);
  BOOST_TEST(c.units.where.file == c.origin.name);
}

BOOST_AUTO_TEST_CASE(a_database_is_no_file_to_look_for) {
  const ProjectConfig c = project(replaced(kSmallProject, "'enterprises.gpkg'", "'PG:dbname=plants host=db'"));
  BOOST_TEST(c.units.source.string() == "PG:dbname=plants host=db");
}

BOOST_AUTO_TEST_CASE(a_users_own_rule_pack_is_read_and_listed_for_checksums) {
  const std::string pack =
      read_text_file(std::filesystem::path(SISE_SOURCE_DIR) / "data/rules/gb36894-2018.toml", "pack");
  (void)written("own.toml", replaced(pack, "id = \"gb36894-2018\"", "id = \"own\""));
  const ProjectConfig c = project(kSmallProject + "[criteria]\nrule_pack = 'own.toml'\n");
  BOOST_TEST(c.criteria.rules.id == "own");
  BOOST_TEST(c.pack_files.size() == 1U);
}

BOOST_AUTO_TEST_CASE(a_layers_section_may_ignore_columns_state_values_and_name_the_row_of_names) {
  const ProjectConfig config = parse_project(written(
      "stated.toml", kSmallProject +
                         "ignore = ['Name', 'kinds']\nheader_row = 3\nstatus = 'new'\ninventory_t = 5.5\n"
                         "[targets]\nsource = 'targets.gpkg'\nclass = 'important'\n"
                         "[proposals]\ncrs = 'EPSG:4490'\nkind = 'development'\n[proposals.fields]\nid = '编号'\n"));
  BOOST_TEST(config.units.ignore == (std::vector<std::string>{"Name", "kinds"}), boost::test_tools::per_element());
  BOOST_TEST(config.units.header_row == 3);
  BOOST_TEST(config.units.constants.at("status") == "new");
  BOOST_TEST(config.units.constants.at("inventory_t") == "5.5");
  BOOST_TEST(config.targets->constants.at("class") == "important");
  BOOST_TEST(config.proposals.crs == "EPSG:4490");
  BOOST_TEST(config.proposals.fields.at("id") == "编号");
  BOOST_TEST(config.proposals.constants.at("kind") == "development");
  BOOST_TEST(config.units.where.field == "units");
  const auto json = nlohmann::json::parse(resolved_json(config));
  BOOST_TEST(json["units"]["ignore"].size() == 2U);
  BOOST_TEST(json["units"]["header_row"] == 3);
  BOOST_TEST(json["units"]["status"] == "new");
  BOOST_TEST(json["targets"]["class"] == "important");
}

BOOST_AUTO_TEST_CASE(a_rose_may_be_scaled_and_a_rasters_bands_chosen) {
  const ProjectConfig config = parse_project(written(
      "chosen.toml", "[weather]\nwind_rose = {source = 'wind_rose.csv', normalise = true}\n" + kSmallProject +
                         "[population]\nraster = 'people.tif'\nunit = 'per_cell'\nday_band = 2\nnight_band = 3\n"));
  BOOST_TEST(config.wind_rose->normalise);
  BOOST_TEST(config.population->day_band.value() == 2);
  BOOST_TEST(config.population->night_band.value() == 3);
  BOOST_TEST(nlohmann::json::parse(resolved_json(config))["population"]["night_band"] == 3);
}

BOOST_AUTO_TEST_CASE(a_path_with_an_escape_in_it_is_explained) {
  const auto found = problems_of([] {
    static_cast<void>(
        parse_project(written("escape.toml", kSmallProject + "[targets]\nsource = \"data\\targets.csv\"\n")));
  });
  BOOST_REQUIRE(!found.empty());
  BOOST_TEST(render(found.front(), Language::en).find("double quotes") != std::string::npos);
  BOOST_TEST(found.front().where.field == "targets.source");
}

BOOST_AUTO_TEST_SUITE_END()
