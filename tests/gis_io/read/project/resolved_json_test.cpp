#include <nlohmann/json.hpp>

#include "tests/gis_io/read/project/support.hpp"

using namespace sise;
using Json = nlohmann::json;

BOOST_AUTO_TEST_SUITE(resolved_configuration)

BOOST_AUTO_TEST_CASE(every_default_is_told) {
  const Json json = Json::parse(resolved_json(project(kSmallProject)));
  BOOST_TEST(json["grid"]["margin_m"] == 0.0);
  BOOST_TEST(json["weather"]["temperature_K"] == 293.15);
  BOOST_TEST(json["model"]["sigma"] == "briggs_rural");
  BOOST_TEST(json["model"]["transport_wind"] == "release_height");
  BOOST_TEST(json["harm"]["pack"] == "aqt3046-2013");
  BOOST_TEST(json["criteria"]["rule_pack"] == "gb36894-2018");
  BOOST_TEST(json["criteria"]["facilities"] == "existing");
  const Json accident = Json::parse(resolved_json(incident(kSmallIncident)));
  BOOST_TEST(accident["source"]["duration_s"] == 1800.0);
  BOOST_TEST(accident["endpoints"]["set"] == "aegl");
  BOOST_TEST(accident["weather"]["stability"] == "F");
}

BOOST_AUTO_TEST_CASE(it_is_a_project_again_and_resolves_to_itself) {
  const std::string text =
      kSmallProject +
      "[population]\nraster = 'people.tif'\nunit = 'per_km2'\n[weather]\nwind_rose = 'wind_rose.csv'\n"
      "[rules]\nconfirmed = [{id = 'gbt37243.overpressure', by = 'a', date = 2026-11-21}]\n";
  const std::string once = resolved_json(project(text));
  BOOST_TEST(resolved_json(parse_project(written("resolved.json", once))) == once);
  const std::string levels = "[endpoints]\nlevels = [{name = 'a', toxic_load_mg_m3_n_min = 5.0, n = 2.0}]\n";
  const std::string accident = resolved_json(incident(kSmallIncident + levels));
  BOOST_TEST(resolved_json(parse_incident(written("resolved_incident.json", accident))) == accident);
}

BOOST_AUTO_TEST_CASE(no_absolute_path_is_told) {
  const std::string absolute = (project_folder() / "targets.gpkg").string();
  const std::string resolved = resolved_json(project(kSmallProject + "[targets]\nsource = '" + absolute + "'\n"));
  BOOST_TEST(Json::parse(resolved)["targets"]["source"] == "targets.gpkg");
  BOOST_TEST(resolved.find(project_folder().string()) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(neither_user_nor_password_of_a_database) {
  const auto source = [](const std::string& text) {
    const std::string quoted = "[targets]\nsource = \"" + text + "\"\n[trust]\ndrivers = [\"/vsicurl/\"]\n";
    return Json::parse(resolved_json(project(kSmallProject + quoted)))["targets"]["source"].get<std::string>();
  };
  BOOST_TEST(source("PG:dbname=plants host=db port=5432 user=me password='my secret' tables=units") ==
             "PG:dbname=plants tables=units");
  BOOST_TEST(source("PG:password=secret dbname=plants") == "PG: dbname=plants");
  BOOST_TEST(source("/vsicurl/https://me:secret@maps.example/a.gpkg") == "/vsicurl/https://maps.example/a.gpkg");
}

BOOST_AUTO_TEST_SUITE_END()
