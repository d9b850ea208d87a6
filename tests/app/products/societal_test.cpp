// sise societal: curves, verdicts, ranking and pictures; the same bytes for any number of threads.
#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <string>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

/// The tiny project with one person on every hectare, and ground for the enterprise E1.
void add_people(const TinyProject& project, const std::string& more = "") {
  project.write("population.tif", TinyProject::population());
  project.write(
      "grounds.geojson",
      R"({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}},
"features": [{"type": "Feature", "properties": {"enterprise": "E1"}, "geometry": {"type": "Polygon", "coordinates":
[[[500900, 3500900], [501100, 3500900], [501100, 3501100], [500900, 3501100], [500900, 3500900]]]}}]})");
  project.replace("project.toml", "[scenarios]", "[units.boundary]\nsource = \"grounds.geojson\"\n[scenarios]");
  project.write("project.toml", project.read("project.toml") +
                                    "[population]\nraster = \"population.tif\"\nunit = \"per_cell\"\n[societal]\n"
                                    "compare = [\"nl_1990\"]\n" +
                                    more);
}

/// Only what can be computed: the tank of chlorine and the store.
void keep_computed(const TinyProject& project) {
  project.replace("units.csv", "U3,Filling station,E3,filling_station,petrol,,existing,501500,3500500\n", "");
  project.replace("units.csv", "U4,Ammonia bottles,E4,,ammonia,0.5,existing,500500,3502500\n", "");
}

nlohmann::json json_in(const TinyProject& project, const std::string& name) {
  return nlohmann::json::parse(project.read(name));
}

const nlohmann::json& named(const nlohmann::json& curves, const std::string& name) {
  for (const nlohmann::json& curve : curves) {
    if (curve["name"] == name) return curve;
  }
  BOOST_FAIL("no curve " + name);
  return curves;
}

/// ∫ F dN of a curve of fn.csv.
double area_in_csv(const std::string& csv, const std::string& curve, const std::string& kind) {
  std::istringstream text(csv);
  double area = 0.0;
  double from = 0.0;
  for (std::string line; std::getline(text, line);) {
    std::istringstream cells(line);
    std::string name, its_kind, deaths, frequency, at_least;
    std::getline(cells, name, ',');
    std::getline(cells, its_kind, ',');
    std::getline(cells, deaths, ',');
    std::getline(cells, frequency, ',');
    std::getline(cells, at_least, ',');
    if (name != curve || its_kind != kind) continue;
    area += (std::stod(deaths) - from) * std::stod(at_least);
    from = std::stod(deaths);
  }
  return area;
}

}  // namespace

