#include "gis_io/write/cases/catalogue_json.hpp"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "models/catalogue/catalogue.hpp"

namespace {

const nlohmann::json& catalogue() {
  static const nlohmann::json kJson = nlohmann::json::parse(sise::catalogue_json());
  return kJson;
}

const nlohmann::json& named(const nlohmann::json& list, const std::string& key, const std::string& name) {
  for (const nlohmann::json& item : list) {
    if (item.at(key) == name) return item;
  }
  BOOST_FAIL("no " + name);
  return list;
}

}  // namespace

BOOST_AUTO_TEST_CASE(every_model_is_listed_with_all_that_machines_need) {
  BOOST_TEST(catalogue().size() == sise::model_catalogue().size());
  for (const nlohmann::json& model : catalogue()) {
    for (const char* key : {"id", "title", "parameters", "outputs", "validity", "source", "confidence", "doc"}) {
      BOOST_TEST(model.contains(key), model.at("id") << " lacks " << key);
    }
    for (const nlohmann::json& parameter : model.at("parameters")) {
      for (const char* key : {"name", "group", "type", "unit", "default", "range", "required", "text"}) {
        BOOST_TEST(parameter.contains(key), parameter.at("name") << " lacks " << key);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(ranges_choices_and_defaults_are_machine_readable) {
  const nlohmann::json& parameters = named(catalogue(), "id", "tnt").at("parameters");
  BOOST_TEST(named(parameters, "name", "tnt_kg").at("range").at("above") == 0.0);
  BOOST_TEST(named(parameters, "name", "tnt_kg").at("default").is_null());
  BOOST_TEST(named(parameters, "name", "curve").at("default") == "gb6722");
  BOOST_TEST(named(parameters, "name", "curve").at("range").size() == 9U);
  BOOST_TEST(named(parameters, "name", "ground_factor").at("range").at("at_most") == 2.0);
}
