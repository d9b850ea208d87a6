// A rule pack of one's own: legend, classes, styles, verdicts and incidents follow it.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  BOOST_REQUIRE_MESSAGE(at != std::string::npos, from);
  return text.replace(at, from.size(), to);
}

/// The built-in pack with other limits of general classes 2 and 3 and a use of its own.
std::string own_pack() {
  std::ifstream file(std::string(SISE_SOURCE_DIR) + "/data/rules/gb36894-2018.toml");
  std::ostringstream text;
  text << file.rdbuf();
  std::string pack = replaced(text.str(), "id = \"gb36894-2018\"", "id = \"own\"");
  pack = replaced(pack, "zh = \"GB 36894-2018 风险基准与", "zh = \"本局限值与");
  pack = replaced(pack, "general_2 = 1e-5", "general_2 = 8e-6");
  pack = replaced(pack, "general_3 = 3e-5", "general_3 = 4e-5");
  return pack +
         "\n[[occupancy.uses]]\nid = \"moon_base\"\ntitle = {en = \"moon base\", zh = \"月球基地\"}\n"
         "class = \"general_2\"\n";
}

}  // namespace

BOOST_AUTO_TEST_CASE(legend_classes_and_styles_follow_the_packs_limits) {
  const TinyProject project;
  project.write("own.toml", own_pack());
  project.write("project.toml", project.read("project.toml") + "[criteria]\nrule_pack = \"own.toml\"\n");
  project.replace("scenarios.csv", "U1,S1,toxic,2e-4", "U1,S1,toxic,2e-3");
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(holds(summary["scheme"]["title_zh"], "本局限值"));
  const std::string style = project.read("out/risk.qml");
  BOOST_TEST(holds(style, "4e-05"));
  BOOST_TEST(!holds(style, "3e-05"));
  bool level = false;
  const nlohmann::json contours = nlohmann::json::parse(project.read("out/contours.geojson"));
  for (const nlohmann::json& feature : contours["features"])
    level = level || feature["properties"]["level_per_year"] == 8e-6;
  BOOST_TEST(level);
}

BOOST_AUTO_TEST_CASE(proposals_and_incidents_know_the_packs_uses) {
  const TinyProject project;
  project.write("own.toml", own_pack());
  project.write("targets.csv", "id,use,x,y\nT1,月球基地,502500,3502000\n");
  const CliRun strange = project.run({"zones", "incident.toml", "-o", "out", "--quiet"});
  BOOST_TEST(strange.exit_code == 3);
  BOOST_TEST(holds(strange.err, "月球基地"));
  project.write("incident.toml", project.read("incident.toml") + "[criteria]\nrule_pack = \"own.toml\"\n");
  const CliRun known = project.run({"zones", "incident.toml", "-o", "out", "--quiet"});
  BOOST_TEST(known.exit_code == 0, known.err);
  BOOST_TEST(holds(project.read("out/manifest.json"), "own.toml"));
  project.replace("proposals.geojson", R"("class": "high_sensitivity")", R"("use": "月球基地")");
  BOOST_TEST(project.run({"validate", "proposals.geojson"}).exit_code == 3);
  BOOST_TEST(project.run({"validate", "proposals.geojson", "--set", "criteria.rule_pack=own.toml"}).exit_code == 0);
  BOOST_TEST(project.run({"validate", "proposals.geojson", "--set", "grid.cell_m=5"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_curve_that_does_not_exist_is_refused_with_its_line) {
  const TinyProject project;
  project.write("own.toml", replaced(own_pack(), "curve = \"gb6722\"", "curve = \"gb6723\""));
  project.write("project.toml", project.read("project.toml") + "[criteria]\nrule_pack = \"own.toml\"\n");
  for (const char* command : {"map", "distances"}) {
    const CliRun run = project.run({command, "project.toml", "-o", "out", "--quiet"});
    BOOST_TEST(run.exit_code == 2, command);
    BOOST_TEST(holds(run.err, "own.toml:"), run.err);
    BOOST_TEST(holds(run.err, "Did you mean 'gb6722'?"), run.err);
  }
}