BOOST_AUTO_TEST_CASE(societal_risk_of_enterprises_a_park_and_the_district) {
  const TinyProject project;
  add_people(project, "parks = [{name = \"P\", enterprises = [\"E1\", \"E2\"]}]\n");
  keep_computed(project);
  const CliRun run = project.run({"societal", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  check_manifest(project.path("out"), project.path("."));
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
  const nlohmann::json fn = json_in(project, "out/fn.json");
  const std::string csv = project.read("out/fn.csv");
  const auto expected = boost::test_tools::tolerance(1e-9);
  double sum = 0.0;
  for (const char* name : {"E1", "E2"}) {
    const nlohmann::json& curve = named(fn["enterprises"], name);
    const double deaths = curve["expected_deaths_per_year"];
    BOOST_TEST(deaths > 0.0);
    BOOST_TEST(curve["risk_times_people_per_year"].get<double>() == deaths, expected);
    BOOST_TEST(area_in_csv(csv, name, "enterprise") == deaths, expected);
    BOOST_TEST(curve["judgement"]["criterion"] == "gb36894-2018");
    BOOST_TEST(curve["compared"][0]["criterion"] == "nl_1990");
    BOOST_TEST(curve.contains("confidence"));
    sum += deaths;
  }
  BOOST_TEST(named(fn["parks"], "P")["expected_deaths_per_year"].get<double>() == sum, expected);
  BOOST_TEST(fn["district"]["expected_deaths_per_year"].get<double>() == sum, expected);
  BOOST_TEST(!fn["district"].contains("judgement"));
  // Own staff is left out where the ground is known, and said to be counted where it is not.
  const auto remark = [&](const char* name) { return named(fn["enterprises"], name)["remarks"].dump(); };
  BOOST_TEST(!holds(remark("E1"), "own_staff_counted"));
  BOOST_TEST(holds(remark("E2"), "own_staff_counted"));
  const std::string contributors = project.read("out/contributors.csv");
  BOOST_TEST(holds(contributors, "target,T2,,"));
  BOOST_TEST(holds(contributors, ",U1,1,"), contributors);  // alone at the hall
  BOOST_TEST(names_in(project.path("out")).contains("contributors.tif"));
  const nlohmann::json page = page_data(project.read("out/index.html"));
  BOOST_TEST(page_layer(page, "enterprises")["shapes"].size() == fn["enterprises"].size());
  const std::string svg = project.read("out/fn.svg");
  for (const char* words :
       {"不可接受区", "尽可能降低区", "unacceptable", "as low as reasonably practicable", "E1", "荷兰"}) {
    BOOST_TEST(holds(svg, words), words);
  }
}

BOOST_AUTO_TEST_CASE(societal_bytes_do_not_depend_on_threads) {
  const TinyProject project;
  add_people(project);
  for (const char* threads : {"1", "2", "7"}) {
    const CliRun run = project.run({"societal", "project.toml", "-o", threads, "--threads", threads, "--quiet"});
    BOOST_REQUIRE(run.exit_code == 0);
  }
  // Nothing could be computed of the bottles and of the filling station: nobody may take them for harmless.
  BOOST_TEST(!named(json_in(project, "1/fn.json")["enterprises"], "E4").contains("judgement"));
  BOOST_TEST(json_in(project, "1/summary.json")["not_judged_enterprises"].dump() == R"(["E3","E4"])");
  BOOST_CHECK(contents_of(project.path("1")) == contents_of(project.path("2")));
  BOOST_CHECK(contents_of(project.path("1")) == contents_of(project.path("7")));
}

BOOST_AUTO_TEST_CASE(societal_risk_without_people_or_with_an_unknown_enterprise_is_refused) {
  const TinyProject project;
  const CliRun nobody = project.run({"societal", "project.toml", "-o", "out"});
  BOOST_TEST(nobody.exit_code == 3);
  BOOST_TEST(holds(nobody.err, "[population]"), nobody.err);
  add_people(project, "parks = [{name = \"P\", enterprises = [\"E9\"]}]\n");
  const CliRun unknown = project.run({"societal", "project.toml", "-o", "out"});
  BOOST_TEST(unknown.exit_code == 3);
  BOOST_TEST(holds(unknown.err, "E9"), unknown.err);
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
  project.replace("project.toml", "nl_1990", "nl_1991");
  const CliRun lines = project.run({"societal", "project.toml", "-o", "out"});
  BOOST_TEST(lines.exit_code == 2);
  BOOST_TEST(holds(lines.err, "nl_1990"), lines.err);
}

BOOST_AUTO_TEST_CASE(societal_risk_keeps_its_budget_and_tells_it_before) {
  const TinyProject project;
  add_people(project);
  const CliRun plan = project.run({"societal", "project.toml", "--dry-run"});
  BOOST_TEST(plan.exit_code == 0, plan.err);
  BOOST_TEST(nlohmann::json::parse(plan.out)["cells"] == 1600);
  const CliRun refused = project.run({"societal", "project.toml", "-o", "out", "--max-memory", "50M"});
  BOOST_TEST(refused.exit_code == 6);
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
}

// A country's own lines, with one that rises where it should fall.
BOOST_AUTO_TEST_CASE(lines_of_ones_own_are_checksummed_and_a_wrong_one_is_refused) {
  const TinyProject project;
  add_people(project, "criterion = \"lines.toml\"\n");
  const std::string lines = R"(id = "mine"
title = {en = "mine", zh = "自定"}
source = "the office"
confidence = "seen"
fewest_deaths = 1.0
upper = [{deaths = 1.0, per_year = 1e-2}, {deaths = 100.0, per_year = 1e-4}]
)";
  project.write("lines.toml", lines);
  const CliRun run = project.run({"societal", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(json_in(project, "out/fn.json")["criterion"]["id"] == "mine");
  BOOST_TEST(holds(project.read("out/manifest.json"), "lines.toml"));
  project.replace("lines.toml", "per_year = 1e-4", "per_year = 1e-1");
  const CliRun wrong = project.run({"societal", "project.toml", "-o", "other"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(holds(wrong.err, "falling frequency"), wrong.err);
}

// What the review finds with the unit on top of its enterprise is what the district has once the unit stands in it.
BOOST_AUTO_TEST_CASE(a_proposed_unit_lifts_the_curve_of_its_enterprise_as_if_it_stood_there) {
  const TinyProject project;
  add_people(project);
  keep_computed(project);
  project.write("proposals.csv",
                "id,kind,unit_kind,enterprise,substance,inventory_t,state,pressure_gauge_kPa,x,y\n"
                "WITH,unit,pressurised_vessel,E1,chlorine,20,liquefied,600,502500,3501700\n"
                "NEW,unit,pressurised_vessel,N,chlorine,20,liquefied,600,502500,3501700\n"
                "LACKS,unit,pressurised_vessel,,,20,,,502500,3501700\n");
  project.write("project.toml",
                project.read("project.toml") + "[proposals]\ncrs = \"EPSG:4549\"\nx = \"x\"\ny = \"y\"\n");
  const CliRun run =
      project.run({"review", "project.toml", "--proposals", "proposals.csv", "-o", "out", "--quiet", "--suggest"});
  BOOST_TEST(run.exit_code == 0, run.err);
  std::map<std::string, nlohmann::json> by_id;
  for (const nlohmann::json& decision : json_in(project, "out/decisions.json")) by_id[decision["id"]] = decision;
  const auto raised = [&](const std::string& id) {
    for (const nlohmann::json& check : by_id[id]["checks"]) {
      if (check["rule_id"] == "gb36894.societal_risk.alarp_raised") return check;
    }
    BOOST_FAIL("no societal check of " + id + ": " + by_id[id].dump(1));
    return nlohmann::json();
  };
  const nlohmann::json with = raised("WITH");
  BOOST_TEST(with["subject"] == "E1");
  BOOST_TEST(holds(by_id["WITH"]["reasons"]["en"].dump(), "Expected deaths by its enterprise 'E1'"));
  BOOST_TEST(holds(by_id["LACKS"]["reasons"]["zh"].dump(), "未计算该单元的社会风险"));
  BOOST_TEST(holds(by_id["WITH"]["reasons"]["zh"].dump(), "从事的活动 (activity)、位于化工园区内 (in_park)"));
  project.replace("units.csv", ",status,x,y", ",status,state,pressure_gauge_kPa,x,y");
  project.replace("units.csv", ",existing,", ",existing,,,");
  project.write("units.csv", project.read("units.csv") +
                                 "WITH,Vessel,E1,pressurised_vessel,chlorine,20,new,liquefied,600,502500,3501700\n"
                                 "NEW,Vessel,N,pressurised_vessel,chlorine,20,new,liquefied,600,502500,3501700\n");
  const CliRun district = project.run({"societal", "project.toml", "-o", "district", "--quiet"});
  BOOST_TEST(district.exit_code == 0, district.err);
  const nlohmann::json curves = json_in(project, "district/fn.json")["enterprises"];
  const auto same = boost::test_tools::tolerance(1e-6);
  BOOST_TEST(named(curves, "E1")["expected_deaths_per_year"].get<double>() == with["value"].get<double>(), same);
  // The newcomer's curve stays below the lower line: its deaths are told in words.
  std::smatch told;
  const std::string words = by_id["NEW"]["reasons"]["en"].dump();
  BOOST_REQUIRE(std::regex_search(words, told, std::regex("'N': 0 per year without it, ([0-9.]+)×10⁻⁵ per year")));
  BOOST_TEST(1e-5 * std::stod(told[1]) == named(curves, "N")["expected_deaths_per_year"].get<double>(),
             boost::test_tools::tolerance(0.005));
}

// `sise capacity` and this command mean the same park: the ground, and the units on it.
BOOST_AUTO_TEST_CASE(parks_of_the_capacity_section_are_judged_by_the_units_on_their_ground) {
  const TinyProject project;
  add_people(project);
  keep_computed(project);
  project.write(
      "parks.geojson",
      R"({"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4549"}},
"features": [{"type": "Feature", "properties": {"id": "P1", "name": "East"}, "geometry": {"type": "Polygon", "coordinates":
[[[501900, 3501900], [502100, 3501900], [502100, 3502100], [501900, 3502100], [501900, 3501900]]]}}]})");
  project.write("project.toml", project.read("project.toml") +
                                    "[capacity]\nparks = {source = \"parks.geojson\", id = \"id\", name = "
                                    "\"name\"}\n[capacity.unit]\nlike = \"U2\"\n");
  const CliRun run = project.run({"societal", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const nlohmann::json fn = json_in(project, "out/fn.json");
  const nlohmann::json& park = named(fn["parks"], "East");
  BOOST_TEST(park["expected_deaths_per_year"] == named(fn["enterprises"], "E2")["expected_deaths_per_year"]);
  BOOST_TEST(park["judgement"]["criterion"] == "gb36894-2018");
  project.replace("project.toml", "compare = [\"nl_1990\"]", "parks = [{name = \"East\", enterprises = [\"E1\"]}]");
  const CliRun twice = project.run({"societal", "project.toml", "-o", "other"});
  BOOST_TEST(twice.exit_code == 3);
  BOOST_TEST(holds(twice.err, "East"), twice.err);
}

// When accidents happen goes with who is outdoors then: 7 % by day, 1 % by night. Without people it would change nothing.
BOOST_AUTO_TEST_CASE(day_share_counts_with_the_people_of_the_hour_and_is_refused_without_them) {
  const auto deaths = [](const std::string& day_share, bool people) {
    const TinyProject project;
    project.keep_chlorine_only();
    project.write("units.csv", "id,enterprise,kind,substance,day_share,x,y\nU1,E1,pressurised_vessel,chlorine," +
                                   day_share + ",501000,3501000\n");
    if (people) {
      project.write("people.tif", TinyProject::population());
      project.write("project.toml",
                    project.read("project.toml") + "[population]\nraster = \"people.tif\"\nunit = \"per_cell\"\n");
    }
    const CliRun run = project.run({"societal", "project.toml", "-o", "out", "--quiet"});
    if (!people) {
      BOOST_TEST(run.exit_code == 3, run.err);
      BOOST_TEST(holds(run.err, "day_share"), run.err);
      return 0.0;
    }
    BOOST_TEST(run.exit_code == 0, run.err);
    return nlohmann::json::parse(project.read("out/summary.json"))["expected_deaths_per_year"].get<double>();
  };
  const double by_day = deaths("1", true);
  const double by_night = deaths("0", true);
  BOOST_TEST(by_day > 1.3 * by_night);
  BOOST_TEST(deaths("", true) == 0.44 * by_day + 0.56 * by_night, boost::test_tools::tolerance(1e-6));
  (void)deaths("1", false);
}
