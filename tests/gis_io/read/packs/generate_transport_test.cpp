// Roads, railways and parking areas: the figures of the pack, times vehicles and kilometres.
#include "core/accidents/resolve.hpp"
#include "core/study/completeness.hpp"
#include "tests/gis_io/read/packs/plant.hpp"

using namespace sise;

namespace {

/// Ten kilometres.
Unit& route(Plant& plant, UnitKind kind, const char* substance, double tonnes, const char* word) {
  Unit& unit = plant.add(kind, substance, tonnes);
  unit.geometry = {};
  unit.geometry.lines = {{{0.0, 0.0}, {6000.0, 0.0}, {6000.0, 4000.0}}};
  unit.details.route = word;
  unit.details.transports_per_year = 1000.0;
  return unit;
}

constexpr double kVehicleKm = 1e4;
const auto kNear = boost::test_tools::tolerance(1e-6);

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_transport_suite)

// CPR 18E part two: 4.32e-9 releases per vehicle-km of a pressure tank on a motorway, 0.35 of them at once; 0.4 of these ignite.
BOOST_AUTO_TEST_CASE(lpg_on_a_motorway) {
  Plant plant;
  route(plant, UnitKind::road_transport, "propane", 20.0, "motorway");
  const Generation made = plant.run();
  const double at_once = 4.32e-9 * 0.35 * kVehicleKm;
  BOOST_TEST(frequency(made, "vehicle.instantaneous.fireball") == 0.4 * at_once, kNear);
  BOOST_TEST(frequency(made, "vehicle.instantaneous.flash_fire") == 0.6 * 0.6 * at_once, kNear);
  BOOST_TEST(frequency(made, "vehicle.instantaneous.vce") == 0.6 * 0.4 * at_once, kNear);
  BOOST_TEST(frequency(made, "vehicle.hole_50mm.jet_fire") == 0.1 * 0.65 * 4.32e-9 * kVehicleKm, kNear);
  BOOST_TEST(find(made, "vehicle.instantaneous.spot_vce") == nullptr);
  check_conserved(made.traces.front());
  BOOST_TEST(!remarked(made.traces.front(), "route_assumed"));
}

BOOST_AUTO_TEST_CASE(petrol_spills_five_cubic_metres_or_all_and_an_unstated_road_is_the_worst) {
  Plant plant;
  route(plant, UnitKind::road_transport, "petrol", 25.0, "");
  const Generation made = plant.run();
  double sum = 0.0;
  for (const TraceCase& one : made.traces.front().cases) sum += one.frequency_per_year;
  BOOST_TEST(sum == 2.77e-8 * kVehicleKm, kNear);
  BOOST_TEST(remarked(made.traces.front(), "route_assumed"));
  const Scenario* all = find(made, "vehicle.instantaneous.pool_fire");
  const Scenario* some = find(made, "vehicle.spill_500l.pool_fire");
  BOOST_REQUIRE(all != nullptr);
  BOOST_REQUIRE(some != nullptr);
  // 0.5 m3 at 5 mm depth: 100 m2.
  BOOST_TEST(*some->pool_diameter_m == 11.28, boost::test_tools::tolerance(0.01));
  BOOST_TEST(*all->pool_diameter_m > 3.0 * *some->pool_diameter_m);
  check_conserved(made.traces.front());
}

BOOST_AUTO_TEST_CASE(chlorine_by_rail_poisons_and_tells_that_switches_are_left_out) {
  Plant plant;
  route(plant, UnitKind::rail_transport, "chlorine", 60.0, "慢速");
  const Generation made = plant.run();
  BOOST_TEST(frequency(made, "wagon.instantaneous.toxic") == 1.36e-8 * 7.9e-4 * 0.4 * kVehicleKm, kNear);
  BOOST_TEST(remarked(made.traces.front(), "switches_not_counted"));
}

BOOST_AUTO_TEST_CASE(what_is_lacking_is_told_all_at_once) {
  Plant plant;
  Unit& unit = plant.add(UnitKind::road_transport, "propane", 20.0);
  unit.details.route = "footpath";
  const Generation made = plant.run();
  for (const char* code : {"route_not_understood", "transports", "line_not_drawn"})
    BOOST_TEST(lacks(made.traces.front(), code), code);
  BOOST_TEST(made.scenarios.empty());
  BOOST_TEST(is_undrawn_line(plant.study.units.front()));
}

BOOST_AUTO_TEST_CASE(parked_tankers_count_by_their_hours_however_many_stand_there) {
  Plant plant;
  Unit& unit = plant.add(UnitKind::parking_area, "propane", 20.0);
  unit.details.transports_per_year = 20000.0;
  Generation made = plant.run();
  const double years = 20000.0 * 8.0 / 8760.0;  // more than one at a time
  double at_once = 0.0;
  for (const TraceCase& one : made.traces.front().cases) {
    if (one.id == "tanker.instantaneous") at_once = one.frequency_per_year;
  }
  BOOST_TEST(at_once == 5e-7 * years, kNear);
  BOOST_TEST(assumed(made.traces.front(), "stay_h"));
  unit.details.stay_h = 2.0;
  made = plant.run();
  BOOST_TEST(!assumed(made.traces.front(), "stay_h"));
  BOOST_TEST(made.traces.front().cases.front().count == 20000.0 * 2.0 / 8760.0, kNear);
}

BOOST_AUTO_TEST_CASE(other_kinds_are_told_that_transports_change_nothing) {
  Plant plant;
  plant.add(UnitKind::pressurised_vessel, "propane", 20.0).details.transports_per_year = 10.0;
  BOOST_TEST(remarked(plant.run().traces.front(), "detail_not_used"));
}

BOOST_AUTO_TEST_SUITE_END()
