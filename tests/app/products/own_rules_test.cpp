// [rules] law, distances, lists: the office's own beside what is built in.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::string kLists = R"([[lists]]
id = "county"
title = {en = "county list", zh = "县禁限控目录"}
clause = {en = "county notice 2026", zh = "县政府通告 2026"}
source = "county notice"
confidence = "seen"
mode = "restrict"
[[lists.items]]
id = "7"
name = "氯"
allowed_in = ["park"]
)";

const std::string kLaw = R"(id = "own"
title = {en = "our rules", zh = "本地规定"}
[[rules]]
id = "own.bank"
title = {en = "two kilometres from the bank", zh = "距岸线两公里"}
clause = {en = "local rule 3", zh = "本地规定第三条"}
source = "the office"
confidence = "seen"
kind = "unit"
measured = "yangtze_bank_m"
limit = 2000.0
when = []
broken = [{field = "yangtze_bank_m", less_than = 2000.0}]
text = {en = "too near to the bank", zh = "距岸线过近"}
)";

const std::string kDistances =
    "code,clause,item,item_name,sub,over,over_included,up_to,up_to_included,single_up_to,to,to_name,required_m,"
    "confidence,source,measure\nour code,4.2,our_store,our store,,,,,,,school,a school,600,seen,the office,edge to "
    "edge\n";

struct OwnRules : TinyProject {
  OwnRules() {
    write("lists.toml", kLists);
    write("law.toml", kLaw);
    write("distances.csv", kDistances);
    write("project.toml", read("project.toml") +
                              "[rules]\nlaw = \"law.toml\"\ndistances = \"distances.csv\"\nlists = [\"lists.toml\"]\n"
                              "[proposals]\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n");
  }
  [[nodiscard]] CliRun review(const std::string& header, const std::string& rows) const {
    write("new.csv", header + "\n" + rows);
    return run({"review", "project.toml", "--proposals", "new.csv", "-o", "out", "--quiet", "--overwrite"});
  }
  [[nodiscard]] nlohmann::json decision(std::size_t i) const {
    return nlohmann::json::parse(read("out/decisions.json"))[i];
  }
};

const nlohmann::json* check_named(const nlohmann::json& decision, const std::string& rule) {
  for (const auto& check : decision["checks"]) {
    if (check["rule_id"] == rule) return &check;
  }
  return nullptr;
}

}  // namespace

// A chlorine user in the centre, while the list allows it in the park.
BOOST_AUTO_TEST_CASE(d76_right_substance_wrong_place) {
  const OwnRules project;
  const CliRun run = project.review("id,kind,unit_kind,substance,inventory_t,zone,x,y",
                                    "N1,unit,cylinder_store,液氯,1,park,501000,3502500\nN2,unit,cylinder_store,液氯,1,,"
                                    "501100,3502500\nN3,unit,cylinder_store,氯化铵,1,park,501200,3502500\n");
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST((check_named(project.decision(0), "list.county") == nullptr));
  BOOST_TEST((check_named(project.decision(1), "list.county") == nullptr));
  BOOST_TEST(holds(project.decision(1)["reasons"]["en"].dump(), "zone"));
  project.replace("lists.toml", "\"park\"", "\"park\", \"harbour\"");
  const CliRun slip = project.review("id,kind,unit_kind,substance,inventory_t,zone,x,y",
                                     "N1,unit,cylinder_store,液氯,1,prak,501000,3502500\nN2,unit,cylinder_store,液氯,1,"
                                     "park,501100,3502500\n");
  BOOST_TEST(slip.exit_code == 5);
  BOOST_TEST(holds(project.decision(0)["reasons"]["en"].dump(), "park"));
  project.replace("lists.toml", "mode = \"restrict\"", "zones = [\"centre\"]\nmode = \"restrict\"");
  const CliRun centre = project.review("id,kind,unit_kind,substance,inventory_t,zone,x,y",
                                       "N1,unit,cylinder_store,液氯,1,centre,501000,3502500\n");
  BOOST_TEST(centre.exit_code == 0, centre.err);
  const auto decision = project.decision(0);
  BOOST_TEST(decision["verdict"] == "veto");
  BOOST_TEST(holds(decision["reasons"]["zh"][0].get<std::string>(), "县禁限控目录"));
}

