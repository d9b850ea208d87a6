// sise models as people call it.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliRun;
using sise::test::run_sise;

BOOST_AUTO_TEST_CASE(the_table_names_parameters_ranges_defaults_and_sources) {
  const CliRun run = run_sise({"models", "--quiet"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.err.empty());
  for (const char* text : {"gaussian_plume: ", "tnt: ", "probit: ", "source.tnt_kg", "; required",
                           "default briggs_rural", "overpressure_pa", "outside_fit: ", "GB 6722-2014"}) {
    BOOST_TEST((run.out.find(text) != std::string::npos), text);
  }
}

BOOST_AUTO_TEST_CASE(json_is_for_machines_and_the_same_in_every_language) {
  const CliRun run = run_sise({"models", "--json"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(nlohmann::json::parse(run.out).at(0).contains("parameters"));
  BOOST_TEST(run_sise({"models", "--json", "--lang", "zh"}).out == run.out);
}

BOOST_AUTO_TEST_CASE(the_table_is_chinese_when_asked) {
  const CliRun run = run_sise({"models", "--lang", "zh"});
  BOOST_TEST((run.out.find("TNT 当量") != std::string::npos));
  BOOST_TEST((run.out.find("必需") != std::string::npos));
}
