// From unit records to scenarios with the program's own packs: what must always hold.
#include "tests/gis_io/read/packs/plant.hpp"

#include <array>
#include <cmath>

#include "core/accidents/check_study.hpp"
#include "core/accidents/resolve.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(generate_suite)

BOOST_AUTO_TEST_CASE(every_kind_of_unit_has_scenarios_that_can_be_computed_and_loses_no_frequency) {
  struct Case {
    UnitKind kind;
    const char* substance;
    double tonnes;
  };
  const std::vector<Case> kinds{{UnitKind::pressurised_vessel, "ammonia", 50.0},
                                {UnitKind::refrigerated_tank, "propane", 5000.0},
                                {UnitKind::atmospheric_tank, "methanol", 500.0},
                                {UnitKind::reactor, "ethylene_oxide", 5.0},
                                {UnitKind::column, "n_hexane", 5.0},
                                {UnitKind::pump, "propane", 20.0},
                                {UnitKind::compressor, "hydrogen", 0.5},
                                {UnitKind::pipework, "chlorine", 1.0},
                                {UnitKind::pipeline, "methane", 50.0},
                                {UnitKind::tanker_berth, "propane", 20.0},
                                {UnitKind::cylinder_store, "chlorine", 4.0},
                                {UnitKind::warehouse, "ammonium_nitrate", 60.0},
                                {UnitKind::filling_station, "gasoline", 60.0},
                                {UnitKind::ammonia_refrigeration, "ammonia", 9.0},
                                {UnitKind::dust_process, "wood dust", 1.0},
                                {UnitKind::metal_melting, "", 25.0},
                                {UnitKind::explosives_store, "tnt", 2.0}};
  BOOST_TEST(kinds.size() == 17U);
  Plant plant;
  for (const Case& one : kinds) {
    Unit& unit = plant.add(one.kind, one.substance, one.tonnes);
    if (one.kind == UnitKind::compressor || one.kind == UnitKind::pipeline) {
      unit.state = "gas";
      unit.pressure_abs_Pa = 4e6;
    }
  }
  const Generation made = plant.run();
  for (const UnitTrace& trace : made.traces) {
    std::string why;
    for (const GeneratorRemark& lack : trace.lacks) why += lack.text.en + "; ";
    BOOST_TEST((trace.fate == UnitFate::generated),
               std::string(name_of(plant.study.units[trace.unit].kind)) + ": " + why);
    check_conserved(trace);
  }
  for (const Scenario& one : made.scenarios) {
    const auto unit = std::find_if(plant.study.units.begin(), plant.study.units.end(),
                                   [&](const Unit& u) { return u.id == one.unit_id; });
    for (const Diagnostic& fault : scenario_faults(one, *unit, plant.table))
      BOOST_ERROR(one.case_id + ": " + fault.message.en);
  }
}

BOOST_AUTO_TEST_CASE(twice_the_metres_are_twice_the_frequency) {
  Plant plant;
  plant.add(UnitKind::pipework, "chlorine", 1.0).details.length_m = 30.0;
  plant.add(UnitKind::pipework, "chlorine", 1.0).details.length_m = 60.0;
  const Generation made = plant.run();
  const std::size_t half = made.scenarios.size() / 2;
  BOOST_REQUIRE(half > 0U);
  for (std::size_t i = 0; i < half; ++i) {
    BOOST_TEST(made.scenarios[half + i].frequency_per_year == 2.0 * made.scenarios[i].frequency_per_year,
               boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(a_rate_grows_with_the_square_of_the_hole) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_3rd");
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0);
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "vessel.medium.toxic")->rate_kg_s == 25.0 * *find(made, "vessel.small.toxic")->rate_kg_s,
             boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(no_hole_is_wider_than_the_largest_connection) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_3rd");
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0).details.connection_m = 0.04;
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "vessel.large.toxic")->rate_kg_s == 64.0 * *find(made, "vessel.small.toxic")->rate_kg_s,
             boost::test_tools::tolerance(1e-4));
}

BOOST_AUTO_TEST_CASE(blocking_that_may_fail_makes_two_rows_of_one_case) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "ammonia", 500.0).details.isolation_class = "remote";
  const Generation made = plant.run();
  const Scenario* closed = find(made, "vessel.leak_10mm.blocked.toxic");
  const Scenario* open = find(made, "vessel.leak_10mm.not_blocked.toxic");
  BOOST_REQUIRE((closed != nullptr && open != nullptr));
  BOOST_TEST(closed->frequency_per_year == 0.99e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(open->frequency_per_year == 0.01e-5, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(closed->duration_s == 600.0);
  BOOST_TEST(open->duration_s == 1800.0);
}

BOOST_AUTO_TEST_CASE(a_table_of_ones_own_replaces_what_would_be_generated) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  Scenario own;
  own.unit_id = "U1";
  own.case_id = "S1";
  own.frequency_per_year = 1e-5;
  plant.study.scenarios = {own};
  const Generation made = plant.run();
  BOOST_TEST((made.traces[0].fate == UnitFate::from_table));
  BOOST_TEST(std::all_of(made.scenarios.begin(), made.scenarios.end(),
                         [](const Scenario& one) { return one.unit_id == "U2"; }));
}

BOOST_AUTO_TEST_CASE(each_substance_of_a_unit_that_holds_several_has_rows_of_its_own) {
  Plant plant;
  plant.add(UnitKind::atmospheric_tank, "methanol", 100.0);
  plant.study.contents = {{"U1", "n_hexane", "正己烷", 50e3, {}}};
  const Generation made = plant.run();
  BOOST_TEST((find(made, "vessel.leak_10mm.pool_fire") != nullptr));
  BOOST_TEST((find(made, "n_hexane.vessel.leak_10mm.pool_fire") != nullptr));
}

// Acetylene has no boiling point at ambient pressure: its cloud is a gas all the same.
BOOST_AUTO_TEST_CASE(acetylene_cylinders_flash_and_explode_too) {
  Plant plant;
  Unit& store = plant.add(UnitKind::cylinder_store, "acetylene", 2.0);
  store.state = "gas";
  store.pressure_abs_Pa = 1.6e6;
  const Generation made = plant.run();
  BOOST_TEST(made.traces.front().lacks.empty());
  for (const char* outcome : {"spot_flash_fire", "spot_vce", "flash_fire", "vce"}) {
    const Scenario* one = find(made, std::string("cylinder.instantaneous.") + outcome);
    BOOST_TEST_REQUIRE((one != nullptr), outcome);
    const Accident accident =
        resolve_accident(*one, {.substances = plant.table,
                                .ambient = plant.study.ambient,
                                .harm = &plant.study.harm,
                                .storage = {.pressure_abs_Pa = 1.6e6, .state = "dissolved liquid"}});
    BOOST_TEST(accident.faults.empty(), outcome);
  }
}

BOOST_AUTO_TEST_CASE(isolation_that_is_stated_counts_at_a_berth_too) {
  Plant plant;
  plant.add(UnitKind::tanker_berth, "methanol", 20.0);
  plant.add(UnitKind::tanker_berth, "methanol", 20.0).details.isolation_class = "automatic";
  const Generation made = plant.run();
  BOOST_TEST(made.traces[0].cases.front().id == "hose.full_bore.stopped");
  BOOST_TEST(made.traces[1].cases.front().id == "hose.full_bore.blocked");
  check_conserved(made.traces[1]);
}

BOOST_AUTO_TEST_SUITE_END()
