// sise validate as people call it.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/app/cli.hpp"

using sise::test::CliRun;
using sise::test::run_sise;
using sise::test::TemporaryFolder;

namespace {

bool validate_says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

const std::string kProject =
    "[grid]\ncrs = 'EPSG:4549'\ncell_m = 10.0\nbounds = [500000, 3500000, 501000, 3502000]\n[units]\nsource = "
    "'units.csv'\n"
    "x = 'x'\ny = 'y'\ncrs = 'EPSG:4549'\n";
const std::string kUnits = "id,x,y\nU1,500500,3501000\n";
const std::string kIncident =
    "[source]\nlon = 119.95\nlat = 31.95\nsubstance = 'chlorine'\nrate_kg_s = 1.5\n"
    "[weather]\nwind_from_deg = 135.0\nwind_speed_m_s = 2.0\nstability = 'F'\n[grid]\ncrs = 'EPSG:4549'\ncell_m = "
    "10.0\n";
const std::string kCase = R"({"id": "a", "model": "tnt", "source": {"tnt_kg": 100.0}, "at": [{"r_m": 50.0}]})";
const std::string kProposals =
    R"({"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"id": "P1", "kind": "development", "class": "general_1"},
        "geometry": {"type": "Point", "coordinates": [119.95, 31.95]}}]})";

}  // namespace

BOOST_AUTO_TEST_CASE(sound_files_of_every_kind_are_told_by_their_keys) {
  const TemporaryFolder folder;
  (void)folder.write("units.csv", kUnits);
  const auto kind = [&](const std::string& name, const std::string& text) {
    const CliRun run = run_sise({"validate", folder.write(name, text), "--json"});
    BOOST_TEST(run.exit_code == 0, name + ": " + run.out);
    return nlohmann::json::parse(run.out)["kind"].get<std::string>();
  };
  BOOST_TEST(kind("project.toml", kProject) == "project");
  BOOST_TEST(kind("incident.toml", kIncident) == "incident");
  BOOST_TEST(kind("cases.json", kCase) == "cases");
  BOOST_TEST(kind("many.json", "[" + kCase + "]") == "cases");
  BOOST_TEST(kind("proposals.geojson", kProposals) == "proposals");
}

BOOST_AUTO_TEST_CASE(a_sound_file_says_nothing_on_stdout) {
  const TemporaryFolder folder;
  const std::string file = folder.write("incident.toml", kIncident);
  const CliRun run = run_sise({"validate", file, "--quiet"});
  BOOST_TEST(run.exit_code == 0);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  BOOST_TEST(validate_says(run_sise({"validate", file}).err, "sound (an incident)"));
}

BOOST_AUTO_TEST_CASE(every_problem_is_a_line_and_the_exit_code_is_2) {
  const TemporaryFolder folder;
  const std::string file = folder.write("incident.toml", kIncident + "[modle]\n[endpoints]\nset = 'aegls'\n");
  const CliRun run = run_sise({"validate", file});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(run.err.empty());
  BOOST_TEST(std::count(run.out.begin(), run.out.end(), '\n') == 2);
  BOOST_TEST(validate_says(run.out, "incident.toml:13:2: field 'modle': unknown key 'modle'. Did you mean 'model'?"));
  BOOST_TEST(validate_says(run.out, ":15:7: "));
  BOOST_TEST(validate_says(run_sise({"validate", file, "--lang", "zh"}).out, "未知的键 'modle'。是否应为 'model'?"));
}

BOOST_AUTO_TEST_CASE(json_lines_and_one_json_document) {
  const TemporaryFolder folder;
  const std::string file = folder.write("incident.toml", kIncident + "[modle]\n");
  const CliRun lines = run_sise({"validate", file, "--log-format", "json"});
  BOOST_TEST(lines.exit_code == 2);
  const nlohmann::json line = nlohmann::json::parse(lines.out);
  BOOST_TEST(line["code"] == "unknown_key");
  BOOST_TEST(line["line"] == 13);
  const nlohmann::json document = nlohmann::json::parse(run_sise({"validate", file, "--json"}).out);
  BOOST_TEST(!document["sound"].get<bool>());
  BOOST_TEST(document["diagnostics"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(missing_files_are_inputs) {
  const TemporaryFolder folder;
  BOOST_TEST(run_sise({"validate", (folder.path() / "none.toml").string()}).exit_code == 3);
  BOOST_TEST(run_sise({"validate", folder.write("project.toml", kProject)}).exit_code == 3);
  BOOST_TEST(run_sise({"validate", folder.write("broken.gpkg", "no database")}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(wrong_cases_and_proposals) {
  const TemporaryFolder folder;
  BOOST_TEST(run_sise({"validate", folder.write("cases.json",
                                                R"({"id": "a", "model": "tnt", "source": {"tnt_kg": -1}, "at": []})")})
                 .exit_code == 2);
  std::string proposals = kProposals;
  proposals.replace(proposals.find("development"), 11, "developement");
  const CliRun run = run_sise({"validate", folder.write("proposals.geojson", proposals)});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(validate_says(run.out, "Allowed are development"));
}

BOOST_AUTO_TEST_CASE(set_is_part_of_what_is_checked) {
  const TemporaryFolder folder;
  const CliRun run = run_sise({"validate", folder.write("incident.toml", kIncident), "--set", "grid.cell_m=-5"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(validate_says(run.out, "--set: field 'grid.cell_m'"));
}
