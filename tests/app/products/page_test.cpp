// index.html beside the outputs: its data are those of the other files, with the project's own context below them.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

/// Every value of a column, texts resolved.
std::vector<nlohmann::json> column(const nlohmann::json& layer, const std::string& name) {
  std::vector<nlohmann::json> values;
  for (const nlohmann::json& field : layer["fields"]) {
    if (field["name"] != name) continue;
    for (const nlohmann::json& value : field["values"])
      values.push_back(field.contains("words") && !value.is_null() ? field["words"][value.get<std::size_t>()] : value);
  }
  return values;
}

const std::string kRoads = R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"name": "<b>West Road</b>"},
 "geometry": {"type": "LineString", "coordinates": [[120.005, 31.630], [120.035, 31.640]]}}]}
)";
const std::string kContext = "[context.roads]\nsource = \"roads.geojson\"\nkind = \"roads\"\ntitle = \"道路\"\n";

void add_context(const TinyProject& project, const std::string& text) {
  project.write("roads.geojson", kRoads);
  project.write("project.toml", project.read("project.toml") + text);
}

}  // namespace

BOOST_AUTO_TEST_CASE(the_page_of_a_map_holds_its_layers_shares_and_ground) {
  const TinyProject project;
  add_context(project, kContext);
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  const nlohmann::json data = page_data(project.read("out/index.html"));
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(data["title"]["en"] == "Tiny: Individual risk baseline zones (existing facilities)");
  BOOST_TEST(column(page_layer(data, "units"), "id") == (std::vector<nlohmann::json>{"U1", "U2", "U3", "U4"}),
             boost::test_tools::per_element());
  BOOST_TEST(page_layer(data, "targets")["shown"] == false);
  const nlohmann::json contours = nlohmann::json::parse(project.read("out/contours.geojson"))["features"];
  BOOST_TEST(page_layer(data, "contours")["shapes"].size() == contours.size());
  BOOST_TEST(data["ground"]["image"].get<std::string>().starts_with("data:image/png;base64,iVBOR"));
  double area = 0.0;
  for (const nlohmann::json& row : data["shares"]["rows"]) area += row["area_m2"].get<double>();
  BOOST_TEST(area == 16e6);
  BOOST_TEST(data["shares"]["rows"][0]["area_m2"] == summary["classes"]["red"]["area_m2"]);
  BOOST_TEST(data["context"][0]["names"][0] == "<b>West Road</b>");
  BOOST_TEST(data["context"][0]["kind"] == "roads");
  BOOST_TEST(data["context"][0]["shapes"][0]["l"].size() == 1U);
  BOOST_TEST(data["sise"]["config"]["context"]["roads"]["kind"] == "roads");
  // The layer is an input like any other.
  const nlohmann::json manifest = nlohmann::json::parse(project.read("out/manifest.json"));
  bool recorded = false;
  for (const nlohmann::json& input : manifest["inputs"]) recorded = recorded || input["path"] == "roads.geojson";
  BOOST_TEST(recorded);
}

BOOST_AUTO_TEST_CASE(every_command_with_a_map_has_its_page) {
  const TinyProject project;
  add_context(project, kContext);
  project.write("incident.toml", project.read("incident.toml") + kContext);
  const std::vector<std::pair<std::string, std::vector<std::string>>> commands{
      {"decisions", {"review", "project.toml", "--proposals", "proposals.geojson"}},
      {"distances", {"distances", "project.toml"}},
      {"hazards", {"hazards", "project.toml"}},
      {"major_hazards", {"onemap", "project.toml"}},
      {"zones", {"zones", "incident.toml"}}};
  for (const auto& [name, words] : commands) {
    std::vector<std::string> command = words;
    command.insert(command.end(), {"-o", words[0], "--quiet"});
    const int code = project.run(command).exit_code;
    BOOST_TEST((code == 0 || code == 5), words[0]);
    const nlohmann::json data = page_data(project.read(words[0] + "/index.html"));
    BOOST_TEST(!page_layer(data, name)["shapes"].empty(), words[0]);
    BOOST_TEST(data["context"][0]["title"]["zh"] == "道路");
    check_manifest(project.path(words[0]), project.path("."));
  }
}

BOOST_AUTO_TEST_CASE(decisions_carry_all_their_reasons) {
  const TinyProject project;
  (void)project.run({"review", "project.toml", "--proposals", "proposals.geojson", "-o", "out", "--quiet"});
  const nlohmann::json data = page_data(project.read("out/index.html"));
  const nlohmann::json decisions = nlohmann::json::parse(project.read("out/decisions.json"));
  const std::vector<nlohmann::json> reasons = column(page_layer(data, "decisions"), "reason_zh");
  BOOST_REQUIRE(reasons.size() == decisions.size());
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    std::string all;
    for (const nlohmann::json& reason : decisions[i]["reasons"]["zh"])
      all += (all.empty() ? "" : "\n") + reason.get<std::string>();
    BOOST_TEST(reasons[i].get<std::string>() == all);
  }
}

