// sise substances as people call it.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliRun;
using sise::test::run_sise;

namespace {
bool substances_say(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }
}  // namespace

BOOST_AUTO_TEST_CASE(what_is_known_of_chlorine_and_what_is_not) {
  const CliRun run = run_sise({"substances", "chlorine", "--quiet"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.err.empty());
  BOOST_TEST(substances_say(run.out, "chlorine: Chlorine / 氯\n"));
  BOOST_TEST(substances_say(run.out, "CAS: 7782-50-5"));
  BOOST_TEST(substances_say(run.out, "molar_mass_kg_mol"));
  const std::string unknown = run.out.substr(run.out.find("not known\n"));
  BOOST_TEST(substances_say(unknown, "flammable limits"));
  BOOST_TEST(substances_say(unknown, "TNT equivalence by mass"));
  BOOST_TEST(!substances_say(unknown, "boiling point"));
}

BOOST_AUTO_TEST_CASE(by_any_name_in_chinese) {
  for (const char* name : {"液氯", "UN1017", "7782-50-5", "CL2"}) {
    const CliRun run = run_sise({"substances", name, "--lang", "zh"});
    BOOST_TEST(run.exit_code == 0);
    BOOST_TEST(substances_say(run.out, "已知\n"));
    BOOST_TEST(substances_say(run.out, "未知\n"));
    BOOST_TEST(substances_say(run.out, "凭记忆录入"));
  }
}

BOOST_AUTO_TEST_CASE(json_carries_sources_and_confidence) {
  const nlohmann::json json = nlohmann::json::parse(run_sise({"substances", "ammonia", "--json"}).out);
  BOOST_TEST(json["cas"] == "7664-41-7");
  BOOST_TEST(json["properties"]["probit_a"]["value"] == -15.6);
  BOOST_TEST(json["properties"]["probit_a"]["confidence"] == "recalled");
  BOOST_TEST(!json["properties"]["probit_a"]["source"]["zh"].get<std::string>().empty());
  BOOST_TEST(nlohmann::json::parse(run_sise({"substances", "--json"}).out).size() == 156U);
}

BOOST_AUTO_TEST_CASE(the_list_has_a_line_for_each) {
  const CliRun run = run_sise({"substances"});
  BOOST_TEST(std::count(run.out.begin(), run.out.end(), '\n') == 156);
}

BOOST_AUTO_TEST_CASE(unknown_and_ambiguous_names) {
  const CliRun unknown = run_sise({"substances", "clorine"});
  BOOST_TEST(unknown.exit_code == 2);
  BOOST_TEST(unknown.out.empty());
  BOOST_TEST(substances_say(unknown.err, "Did you mean: chlorine"));
  const CliRun ambiguous = run_sise({"substances", "1307"});
  BOOST_TEST(ambiguous.exit_code == 2);
  BOOST_TEST(substances_say(ambiguous.err, "o_xylene, m_xylene, p_xylene"));
}
