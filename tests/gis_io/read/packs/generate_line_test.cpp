// Lines with block valves: what a break lets out is what flows until they are closed, and what lies between two of them.
#include <numbers>

#include "models/substances/fluid.hpp"
#include "tests/gis_io/read/packs/plant.hpp"

using namespace sise;

namespace {

constexpr double kBore_m = 0.05;
const auto kSixDigits = boost::test_tools::tolerance(1e-5);

/// Liquefied propane, three kilometres.
Unit& propane_line(Plant& plant, double tonnes = 200.0) {
  Unit& unit = plant.add(UnitKind::pipeline, "propane", tonnes);
  unit.geometry = {};
  unit.geometry.lines = {{{0.0, 0.0}, {3000.0, 0.0}}};
  unit.diameter_m = kBore_m;
  unit.state = "liquefied";
  return unit;
}

double section_kg(const Plant& plant, double spacing_m) {
  const Fluid propane(*plant.table.find("propane"));
  return propane.liquid_density_kg_m3(293.15) * std::numbers::pi / 4.0 * kBore_m * kBore_m * spacing_m;
}

double released_kg(const Generation& made, const std::string& case_id) {
  const Scenario* one = find(made, case_id);
  BOOST_REQUIRE_MESSAGE(one != nullptr, case_id);
  return *one->rate_kg_s * one->duration_s;
}

Generation with_valves(double spacing_m, double closing_s) {
  Plant plant;
  Unit& unit = propane_line(plant);
  unit.details.valve_spacing_m = spacing_m;
  unit.details.valve_closing_s = closing_s;
  return plant.run();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_line_suite)

BOOST_AUTO_TEST_CASE(what_flows_until_the_valves_close_and_a_section) {
  Plant plant;
  Unit& unit = propane_line(plant);
  unit.details.isolation_class = "remote";
  unit.details.valve_spacing_m = 500.0;
  const Generation made = plant.run();
  constexpr double kRemote_s = 600.0;
  for (const std::string id : {"pipeline.rupture", "pipeline.leak"}) {
    const Scenario* closed = find(made, id + ".blocked.jet_fire");
    const Scenario* open = find(made, id + ".not_blocked.jet_fire");
    BOOST_REQUIRE(closed != nullptr);
    BOOST_REQUIRE(open != nullptr);
    BOOST_TEST(*closed->rate_kg_s == *open->rate_kg_s);
    BOOST_TEST(released_kg(made, closed->case_id) == section_kg(plant, 500.0) + *closed->rate_kg_s * kRemote_s,
               kSixDigits);
    BOOST_TEST(closed->frequency_per_year == 99.0 * open->frequency_per_year, kSixDigits);
    BOOST_TEST(open->duration_s == 1800.0);
  }
  check_conserved(made.traces.front());
  BOOST_TEST(!assumed(made.traces.front(), "valve_failure"));
}

BOOST_AUTO_TEST_CASE(a_stated_time_stands_before_that_of_the_class) {
  Plant plant;
  Unit& unit = propane_line(plant);
  unit.details.isolation_class = "remote";
  unit.details.valve_spacing_m = 500.0;
  unit.details.valve_closing_s = 90.0;
  Generation made = plant.run();
  const double rate_kg_s = *find(made, "pipeline.rupture.blocked.jet_fire")->rate_kg_s;
  const double expected_kg = section_kg(plant, 500.0) + 90.0 * rate_kg_s;
  BOOST_TEST(released_kg(made, "pipeline.rupture.blocked.jet_fire") == expected_kg, kSixDigits);
  unit.details.isolation_class = "AA";  // has no failure
  made = plant.run();
  BOOST_TEST(released_kg(made, "pipeline.rupture.jet_fire") == expected_kg, kSixDigits);
  unit.details.isolation_class.clear();
  made = plant.run();
  BOOST_TEST(released_kg(made, "pipeline.rupture.blocked.jet_fire") == expected_kg, kSixDigits);
  BOOST_TEST(assumed(made.traces.front(), "valve_failure"));
  BOOST_TEST(!assumed(made.traces.front(), "valve_closing_s"));
}

BOOST_AUTO_TEST_CASE(more_leaves_the_farther_apart_valves_are_and_the_later_they_close) {
  double before_kg = 0.0;
  for (const double spacing_m : {1.0, 100.0, 1000.0, 10000.0}) {
    const double now_kg = released_kg(with_valves(spacing_m, 60.0), "pipeline.rupture.blocked.jet_fire");
    BOOST_TEST(now_kg > before_kg);
    before_kg = now_kg;
  }
  before_kg = 0.0;
  for (const double closing_s : {0.0, 60.0, 600.0}) {
    const double now_kg = released_kg(with_valves(1000.0, closing_s), "pipeline.rupture.blocked.jet_fire");
    BOOST_TEST(now_kg > before_kg);
    before_kg = now_kg;
  }
}

BOOST_AUTO_TEST_CASE(a_section_that_holds_all_is_as_no_valves) {
  Plant plant;
  Unit& unit = propane_line(plant, 2.0);
  const Generation without = plant.run();
  unit.details.isolation_class = "automatic";
  unit.details.valve_spacing_m = 1e5;
  const Generation made = plant.run();
  BOOST_TEST(remarked(made.traces.front(), "section_holds_all"));
  BOOST_TEST((made.scenarios == without.scenarios));
}

BOOST_AUTO_TEST_CASE(valves_close_together_leave_the_isolation_alone) {
  Plant plant;
  Unit& unit = propane_line(plant);
  unit.details.isolation_class = "automatic";
  const Generation alone = plant.run();
  BOOST_TEST(remarked(alone.traces.front(), "section_not_counted"));
  unit.details.valve_spacing_m = 1e-6;
  BOOST_TEST((plant.run().scenarios == alone.scenarios));
}

/// Methane, three kilometres, at 4 MPa; registers of pipelines state no tonnes.
Unit& gas_line(Plant& plant, double tonnes) {
  Unit& unit = plant.add(UnitKind::pipeline, "methane", tonnes);
  unit.geometry = {};
  unit.geometry.lines = {{{0.0, 0.0}, {3000.0, 0.0}}};
  unit.diameter_m = 0.5;
  unit.state = "gas";
  unit.pressure_abs_Pa = 4e6;
  return unit;
}

// NIST: 28.4 kg/m3 of methane at 4 MPa and 20 C.
BOOST_AUTO_TEST_CASE(a_section_of_gas_at_its_pressure) {
  Plant plant;
  Unit& unit = gas_line(plant, 5000.0);
  unit.details.valve_closing_s = 0.0;
  const Generation made = plant.run();
  const double volume_m3 = std::numbers::pi / 4.0 * 0.25 * 1e4;  // ten kilometres, not stated
  BOOST_TEST(released_kg(made, "pipeline.rupture.blocked.jet_fire") == 28.4 * volume_m3,
             boost::test_tools::tolerance(0.02));
  BOOST_TEST(assumed(made.traces.front(), "valve_spacing_m"));
}

BOOST_AUTO_TEST_CASE(a_pipeline_without_inventory_is_full) {
  constexpr double kg_m3 = 28.4;
  constexpr double kArea_m2 = std::numbers::pi / 4.0 * 0.25;
  Plant plant;
  Unit& unit = gas_line(plant, 0.0);
  const auto ruptured_kg = [&](const Generation& made) { return released_kg(made, "pipeline.rupture.jet_fire"); };
  Generation made = plant.run();
  const double ten_km_kg = ruptured_kg(made);
  BOOST_TEST(ten_km_kg == kg_m3 * kArea_m2 * 1e4, boost::test_tools::tolerance(0.02));  // between two valves
  BOOST_TEST(remarked(made.traces.front(), "full_line"));
  BOOST_TEST(assumed(made.traces.front(), "valve_spacing_m"));
  check_conserved(made.traces.front());
  unit.details.length_m = 2e4;  // longer than the valves are apart
  BOOST_TEST(ruptured_kg(plant.run()) == 2.0 * ten_km_kg, kSixDigits);
  unit.details.valve_spacing_m = 5e3;
  unit.details.valve_closing_s = 0.0;
  made = plant.run();
  BOOST_TEST(released_kg(made, "pipeline.rupture.blocked.jet_fire") == 0.5 * ten_km_kg, kSixDigits);
  BOOST_TEST(released_kg(made, "pipeline.rupture.not_blocked.jet_fire") == 2.0 * ten_km_kg, kSixDigits);
}

BOOST_AUTO_TEST_CASE(what_is_no_line_needs_its_inventory) {
  Plant plant;
  Unit& unit = gas_line(plant, 0.0);
  unit.kind = UnitKind::pipework;  // lets out what is upstream of it
  BOOST_TEST(lacks(plant.run().traces.front(), "inventory"));
  unit.kind = UnitKind::pipeline;
  unit.geometry.lines.clear();
  unit.geometry.points = {{0.0, 0.0}};
  BOOST_TEST(lacks(plant.run().traces.front(), "inventory"));
}

// French order of 5 March 2014, article 11.
BOOST_AUTO_TEST_CASE(jets_of_a_buried_line_point_upwards) {
  Plant plant;
  Unit& unit = propane_line(plant);
  BOOST_TEST(!find(plant.run(), "pipeline.leak.jet_fire")->upright_share.has_value());
  unit.details.containment = "埋地";
  const Generation made = plant.run();
  BOOST_TEST(find(made, "pipeline.leak.jet_fire")->upright_share.value() == 1.0);
  BOOST_TEST(find(made, "pipeline.rupture.jet_fire")->upright_share.value() == 1.0);
  BOOST_TEST(!find(made, "pipeline.leak.flash_fire")->upright_share.has_value());
  BOOST_TEST(assumed(made.traces.front(), "buried_upright_share"));
  BOOST_TEST(!remarked(made.traces.front(), "detail_not_used"));
}

BOOST_AUTO_TEST_CASE(a_vessel_is_told_that_valves_of_lines_change_nothing) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "propane", 20.0).details.valve_spacing_m = 100.0;
  BOOST_TEST(remarked(plant.run().traces.front(), "detail_not_used"));
}

BOOST_AUTO_TEST_SUITE_END()