BOOST_AUTO_TEST_CASE(a_rule_and_a_distance_of_the_office_decide) {
  const OwnRules project;
  const CliRun run = project.review(
      "id,kind,unit_kind,substance,inventory_t,yangtze_bank_m,x,y",
      "N1,unit,warehouse,methanol,1,1500,501000,3502500\nN2,unit,warehouse,methanol,1,2500,501100,3502500\n");
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(project.decision(0)["verdict"] == "veto");
  BOOST_TEST((check_named(project.decision(0), "own.bank") != nullptr));
  BOOST_TEST((check_named(project.decision(1), "own.bank") == nullptr));
  const CliRun near = project.review("id,kind,class,near_unit,near_item,stands_as,x,y",
                                     "S1,development,high_sensitivity,U1,our_store,school,501500,3501000\n");
  BOOST_TEST(near.exit_code == 0, near.err);
  const auto decision = project.decision(0);
  const nlohmann::json* check = check_named(decision, "design_code.our_store.school");
  BOOST_REQUIRE((check != nullptr));
  BOOST_TEST((*check)["limit"] == 600.0);
  BOOST_TEST((*check)["passed"] == false);
  check_manifest(project.path("out"), project.path(""));
}

BOOST_AUTO_TEST_CASE(a_mistake_in_an_own_table_is_refused_with_its_line) {
  const OwnRules project;
  project.replace("distances.csv", "600,seen", "-600,sean");
  project.replace("law.toml", "field = \"yangtze_bank_m\", less_than", "field = \"yangtse_bank_m\", less_than");
  project.replace("lists.toml", "allowed_in", "alowed_in");
  const CliRun run = project.run({"validate", "project.toml"});
  BOOST_TEST(run.exit_code == 2);
  const std::string told = run.out + run.err;
  BOOST_TEST(holds(told, "distances.csv:2"));
  BOOST_TEST(holds(told, "law.toml:"));
  BOOST_TEST(holds(told, "yangtze_bank_m"));
  BOOST_TEST(holds(told, "lists.toml:11"));
}

BOOST_AUTO_TEST_CASE(a_recalled_siting_rule_can_be_confirmed) {
  const OwnRules project;
  project.replace("project.toml", "lists = [\"lists.toml\"]\n",
                  "lists = [\"lists.toml\"]\nconfirmed = [{id = \"law.yangtze.26\", by = \"A\", date = 2026-11-21}]\n");
  const CliRun run = project.review("id,kind,unit_kind,substance,inventory_t,chemical_project,yangtze_bank_m,x,y",
                                    "N1,unit,warehouse,methanol,1,yes,900,501000,3502500\n");
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(project.decision(0)["verdict"] == "veto");
}

BOOST_AUTO_TEST_CASE(an_emission_asks_for_its_sanitary_distance) {
  const OwnRules project;
  const std::string header =
      "id,kind,unit_kind,substance,inventory_t,emission_kg_s,emission_limit_mg_m3,emission_area_m2,emission_type,x,y";
  const CliRun run =
      project.review(header,
                     "N1,unit,reactor,ammonia,1,0.0005,0.2,2000,II,502300,3502000\nN2,unit,reactor,ammonia,1,"
                     "0.0005,,2000,II,502300,3502100\n");
  BOOST_TEST(run.exit_code == 5, run.err);
  const auto first = project.decision(0);
  const nlohmann::json* check = check_named(first, "gbt39499.distance");
  BOOST_REQUIRE((check != nullptr));
  BOOST_TEST((*check)["value"] == 200.0);  // the school
  BOOST_TEST((*check)["limit"].get<double>() > 200.0);
  BOOST_TEST((*check)["confidence"] == "recalled");
  BOOST_TEST(first["verdict"] == "conditional");
  BOOST_TEST(first["if_confirmed"] == "veto");
  BOOST_TEST(holds(project.decision(1)["reasons"]["en"].dump(), "emission_limit_mg_m3"));
}
