#include "gis_io/write/cases/answer_cases.hpp"

#include <boost/test/unit_test.hpp>

#include "core/grid/parallel.hpp"
#include "models/explosion/tnt.hpp"
#include "tests/gis_io/read/cases/case_texts.hpp"

using sise::test::answers_to;
using sise::test::cases_of;

namespace {

const std::string kMixed = R"([
  {"id": "first", "model": "tnt", "source": {"tnt_kg": 1000}, "at": [{"r_m": 100}, {"r_m": 0.1}],
   "options": {"curve": "swisdak_hemispherical"}},
  {"id": 2, "model": "tnt", "source": {"tnt_kg": -1}, "at": [{"r_m": 100}]},
  {"id": "third", "model": "tnt", "source": {"tnt_kg": 1000}, "find": {"overpressure_pa": 2000.0}},
  {"model": "tnt", "source": {"tnt_kg": 1000}, "options": {"curve": "henrych"}, "find": {"overpressure_pa": 2000.0}}])";

}  // namespace

BOOST_AUTO_TEST_CASE(answers_stand_in_the_order_of_the_cases) {
  const auto answers = answers_to(kMixed);
  BOOST_REQUIRE(answers.size() == 4U);
  BOOST_TEST(answers.at(0).at("id") == "first");
  BOOST_TEST(answers.at(1).at("id") == 2);
  BOOST_TEST(answers.at(2).at("id") == "third");
  BOOST_TEST(answers.at(3).at("id").is_null());
}

BOOST_AUTO_TEST_CASE(a_wrong_case_is_answered_in_its_place_and_counted) {
  BOOST_TEST(sise::answer_cases(cases_of(kMixed)).failed == 1U);
  const auto error = answers_to(kMixed).at(1).at("error");
  BOOST_TEST(error.contains("code"));
  BOOST_TEST(error.at("message").get<std::string>().find("cases.json:4:") == 0U);
  BOOST_TEST(error.contains("message_zh"));
}

BOOST_AUTO_TEST_CASE(values_have_the_names_of_the_contract) {
  const auto first = answers_to(kMixed).at(0);
  BOOST_TEST(first.at("model") == "tnt");
  BOOST_TEST(first.at("derived").at("effective_tnt_kg") == 1000.0);
  BOOST_TEST(first.at("warnings").is_array());
  const auto values = first.at("values").at(0);
  for (const char* name : {"overpressure_pa", "reflected_overpressure_pa", "dynamic_pressure_pa", "impulse_pa_s",
                           "reflected_impulse_pa_s", "arrival_s", "duration_s", "shock_speed_m_s"}) {
    BOOST_TEST(values.at(name).is_number(), name);
  }
}

BOOST_AUTO_TEST_CASE(an_answer_names_its_curve_and_its_ground_factor) {
  const auto answers = answers_to(kMixed);
  BOOST_TEST(answers.at(0).at("options").at("curve") == "swisdak_hemispherical");
  BOOST_TEST(answers.at(2).at("options").at("curve") == "gb6722");  // the default
  BOOST_TEST(answers.at(2).at("options").at("ground_factor") == 1.0);
}

BOOST_AUTO_TEST_CASE(a_point_outside_the_fit_is_null_with_a_reason) {
  const auto outside = answers_to(kMixed).at(0).at("values").at(1);
  BOOST_TEST(outside.at("overpressure_pa").is_null());
  BOOST_TEST(outside.at("reason") == "outside_fit");
}

BOOST_AUTO_TEST_CASE(a_distance_is_found_or_null_with_a_reason) {
  const auto answers = answers_to(kMixed);
  BOOST_TEST(answers.at(2).at("distance_m") == answers.at(2).at("values").at(0).at("distance_m"));
  BOOST_TEST(answers.at(2).at("distance_m").get<double>() == 588.6, boost::test_tools::tolerance(0.001));
  BOOST_TEST(answers.at(2).at("warnings").at(0) == "outside_range_of_use");
  BOOST_TEST(answers.at(3).at("distance_m").is_null());
  BOOST_TEST(answers.at(3).at("reason") == "outside_fit");
}

BOOST_AUTO_TEST_CASE(numbers_read_back_as_the_same_doubles) {
  const double direct = sise::overpressure_pa(sise::BlastCurve::swisdak_hemispherical, 1000.0, 100.0);
  BOOST_TEST(answers_to(kMixed).at(0).at("values").at(0).at("overpressure_pa").get<double>() == direct);
}

BOOST_AUTO_TEST_CASE(answers_do_not_depend_on_the_number_of_threads) {
  const auto cases = cases_of(kMixed);
  sise::set_threads(1);
  const std::string one = sise::answer_cases(cases).json;
  sise::set_threads(7);
  BOOST_TEST(sise::answer_cases(cases).json == one);
  sise::set_threads(1);
}

BOOST_AUTO_TEST_CASE(no_cases_give_an_empty_array) { BOOST_TEST(answers_to("[]").empty()); }

BOOST_AUTO_TEST_CASE(answers_do_not_carry_the_folder_of_the_file) {
  const sise::CaseTables tables{sise::substances(),
                                [](std::string_view id) { return sise::harm_pack(std::string(id)); }};
  const auto root = sise::parse_config(R"({"model": "nothing"})", "some/folder/c.json", sise::ConfigFormat::json);
  const std::string json = sise::answer_cases(sise::read_cases(root, {}, tables)).json;
  BOOST_TEST(json.find("some") == std::string::npos);
  BOOST_TEST(json.find("c.json:1:") != std::string::npos);
}