BOOST_AUTO_TEST_CASE(targets_of_an_incident_say_what_reaches_them) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const nlohmann::json data = page_data(project.read("out/index.html"));
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  const nlohmann::json& targets = page_layer(data, "targets");
  BOOST_REQUIRE(!summary["targets"].empty());
  const std::vector<nlohmann::json> ids = column(targets, "id");
  const std::vector<nlohmann::json> levels = column(targets, "worst_level");
  for (const nlohmann::json& told : summary["targets"]) {
    const auto at = static_cast<std::size_t>(std::find(ids.begin(), ids.end(), told["id"]) - ids.begin());
    BOOST_REQUIRE(at < ids.size());
    BOOST_TEST(levels[at] == told["worst_level"]);
  }
}

BOOST_AUTO_TEST_CASE(faults_of_context_are_told_before_anything_is_written) {
  const TinyProject project;
  add_context(
      project,
      "[context.roads]\nsource = \"targets.csv\"\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\nkind = \"roads\"\n");
  const CliRun points = project.run({"map", "project.toml", "-o", "out", "--lang", "en"});
  BOOST_TEST(points.exit_code == 3);
  BOOST_TEST(holds(points.err, "a point cannot be drawn as roads"), points.err);
  BOOST_TEST(holds(points.err, "targets.csv"), points.err);
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
  const CliRun validated = project.run({"validate", "project.toml", "--lang", "en"});
  BOOST_TEST(validated.exit_code == 3);
  BOOST_TEST(holds(validated.out + validated.err, "a point cannot be drawn as roads"));
}

