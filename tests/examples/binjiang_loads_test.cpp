// The bundled district reads without a problem, and what is read is what it claims to hold.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <set>

#include "gis_io/environment.hpp"
#include "gis_io/read/project/incident_config.hpp"
#include "gis_io/read/project/load_proposals.hpp"
#include "gis_io/read/project/load_study.hpp"
#include "gis_io/read/project/project_config.hpp"

namespace {

const std::filesystem::path kDistrict = std::filesystem::path(SISE_SOURCE_DIR) / "examples" / "binjiang";

const sise::Study& study() {
  static const sise::Study kStudy = [] {
    sise::initialise_gis();
    return sise::load_study(sise::parse_project(kDistrict / "project.toml"), sise::GenerateScenarios::no);
  }();
  return kStudy;
}

double people(const sise::Population& population) {
  double sum = 0.0;
  for (const sise::PopulationPatch& patch : population.patches) sum += patch.people_day;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_CASE(it_holds_what_it_claims) {
  std::set<std::string> enterprises;
  std::set<std::string> sectors;
  for (const sise::Unit& unit : study().units) {
    enterprises.insert(unit.enterprise);
    sectors.insert(unit.sector);
  }
  BOOST_TEST(study().units.size() == 60U);
  BOOST_TEST(enterprises.size() == 25U);
  BOOST_TEST(sectors.size() == 8U);
  BOOST_TEST(study().scenarios.size() == 10U);  // those that enterprises state; the others are generated
  BOOST_TEST(study().targets.size() == 300U);
  BOOST_TEST(study().boundaries.size() == 25U);
  BOOST_TEST(study().rose.rows.size() == 96U);
  BOOST_REQUIRE(study().population);
  BOOST_TEST(people(*study().population) == 700000.0, boost::test_tools::tolerance(0.01));
}

// From the records alone: every unit has scenarios, or its lack is named.
BOOST_AUTO_TEST_CASE(records_alone_make_the_scenarios_of_all_units_but_the_boiler) {
  sise::ProjectConfig config = sise::parse_project(kDistrict / "project.toml");
  config.scenarios.reset();
  const sise::Study records = sise::load_study(config, sise::GenerateScenarios::no);
  const sise::Generation made = sise::generate_scenarios(records, config.generator);
  BOOST_REQUIRE_EQUAL(made.traces.size(), 60U);
  for (const sise::UnitTrace& trace : made.traces) {
    const bool boiler = trace.unit_id == "U055";
    BOOST_TEST((trace.fate == (boiler ? sise::UnitFate::missing : sise::UnitFate::generated)), trace.unit_id);
    BOOST_TEST(trace.lacks.empty() != boiler, trace.unit_id);
  }
}

BOOST_AUTO_TEST_CASE(rows_of_the_table_replace_those_of_three_records) {
  const sise::ProjectConfig config = sise::parse_project(kDistrict / "project.toml");
  const sise::Generation made = sise::generate_scenarios(study(), config.generator);
  std::set<std::string> stated;
  for (const sise::UnitTrace& trace : made.traces) {
    if (trace.fate == sise::UnitFate::from_table) stated.insert(trace.unit_id);
    BOOST_TEST((trace.fate == sise::UnitFate::from_table || trace.fate == sise::UnitFate::generated), trace.unit_id);
  }
  BOOST_TEST(stated == (std::set<std::string>{"U001", "U023", "U055"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(text_in_gbk_and_kilograms_arrive) {
  const sise::Unit& first = study().units.front();
  BOOST_TEST(first.id == "U001");
  BOOST_TEST(first.name == "液氯储罐一");
  BOOST_TEST(first.substance == "chlorine");
  BOOST_TEST((first.kind == sise::UnitKind::pressurised_vessel));
  BOOST_REQUIRE(first.inventory_kg);
  BOOST_TEST(*first.inventory_kg == 50000.0);
  BOOST_TEST(std::ranges::count_if(study().units, [](const sise::Unit& unit) { return unit.is_new; }) == 3);
}

BOOST_AUTO_TEST_CASE(degrees_of_cgcs2000_arrive_on_the_grid) {
  const sise::GridSpec& grid = study().grid;
  for (const sise::Target& target : study().targets) {
    const sise::Point place =
        target.geometry.points.empty() ? target.geometry.polygons.at(0).outer.at(0) : target.geometry.points.at(0);
    BOOST_TEST(grid.cell_at(place).has_value(), target.id);
  }
}

BOOST_AUTO_TEST_CASE(incident_and_proposals_read) {
  const sise::IncidentConfig incident = sise::parse_incident(kDistrict / "incident.toml");
  BOOST_TEST(incident.source.substance == "chlorine");
  const std::string file = (kDistrict / "proposals.geojson").string();
  const sise::LoadedProposals loaded = sise::load_proposals(sise::proposals_layer(file), study());
  BOOST_TEST(loaded.proposals.size() == 2U);
}
