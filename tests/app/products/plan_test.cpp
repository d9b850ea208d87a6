// sise review --plan: a land-use plan, parcel by parcel.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::string kHeader = "id,code,code_name,people,wkt\n";

std::string square(double x, double y, double half) {
  const auto corner = [&](double dx, double dy) { return std::to_string(x + dx) + " " + std::to_string(y + dy); };
  return "\"POLYGON((" + corner(-half, -half) + "," + corner(half, -half) + "," + corner(half, half) + "," +
         corner(-half, half) + "," + corner(-half, -half) + "))\"";
}

/// Homes beside the chlorine tank, a school far from all, a green belt on the tank, shops of unknown size.
std::string plan() {
  return kHeader + "L1,0701,城镇住宅用地,300," + square(501080, 3501000, 20) + "\n" + "L2,0804,教育用地,," +
         square(503500, 3503500, 60) + "\n" + "L3,1402,防护绿地,," + square(501000, 3501000, 40) + "\n" +
         "L4,0901,商业用地,," + square(501500, 3501000, 50) + "\n";
}

struct PlanProject : TinyProject {
  PlanProject() {
    keep_chlorine_only();
    write("project.toml", read("project.toml") + "[plan]\ncrs = \"EPSG:4549\"\nwkt = \"wkt\"\n");
    write("plan.csv", plan());
  }

  [[nodiscard]] CliRun review(const std::string& file, const std::string& out,
                              const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"review", "project.toml", "--plan", file, "-o", out, "--quiet", "--overwrite"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
  [[nodiscard]] nlohmann::json json(const std::string& name) const { return nlohmann::json::parse(read(name)); }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_plan_gives_a_verdict_per_parcel_and_a_table) {
  const PlanProject project;
  const CliRun run = project.review("plan.csv", "out");
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.err.empty(), run.err);
  const nlohmann::json summary = project.json("out/summary.json");
  BOOST_TEST(summary["plan"]["total"]["parcels"] == 4);
  BOOST_TEST(holds(summary["plan"]["scheme"]["zh"], "4 对代码与名称证实"));
  std::map<std::string, std::string> verdicts;
  for (const nlohmann::json& d : project.json("out/decisions.json")) verdicts[d["id"]] = d["verdict"];
  BOOST_TEST(verdicts.at("L1") == "conditional");  // the toxicity of chlorine is recalled
  BOOST_TEST(verdicts.at("L2") == "allow");
  BOOST_TEST(verdicts.at("L3") == "allow");
  const nlohmann::json layer = check_rfc7946(project.path("out/parcels.geojson"));
  BOOST_TEST(layer["features"].size() == 4U);
  BOOST_TEST(layer["features"][0]["properties"]["land_use"] == "0701 城镇住宅用地");
  BOOST_TEST(holds(project.read("out/parcels.csv"), "L4,,0901"));
  check_manifest(project.path("out"), project.path(""));
  check_nothing_of_the_machine(project.path("out"), project.path("out").parent_path());
}

// The table of the whole equals the sum of plans of one parcel each.
BOOST_AUTO_TEST_CASE(the_table_equals_the_sum_of_single_reviews) {
  const PlanProject project;
  BOOST_TEST(project.review("plan.csv", "all", {"--scheme", "ydyh_2023"}).exit_code == 0);
  const nlohmann::json whole = project.json("all/summary.json")["plan"]["total"];
  std::map<std::string, int> sum;
  std::istringstream lines(plan());
  std::string line;
  std::getline(lines, line);
  while (std::getline(lines, line)) {
    project.write("one.csv", kHeader + line + "\n");
    BOOST_TEST(project.review("one.csv", "one", {"--scheme", "ydyh_2023"}).exit_code == 0);
    const nlohmann::json one = project.json("one/summary.json")["plan"]["total"];
    for (const char* verdict : {"allow", "conditional", "veto", "undecided"}) sum[verdict] += one[verdict].get<int>();
  }
  for (const auto& [verdict, count] : sum) BOOST_TEST(whole[verdict] == count, verdict);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_judged_is_named_and_the_rest_decided) {
  const PlanProject project;
  project.write("bad.csv", plan() + "B1,0811,,," + square(503000, 3503000, 50) + "\n" +  // no such code
                               "B2,0701,城镇住宅用地,,\"POLYGON((503000 3503000,503100 3503100,503100 3503000,503000 "
                               "3503100,503000 3503000))\"\n" +                       // crosses itself
                               "B3,0701,城镇住宅用地,,\"POINT(503000 3503000)\"\n" +  // no area
                               "B4,0701,城镇住宅用地,,\"POLYGON((599000 3503000,599100 3503000,599100 3503100,599000 "
                               "3503000))\"\n" +  // outside
                               "B5,,,," +
                               square(503000, 3503000, 50) + "\n" +                                // no code
                               "B6,0701,城镇住宅用地,100," + square(503000, 3503000, 50) + "\n" +  // twice
                               "B6,0701,城镇住宅用地,100," + square(503200, 3503000, 50) + "\n");
  const CliRun run = project.review("bad.csv", "out");
  BOOST_TEST(run.exit_code == 5, run.err);
  const nlohmann::json total = project.json("out/summary.json")["plan"]["total"];
  BOOST_TEST(total["undecided"] == 7);
  BOOST_TEST(total["parcels"] == 11);
  std::map<std::string, std::string> reasons;
  for (const nlohmann::json& d : project.json("out/decisions.json")) {
    if (d["verdict"] == "undecided") reasons[d["id"]] = d["reasons"]["en"][0];
  }
  BOOST_TEST(holds(reasons.at("B1"), "'0811' is not known"));
  BOOST_TEST(holds(reasons.at("B1"), "Nearest known codes"));
  BOOST_TEST(holds(reasons.at("B3"), "no area"));
  BOOST_TEST(holds(reasons.at("B4"), "outside the computed area"));
  BOOST_TEST(holds(reasons.at("B5"), "neither a code nor a name"));
  BOOST_TEST(holds(reasons.at("B6"), "occurs 2 times"));
  const nlohmann::json skipped = project.json("out/manifest.json")["skipped"];
  BOOST_TEST(skipped.size() == 7U);
}

