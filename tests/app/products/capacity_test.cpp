// sise capacity: control line, room and partition of a park.
#include <boost/test/unit_test.hpp>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

struct CapacityProject : TinyProject {
  CapacityProject() {
    keep_chlorine_only();
    write("parks.csv",
          "id,name,wkt\nP1,East park,\"POLYGON((500800 3500800,501400 3500800,501400 3501400,500800 3501400,500800 "
          "3500800))\"\n");
    add("[capacity]\nparks = {source = \"parks.csv\", crs = \"EPSG:4549\", wkt = \"wkt\"}\n");
  }
  void add(const std::string& text) const { write("project.toml", read("project.toml") + text); }
  [[nodiscard]] CliRun capacity(const std::vector<std::string>& more = {}) const {
    std::vector<std::string> words{"capacity", "project.toml", "-o", "out", "--quiet", "--overwrite"};
    words.insert(words.end(), more.begin(), more.end());
    return run(words);
  }
};

}  // namespace

BOOST_AUTO_TEST_CASE(a_park_gets_its_line_its_room_and_its_partition) {
  const CapacityProject project;
  project.add("[capacity.unit]\nlike = \"U1\"\n");
  const CliRun run = project.capacity();
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.err.empty(), run.err);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  const auto& park = summary["parks"][0];
  BOOST_TEST(park["name"] == "East park");
  const auto page = page_data(project.read("out/index.html"));
  BOOST_TEST(!page_layer(page, "control_line")["shapes"].empty());
  double parts_m2 = 0.0;
  for (const auto& row : page["shares"]["rows"]) parts_m2 += row["area_m2"].get<double>();
  double told_m2 = 0.0;
  for (const auto& part : park["partition"]) told_m2 += part["area_m2"].get<double>();
  BOOST_TEST(parts_m2 == told_m2, boost::test_tools::tolerance(1e-6));
  BOOST_TEST(park["units"].size() == 1U);
  // The hall stands in the park beside the tank: one more of the same breaks what is broken.
  BOOST_TEST(park["capacity"]["proven"] == true);
  BOOST_TEST(park["used"]["target_id"] == "T2");
  BOOST_TEST(park["capacity"]["binding"]["target_id"] == "T2");
  double parts = 0.0;
  for (const auto& part : park["partition"]) parts += part["area_m2"].get<double>();
  BOOST_TEST(parts == 600.0 * 600.0);
  const auto line = check_rfc7946(project.path("out/control_line.geojson"));
  BOOST_TEST(line["features"].size() == 1U);
  BOOST_TEST(line["features"][0]["properties"]["complete"] == true);
  BOOST_TEST(line["features"][0]["properties"]["farthest_m"].get<double>() > 0.0);
  BOOST_TEST(holds(line["features"][0]["properties"]["run"].get<std::string>(), "Sise "));
  (void)check_rfc7946(project.path("out/partition.geojson"));
  BOOST_TEST(names_in(project.path("out")).size() == 9U);
  check_manifest(project.path("out"), project.path(""));
  check_nothing_of_the_machine(project.path("out"), project.path("out").parent_path());
}

BOOST_AUTO_TEST_CASE(a_record_gets_accidents_of_its_own_and_a_largest_inventory) {
  const CapacityProject project;
  project.add(
      "at = [501300.0, 3501300.0]\nmost = 20\n[capacity.unit]\nid = \"small tank\"\nkind = \"pressurised_vessel\"\n"
      "substance = \"ammonia\"\ninventory_t = 0.2\npressure_gauge_kPa = 750.0\n");
  const CliRun run = project.capacity();
  BOOST_TEST(run.exit_code == 0, run.err);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["unit_type"]["id"] == "small tank");
  BOOST_TEST(summary["unit_type"]["scenarios"].get<int>() > 0);
  const auto& park = summary["parks"][0];
  BOOST_TEST(park["capacity"]["place"][0] == 501300.0);
  BOOST_TEST(park["capacity"]["proven"] == true);
  BOOST_TEST(park["inventory"]["proven"] == true);
}

// One more of a unit whose accidents follow from its record is no surer than one more of the record.
BOOST_AUTO_TEST_CASE(one_more_of_a_generated_unit_rests_on_what_it_was_generated_from) {
  const CapacityProject project;
  project.add("[capacity.unit]\nlike = \"U1\"\n");
  (void)project.capacity();
  const auto rests_on = [&] {
    return nlohmann::json::parse(project.read("out/summary.json"))["parks"][0]["capacity"]["rests_on"].dump();
  };
  BOOST_TEST(!holds(rests_on(), "the generated accidents"));
  project.replace("units.csv", "chlorine,,existing", "chlorine,0.5,existing");
  project.replace("project.toml", "[scenarios]\nsource = \"scenarios.csv\"\n", "");
  const CliRun run = project.capacity();
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(holds(rests_on(), "the generated accidents"));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_named) {
  const CapacityProject project;
  const CliRun no_unit = project.capacity();
  BOOST_TEST(no_unit.exit_code == 2);
  BOOST_TEST(holds(no_unit.err, "unit"));
  project.add("[capacity.unit]\nlike = \"U9\"\n");
  const CliRun unknown = project.capacity();
  BOOST_TEST(unknown.exit_code == 3);
  BOOST_TEST(holds(unknown.err, "'U9'"));
  BOOST_TEST(holds(unknown.err, "project.toml:"));
  project.replace("project.toml", "like = \"U9\"", "like = \"U1\"\nkind = \"reactor\"");
  BOOST_TEST(project.capacity().exit_code == 2);
  project.replace("project.toml", "like = \"U1\"\nkind = \"reactor\"", "substanz = \"chlorine\"");
  const CliRun misspelt = project.capacity();
  BOOST_TEST(misspelt.exit_code == 2);
  BOOST_TEST(holds(misspelt.err, "substance"));
  const TinyProject bare;
  const CliRun none = bare.run({"capacity", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(none.exit_code == 2);
  BOOST_TEST(holds(none.err, "[capacity.unit]"));
}

BOOST_AUTO_TEST_CASE(a_park_with_a_unit_that_is_not_computed_is_partial) {
  const CapacityProject project;
  project.add("[capacity.unit]\nlike = \"U1\"\n");
  project.write("units.csv", project.read("units.csv") + "U9,Unknown,E9,,ammonia,0.5,existing,501100,3501100\n");
  const CliRun run = project.capacity();
  BOOST_TEST(run.exit_code == 5, run.err);
  const auto summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["parks"][0]["not_computed"][0] == "U9");
  BOOST_TEST(summary["parks"][0]["capacity"]["at_most_only"] == true);
  const auto line = nlohmann::json::parse(project.read("out/control_line.geojson"));
  BOOST_TEST(line["features"][0]["properties"]["complete"] == false);
}

BOOST_AUTO_TEST_CASE(a_dry_run_tells_cells_and_files) {
  const CapacityProject project;
  project.add("[capacity.unit]\nlike = \"U1\"\n");
  const CliRun plan = project.run({"capacity", "project.toml", "-o", "dry", "--quiet", "--dry-run"});
  BOOST_TEST(plan.exit_code == 0, plan.err);
  const auto json = nlohmann::json::parse(plan.out);
  BOOST_TEST(json["cells"] == 144);
  BOOST_TEST(json["files"].size() == 9U);
  BOOST_TEST(json["config"]["capacity"]["unit"]["like"] == "U1");
  BOOST_TEST(project.capacity({"--max-cells", "100"}).exit_code == 6);
}
