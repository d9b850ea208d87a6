// sise review: a verdict, and why.
#include <boost/test/unit_test.hpp>
#include <set>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

void read_proposals_by_columns(const TinyProject& project) {
  project.write("project.toml",
                project.read("project.toml") + "[proposals]\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n");
}

/// By the id of their proposal.
std::map<std::string, nlohmann::json> written_decisions(const TinyProject& project) {
  std::map<std::string, nlohmann::json> decisions;
  for (const nlohmann::json& one : nlohmann::json::parse(project.read("out/decisions.json")))
    decisions[one["id"]] = one;
  return decisions;
}

std::map<std::string, nlohmann::json> decisions_of(const TinyProject& project) {
  const CliRun run = project.run(
      {"review", "project.toml", "--proposals", "proposals.geojson", "-o", "out", "--quiet", "--overwrite"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  auto decisions = written_decisions(project);
  BOOST_REQUIRE(decisions.size() == 3U);
  return decisions;
}

const nlohmann::json& check_of(const nlohmann::json& decision, const std::string& rule_id) {
  for (const nlohmann::json& check : decision["checks"]) {
    if (check["rule_id"] == rule_id) return check;
  }
  throw std::runtime_error("no check by " + rule_id);
}

}  // namespace

// The limit is corroborated, the toxicity of chlorine is recalled: the office confirms it before anything is vetoed.
BOOST_AUTO_TEST_CASE(risk_near_the_tank_is_a_veto_once_the_toxicity_is_confirmed) {
  const TinyProject project;
  project.keep_chlorine_only();
  const nlohmann::json open = decisions_of(project).at("near");
  BOOST_TEST(open["verdict"] == "conditional");
  BOOST_TEST(open["if_confirmed"] == "veto");
  const nlohmann::json& check = check_of(open, "gb36894.individual_risk.existing");
  BOOST_TEST(check["confidence"] == "recalled");
  BOOST_TEST(check["passed"] == false);
  BOOST_TEST(check["limit"] == 3e-6);
  BOOST_TEST(check["value"].get<double>() > 3e-6);
  BOOST_TEST(check["governing_unit"] == "U1");
  BOOST_TEST(check["contributors"][0]["unit_id"] == "U1");
  BOOST_TEST(holds(check["rests_on"].dump(), "chlorine.toxicity"));
  BOOST_TEST(holds(open["reasons"]["zh"][0], "氯的毒性"));
  BOOST_TEST(holds(open["reasons"]["en"][0], "times the limit (3×10⁻⁶ per year for general target, class 1;"));
  project.write("project.toml", project.read("project.toml") +
                                    "[rules]\nconfirmed = [{id = \"氯.toxicity\", by = \"A. Reader\", date = "
                                    "2026-11-21}]\n");
  const nlohmann::json confirmed = decisions_of(project).at("near");
  BOOST_TEST(confirmed["verdict"] == "veto");
  BOOST_TEST(holds(confirmed["reasons"]["zh"][0], "一票否决:企业“E1”单独造成的个人风险为每年 "));
}

BOOST_AUTO_TEST_CASE(the_map_and_both_counts_stand_in_every_decision) {
  const TinyProject project;
  project.keep_chlorine_only();
  for (const auto& [id, decision] : decisions_of(project)) {
    const nlohmann::json& sum = check_of(decision, "sise.cumulative_individual_risk");
    BOOST_TEST(sum["informative"] == true);
    BOOST_TEST(sum["value"].get<double>() >= decision["map"]["risk_per_year"].get<double>());
    BOOST_TEST(decision["class"].is_string());
    BOOST_TEST(decision["class_basis"]["en"] == "stated in the layer");
    BOOST_TEST(decision["class_confidence"] == "seen");
  }
  BOOST_TEST(decisions_of(project).at("near")["map"]["class"] == "orange");
}

// One unknown word among many parcels: it is named, the rest is decided, the exit code says partial.
BOOST_AUTO_TEST_CASE(a_plan_does_not_stop_at_one_word) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.replace("proposals.geojson", R"("id": "blast", "kind": "development", "class": "high_sensitivity")",
                  R"("id": "blast", "kind": "development", "use": "火星基地")");
  const CliRun run = project.run({"review", "project.toml", "--proposals", "proposals.geojson", "-o", "out"});
  BOOST_TEST(run.exit_code == 5, run.err);
  BOOST_TEST(holds(run.err, "火星基地"));
  const nlohmann::json decisions = nlohmann::json::parse(project.read("out/decisions.json"));
  BOOST_REQUIRE(decisions.size() == 3U);
  BOOST_TEST(decisions[0]["verdict"] == "conditional");
  BOOST_TEST(decisions[1]["verdict"] == "undecided");
  BOOST_TEST(holds(decisions[1]["reasons"]["zh"][0], "未知的用途"));
  BOOST_TEST(decisions[2]["verdict"] == "allow");
  const nlohmann::json manifest = nlohmann::json::parse(project.read("out/manifest.json"));
  BOOST_TEST(manifest["status"] == "partial");
  BOOST_REQUIRE(manifest["skipped"].size() == 1U);
  BOOST_TEST(manifest["skipped"][0]["item"] == "blast");
  const nlohmann::json layer = check_rfc7946(project.path("out/decisions.geojson"));
  BOOST_TEST(layer["features"][1]["properties"]["code"] == 0);
}