BOOST_AUTO_TEST_CASE(an_undeclared_scheme_is_asked_for) {
  const PlanProject project;
  project.write("bare.csv", "id,code,wkt\nL1,0702," + square(503000, 3503000, 50) + "\nL2,0701," +
                                square(503200, 3503000, 50) + "\n");
  const CliRun run = project.review("bare.csv", "out");
  BOOST_TEST(run.exit_code == 5, run.err);
  const nlohmann::json summary = project.json("out/summary.json");
  BOOST_TEST(summary["plan"]["not_understood"][0]["problem"] == "ambiguous_code_scheme");
  BOOST_TEST(project.review("bare.csv", "out", {"--scheme", "third_survey"}).exit_code == 0);
  BOOST_TEST(project.review("bare.csv", "out", {"--set", "plan.scheme=用地用海"}).exit_code == 0);
  const CliRun wrong = project.review("bare.csv", "out", {"--scheme", "ydyh_2032"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(holds(wrong.err, "ydyh_2023"));
}

BOOST_AUTO_TEST_CASE(two_variants_side_by_side_mirror) {
  const PlanProject project;
  std::string other = plan();
  const std::string homes = "0701,城镇住宅用地,300";
  other.replace(other.find(homes), homes.size(), "1402,防护绿地,");
  project.write("b.csv", other);
  BOOST_TEST(project.review("plan.csv", "ab", {"--against", "b.csv"}).exit_code == 0);
  BOOST_TEST(project.review("b.csv", "ba", {"--against", "plan.csv"}).exit_code == 0);
  const nlohmann::json ab = project.json("ab/summary.json");
  const nlohmann::json ba = project.json("ba/summary.json");
  BOOST_TEST(ab["plan"] == ba["against"]);
  BOOST_TEST(ab["against"] == ba["plan"]);
  BOOST_TEST(ab["comparison"]["changes"].size() == 1U);
  BOOST_TEST(ab["comparison"]["changes"][0]["verdict_against"] == "allow");
  for (const char* verdict : {"allow", "conditional", "veto", "undecided"}) {
    BOOST_TEST(ab["comparison"]["difference"][verdict].get<int>() ==
               -ba["comparison"]["difference"][verdict].get<int>());
  }
  BOOST_TEST(project.read("ab/parcels.csv") == project.read("ba/against.parcels.csv"));
}

BOOST_AUTO_TEST_CASE(proposals_and_a_plan_do_not_mix) {
  const PlanProject project;
  const CliRun both = project.review("plan.csv", "out", {"--proposals", "proposals.geojson"});
  BOOST_TEST(both.exit_code == 2);
  const CliRun none = project.run({"review", "project.toml", "-o", "out"});
  BOOST_TEST(none.exit_code == 2);
  BOOST_TEST(holds(none.err, "--plan"));
}

BOOST_AUTO_TEST_CASE(enterprises_are_ranked_by_what_closing_them_frees) {
  const PlanProject project;
  BOOST_TEST(project.review("plan.csv", "out", {"--relocation"}).exit_code == 0);
  const nlohmann::json gains = project.json("out/summary.json")["relocation"];
  BOOST_REQUIRE(gains.size() == 1U);
  BOOST_TEST(gains[0]["enterprise"] == "E1");
  BOOST_TEST(gains[0]["people"] == 300.0);
  BOOST_TEST(gains[0]["parcels"][0] == "L1");
}

// A letter per parcel, readable by an office suite; what was not looked for is not said to be missing.
BOOST_AUTO_TEST_CASE(a_plan_has_letters) {
  const PlanProject project;
  BOOST_TEST(project.review("plan.csv", "out", {"--letters"}).exit_code == 0);
  for (const char* name : {"letter_L1_zh.md", "letter_L1_en.md", "letter_L1_zh.docx", "letter_L1_en.docx"})
    BOOST_TEST(names_in(project.path("out")).contains(name), name);
  BOOST_TEST(holds(project.read("out/letter_L1_en.md"), "On the proposal L1"));
  BOOST_TEST(!holds(project.read("out/letter_L1_en.md"), "No change within reach"));
  BOOST_TEST(project.read("out/letter_L4_zh.docx").substr(0, 2) == "PK");
  check_manifest(project.path("out"), project.path(""));
  BOOST_TEST(project.review("plan.csv", "more", {"--letters", "--suggest"}).exit_code == 0);
  BOOST_TEST(holds(project.read("more/letter_L1_en.md"), "What would make it pass"));
  bool moved = false;
  for (const auto& d : project.json("more/decisions.json")) {
    for (const auto& remedy : d["remedies"]) moved = moved || remedy["kind"] == "move";
  }
  BOOST_TEST(moved);
}
