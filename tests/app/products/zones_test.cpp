// sise zones: two features per level, the certain one inside the possible one.
#include <ogr_geometry.h>

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <memory>

#include "tests/app/products/files.hpp"
#include "tests/app/products/tiny_project.hpp"

using namespace sise::test;

namespace {

nlohmann::json zones_of(const TinyProject& project, const std::string& incident) {
  const CliRun run = project.run({"zones", incident, "-o", "out", "--quiet"});
  BOOST_TEST(run.exit_code == 0, run.err);
  BOOST_TEST(run.out.empty());
  BOOST_TEST(run.err.empty());
  check_manifest(project.path("out"), project.path("."));
  check_nothing_of_the_machine(project.path("out"), project.path("project.toml").parent_path());
  return check_rfc7946(project.path("out/zones.geojson"))["features"];
}

std::unique_ptr<OGRGeometry> geometry_of(const nlohmann::json& feature) {
  const std::string text = feature["geometry"].dump();
  return std::unique_ptr<OGRGeometry>(OGRGeometryFactory::createFromGeoJson(text.c_str()));
}

double degrees2(const OGRGeometry& geometry) {
  const OGRMultiPolygon* area = geometry.getGeometryType() == wkbMultiPolygon ? geometry.toMultiPolygon() : nullptr;
  if (area != nullptr) return area->get_Area();
  return geometry.getGeometryType() == wkbPolygon ? geometry.toPolygon()->get_Area() : 0.0;
}

/// What of `inner` lies outside `outer`, as a share of `inner`.
double share_outside(const nlohmann::json& inner, const nlohmann::json& outer) {
  const auto a = geometry_of(inner);
  const auto b = geometry_of(outer);
  BOOST_REQUIRE(a->IsValid());
  BOOST_REQUIRE(b->IsValid());
  const std::unique_ptr<OGRGeometry> rest(a->Difference(b.get()));
  return degrees2(*rest) / degrees2(*a);
}

struct Pair {
  nlohmann::json certain, possible;
};

std::map<std::string, Pair> pairs_of(const nlohmann::json& features) {
  std::map<std::string, Pair> pairs;
  for (const nlohmann::json& feature : features) {
    Pair& pair = pairs[feature["properties"]["level"]];
    (feature["properties"]["certain"].get<bool>() ? pair.certain : pair.possible) = feature;
  }
  return pairs;
}

}  // namespace

BOOST_AUTO_TEST_CASE(what_is_certain_lies_inside_what_is_possible) {
  const TinyProject project;
  const nlohmann::json features = zones_of(project, "incident.toml");
  BOOST_TEST(features.size() == 6U);
  for (const auto& [level, pair] : pairs_of(features)) {
    BOOST_REQUIRE(!pair.possible.is_null());
    BOOST_REQUIRE(!pair.certain["geometry"].is_null());
    BOOST_TEST(pair.certain["properties"]["area_m2"] < pair.possible["properties"]["area_m2"], level);
    BOOST_TEST(share_outside(pair.certain, pair.possible) < 1e-4, level);  // coordinates have seven decimals
  }
  BOOST_TEST(std::filesystem::exists(project.path("out/field.tif")));
}

// AEGL values of chlorine for 60 min: 0.5, 2.0 and 20 ppm (US EPA).
BOOST_AUTO_TEST_CASE(levels_are_the_endpoints_and_reach_farther_the_lower_they_are) {
  const TinyProject project;
  const auto pairs = pairs_of(zones_of(project, "incident.toml"));
  const auto possible = [&](const char* level) { return pairs.at(level).possible["properties"]; };
  BOOST_TEST(possible("aegl1")["value"] == 0.5);
  BOOST_TEST(possible("aegl2")["value"] == 2.0);
  BOOST_TEST(possible("aegl3")["value"] == 20.0);
  BOOST_TEST(possible("aegl3")["max_distance_m"] < possible("aegl2")["max_distance_m"]);
  BOOST_TEST(possible("aegl2")["max_distance_m"] < possible("aegl1")["max_distance_m"]);
  BOOST_TEST(share_outside(pairs.at("aegl3").possible, pairs.at("aegl1").possible) < 1e-4);
}

