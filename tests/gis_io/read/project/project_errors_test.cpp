#include "tests/gis_io/read/project/support.hpp"

using namespace sise;

namespace {

using Lines = std::vector<std::string>;

/// The small project with one piece exchanged.
std::vector<Diagnostic> errors_of_project(const std::string& from, const std::string& to) {
  return project_problems(replaced(kSmallProject, from, to));
}
/// The small project with more at its end; its own text has 6 lines.
std::vector<Diagnostic> more(const std::string& text) { return project_problems(kSmallProject + text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(project_errors)

BOOST_AUTO_TEST_CASE(the_small_project_is_sound) { BOOST_TEST(project_problems(kSmallProject).empty()); }

BOOST_AUTO_TEST_CASE(unknown_keys_name_the_nearest) {
  check_one(more("[wether]\n"), "unknown_key 7:2", "Did you mean 'weather'?");
  check_one(errors_of_project("cell_m = 10.0", "cell_m = 10.0\nmargin = 5"), "unknown_key 4:1",
            "Did you mean 'margin_m'?");
  check_one(more("[units.fields]\ninventory = 'x'\n"), "unknown_key 8:1", "Did you mean 'inventory_t'?");
  check_one(more("[model]\nsigmas = 'x'\n"), "unknown_key 8:1", "Did you mean 'sigma'?");
}

BOOST_AUTO_TEST_CASE(doubled_keys_are_refused) {
  check_one(errors_of_project("cell_m = 10.0", "cell_m = 10.0\ncell_m = 20.0"), "doubled_key 4:10");
  check_one(more("[grid]\n"), "doubled_key 7:1");
}

BOOST_AUTO_TEST_CASE(what_is_missing) {
  check_one(errors_of_project("crs = 'EPSG:4549'\n", ""), "missing_key 1:1");
  check_one(errors_of_project("cell_m = 10.0\n", ""), "missing_key 1:1");
  check_one(errors_of_project("bounds = [500000, 3500000, 501000, 3502000]\n", ""), "missing_key 1:1");
  check_one(errors_of_project("source = 'enterprises.gpkg'\n", ""), "missing_key 5:1");
  BOOST_TEST((summary(project_problems("title = 'x'\n")) == Lines{"missing_key 1:1", "missing_key 1:1"}));
}

BOOST_AUTO_TEST_CASE(the_grid) {
  check_one(errors_of_project("10.0", "0.0"), "out_of_range 3:10");
  check_one(errors_of_project("10.0", "-10.0"), "out_of_range 3:10");
  check_one(errors_of_project("10.0", "nan"), "out_of_range 3:10");
  check_one(errors_of_project("10.0", "inf"), "out_of_range 3:10");
  check_one(errors_of_project("10.0", "'10'"), "wrong_type 3:10");
  check_one(errors_of_project("cell_m = 10.0", "cell_m = 10.0\nmargin_m = -1"), "out_of_range 4:12");
  check_one(errors_of_project("501000", "500000"), "bad_bounds 4:10");
  check_one(errors_of_project("501000, 3502000", "501000"), "bad_bounds 4:10");
  check_one(errors_of_project("500000, 3500000, 501000, 3502000", "119.9, 31.9, 120.1, 32.1"),
            "degrees_for_metres 4:10");
  check_one(errors_of_project("cell_m = 10.0", "cell_m = 10.0\narea = 'district.gpkg'"), "too_many_keys 4:8");
  BOOST_TEST(errors_of_project("EPSG:4549", "EPSG:4490").size() == 1U);
  BOOST_TEST(errors_of_project("EPSG:4549", "EPSG:999999").size() == 1U);
}

BOOST_AUTO_TEST_CASE(files_that_are_not_there) {
  check_one(errors_of_project("enterprises.gpkg", "enterprise.gpkg"), "missing_file 6:10",
            "Did you mean enterprises.gpkg?");
  BOOST_CHECK_THROW((void)project(replaced(kSmallProject, "enterprises.gpkg", "none.gpkg")), InputError);
  // A wrong key beside it is the graver fault.
  BOOST_CHECK_THROW((void)project(replaced(kSmallProject, "enterprises.gpkg", "none.gpkg") + "[models]\n"),
                    ConfigError);
  BOOST_CHECK_THROW((void)parse_project(project_folder() / "no_such_project.toml"), InputError);
}

BOOST_AUTO_TEST_CASE(the_weather) {
  check_one(more("[weather]\ntemperature_K = 20.0\n"), "out_of_range 8:17");
  check_one(more("[weather]\ntemperature_C = 20.0\n"), "celsius 8:17");
  check_one(more("[weather]\npressure_Pa = 101.3\n"), "out_of_range 8:15");
  check_one(more("[weather]\nroughness_m = 0\n"), "out_of_range 8:15");
  check_one(more("[weather]\nwind_height_m = -10\n"), "out_of_range 8:17");
  check_one(more("[weather]\nwind_rose = 'wind_rosa.csv'\n"), "missing_file 8:13", "Did you mean wind_rose.csv?");
  check_one(more("[weather]\nwind_rose = 5\n"), "wrong_type 8:13");
}

BOOST_AUTO_TEST_CASE(layers) {
  check_one(more("[units.fields]\npressure = 'P'\n"), "bare_pressure 8:12");
  check_one(more("[targets]\nsource = 'targets.gpkg'\nx = 'X'\n"), "half_a_position 7:1");
  check_one(more("[targets]\nsource = 'targets.gpkg'\nx = 'X'\ny = 'Y'\nwkt = 'W'\n"), "too_many_keys 7:1");
  check_one(more("[targets]\nsource = ''\n"), "blank_text 8:10");
  check_one(more("[targets]\nfields = 5\nsource = 'targets.gpkg'\n"), "wrong_type 8:10");
  check_one(more("[scenarios]\nsource = 'scenarios.csv'\nfields = {unit = 'x'}\n"), "unknown_key 9:11");
}

BOOST_AUTO_TEST_CASE(the_population_says_its_unit) {
  check_one(more("[population]\nraster = 'people.tif'\n"), "missing_key 7:1");
  check_one(more("[population]\nraster = 'people.tif'\nunit = 'per_km'\n"), "unknown_choice 9:8",
            "Did you mean 'per_km2'?");
  check_one(more("[population]\nsource = 'district.gpkg'\nunit = 'per_cell'\n"), "unit_of_polygons 9:8");
  check_one(more("[population]\nunit = 'per_cell'\n"), "missing_key 7:1");
  check_one(more("[population]\nraster = 'people.tif'\nunit = 'per_cell'\nindoor_day = 93\n"), "out_of_range 10:14");
}

BOOST_AUTO_TEST_CASE(the_model) {
  check_one(more("[model]\nsigma = 'brigs_rural'\n"), "unknown_choice 8:9", "Did you mean 'briggs_rural'?");
  check_one(more("[model]\nsigma = 'Briggs_Rural'\n"), "unknown_choice 8:9", "Did you mean 'briggs_rural'?");
  check_one(more("[model]\ndispersion = 'pasive'\n"), "unknown_choice 8:14", "Did you mean 'passive'?");
  check_one(more("[model]\ndispersion = 'dense-gas'\n"), "unknown_choice 8:14", "Did you mean 'dense_gas'?");
  check_one(more("[model]\ntransport_wind = 'profil'\n"), "unknown_choice 8:18", "Did you mean 'profile'?");
  check_one(more("[model]\nblast_curve = 'sadowsky'\n"), "unknown_choice 8:15", "Did you mean 'sadovsky'?");
  check_one(more("[model]\naveraging_time_s = 0\n"), "out_of_range 8:20");
  check_one(more("[model]\nreceptor_height_m = -1\n"), "out_of_range 8:21");
}

BOOST_AUTO_TEST_CASE(harm_and_criteria) {
  check_one(more("[harm]\npack = 'aqt3046'\n"), "unknown_pack 8:8", "Did you mean 'aqt3046-2013'?");
  check_one(more("[harm]\nmin_probability = 2\n"), "out_of_range 8:19");
  check_one(more("[criteria]\nrule_pack = 'gb36894'\n"), "unknown_pack 8:13", "Did you mean 'gb36894-2018'?");
  check_one(more("[criteria]\nfacilities = 'exist'\n"), "unknown_choice 8:14");
  check_one(more("[criteria]\nincomplete_radius_m = -5\n"), "out_of_range 8:23");
  check_one(more("[criteria]\ncumulative = true\n"), "wrong_type 8:14");
}

BOOST_AUTO_TEST_CASE(a_confirmation_needs_a_known_rule_a_person_and_a_day) {
  const std::string start = "[rules]\nconfirmed = [";
  check_one(more(start + "{id = 'gbt37243.overpresure', by = 'a', date = 2026-11-21}]\n"), "unknown_rule 8:20",
            "Did you mean 'gbt37243.overpressure'?");
  check_one(more(start + "{id = 'gbt37243.overpressure', date = 2026-11-21}]\n"), "missing_key 8:14");
  check_one(more(start + "{id = 'gbt37243.overpressure', by = 'a'}]\n"), "missing_key 8:14");
  check_one(more(start + "{id = 'gbt37243.overpressure', by = 'a', date = '21.11.2026'}]\n"), "bad_date 8:62");
  check_one(more(start + "{id = 'gbt37243.overpressure', by = ' ', date = 2026-11-21}]\n"), "blank_text 8:50");
  check_one(more("[rules]\nconfirmed = 'all'\n"), "wrong_type 8:13");
  check_one(more("[rules]\nconfirmed = ['all']\n"), "wrong_type 8:14");
}

BOOST_AUTO_TEST_CASE(all_problems_at_once) {
  const auto found = project_problems(
      "titel = 'x'\n[grid]\ncrs = 5\ncell_m = -1\n[units]\nsource = 'none.gpkg'\n[model]\nsigma = 'x'\n");
  BOOST_TEST((summary(found) == Lines{"wrong_type 3:7", "missing_key 2:1", "out_of_range 4:10", "missing_file 6:10",
                                      "unknown_choice 8:9", "unknown_key 1:1"}));
}

BOOST_AUTO_TEST_CASE(a_wrong_override_says_so) {
  const auto found = project_problems(kSmallProject, {"grid.cel_m=5"});
  BOOST_REQUIRE(found.size() == 1U);
  BOOST_TEST(render(found.front(), Language::en) ==
             "--set: field 'grid.cel_m': unknown key 'cel_m'. Did you mean 'cell_m'?");
}

BOOST_AUTO_TEST_CASE(json_has_the_same_errors_at_its_own_places) {
  const auto found = problems_of([] {
    (void)parse_project(
        written("wrong.json",
                "{\"grid\": {\"crs\": \"EPSG:4549\",\n  \"cel_m\": 10, \"cell_m\": 10,\n"
                "  \"bounds\": [500000, 3500000, 501000, 3502000]},\n \"units\": {\"source\": \"enterprises.gpkg\"}}"));
  });
  check_one(found, "unknown_key 2:3", "Did you mean 'cell_m'?");
}

BOOST_AUTO_TEST_SUITE_END()
