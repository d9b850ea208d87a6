#include <boost/test/unit_test.hpp>

#include "models/base/error.hpp"
#include "tests/gis_io/read/cases/case_texts.hpp"

using sise::test::cases_of;
using sise::test::error_code;

namespace {
const std::string kGood = R"({"id": "a", "model": "tnt", "source": {"tnt_kg": 10}, "at": [{"r_m": 20}]})";
}

BOOST_AUTO_TEST_CASE(one_object_an_array_and_a_table_of_cases_are_all_read) {
  BOOST_TEST(cases_of(kGood).size() == 1U);
  BOOST_TEST(cases_of("[" + kGood + "," + kGood + "]").size() == 2U);
  BOOST_TEST(cases_of("{\"cases\": [" + kGood + "]}").size() == 1U);
  BOOST_TEST(cases_of("[]").empty());
}

BOOST_AUTO_TEST_CASE(toml_cases_are_read) {
  const sise::CaseTables tables{sise::substances(),
                                [](std::string_view id) { return sise::harm_pack(std::string(id)); }};
  const std::string text = "[[cases]]\nid = 'a'\nmodel = 'tnt'\nsource.tnt_kg = 10\nat = [{r_m = 20.0}]\n";
  const auto cases = sise::read_cases(sise::parse_config(text, "c.toml", sise::ConfigFormat::toml), {}, tables);
  BOOST_REQUIRE(cases.size() == 1U);
  BOOST_TEST(cases.front().problems.empty());
  BOOST_TEST(cases.front().input.settings.number("tnt_kg") == 10.0);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_list_of_cases_is_refused_as_a_whole) {
  BOOST_CHECK_THROW(cases_of("5"), sise::ConfigError);
  BOOST_CHECK_THROW(cases_of("[" + kGood), sise::ConfigError);
  BOOST_CHECK_THROW(cases_of("{\"cases\": 5}"), sise::ConfigError);
  BOOST_CHECK_THROW(cases_of("{\"cases\": [], \"extra\": 1}"), sise::ConfigError);
}

BOOST_AUTO_TEST_CASE(a_doubled_key_is_refused_with_its_place) {
  const std::string doubled = "[{\"id\": \"a\",\n  \"id\": \"b\", \"model\": \"tnt\"}]";
  BOOST_CHECK_EXCEPTION(cases_of(doubled), sise::ConfigError, [](const sise::ConfigError& error) {
    return error.diagnostics().front().where.line == 2 && error.diagnostics().front().where.column == 3;
  });
}

BOOST_AUTO_TEST_CASE(defaults_are_those_of_the_contract) {
  const auto plume = cases_of(R"({"model": "gaussian_plume", "source": {"rate_kg_s": 1, "height_m": 0},
    "weather": {"wind_speed_m_s": 2, "stability": "F"}, "at": [{"x_m": 100}]})");
  const sise::Parameters& settings = plume.front().input.settings;
  BOOST_TEST(settings.number("wind_height_m") == 10.0);
  BOOST_TEST(settings.number("roughness_m") == 0.1);
  BOOST_TEST(settings.number("temperature_K") == 293.15);
  BOOST_TEST(settings.number("pressure_Pa") == 101325.0);
  BOOST_TEST(settings.text("transport_wind") == "profile");
  BOOST_TEST(settings.text("sigma") == "briggs_rural");
  BOOST_TEST(!settings.has("mixing_height_m"));
  BOOST_TEST(!settings.has("averaging_time_s"));
  BOOST_TEST(plume.front().input.at.front().number("z_m") == 0.0);
  const auto tnt = cases_of(kGood);
  BOOST_TEST(tnt.front().input.settings.text("curve") == "gb6722");
  BOOST_TEST(tnt.front().input.settings.number("ground_factor") == 1.0);
}

BOOST_AUTO_TEST_CASE(wrong_cases_are_told_by_code) {
  BOOST_TEST(error_code(R"({"model": "tmt", "source": {}})") == "unknown_model");
  BOOST_TEST(error_code(R"({"id": "a"})") == "missing_key");
  BOOST_TEST(error_code(R"({"model": "tnt", "source": {"tnt_kg": 1}, "at": [{"r_m": 2}], "bt": 1})") == "unknown_key");
  BOOST_TEST(error_code(R"({"model": "tnt", "source": {"tnt_kg": 1, "w": 1}, "at": [{"r_m": 2}]})") == "unknown_key");
  BOOST_TEST(error_code(R"({"model": "tnt", "source": {"tnt_kg": 1}, "at": [{"r_m": 2, "x_m": 1}]})") == "unknown_key");
  BOOST_TEST(error_code(R"({"model": "tnt", "at": [{"r_m": 2}]})") == "missing_key");
  BOOST_TEST(error_code(R"({"model": "tnt", "source": {"tnt_kg": 1}, "substance": "unobtainium",
                            "at": [{"r_m": 2}]})") == "unknown_substance");
  BOOST_TEST(error_code(R"({"model": "probit", "options": {"effect": "overpressure"},
                            "find": {"probability": 0.5}})") == "nothing_to_find");
  BOOST_TEST(error_code(R"({"model": "tnt", "source": {"tnt_kg": 1}, "options": {"ground_factor": 1.8},
                            "at": [{"r_m": 2}]})") == "ground_factor_twice");
}

