// sise rules as people call it.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliRun;
using sise::test::run_sise;

namespace {
bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
}  // namespace

BOOST_AUTO_TEST_CASE(the_list_names_everything_built_in) {
  const CliRun run = run_sise({"rules", "--quiet"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.err.empty());
  for (const char* id :
       {"gb36894-2018", "gbt37243.overpressure", "aqt3046-2013", "individual-risk-baseline", "four-colours"}) {
    BOOST_TEST(holds(run.out, id), id);
  }
  BOOST_TEST(nlohmann::json::parse(run_sise({"rules", "--json"}).out)["rules"].size() == 6U);
}

BOOST_AUTO_TEST_CASE(one_rule_with_its_limits_and_confidence) {
  const CliRun run = run_sise({"rules", "gbt37243.overpressure"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(holds(run.out, "9000 Pa"));
  BOOST_TEST(holds(run.out, "recalled"));
  BOOST_TEST(!holds(run.out, "gb36894.individual_risk"));
}

BOOST_AUTO_TEST_CASE(packs_and_schemes_in_both_languages) {
  BOOST_TEST(holds(run_sise({"rules", "gb36894-2018", "--lang", "zh"}).out, "高敏感防护目标"));
  BOOST_TEST(holds(run_sise({"rules", "aqt3046-2013"}).out, "30000 Pa"));
  BOOST_TEST(holds(run_sise({"rules", "individual-risk-baseline", "--lang", "zh"}).out, "个人风险基准分区"));
  BOOST_TEST(holds(run_sise({"rules", "hj169-2018-leak", "--lang", "en"}).out, "where it cannot: 1800 s"));
}

BOOST_AUTO_TEST_CASE(json_of_every_family) {
  const auto json = [](const char* id) { return nlohmann::json::parse(run_sise({"rules", id, "--json"}).out); };
  BOOST_TEST(json("gb36894-2018")["rules"].size() == 6U);
  BOOST_TEST(json("gb36894.individual_risk")["rules"].size() == 2U);
  BOOST_TEST(json("aqt3046-2013")["toxic_exposure_cap_s"] == 1800.0);
  BOOST_TEST(json("individual-risk-baseline")["classes"][0]["at_most"].is_null());
  BOOST_TEST(json("aqt3046-2013-leak")["longest_s"] == 3600.0);
}

BOOST_AUTO_TEST_CASE(an_unknown_id_gets_the_nearest) {
  const CliRun run = run_sise({"rules", "gbt37243.overpresure"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(holds(run.err, "Did you mean 'gbt37243.overpressure'?"));
}
