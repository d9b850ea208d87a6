// Filling stations of compressed gas, and vessels whose record contradicts itself.
#include <cmath>

#include "tests/gis_io/read/packs/plant.hpp"

using namespace sise;

namespace {

Plant station_of(const char* gas, double kg, double pressure_abs_Pa) {
  Plant plant;
  Unit& unit = plant.add(UnitKind::filling_station, gas, kg * 1e-3);
  unit.state = "gas";
  unit.temperature_K = 293.15;
  unit.pressure_abs_Pa = pressure_abs_Pa;
  return plant;
}

double of_part(const UnitTrace& trace, const std::string& part) {
  double sum = 0.0;
  for (const TraceCase& traced : trace.cases) sum += traced.part == part ? traced.frequency_per_year : 0.0;
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_station_suite)

// HyRAM+ 6.0: medians of 92 components of a hydrogen station, and 10,000 fuellings of which 5.1e-5 a year end with the vehicle
// driving off.
BOOST_AUTO_TEST_CASE(a_hydrogen_station_leaks_as_its_components_do) {
  const Generation made = station_of("hydrogen", 500.0, 351e5).run();
  const UnitTrace& trace = made.traces.front();
  const auto near = boost::test_tools::tolerance(0.01);
  BOOST_TEST(of_part(trace, "station.hydrogen") == 0.1677, near);
  BOOST_TEST(of_part(trace, "dispenser") == 5.47e-5, near);
  BOOST_TEST(assumed(trace, "fuellings_per_year"));
  BOOST_TEST(of_part(trace, "loading_hose") == 0.0);
  check_conserved(trace);
  // Of 7.187e-4 full bores a tenth is not stopped, and 5.3 % of those between 0.125 and 6.25 kg/s burn at once.
  const Scenario* jet = find(made, "station.full_bore.jet_fire");
  BOOST_REQUIRE(jet != nullptr);
  BOOST_TEST(*jet->rate_kg_s > 0.125);
  BOOST_TEST(*jet->rate_kg_s < 6.25);
  BOOST_TEST(jet->frequency_per_year == 7.187e-4 * 0.1 * 0.053, near);
}

BOOST_AUTO_TEST_CASE(stated_deliveries_add_hose_and_tanker_of_the_stations_bore) {
  Plant plant = station_of("hydrogen", 500.0, 351e5);
  plant.study.units.front().details.transfers_per_year = 200.0;
  const Generation made = plant.run();
  BOOST_TEST(of_part(made.traces.front(), "loading_hose") > 0.0);
  BOOST_TEST(of_part(made.traces.front(), "tanker.pressurised") > 0.0);
  for (const Scenario& one : made.scenarios) {
    if (one.kind == ScenarioKind::jet_fire && !one.case_id.ends_with("in_10_min.jet_fire"))
      BOOST_TEST(one.rate_kg_s.value_or(0.0) < 6.25, one.case_id);
  }
}

BOOST_AUTO_TEST_CASE(natural_gas_has_leaks_of_its_own_and_propane_stays_with_its_hose) {
  const Generation gas = station_of("methane", 2000.0, 251e5).run();
  BOOST_TEST(of_part(gas.traces.front(), "station.methane") == 85.3, boost::test_tools::tolerance(0.01));
  Plant lpg;
  lpg.add(UnitKind::filling_station, "propane", 20.0);
  const Generation made = lpg.run();
  BOOST_TEST(of_part(made.traces.front(), "loading_hose") > 0.0);
  BOOST_TEST(of_part(made.traces.front(), "dispenser") == 0.0);
}

// HyRAM+ 6.0: medians of 84 components and 30 m of pipe of an LNG station; deliveries as at any station of liquefied gas.
BOOST_AUTO_TEST_CASE(an_lng_station_leaks_as_its_components_do) {
  Plant plant;
  Unit& unit = plant.add(UnitKind::filling_station, "methane", 20.0);
  unit.temperature_K = 133.15;
  unit.pressure_abs_Pa = 9e5;
  unit.details.transfers_per_year = 100.0;
  const Generation made = plant.run();
  const UnitTrace& trace = made.traces.front();
  const auto near = boost::test_tools::tolerance(0.01);
  BOOST_TEST(of_part(trace, "station.methane.liquid") == 0.01398, near);
  BOOST_TEST(of_part(trace, "dispenser") == 5.47e-5, near);
  BOOST_TEST(of_part(trace, "loading_hose") == 100.0 * 0.5 * 4.4e-5, near);
  BOOST_TEST(assumed(trace, "lng_pipe_mm"));
  BOOST_TEST(frequency(made, "station.full_bore.jet_fire") == 1.483e-3 * 0.1 * 0.047, near);
  check_conserved(trace);
}

BOOST_AUTO_TEST_CASE(natural_gas_that_is_called_liquefied_is_cold) {
  Plant plant;
  plant.add(UnitKind::filling_station, "methane", 20.0).state = "液化";
  const Generation made = plant.run();
  BOOST_TEST(remarked(made.traces.front(), "liquid_when_cold"));
  BOOST_TEST(!lacks(made.traces.front(), "no_overpressure"));
  BOOST_TEST(find(made, "hose.full_bore.stopped.pool_fire") != nullptr);
}

// The pump of a tanker runs as long as deliveries last.
BOOST_AUTO_TEST_CASE(deliveries_of_lpg_count_the_pump_of_the_tanker) {
  Plant plant;
  plant.add(UnitKind::filling_station, "propane", 20.0).details.transfers_per_year = 70.0;
  const Generation made = plant.run();
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(of_part(made.traces.front(), "pump") == 35.0 / 8760.0 * 4.5e-3, near);
  // 1,000 m3 a year: a full bore of the hose 1.4e-4 times a year.
  double full_bore = 0.0;
  for (const TraceCase& one : made.traces.front().cases) {
    if (one.part == "loading_hose" && one.id.starts_with("hose.full_bore")) full_bore += one.frequency_per_year;
  }
  BOOST_TEST(full_bore == 1.4e-4, near);
}

BOOST_AUTO_TEST_CASE(a_connection_wider_than_its_vessel_is_listed) {
  Plant plant;
  const auto vessel = [&](double connection_m, double diameter_m) {
    Unit& unit = plant.add(UnitKind::pressurised_vessel, "propane", 1.0);
    unit.temperature_K = 293.15;
    unit.details.connection_m = connection_m;
    if (diameter_m > 0.0) unit.diameter_m = diameter_m;
  };
  vessel(5.0, 0.0);
  vessel(1.1, 1.0);
  vessel(0.1, 1.0);
  const Generation made = plant.run();
  BOOST_TEST(lacks(made.traces[0], "connection_too_wide"));
  BOOST_TEST(lacks(made.traces[1], "connection_too_wide"));
  BOOST_TEST((made.traces[2].fate == UnitFate::generated));
  BOOST_TEST(!remarked(made.traces[2], "detail_not_used"));
}

BOOST_AUTO_TEST_CASE(words_of_offices_for_isolation_and_state_are_understood) {
  Plant plant;
  for (const char* isolation : {"remote", "远程切断", "手动", "manual"}) {
    Unit& unit = plant.add(UnitKind::pressurised_vessel, "propane", 20.0);
    unit.temperature_K = 293.15;
    unit.details.isolation_class = isolation;
  }
  for (const char* state : {"refrigerated", "低温", "cold"})
    plant.add(UnitKind::refrigerated_tank, "ammonia", 500.0).state = state;
  const Generation made = plant.run();
  const auto share_blocked = [&](std::size_t unit) {
    for (const TraceCase& traced : made.traces[unit].cases) {
      if (traced.id.ends_with(".blocked")) return traced.release.en;
    }
    return std::string();
  };
  BOOST_TEST(!share_blocked(0).empty());
  BOOST_TEST(share_blocked(1) == share_blocked(0));
  BOOST_TEST(share_blocked(2) == share_blocked(3));
  BOOST_TEST(share_blocked(2) != share_blocked(0));
  for (const UnitTrace& trace : made.traces) {
    BOOST_TEST(!remarked(trace, "isolation_not_understood"));
    BOOST_TEST(!remarked(trace, "state_not_understood"));
  }
}

BOOST_AUTO_TEST_SUITE_END()
