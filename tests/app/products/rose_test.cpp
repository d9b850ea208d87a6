// sise rose: from a station's record to a wind rose that a map takes.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/app/cli.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

const std::string kSite =
    "[station]\nlatitude_deg = 31.95\nlongitude_deg = 119.95\nutc_offset_h = 8\n[rose]\nleast_coverage = 0.5\n";

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A week of hours whose wind turns steadily.
std::string week() {
  std::string text = "时间,风向,风速,总云量,低云量\n";
  for (int hour = 0; hour < 7 * 24; ++hour) {
    text += "2023-01-0" + std::to_string(1 + hour / 24) + " " + std::to_string(hour % 24) + ":00," +
            std::to_string(hour * 15 % 360) + "," + std::to_string(1 + hour % 7) + ",6,3\n";
  }
  return text;
}

struct RoseFolder {
  RoseFolder() {
    (void)folder.write("record.csv", week());
    (void)folder.write("station.toml", kSite);
  }
  [[nodiscard]] CliRun run(std::vector<std::string> more, CliOptions options = {}) const {
    std::vector<std::string> arguments{"rose", "record.csv", "--settings", "station.toml"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    options.folder = folder.path();
    return run_sise(arguments, options);
  }
  [[nodiscard]] bool has(const std::string& name) const { return std::filesystem::exists(folder.path() / name); }
  TemporaryFolder folder;
};

std::vector<std::vector<std::string>> cells(const std::string& csv) {
  std::vector<std::vector<std::string>> rows;
  std::istringstream lines(csv);
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string>& row = rows.emplace_back();
    std::istringstream fields(line + ",");
    for (std::string field; std::getline(fields, field, ',');) row.push_back(field);
  }
  return rows;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_rose_its_picture_and_its_summary) {
  const RoseFolder f;
  const CliRun run = f.run({"-o", "rose.csv"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.out.empty());
  const auto rows = cells(f.folder.read("rose.csv"));
  BOOST_TEST(rows.front() == (std::vector<std::string>{"from_deg", "stability", "speed_m_s", "frequency"}));
  long parts = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) parts += std::lround(std::stod(rows[i][3]) * 1e8);
  BOOST_TEST(parts == 100000000);
  BOOST_TEST(f.folder.read("rose.png").starts_with("\x89PNG"));
  const auto summary = nlohmann::json::parse(f.folder.read("rose.json"));
  BOOST_TEST(summary.at("record").at("used") == 168);
  BOOST_TEST(summary.at("stability_scheme") == "gbt13201");
  BOOST_TEST(summary.at("sise").at("inputs").size() == 2U);
  BOOST_TEST(summary.at("outputs").at(0).at("path") == "rose.csv");
  BOOST_TEST(!contains(summary.dump(), f.folder.path().string()));
}

BOOST_AUTO_TEST_CASE(a_map_takes_the_rose) {
  const TinyProject project;
  project.keep_chlorine_only();
  project.write("record.csv", week());
  project.write("station.toml", kSite);
  const CliRun rose = project.run({"rose", "record.csv", "--settings", "station.toml", "--set", "rose.period=day_night",
                                   "-o", "wind_rose.csv", "--overwrite", "--quiet"});
  BOOST_TEST(rose.exit_code == 0, rose.err);
  BOOST_TEST(rose.err.empty());
  const CliRun map = project.run({"map", "project.toml", "-o", "out", "--quiet"});
  BOOST_TEST(map.exit_code == 0, map.err);
}