BOOST_AUTO_TEST_CASE(wrong_values_are_refused) {
  for (const char* source : {R"({"tnt_kg": 0})", R"({"tnt_kg": -1})", R"({"tnt_kg": "ten"})", R"({"tnt_kg": null})"}) {
    BOOST_TEST(!error_code(std::string(R"({"model": "tnt", "source": )") + source + R"(, "at": [{"r_m": 2}]})").empty(),
               source);
  }
  for (const char* asked : {R"("at": [{"r_m": 0}])", R"("at": [{}])", R"("at": 5)", R"("find": {})",
                            R"("find": {"overpressure_pa": 0})", R"("find": {"overpressure_pa": 1, "arrival_s": 1})",
                            R"("at": [{"r_m": 1}], "find": {"overpressure_pa": 1})", R"("id": "neither")"}) {
    BOOST_TEST(!error_code(std::string(R"({"model": "tnt", "source": {"tnt_kg": 5}, )") + asked + "}").empty(), asked);
  }
}

BOOST_AUTO_TEST_CASE(a_message_names_place_and_nearest_spelling) {
  const auto cases = cases_of(
      "[{\"model\": \"tnt\",\n \"source\": {\"tnt_kg\": 1},\n \"options\": {\"curve\": "
      "\"gb6721\"}, \"at\": [{\"r_m\": 2}]}]");
  BOOST_REQUIRE(cases.front().problems.size() == 1U);
  const sise::Diagnostic& problem = cases.front().problems.front();
  BOOST_TEST(problem.where.line == 3);
  BOOST_TEST(problem.remedy.en.find("gb6722") != std::string::npos);
  BOOST_TEST(problem.remedy.zh.find("gb6722") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_problem_of_a_case_is_told) {
  const auto cases = cases_of(R"({"model": "tnt", "source": {"tnt_kg": -1, "kg": 2}, "at": [{"r_m": 0}]})");
  BOOST_TEST(cases.front().problems.size() == 3U);
}

BOOST_AUTO_TEST_CASE(overrides_reach_every_case) {
  const auto cases = cases_of("[" + kGood + "," + kGood + "]", {"options.curve=mills", "source.tnt_kg=7.5"});
  for (const sise::EvalCase& read : cases) {
    BOOST_TEST(read.input.settings.text("curve") == "mills");
    BOOST_TEST(read.input.settings.number("tnt_kg") == 7.5);
  }
  BOOST_CHECK_THROW(cases_of(kGood, {"no-equals-sign"}), sise::ConfigError);
}

BOOST_AUTO_TEST_CASE(a_substance_may_go_by_any_of_its_names) {
  for (const char* name : {"chlorine", "氯", "7782-50-5"}) {
    const auto cases = cases_of(R"({"model": "tnt", "source": {"tnt_kg": 1}, "at": [{"r_m": 2}], "substance": ")" +
                                std::string(name) + "\"}");
    BOOST_REQUIRE(cases.front().input.substance != nullptr);
    BOOST_TEST(cases.front().input.substance->id == "chlorine");
  }
}

// 20 degrees Celsius and 101.325 kPa, where kelvin and pascal are meant.
BOOST_AUTO_TEST_CASE(a_number_in_another_unit_is_refused_with_what_to_write) {
  const auto remedy_of = [](const std::string& weather) {
    const auto cases = cases_of(R"({"model": "gaussian_plume", "source": {"rate_kg_s": 1, "height_m": 0},
      "weather": {"wind_speed_m_s": 2, "stability": "F", )" +
                                weather + R"(}, "at": [{"x_m": 100}]})");
    BOOST_REQUIRE(cases.front().problems.size() == 1U);
    BOOST_TEST(cases.front().problems.front().code == "out_of_range");
    return cases.front().problems.front().remedy.en;
  };
  BOOST_TEST(remedy_of("\"temperature_K\": 20") == "If these are degrees Celsius, write 293.15: this key is in kelvin");
  BOOST_TEST(remedy_of("\"pressure_Pa\": 101.325") == "If these are kPa, write 101325: this key is in Pa");
  BOOST_TEST(remedy_of("\"pressure_Pa\": 1013.25") == "If these are hPa, write 101325: this key is in Pa");
  BOOST_TEST(remedy_of("\"temperature_K\": 1e300").empty());
}