BOOST_AUTO_TEST_CASE(far_from_everything_is_allowed) {
  const TinyProject project;
  project.keep_chlorine_only();
  const auto decisions = decisions_of(project);
  BOOST_TEST(decisions.at("far")["verdict"] == "allow");
  BOOST_TEST(decisions.at("far")["if_confirmed"] == "allow");
}

BOOST_AUTO_TEST_CASE(a_recalled_limit_makes_a_veto_only_once_it_is_confirmed) {
  const TinyProject project;
  project.replace("scenarios.csv", ",,,,,1000", ",,,,,2000");  // 40 m/kg^(1/3): above 2 kPa by every curve
  const nlohmann::json open = decisions_of(project).at("blast");
  BOOST_TEST(open["verdict"] == "conditional");
  BOOST_TEST(open["if_confirmed"] == "veto");
  BOOST_TEST(check_of(open, "gbt37243.overpressure")["confidence"] == "recalled");
  BOOST_TEST(check_of(open, "gbt37243.overpressure")["value"].get<double>() > 2383.2);
  project.write("project.toml", project.read("project.toml") +
                                    "[rules]\nconfirmed = [{id = \"gbt37243.overpressure\", by = \"A. Reader\", date = "
                                    "2026-11-21}]\n");
  const nlohmann::json confirmed = decisions_of(project).at("blast");
  BOOST_TEST(confirmed["verdict"] == "veto");
  BOOST_TEST(check_of(confirmed, "gbt37243.overpressure")["confirmed"] == true);
}

