// sise scenarios: the table that it writes is the table that it reads, and every unit has its page.
#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const char* const kUnits =
    "id,name,kind,substance,inventory_t,state,temperature_C,pressure_gauge_kPa,x,y\n"
    "V 1,氯罐,pressurised_vessel,液氯,5,加压液化,20,600,501000,3501000\n"
    "V2,Petrol,常压储罐,汽油,400,液体,20,,502000,3502000\n"
    "V3,Sphere,压力容器,丙烷,30,加压液化,20,800,503000,3501500\n"
    "V4,Unknown,pressurised_vessel,,5,,,,500500,3502500\n";

/// The tiny project without a table of its own.
struct WithoutTable : TinyProject {
  explicit WithoutTable(const std::string& units = kUnits) {
    write("units.csv", units);
    replace("project.toml", "[scenarios]\nsource = \"scenarios.csv\"\n", "");
  }
};

std::string answer(const TinyProject& project, const std::string& file) {
  auto json = nlohmann::json::parse(project.read(file));
  if (json.is_object()) {
    json.erase("sise");
    json.erase("notes");
  }
  return json.dump();
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

BOOST_AUTO_TEST_CASE(records_alone_make_scenarios_pages_and_a_list_of_what_is_missing) {
  const WithoutTable project;
  const CliRun run = project.run({"scenarios", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const std::string rows = project.read("out/scenarios.csv");
  BOOST_TEST(holds(rows, "unit_id,case_id,kind,frequency_per_year"));
  BOOST_TEST(holds(rows, "vessel.leak_10mm.toxic"));
  BOOST_TEST(holds(project.read("out/missing.csv"), "V4"));
  BOOST_TEST(!holds(project.read("out/missing.csv"), "V3"));
  const auto trees = nlohmann::json::parse(project.read("out/trees.json"));
  BOOST_TEST(trees.size() == 4U);
  const std::string page = project.read("out/unit_V_1.html");
  BOOST_TEST(holds(page, "<svg"));
  BOOST_TEST(holds(page, "氯罐"));
  BOOST_TEST(holds(project.read("out/index.html"), "unit_V_1.html"));
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["generated"] == 3);
  BOOST_TEST(summary["missing"] == 1);
  BOOST_TEST(summary["scenarios"] == lines_of(rows) - 1);
}

BOOST_AUTO_TEST_CASE(the_table_fed_back_gives_the_same_answers) {
  const WithoutTable project;
  BOOST_TEST(project.run({"scenarios", "project.toml", "-o", "made", "--quiet"}).exit_code == 0);
  project.write("fed.toml", project.read("project.toml") + "[scenarios]\nsource = \"made/scenarios.csv\"\n");
  for (const char* file : {"project.toml", "fed.toml"}) {
    const std::string out = file == std::string("fed.toml") ? "fed" : "own";
    for (const char* command : {"map", "distances"}) {
      const CliRun run = project.run({command, file, "-o", out + "_" + command, "--quiet"});
      BOOST_TEST(run.exit_code == 0, run.err);
    }
    const CliRun run =
        project.run({"review", file, "--proposals", "proposals.geojson", "-o", out + "_review", "--quiet"});
    BOOST_TEST(run.exit_code == 0, run.err);
  }
  BOOST_TEST(answer(project, "own_map/units.geojson") == answer(project, "fed_map/units.geojson"));
  BOOST_TEST(answer(project, "own_map/classes.geojson") == answer(project, "fed_map/classes.geojson"));
  BOOST_TEST(answer(project, "own_map/summary.json") == answer(project, "fed_map/summary.json"));
  BOOST_TEST(project.read("own_distances/distances.csv") == project.read("fed_distances/distances.csv"));
  BOOST_TEST(project.read("own_review/decisions.json") == project.read("fed_review/decisions.json"));
}

BOOST_AUTO_TEST_CASE(what_scenarios_were_generated_from_reaches_the_review_and_can_be_confirmed) {
  const WithoutTable project;
  const auto review = [&](const std::string& confirmed) {
    project.write("asked.toml", project.read("project.toml") + confirmed);
    const CliRun run = project.run(
        {"review", "asked.toml", "--proposals", "proposals.geojson", "-o", "out", "--quiet", "--overwrite"});
    BOOST_TEST(run.exit_code == 0, run.err);
    return nlohmann::json::parse(project.read("out/decisions.json"));
  };
  const auto links = [](const nlohmann::json& decisions, const std::string& beginning) {
    std::size_t open = 0;
    std::size_t all = 0;
    for (const nlohmann::json& decision : decisions) {
      for (const nlohmann::json& check : decision["checks"]) {
        for (const nlohmann::json& link : check["rests_on"]) {
          if (!link["id"].get<std::string>().starts_with(beginning)) continue;
          ++all;
          open += link["confirmed"] == false ? 1U : 0U;
        }
      }
    }
    return std::pair{all, open};
  };
  const nlohmann::json decisions = review("");
  BOOST_TEST(links(decisions, "bevi.frequencies").first > 0U);
  BOOST_TEST(links(decisions, "generator.release_height_m").second > 0U);
  const nlohmann::json sure = review("[rules]\nconfirmed = [{id = 'generator', by = 'Li', date = 2026-11-21}]\n");
  BOOST_TEST(links(sure, "generator.").first > 0U);
  BOOST_TEST(links(sure, "generator.").second == 0U);
  const CliRun wrong = project.run({"validate", "asked.toml", "--set",
                                    "rules.confirmed=[{id='generator.conection_mm', by='Li', date='2026-11-21'}]"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(holds(wrong.err + wrong.out, "generator.connection_mm"), wrong.err + wrong.out);
}

BOOST_AUTO_TEST_CASE(a_table_replaces_the_generated_rows_of_the_units_it_names) {
  const WithoutTable project;
  project.write("project.toml", project.read("project.toml") + "[scenarios]\nsource = \"scenarios.csv\"\n");
  project.write("scenarios.csv", "unit_id,case_id,kind,frequency_per_year,rate_kg_s\nV 1,S1,toxic,1e-5,1\n");
  BOOST_TEST(project.run({"scenarios", "project.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const std::string rows = project.read("out/scenarios.csv");
  BOOST_TEST(holds(rows, "V 1,S1,toxic"));
  BOOST_TEST(!holds(rows, "V 1,vessel"));
  BOOST_TEST(holds(rows, "V2,vessel"));
}

BOOST_AUTO_TEST_CASE(another_pack_gives_other_frequencies_and_a_wrong_name_is_refused) {
  const WithoutTable project;
  BOOST_TEST(project.run({"scenarios", "project.toml", "-o", "a", "--quiet"}).exit_code == 0);
  BOOST_TEST(
      project.run({"scenarios", "project.toml", "-o", "b", "--quiet", "--set", "model.frequency_pack=api581_2nd"})
          .exit_code == 0);
  BOOST_TEST(project.run({"scenarios", "project.toml", "-o", "c", "--quiet", "--set", "model.event_trees=order404"})
                 .exit_code == 0);
  BOOST_TEST(project.run({"scenarios", "project.toml", "-o", "d", "--quiet", "--set", "model.delayed_ignition=0.3"})
                 .exit_code == 0);
  const std::string first = project.read("a/scenarios.csv");
  for (const char* other : {"b", "c", "d"})
    BOOST_TEST((project.read(std::string(other) + "/scenarios.csv") != first), other);
  const CliRun wrong =
      project.run({"scenarios", "project.toml", "-o", "e", "--quiet", "--set", "model.frequency_pack=beve"});
  BOOST_TEST(wrong.exit_code == 2);
  BOOST_TEST(holds(wrong.err, "bevi"), wrong.err);
}

BOOST_AUTO_TEST_CASE(a_kind_that_nobody_knows_is_an_error_where_scenarios_come_from_it) {
  std::string units = kUnits;
  units.replace(units.find("常压储罐"), std::string("常压储罐").size(), "常压储堆");
  const WithoutTable project(units);
  const CliRun map = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(map.exit_code == 3);
  BOOST_TEST(holds(map.err, "常压储堆"), map.err);
  BOOST_TEST(project.run({"hazards", "project.toml", "-o", "hazards", "--quiet"}).exit_code == 0);
}

// What a default does is what the record would do if it stated the value.
BOOST_AUTO_TEST_CASE(each_default_is_varied_for_real) {
  const std::string head = "id,kind,substance,inventory_t,state,pressure_gauge_kPa,diameter_mm,x,y\n";
  const auto trees_of = [&](const std::string& diameter, const std::string& effects) {
    const WithoutTable project(head + "P,pump,chlorine,5,liquefied,600," + diameter + ",502500,3501800\n");
    const CliRun run = project.run({"scenarios", "project.toml", "-o", "out", "--quiet", "--effects", effects});
    BOOST_TEST(run.exit_code == 0, run.err);
    BOOST_TEST(holds(project.read("out/unit_P.html"), "governing target") == (effects == "auto"));
    return nlohmann::json::parse(project.read("out/trees.json"))[0];
  };
  const auto effect = [](const nlohmann::json& unit, const std::string& id) {
    for (const nlohmann::json& one : unit["defaults"]) {
      if (one["id"] == id) return one["at_governing_target"];
    }
    return nlohmann::json();
  };
  const nlohmann::json open = effect(trees_of("", "auto"), "suction_mm");
  BOOST_REQUIRE(!open.is_null());
  BOOST_TEST(open["target_id"] == "T1");
  BOOST_TEST(open["at_low_per_year"].get<double>() < open["risk_per_year"].get<double>());
  BOOST_TEST(open["risk_per_year"].get<double>() < open["at_high_per_year"].get<double>());
  const nlohmann::json narrow = effect(trees_of("50", "auto"), "release_height_m");
  BOOST_TEST(narrow["risk_per_year"].get<double>() == open["at_low_per_year"].get<double>(),
             boost::test_tools::tolerance(1e-6));
  BOOST_TEST(effect(trees_of("", "none"), "suction_mm").is_null());
}

BOOST_AUTO_TEST_CASE(the_dry_run_names_every_file) {
  const WithoutTable project;
  const CliRun dry = project.run({"scenarios", "project.toml", "-o", "out", "--dry-run"});
  BOOST_TEST(dry.exit_code == 0, dry.err);
  BOOST_TEST(holds(dry.out + dry.err, "unit_V2.html"), dry.out + dry.err);
}
