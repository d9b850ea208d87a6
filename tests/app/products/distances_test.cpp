// sise distances: one table, worst first.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <sstream>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

/// The fields before the note, which alone may hold commas; the names beside the ids are left out.
std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream text(line);
  std::string field;
  while (fields.size() < 12 && std::getline(text, field, ',')) fields.push_back(field);
  std::getline(text, field, '\0');
  fields.push_back(field);
  fields.erase(fields.begin() + 3);
  fields.erase(fields.begin() + 1);
  return fields;
}

std::vector<std::string> lines_of(const std::string& csv) {
  std::vector<std::string> lines;
  std::istringstream text(csv);
  for (std::string line; std::getline(text, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

std::vector<std::vector<std::string>> table_of(const TinyProject& project) {
  const CliRun run = project.run({"distances", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  const std::vector<std::string> lines = lines_of(project.read("out/distances.csv"));
  BOOST_REQUIRE(!lines.empty());
  BOOST_TEST(lines[0] ==
             "\xEF\xBB\xBFunit_id,unit_name,target_id,target_name,rule_id,quantity,limit,value,required_m,actual_m,"
             "shortfall_m,confidence,note");
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) rows.push_back(fields_of(lines[i]));
  return rows;
}

const std::vector<std::string>& row_of(const std::vector<std::vector<std::string>>& rows, const std::string& unit,
                                       const std::string& target) {
  for (const std::vector<std::string>& row : rows) {
    if (row[0] == unit && row[1] == target) return row;
  }
  throw std::runtime_error("no row " + unit + " " + target);
}

}  // namespace

// GB 6722-2014 air shock, dp = 14/Z^3 + 4.3/Z^2 + 1.1/Z (in 1e5 Pa): 2 kPa of 1000 kg at Z = 58.855 m/kg^(1/3).
BOOST_AUTO_TEST_CASE(one_tonne_of_tnt_stands_88_m_too_near_to_a_school_at_500_m) {
  const TinyProject project;
  const auto rows = table_of(project);
  const std::vector<std::string>& worst = rows.front();
  BOOST_TEST(worst[0] == "U2");
  BOOST_TEST(worst[1] == "T1");
  BOOST_TEST(worst[2] == "gbt37243.overpressure");
  BOOST_TEST(std::stod(worst[4]) == 2000.0);
  BOOST_TEST(std::stod(worst[5]) == 2383.2, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::abs(std::stod(worst[6]) - 588.55) < 0.01);
  BOOST_TEST(std::stod(worst[7]) == 500.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(std::abs(std::stod(worst[8]) - 88.55) < 0.01);
  BOOST_TEST(worst[9] == "recalled");
  BOOST_TEST(holds(worst[10], "[outside_range_of_use]"));
}

BOOST_AUTO_TEST_CASE(every_unit_meets_the_targets_in_reach_by_its_own_rule) {
  const TinyProject project;
  const auto rows = table_of(project);
  // One pair in reach of the store and of the tank each; what cannot be judged meets the nearest; another code has none.
  BOOST_TEST(rows.size() == 4U);
  const std::vector<std::string>& other_code = row_of(rows, "U3", "");
  BOOST_TEST(other_code[2] == "none");
  BOOST_TEST(holds(other_code[10], "GB 50156"));
  const std::vector<std::string>& incomplete = row_of(rows, "U4", "T2");
  BOOST_TEST(incomplete[2] == "gb36894.individual_risk.existing");
  for (const std::size_t empty : {5U, 6U, 8U}) BOOST_TEST(incomplete[empty].empty());
  BOOST_TEST(std::stod(incomplete[7]) == std::hypot(700.0, 1500.0), boost::test_tools::tolerance(1e-9));
  BOOST_TEST(holds(incomplete[10], "not computed: U4"));
  BOOST_TEST(holds(incomplete[10], "未计算"));
  const std::vector<std::string>& toxic = row_of(rows, "U1", "T2");
  BOOST_TEST(toxic[3] == "individual_risk");
  BOOST_TEST(std::stod(toxic[5]) > 0.0);
  BOOST_TEST(std::stod(toxic[4]) == 3e-6);
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_TEST(summary["checks"] == 4);
  BOOST_TEST(summary["pairs_beyond_reach"] == 6);  // nine pairs of three units, less three
  BOOST_TEST(summary["enterprises"].size() == 4U);
  BOOST_TEST(summary["enterprises"][0]["binding_target_id"] == "T1");
}

BOOST_AUTO_TEST_CASE(shortfalls_come_worst_first) {
  const TinyProject project;
  project.write("targets.csv",
                "id,class,x,y\nA,high_sensitivity,502550,3502000\nB,high_sensitivity,502100,3502000\n"
                "C,high_sensitivity,502300,3502000\n");
  const auto rows = table_of(project);
  double last = 1e9;
  std::size_t short_of = 0;
  for (const std::vector<std::string>& row : rows) {
    if (row[8].empty() || std::stod(row[8]) == 0.0) break;
    BOOST_TEST(std::stod(row[8]) <= last);
    last = std::stod(row[8]);
    ++short_of;
  }
  BOOST_TEST(short_of == 3U);
  BOOST_TEST(rows[0][1] == "B");
}

BOOST_AUTO_TEST_CASE(names_stand_beside_ids) {
  const TinyProject project;
  static_cast<void>(table_of(project));
  BOOST_TEST(holds(project.read("out/distances.csv"), "U2,Store,T1,School,gbt37243.overpressure"));
}

BOOST_AUTO_TEST_CASE(the_layer_holds_the_rows_and_the_manifest_the_files) {
  const TinyProject project;
  const auto rows = table_of(project);
  const nlohmann::json features = check_rfc7946(project.path("out/distances.geojson"))["features"];
  BOOST_REQUIRE(features.size() == rows.size());
  BOOST_TEST(features[0]["properties"]["target_id"] == "T1");
  BOOST_TEST(features[0]["geometry"]["type"] == "LineString");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const nlohmann::json& p = features[i]["properties"];
    const int code = p["value"].is_null() ? 0 : p["shortfall_m"].get<double>() > 0.0 ? 1 : 2;
    BOOST_TEST(p["code"] == code, rows[i][0] + " " + rows[i][1]);
  }
  BOOST_TEST(holds(contents_of(project.path("out")).at("distances.qml"), "type=\"line\""));
  check_manifest(project.path("out"), project.path("."));
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
  BOOST_REQUIRE(project.run({"distances", "project.toml", "-o", "again", "--threads", "7", "--quiet"}).exit_code == 0);
  BOOST_TEST((contents_of(project.path("out")) == contents_of(project.path("again"))));
}

// A second store 60 m from one with 1000 kg of TNT: 22 kPa reach 83 m by GB 6722.
BOOST_AUTO_TEST_CASE(a_store_beside_an_explosion_is_a_domino_pair) {
  const TinyProject project;
  project.write("units.csv", project.read("units.csv") + "N1,Shed,E9,warehouse,,,existing,502060,3502000\n");
  static_cast<void>(table_of(project));
  const std::vector<std::string> lines = lines_of(project.read("out/domino.csv"));
  BOOST_REQUIRE(lines.size() >= 2U);
  BOOST_TEST(lines[0] ==
             "\xEF\xBB\xBFsource_unit_id,source_unit_name,case_id,target_unit_id,target_unit_name,quantity,value,"
             "threshold,distance_m,reach_m,confidence,note");
  BOOST_TEST(holds(lines[1], "U2,Store,S1,N1,Shed,overpressure_pa,"));
  BOOST_TEST(holds(lines[1], ",22000"));
  BOOST_TEST(holds(lines[1], "recalled"));
}