BOOST_AUTO_TEST_CASE(a_layer_beside_the_map_is_told_and_one_far_away_refused) {
  const TinyProject project;
  add_context(project, kContext);
  project.replace("roads.geojson", "[120.005, 31.630], [120.035, 31.640]", "[120.205, 31.630], [120.235, 31.640]");
  const CliRun beside = project.run({"map", "project.toml", "-o", "out", "--lang", "en"});
  BOOST_TEST(beside.exit_code == 0);
  BOOST_TEST(holds(beside.err, "the layer has nothing near the map"), beside.err);
  BOOST_TEST(page_data(project.read("out/index.html"))["context"][0]["shapes"].empty());
  project.replace("roads.geojson", "[120.205, 31.630], [120.235, 31.640]", "[110.2, 31.63], [110.3, 31.64]");
  BOOST_TEST(project.run({"map", "project.toml", "-o", "far", "--quiet"}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(tiles_of_another_datum_are_refused_and_others_named_in_the_page_alone) {
  const TinyProject project;
  const std::string before = project.read("project.toml");
  project.write("project.toml", before + "[context]\ntiles = \"https://webrd01.is.autonavi.com/x={x}&y={y}&z={z}\"\n");
  const CliRun refused = project.run({"map", "project.toml", "-o", "out", "--lang", "zh"});
  BOOST_TEST(refused.exit_code == 2);
  BOOST_TEST(holds(refused.err, "GCJ-02"), refused.err);
  project.write("project.toml",
                before + "[context]\ntiles = \"https://t0.tianditu.gov.cn/w?x={x}&y={y}&z={z}&tk=abcsecret\"\n");
  BOOST_REQUIRE(project.run({"map", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  BOOST_TEST(holds(page_data(project.read("out/index.html"))["tiles"]["address"], "abcsecret"));
  for (const char* name : {"manifest.json", "summary.json", "units.geojson"})
    BOOST_TEST(!holds(project.read(std::string("out/") + name), "abcsecret"), name);
}

BOOST_AUTO_TEST_CASE(sheets_are_written_as_asked_and_named_by_the_dry_run) {
  const TinyProject project;
  add_context(project, kContext);
  const CliRun plan = project.run({"map", "project.toml", "--sheet", "A4,A3-zh", "--dry-run", "--quiet"});
  const std::set<std::string> files = nlohmann::json::parse(plan.out)["files"];
  const CliRun run = project.run({"map", "project.toml", "-o", "out", "--sheet", "A4,A3-zh", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  BOOST_TEST((files == names_in(project.path("out"))));
  for (const char* name : {"out/sheet_a4.pdf", "out/sheet_a3_zh.pdf"})
    BOOST_TEST(project.read(name).starts_with("%PDF"));
  (void)project.run({"map", "project.toml", "-o", "again", "--sheet", "A4,A3-zh", "--threads", "1", "--quiet"});
  for (const char* name : {"sheet_a4.pdf", "sheet_a4.png", "sheet_a3_zh.pdf"})
    BOOST_TEST((project.read(std::string("out/") + name) == project.read(std::string("again/") + name)), name);
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
  const CliRun wrong = project.run({"map", "project.toml", "-o", "no", "--sheet", "A5", "--lang", "en"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(holds(wrong.err, "'A5' is no sheet"), wrong.err);
}

BOOST_AUTO_TEST_CASE(zones_and_decisions_have_sheets_and_every_letter_one_beside_it) {
  const TinyProject project;
  add_context(project, kContext);
  const auto check = [&](std::vector<std::string> words, const std::set<std::string>& wanted) {
    std::vector<std::string> dry = words;
    dry.insert(dry.end(), {"--dry-run", "--quiet"});
    const CliRun plan = project.run(dry);
    BOOST_REQUIRE_MESSAGE(plan.exit_code == 0, plan.err);
    words.insert(words.end(), {"-o", words.front(), "--quiet"});
    const CliRun run = project.run(words);
    BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
    const std::set<std::string> made = names_in(project.path(words.front()));
    BOOST_TEST((made == std::set<std::string>(nlohmann::json::parse(plan.out)["files"])), words.front());
    for (const std::string& name : wanted) BOOST_TEST(made.contains(name), name);
    check_nothing_of_the_machine(project.path(words.front()), project.path("project.toml").parent_path());
  };
  check({"zones", "incident.toml", "--sheet", "A4,A4-en-grey"}, {"sheet_a4.pdf", "sheet_a4_en_grey.png"});
  check({"review", "project.toml", "--proposals", "proposals.geojson", "--letters", "--sheet", "A4-zh"},
        {"sheet_a4_zh.pdf", "letter_near_sheet_a4_zh.pdf", "letter_near_sheet_a4_zh.png"});
}

BOOST_AUTO_TEST_CASE(fonts_rules_and_languages_of_the_user_change_no_byte_of_pages_pictures_and_sheets) {
  const TinyProject project;
  add_context(project, kContext);
  // Every family is another one, everything is slanted, and no folder is looked into.
  project.write("home/.config/fontconfig/fonts.conf",
                "<?xml version=\"1.0\"?><fontconfig><reset-dirs/>"
                "<match target=\"pattern\"><edit name=\"family\" mode=\"assign\" binding=\"strong\">"
                "<string>DejaVu Serif</string></edit></match>"
                "<match target=\"font\"><edit name=\"matrix\" mode=\"assign\"><matrix><double>1</double>"
                "<double>0.4</double><double>0</double><double>1</double></matrix></edit></match></fontconfig>\n");
  CliOptions hostile;
  hostile.environment = {{"HOME", project.path("home").string()},
                         {"XDG_CONFIG_HOME", project.path("home/.config").string()},
                         {"FONTCONFIG_FILE", project.path("home/.config/fontconfig/fonts.conf").string()},
                         {"LANGUAGE", "ja:tr"},
                         {"PANGO_LANGUAGE", "ja"},
                         {"LC_ALL", "C"}};
  const std::vector<std::string> words{"zones", "incident.toml", "--sheet", "A4", "--quiet", "-o"};
  std::vector<std::string> plain = words;
  plain.emplace_back("plain");
  std::vector<std::string> set = words;
  set.emplace_back("set");
  const CliRun first = project.run(plain);
  BOOST_REQUIRE_MESSAGE(first.exit_code == 0, first.err);
  const CliRun second = project.run(set, hostile);
  BOOST_REQUIRE_MESSAGE(second.exit_code == 0, second.err);
  BOOST_TEST((contents_of(project.path("plain")) == contents_of(project.path("set"))));
}

BOOST_AUTO_TEST_CASE(without_fonts_pictures_are_drawn_with_a_warning_and_sheets_refused_before_anything_is_computed) {
  const TinyProject project;
  project.write("fonts/readme.txt", "no font is here");
  CliOptions bare;
  bare.environment = {{"SISE_FONTS", project.path("fonts").string()}};
  const CliRun zones = project.run({"zones", "incident.toml", "-o", "zones", "--lang", "en"}, bare);
  BOOST_TEST(zones.exit_code == 0, zones.err);
  BOOST_TEST(holds(zones.err, "'Noto Sans CJK SC'"), zones.err);
  BOOST_TEST(holds(zones.err, "apt-get install fonts-noto-cjk"), zones.err);
  BOOST_REQUIRE(zones.exit_code == 0);
  BOOST_TEST(project.read("zones/preview.png").starts_with("\x89PNG"));
  BOOST_TEST(project.read("zones/preview.png").size() < 200'000U);
  const CliRun map = project.run({"map", "project.toml", "-o", "plain", "--lang", "en"}, bare);
  BOOST_TEST(map.exit_code == 0, map.err);
  const CliRun sheet = project.run({"map", "project.toml", "-o", "map", "--sheet", "A4", "--lang", "en"}, bare);
  BOOST_TEST(sheet.exit_code == 4, sheet.err);
  BOOST_TEST(holds(sheet.err, "sheets are set in the fonts"), sheet.err);
  BOOST_TEST(!std::filesystem::exists(project.path("map")));
  const CliRun with = project.run({"zones", "incident.toml", "-o", "with", "--lang", "en"});
  BOOST_TEST(!holds(with.err, "Noto"), with.err);
}