BOOST_AUTO_TEST_CASE(a_blast_is_round_and_knows_no_wind) {
  const TinyProject project;
  const auto pairs = pairs_of(zones_of(project, "blast.toml"));
  BOOST_TEST(pairs.size() == 3U);
  const nlohmann::json yellow = pairs.at("yellow").possible["properties"];
  BOOST_TEST(yellow["value"] == 2000.0);
  BOOST_TEST(std::abs(yellow["max_distance_m"].get<double>() - 588.55) < 1.0);
  BOOST_TEST(yellow["area_m2"].get<double>() == 588.55 * 588.55 * 3.14159265, boost::test_tools::tolerance(2e-3));
  BOOST_TEST(yellow["targets"] == nlohmann::json::array({"T1"}));
  BOOST_TEST(pairs.at("yellow").certain["geometry"] == pairs.at("yellow").possible["geometry"]);
  const nlohmann::json summary = nlohmann::json::parse(project.read("out/summary.json"));
  BOOST_REQUIRE(summary["targets"].size() == 1U);
  BOOST_TEST(summary["targets"][0]["distance_m"].get<double>() == 500.0, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(summary["targets"][0]["worst_level"] == "yellow");
}

BOOST_AUTO_TEST_CASE(an_unknown_substance_is_answered_with_the_nearest_name) {
  const TinyProject project;
  project.replace("incident.toml", "\"chlorine\"", "\"clorine\"");
  const CliRun run = project.run({"zones", "incident.toml", "-o", "out"});
  BOOST_TEST(run.exit_code == 2);
  BOOST_TEST(holds(run.err, "incident.toml:5:13: field 'source.substance': the substance 'clorine' is not known"));
  BOOST_TEST(holds(run.err, "chlorine"));
  BOOST_TEST(holds(project.run({"zones", "incident.toml", "-o", "out", "--lang", "zh"}).err, "clorine"));
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
}

namespace {

bool has_note(const nlohmann::json& summary, const std::string& code) {
  const nlohmann::json& notes = summary["notes"];
  return std::any_of(notes.begin(), notes.end(), [&](const nlohmann::json& note) { return note["code"] == code; });
}

nlohmann::json summary_of(const TinyProject& project, const std::string& incident) {
  const CliRun run = project.run({"zones", incident, "-o", "out", "--overwrite", "--quiet"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  return nlohmann::json::parse(project.read("out/summary.json"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_vessel_tells_what_came_out_of_it) {
  const TinyProject project;
  project.replace("incident.toml", "rate_kg_s = 0.2\nduration_s = 1200.0",
                  "hole_diameter_mm = 8\ninventory_t = 1.0\nisolation_s = 600");
  const nlohmann::json summary = summary_of(project, "incident.toml");
  const nlohmann::json release = summary["release"];
  BOOST_TEST(release["phase"] == "two_phase");
  BOOST_TEST(release["duration_s"] == 600.0);
  BOOST_TEST(release["total_kg"].get<double>() + release["remaining_kg"].get<double>() == 1000.0,
             boost::test_tools::tolerance(1e-6));
  BOOST_TEST(has_note(summary, "release_ends_with_isolation"));
  // A hole that empties the vessel before anybody closes the valve: the inventory ends the release.
  project.replace("incident.toml", "hole_diameter_mm = 8", "hole_diameter_mm = 60");
  const nlohmann::json emptied = summary_of(project, "incident.toml");
  BOOST_TEST(emptied["release"]["duration_s"].get<double>() < 600.0);
  BOOST_TEST(has_note(emptied, "release_ends_with_inventory"));
}

BOOST_AUTO_TEST_CASE(a_mass_at_once_in_a_wind_that_turns) {
  const TinyProject project;
  project.replace("incident.toml", "rate_kg_s = 0.2\nduration_s = 1200.0", "mass_kg = 50");
  project.replace("incident.toml", "[endpoints]", "[[weather.change]]\nat_s = 60\nwind_from_deg = 180\n[endpoints]");
  const nlohmann::json summary = summary_of(project, "incident.toml");
  BOOST_TEST(summary["model"] == "puff_series");
  const nlohmann::json leave = check_rfc7946(project.path("out/leave.geojson"))["features"];
  BOOST_TEST(leave.size() == 3U);
  for (const nlohmann::json& zone : summary["zones"]) {
    if (!zone["certain"].get<bool>()) BOOST_TEST(zone["leave_area_m2"] < zone["area_m2"]);
  }
}

BOOST_AUTO_TEST_CASE(every_problem_of_source_and_levels_is_told_at_once) {
  const TinyProject project;
  project.replace("incident.toml", "\"chlorine\"", "\"methane\"");
  project.replace("incident.toml", "rate_kg_s = 0.2\nduration_s = 1200.0",
                  "hole_diameter_mm = 8\ninventory_t = 1.0\nphase = \"liquid\"");
  const CliRun run = project.run({"zones", "incident.toml", "-o", "out"});
  BOOST_TEST(run.exit_code == 3);
  BOOST_TEST(holds(run.err, "incident.toml:2:1"));
  BOOST_TEST(holds(run.err, "critical temperature"));
  BOOST_TEST(holds(run.err, "has no known levels of the set 'aegl'"));
  BOOST_TEST(!std::filesystem::exists(project.path("out")));
}

BOOST_AUTO_TEST_CASE(a_fire_has_no_shelter_and_no_leave_zone) {
  const TinyProject project;
  project.replace("blast.toml", "tnt_kg = 1000.0", "kind = \"fireball\"\nsubstance = \"propane\"\nmass_kg = 5000");
  project.replace("blast.toml", "\"overpressure\"", "\"radiation\"");
  const nlohmann::json summary = summary_of(project, "blast.toml");
  BOOST_TEST(summary["quantity"] == "radiation_w_m2");
  BOOST_TEST(summary["unit"] == "W/m2");
  BOOST_TEST(summary["shelter"].is_null());
  BOOST_TEST(!std::filesystem::exists(project.path("out/leave.geojson")));
}

BOOST_AUTO_TEST_CASE(zones_have_the_same_bytes_with_any_number_of_threads) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", "a", "--threads", "1", "--quiet"}).exit_code == 0);
  BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", "b", "--threads", "7", "--quiet"}).exit_code == 0);
  BOOST_TEST(!names_in(project.path("a")).empty());
  BOOST_TEST((contents_of(project.path("a")) == contents_of(project.path("b"))));
}

BOOST_AUTO_TEST_CASE(a_zone_cut_by_the_frame_says_so_everywhere) {
  const TinyProject project;
  project.replace("incident.toml", "cell_m = 20.0",
                  "cell_m = 20.0\nbounds = [501800.0, 3501800.0, 502400.0, 3502200.0]");
  const CliRun run = project.run({"zones", "incident.toml", "-o", "out", "--lang", "en"});
  BOOST_REQUIRE_MESSAGE(run.exit_code == 0, run.err);
  BOOST_TEST(holds(run.err, "cut by the frame, at least"), run.err);
  BOOST_TEST(holds(run.err, "[cut_by_frame]"), run.err);
  const auto pairs = pairs_of(check_rfc7946(project.path("out/zones.geojson"))["features"]);
  BOOST_TEST(pairs.at("aegl1").possible["properties"]["cut_by_frame"] == true);
  BOOST_TEST(!summary_of(project, "blast.toml")["zones"][0]["cut_by_frame"].get<bool>());
}

BOOST_AUTO_TEST_CASE(people_near_a_leak_without_a_source_are_unknown) {
  const TinyProject project;
  const CliRun run = project.run({"zones", "incident.toml", "-o", "out", "--lang", "en"});
  BOOST_TEST(holds(run.err, "people unknown: no data"), run.err);
  const nlohmann::json zone = check_rfc7946(project.path("out/zones.geojson"))["features"][0]["properties"];
  BOOST_TEST(zone["people_day"].is_null());
  BOOST_TEST(zone["people_uncovered_share"] == 1.0);
}

BOOST_AUTO_TEST_CASE(warnings_are_printed) {
  const TinyProject project;
  project.replace("incident.toml", "rate_kg_s = 0.2", "rate_kg_s = 20.0");
  project.replace("incident.toml", "cell_m = 20.0", "cell_m = 100.0");
  const std::vector<std::string> zones{
      "zones", "incident.toml", "-o", "out", "--overwrite", "--set", "model.dispersion=passive", "--lang"};
  const auto in = [&](const char* language) {
    std::vector<std::string> arguments = zones;
    arguments.emplace_back(language);
    return project.run(arguments);
  };
  const CliRun run = in("en");
  BOOST_TEST(holds(run.err, "warning: a cloud heavier than air was computed with a model of passive clouds"), run.err);
  const CliRun zh = in("zh");
  BOOST_TEST(holds(zh.err, "警告: 重气云按被动扩散模型计算"), zh.err);
  // By its own choice the engine carries it as what it is.
  const CliRun dense = project.run({"zones", "incident.toml", "-o", "out", "--overwrite", "--lang", "en"});
  BOOST_TEST(!holds(dense.err, "[heavy_gas_passive_model]"), dense.err);
  BOOST_TEST(holds(dense.err, "[release_speed_assumed]"), dense.err);
}

// Styles tell possible and certain apart, and every file has one.
BOOST_AUTO_TEST_CASE(styles_tell_possible_and_certain_apart) {
  const TinyProject project;
  BOOST_REQUIRE(project.run({"zones", "incident.toml", "-o", "out", "--quiet"}).exit_code == 0);
  const std::string zones = project.read("out/zones.qml");
  for (const char* level : {"aegl1", "aegl2", "aegl3"}) {
    for (const char* half : {"AND &quot;certain&quot;", "AND NOT &quot;certain&quot;"}) {
      BOOST_TEST(holds(zones, "&quot;level&quot; = &apos;" + std::string(level) + "&apos; " + half), zones);
    }
  }
  BOOST_TEST(holds(zones, "dash"));
  BOOST_TEST(holds(project.read("out/leave.qml"), "LinePatternFill"));
}