BOOST_AUTO_TEST_CASE(day_and_night_by_the_sun) {
  const RoseFolder f;
  const CliRun run = f.run({"--set", "rose.period=day_night", "-o", "-", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(!f.has("-"));
  double day = 0.0;
  double night = 0.0;
  for (const auto& row : cells(run.out)) {
    if (row.back() == "day") day += std::stod(row[3]);
    if (row.back() == "night") night += std::stod(row[3]);
  }
  BOOST_TEST(std::abs(day + night - 1.0) < 1e-9);
  BOOST_TEST(std::abs(day - 10.0 / 24.0) < 1.0 / 24.0);  // the sun is up from 7 to 17 h in early January
}

BOOST_AUTO_TEST_CASE(two_runs_give_the_same_bytes) {
  const RoseFolder f;
  BOOST_TEST(f.run({"-o", "a.csv", "--quiet"}).exit_code == 0);
  BOOST_TEST(f.run({"-o", "b.csv", "--quiet", "--threads", "1"}).exit_code == 0);
  BOOST_TEST(f.folder.read("a.csv") == f.folder.read("b.csv"));
  BOOST_TEST(f.folder.read("a.png") == f.folder.read("b.png"));
}

BOOST_AUTO_TEST_CASE(existing_files_are_kept_unless_told) {
  const RoseFolder f;
  (void)f.folder.write("rose.png", "mine");
  const CliRun refused = f.run({"-o", "rose.csv"});
  BOOST_TEST(refused.exit_code == 4);
  BOOST_TEST(contains(refused.err, "rose.png"));
  BOOST_TEST(!f.has("rose.csv"));
  BOOST_TEST(f.folder.read("rose.png") == "mine");
  BOOST_TEST(f.run({"-o", "rose.csv", "--overwrite"}).exit_code == 0);
}

BOOST_AUTO_TEST_CASE(a_dry_run_writes_nothing_and_names_the_files) {
  const RoseFolder f;
  const CliRun run = f.run({"-o", "rose.csv", "--dry-run", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  const auto plan = nlohmann::json::parse(run.out);
  BOOST_TEST(plan.at("files") == nlohmann::json({"rose.csv", "rose.png", "rose.json"}));
  BOOST_TEST(plan.at("observations") == 168);
  BOOST_TEST(!f.has("rose.csv"));
}

BOOST_AUTO_TEST_CASE(a_place_that_is_not_given_is_exit_2) {
  const RoseFolder f;
  CliOptions here;
  here.folder = f.folder.path();
  const CliRun run = run_sise({"rose", "record.csv", "-o", "rose.csv"}, here);
  BOOST_TEST(run.exit_code == 2);
  for (const char* key : {"station.latitude_deg", "station.longitude_deg", "station.utc_offset_h"}) {
    BOOST_TEST(contains(run.err, key), key);
  }
  const CliRun by_set = run_sise({"rose", "record.csv", "-o", "rose.csv", "--set", "station.latitude_deg=31.95",
                                  "--set", "station.longitude_deg=119.95", "--set", "station.utc_offset_h=8"},
                                 here);
  BOOST_TEST(by_set.exit_code == 0, by_set.err);
  BOOST_TEST(contains(by_set.err, "no whole years"));
}

BOOST_AUTO_TEST_CASE(wrong_settings_are_exit_2_and_name_the_right_key) {
  const RoseFolder f;
  const CliRun run = f.run({"-o", "r.csv", "--set", "rose.sector=8", "--set", "rose.period=dusk"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(contains(run.err, "sectors"));
  BOOST_TEST(contains(run.err, "day_night"));
  BOOST_TEST(f.run({"-o", "r.csv", "--set", "rose.speed_edges_m_s=[4, 2]"}).exit_code == 2);
}

BOOST_AUTO_TEST_CASE(a_bad_record_is_exit_3_with_every_line) {
  const RoseFolder f;
  (void)f.folder.write("record.csv", week() + "2023-01-08 00:00,370,3,6,3\n2023-01-08 25:00,90,3,6,3\n");
  const CliRun run = f.run({"-o", "r.csv", "--lang", "zh"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(contains(run.err, "record.csv:170"));
  BOOST_TEST(contains(run.err, "370"));
  BOOST_TEST(contains(run.err, "record.csv:171"));
  BOOST_TEST(!f.has("r.csv"));
}

BOOST_AUTO_TEST_CASE(a_record_without_clouds_says_what_would_do) {
  const RoseFolder f;
  (void)f.folder.write("record.csv", "时间,风向,风速\n2023-01-01 00:00,E,3\n");
  const CliRun run = f.run({"-o", "r.csv"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(contains(run.err, "fields.total_cloud"));
  (void)f.folder.write("record.csv", "时间,风向,风速,稳定度\n2023-01-01 00:00,E,3,D\n");
  const CliRun recorded = f.run({"-o", "r.csv"});
  BOOST_TEST(recorded.exit_code == 0, recorded.err);
  BOOST_TEST(contains(f.folder.read("r.csv"), "90,D,3,1.0"));
}

BOOST_AUTO_TEST_CASE(a_record_of_obukhov_lengths_goes_by_golders_lines) {
  const RoseFolder f;
  (void)f.folder.write("record.csv", "time,WD,WS,L\n2023-01-01 00:00,E,3,-8\n2023-01-01 01:00,E,3,15\n");
  const CliRun without = f.run({"-o", "r.csv"});
  BOOST_TEST(without.exit_code == 2);
  BOOST_TEST(contains(without.err, "station.roughness_m"));
  const CliRun run = f.run({"-o", "r.csv", "--set", "station.roughness_m=0.1"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(contains(f.folder.read("r.csv"), "90,A,3,0.5"));
  BOOST_TEST(contains(f.folder.read("r.csv"), "90,F,3,0.5"));
  (void)f.folder.write("record.csv", "time,WD,WS,L\n2023-01-01 00:00,E,3,0\n");
  BOOST_TEST(f.run({"-o", "r.csv", "--overwrite", "--set", "station.roughness_m=0.1"}).exit_code == 3);
}

BOOST_AUTO_TEST_CASE(a_missing_record_and_a_full_disk) {
  const RoseFolder f;
  CliOptions here;
  here.folder = f.folder.path();
  const CliRun missing = run_sise({"rose", "recrod.csv", "-o", "r.csv"}, here);
  BOOST_TEST(missing.exit_code == 3);
  BOOST_TEST(contains(missing.err, "record.csv"));
  CliOptions small;
  small.file_size_limit = 1000;
  BOOST_TEST(f.run({"-o", "r.csv", "--quiet"}, small).exit_code == 4);
  BOOST_TEST(!f.has("r.csv"));
  BOOST_TEST(
      std::distance(std::filesystem::directory_iterator(f.folder.path()), std::filesystem::directory_iterator()) == 2);
}