// At 50 m/kg^(1/3) the legal curve is above 2 kPa and others are below: which of them holds decides.
BOOST_AUTO_TEST_CASE(a_blast_beyond_its_curves_agreement_is_conditional_with_both_values) {
  const TinyProject project;
  const nlohmann::json decision = decisions_of(project).at("blast");
  const nlohmann::json& check = check_of(decision, "gbt37243.overpressure");
  BOOST_TEST(check["value"].get<double>() == 2383.2, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(check["low"].get<double>() < 2000.0);
  BOOST_TEST(decision["verdict"] == "conditional");
  BOOST_TEST(decision["if_confirmed"] == "conditional");
}

BOOST_AUTO_TEST_CASE(decisions_carry_what_the_contract_names) {
  const TinyProject project;
  for (const auto& [id, decision] : decisions_of(project)) {
    BOOST_REQUIRE(!decision["checks"].empty());
    for (const char* language : {"zh", "en"}) BOOST_TEST(!decision["reasons"][language].empty(), id);
    for (const nlohmann::json& check : decision["checks"]) {
      for (const char* key : {"rule_id", "source", "confidence", "quantity", "unit", "value", "limit", "margin",
                              "passed", "governing_unit", "contributors"}) {
        BOOST_TEST(check.contains(key), id + " " + key);
      }
    }
  }
  const nlohmann::json layer = check_rfc7946(project.path("out/decisions.geojson"));
  BOOST_TEST(layer["features"].size() == 3U);
  BOOST_TEST(layer["features"][0]["properties"]["verdict"] == "conditional");
  BOOST_TEST(layer["features"][0]["properties"]["if_confirmed"] == "veto");
  BOOST_TEST(layer["features"][0]["properties"]["code"] == 2);
  BOOST_TEST(holds(contents_of(project.path("out")).at("decisions.qml"), "否决"));
  check_manifest(project.path("out"), project.path("."));
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
}

// gb6722 beyond Z = 15 is used outside its stated range; another curve at the same place says that the limit is kept all the
// same, so the warning is told and decides nothing.
BOOST_AUTO_TEST_CASE(a_warning_that_cannot_change_the_outcome_is_told_and_decides_nothing) {
  const TinyProject project;
  const nlohmann::json far = decisions_of(project).at("far");
  const nlohmann::json& check = check_of(far, "gbt37243.overpressure");
  BOOST_TEST(holds(check["warnings"].dump(), "outside_range_of_use"));
  BOOST_TEST(check["bracket"].get<double>() >= check["value"].get<double>());
  BOOST_TEST(check["bracket"].get<double>() < check["limit"].get<double>());
  BOOST_TEST(check["low"].is_null());
  BOOST_TEST(far["verdict"] == "allow");
  BOOST_TEST(holds(far["reasons"]["en"][0], "outside_range_of_use"));
}

// The law answers before any risk is computed: a production plant in town is vetoed, whatever its scenarios.
BOOST_AUTO_TEST_CASE(law_first_then_risk) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.write(
      "law.csv",
      "id,kind,class,activity,in_park,serves_chemical_firms,chemical_project,yangtze_bank_m,near_unit,near_item,"
      "near_sub,near_size,stands_as,unit_kind,substance,inventory_t,x,y\n"
      "PLANT,unit,,生产,否,,,,,,,,,reactor,phosgene,5,503000,3503000\n"
      "SHIP,unit,,use,no,,yes,800,,,,,,reactor,ammonia,1,503000,3503000\n"
      "CHAIRS,development,general_3,,yes,no,,,,,,,,,,,503500,3503500\n"
      "TANKS,development,general_3,,yes,yes,,,,,,,,,,,503500,3503500\n"
      "ROAD,development,general_3,,,,,,U1,store_a,items_34,8,road,,,,501019.5,3501000\n"
      "BAD,development,general_3,,maybe,,,,,,,,,,,,503500,3503500\n"
      "WHOM,development,general_3,,,,,,,store_a,items_34,8,road,,,,503500,3503500\n");
  read_proposals_by_columns(project);
  const CliRun run = project.run({"review", "project.toml", "--proposals", "law.csv", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 5, run.err);
  auto by_id = written_decisions(project);
  BOOST_TEST(by_id["PLANT"]["verdict"] == "veto");
  BOOST_TEST(by_id["PLANT"]["checks"][0]["rule_id"] == "hcsl.18.1");
  BOOST_TEST(holds(by_id["PLANT"]["reasons"]["zh"][0], "一票否决:新建、扩建危险化学品生产项目"));
  BOOST_TEST(by_id["SHIP"]["verdict"] == "conditional");
  BOOST_TEST(by_id["SHIP"]["if_confirmed"] == "veto");
  BOOST_TEST(by_id["CHAIRS"]["verdict"] == "veto");
  BOOST_TEST(by_id["TANKS"]["verdict"] == "conditional");
  BOOST_TEST(holds(by_id["TANKS"]["reasons"]["en"][0], "exception"));
  const nlohmann::json& road = check_of(by_id["ROAD"], "design_code.store_a.road");
  BOOST_TEST(road["limit"] == 20.0);
  BOOST_TEST(std::abs(road["value"].get<double>() - 19.5) < 1e-3);
  BOOST_TEST(by_id["BAD"]["verdict"] == "undecided");
  BOOST_TEST(holds(by_id["BAD"]["reasons"]["en"][0], "neither yes nor no"));
  BOOST_TEST(by_id["WHOM"]["verdict"] == "undecided");
  BOOST_TEST(holds(by_id["WHOM"]["reasons"]["en"][0], "near_item is stated, but not of which unit"));
}

// A plant that is not there yet: the same risk at the school as if it stood there and the school were proposed.
BOOST_AUTO_TEST_CASE(a_proposed_unit_is_judged_by_its_record_alone) {
  const TinyProject project;
  project.keep_chlorine_only();
  const std::string head = "id,kind,unit_kind,enterprise,substance,inventory_t,state,pressure_gauge_kPa,x,y\n";
  project.write("new.csv", head +
                               "NEAR,unit,pressurised_vessel,N,chlorine,20,liquefied,600,502500,3501700\n"
                               "FAR,unit,pressurised_vessel,,chlorine,0.001,liquefied,600,500100,3500100\n"
                               "WITH,unit,pressurised_vessel,E1,chlorine,20,liquefied,600,502500,3501700\n"
                               "LACKS,unit,pressurised_vessel,,,20,,,502500,3501700\n");
  read_proposals_by_columns(project);
  const CliRun run = project.run({"review", "project.toml", "--proposals", "new.csv", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  auto by_id = written_decisions(project);
  const nlohmann::json& own = check_of(by_id["NEAR"], "gb36894.individual_risk.new");
  BOOST_TEST(own["subject"] == "T1");
  BOOST_TEST(own["limit"] == 3e-7);
  BOOST_TEST(own["passed"] == false);
  BOOST_TEST(own["governing_unit"] == "NEAR");
  BOOST_TEST(by_id["NEAR"]["if_confirmed"] == "veto");
  BOOST_TEST(holds(by_id["NEAR"]["reasons"]["en"][0], "from 'NEAR' alone at target 'T1'"));
  BOOST_TEST(holds(by_id["NEAR"]["reasons"].dump(), "scenarios follow from its record (frequencies: bevi)"));
  BOOST_TEST(by_id["FAR"]["verdict"] == "allow");
  BOOST_TEST(by_id["LACKS"]["verdict"] == "conditional");
  BOOST_TEST(holds(by_id["LACKS"]["reasons"]["en"][0], "no substance is stated"));
  const nlohmann::json& with = check_of(by_id["WITH"], "gb36894.individual_risk.existing");
  BOOST_TEST(with["value"].get<double>() > own["value"].get<double>());
  BOOST_TEST(with["contributors"].size() == 2U);

  project.replace("project.toml", "[scenarios]\nsource = \"scenarios.csv\"\n", "");
  project.write("units.csv",
                "id,kind,enterprise,substance,inventory_t,state,pressure_gauge_kPa,status,x,y\n"
                "NEAR,pressurised_vessel,N,chlorine,20,liquefied,600,new,502500,3501700\n");
  project.write("school.csv", "id,kind,class,x,y\nT1,development,high_sensitivity,502500,3502000\n");
  const CliRun other = project.run({"review", "project.toml", "--proposals", "school.csv", "-o", "school", "--quiet"});
  BOOST_TEST(other.exit_code == 0, other.err);
  const auto decisions = nlohmann::json::parse(project.read("school/decisions.json"));
  const nlohmann::json& stands = check_of(decisions[0], "gb36894.individual_risk.new");
  BOOST_TEST(own["value"].get<double>() == stands["value"].get<double>(), boost::test_tools::tolerance(1e-6));
}

// D60: the tank at the works gives way to a smaller one. Lower at every target and still above a limit: conditional, with a date.
BOOST_AUTO_TEST_CASE(d60_a_rebuild_that_improves_and_still_fails_is_conditional) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.replace("project.toml", "[scenarios]\nsource = \"scenarios.csv\"\n", "");
  project.write("units.csv",
                "id,kind,enterprise,substance,inventory_t,state,pressure_gauge_kPa,status,x,y\n"
                "OLD,pressurised_vessel,E1,chlorine,40,liquefied,600,existing,502500,3501700\n"
                "STAYS,pressurised_vessel,E9,chlorine,0.001,liquefied,600,existing,500100,3500100\n");
  read_proposals_by_columns(project);
  project.write("new.csv",
                "id,kind,unit_kind,enterprise,substance,inventory_t,state,pressure_gauge_kPa,replaces,x,y\n"
                "LESS,unit,pressurised_vessel,,chlorine,10,liquefied,600,OLD,502500,3501700\n"
                "MORE,unit,pressurised_vessel,E1,chlorine,80,liquefied,600,OLD,502500,3501700\n"
                "BESIDE,unit,pressurised_vessel,E1,chlorine,10,liquefied,600,,502500,3501700\n"
                "OTHER,unit,pressurised_vessel,E2,chlorine,10,liquefied,600,OLD,502500,3501700\n"
                "WHOM,unit,pressurised_vessel,E1,chlorine,10,liquefied,600,NOBODY,502500,3501700\n");
  const CliRun run = project.run({"review", "project.toml", "--proposals", "new.csv", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 5, run.err);
  auto by_id = written_decisions(project);
  BOOST_TEST(by_id["LESS"]["verdict"] == "conditional");
  BOOST_TEST(by_id["LESS"]["if_confirmed"] == "conditional");
  BOOST_TEST(holds(by_id["LESS"]["reasons"]["en"][0], "replaces 'OLD'"), by_id["LESS"].dump(1));
  BOOST_TEST(holds(by_id["LESS"]["reasons"]["zh"][0], "限期达标"));
  const nlohmann::json& breach = check_of(by_id["LESS"], "gb36894.individual_risk.new");
  BOOST_TEST(breach["passed"] == false);
  const double alone = breach["value"];
  BOOST_TEST(check_of(by_id["LESS"], "gb36894.individual_risk.existing")["value"].get<double>() == alone,
             boost::test_tools::tolerance(1e-6));  // the old tank is gone
  BOOST_TEST(check_of(by_id["BESIDE"], "gb36894.individual_risk.existing")["value"].get<double>() > 1.5 * alone);
  for (const char* id : {"MORE", "BESIDE"}) BOOST_TEST(by_id[id]["if_confirmed"] == "veto");
  BOOST_TEST(holds(by_id["MORE"]["reasons"].dump(), "it raises what reaches this target"), by_id["MORE"].dump(1));
  for (const char* id : {"OTHER", "WHOM"}) BOOST_TEST(by_id[id]["verdict"] == "undecided");
  BOOST_TEST(holds(by_id["OTHER"]["reasons"]["en"][0], "belongs to enterprise 'E1'"));
  BOOST_TEST(holds(by_id["WHOM"]["reasons"]["en"][0], "is no unit of the study"));
}

// D16: a workers' camp for 18 months is a dwelling, and its risk is that of a whole year.
BOOST_AUTO_TEST_CASE(d16_a_camp_is_a_dwelling_however_long_it_stands) {
  const TinyProject project;
  project.keep_chlorine_only();
  read_proposals_by_columns(project);
  project.write("camps.csv",
                "id,kind,use,people,until,x,y\n"
                "CAMP,development,residential,500,2028-05,501200,3501000\n"
                "HOMES,development,residential,500,,501200,3501000\n");
  const CliRun run = project.run({"review", "project.toml", "--proposals", "camps.csv", "-o", "out", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  const auto decisions = nlohmann::json::parse(project.read("out/decisions.json"));
  BOOST_REQUIRE(decisions.size() == 2U);
  BOOST_TEST(decisions[0]["class"] == "general_1");
  for (const char* key : {"class", "verdict", "checks"}) BOOST_TEST(decisions[0][key] == decisions[1][key], key);
}

// D17: a fair is judged by societal risk for its hours, and is conditional upon measures whatever the curve says.
BOOST_AUTO_TEST_CASE(d17_an_event_is_conditional_upon_measures) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.write("people.tif", TinyProject::population());
  project.write("project.toml", project.read("project.toml") +
                                    "[population]\nraster = \"people.tif\"\nunit = \"per_cell\"\n"
                                    "[proposals]\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n");
  project.write("fairs.csv",
                "id,kind,open_air_people,hours_per_year,day_share,x,y\n"
                "FAIR,event,500,36,1,501200,3501000\nSEASON,event,500,2000,,501200,3501000\n"
                "LACKS,event,,36,,501200,3501000\n");
  const CliRun run = project.run({"review", "project.toml", "--proposals", "fairs.csv", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 5, run.err);
  auto by_id = written_decisions(project);
  const nlohmann::json& fair = by_id["FAIR"];
  BOOST_TEST(fair["verdict"] == "conditional");
  BOOST_TEST(fair["if_confirmed"] == "conditional");
  BOOST_TEST(holds(check_of(fair, "sise.event_measures")["text"]["zh"], "疏散预案"), fair.dump(1));
  for (const nlohmann::json& check : fair["checks"]) BOOST_TEST(check["rule_id"] != "gb36894.individual_risk.existing");
  BOOST_TEST(holds(by_id["SEASON"]["reasons"]["en"][0], "more than the 720 of an event"), by_id["SEASON"].dump(1));
  BOOST_TEST(by_id["LACKS"]["verdict"] == "undecided");
  BOOST_TEST(holds(by_id["LACKS"]["reasons"]["en"][0], "open_air_people"), by_id["LACKS"].dump(1));
}

// What would make it pass counts the unit's risk: less is held, or it stands elsewhere.
BOOST_AUTO_TEST_CASE(suggestions_for_a_proposed_unit_count_its_risk) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.write("new.csv",
                "id,kind,unit_kind,substance,inventory_t,state,pressure_gauge_kPa,x,y\n"
                "NEAR,unit,pressurised_vessel,ammonia,20,liquefied,900,502500,3501900\n");
  read_proposals_by_columns(project);
  const CliRun run = project.run(
      {"review", "project.toml", "--proposals", "new.csv", "--suggest", "--letters", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const auto decision = nlohmann::json::parse(project.read("out/decisions.json"))[0];
  BOOST_TEST(check_of(decision, "gb36894.individual_risk.new")["passed"] == false);
  std::set<std::string> kinds;
  for (const nlohmann::json& remedy : decision["remedies"]) kinds.insert(remedy["kind"]);
  BOOST_TEST(kinds.contains("move"), decision["remedies"].dump());
  const std::string letter = project.read("out/letter_NEAR_en.md");  // says what was judged
  for (const char* fact : {"kind of unit: pressurised vessel", "substance: ammonia", "largest inventory: 20 t"})
    BOOST_TEST(holds(letter, fact), letter);
}

// "H/1" and "H?1" come to one name, and a third proposal has the name that counting through gives: nobody's letter is lost.
BOOST_AUTO_TEST_CASE(every_proposal_has_its_own_letter) {
  const TinyProject project;
  project.keep_chlorine_only();
  read_proposals_by_columns(project);
  project.write("homes.csv",
                "id,name,kind,class,x,y\nH/1,first,development,general_1,501080,3501000\n"
                "H?1,second,development,general_1,501090,3501000\nH_1_2,third,development,general_1,501100,3501000\n"
                "h?1,fourth,development,general_1,501110,3501000\n");
  const CliRun run =
      project.run({"review", "project.toml", "--proposals", "homes.csv", "--letters", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(holds(project.read("out/letter_H_1_en.md"), "first (H/1)"));
  BOOST_TEST(holds(project.read("out/letter_H_1_2_en.md"), "second (H?1)"));
  BOOST_TEST(holds(project.read("out/letter_H_1_2_2_en.md"), "third (H_1_2)"));
  BOOST_TEST(holds(project.read("out/letter_h_1_3_en.md"), "fourth (h?1)"));
}

// Every suggestion passes when the review is run on it; the letters tell the conclusion first.
BOOST_AUTO_TEST_CASE(suggestions_are_proven_and_letters_written) {
  const TinyProject project;
  project.keep_chlorine_only();
  read_proposals_by_columns(project);
  project.write("homes.csv", "id,kind,class,x,y\nH/1,development,general_1,501080,3501000\n");
  const CliRun run = project.run(
      {"review", "project.toml", "--proposals", "homes.csv", "--suggest", "--letters", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const nlohmann::json decision = nlohmann::json::parse(project.read("out/decisions.json"))[0];
  BOOST_TEST(decision["verdict"] == "conditional");
  BOOST_REQUIRE(!decision["remedies"].empty());
  const nlohmann::json& move = decision["remedies"][0];
  BOOST_TEST(move["kind"] == "move");
  BOOST_TEST(move["proven"] == true);
  const double angle = move["bearing_deg"].get<double>() * 3.14159265358979 / 180.0;
  const double metres = move["metres"];
  const auto at = [&](double d) {
    return std::to_string(501080.0 + d * std::sin(angle)) + "," + std::to_string(3501000.0 + d * std::cos(angle));
  };
  project.write("moved.csv", "id,kind,class,x,y\nfar,development,general_1," + at(metres) +
                                 "\nnear,development,general_1," + at(0.985 * metres - 1.5) + "\n");
  BOOST_TEST(project.run({"review", "project.toml", "--proposals", "moved.csv", "-o", "again", "--quiet"}).exit_code ==
             0);
  const nlohmann::json again = nlohmann::json::parse(project.read("again/decisions.json"));
  BOOST_TEST(check_of(again[0], "gb36894.individual_risk.existing")["passed"] == true);
  BOOST_TEST(check_of(again[1], "gb36894.individual_risk.existing")["passed"] == false);
  const std::string letter = project.read("out/letter_H_1_zh.md");
  BOOST_TEST(letter.find("## 结论") < letter.find("## 审查意见"));
  BOOST_TEST(holds(letter, "复核"));
  BOOST_TEST(holds(project.read("out/letter_H_1_en.md"), "reviewed again"));
  check_manifest(project.path("out"), project.path("project.toml").parent_path());
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
}
