// Worked units: what their published figures say.
#include "tests/gis_io/read/packs/plant.hpp"

#include <cmath>

using namespace sise;

namespace {

/// A gas that is made to have the density of the worked unit.
void weigh(SubstanceTable& table, const char* id, double density_kg_m3) {
  std::vector<Substance> all = table.all();
  for (Substance& one : all) {
    if (one.id != id) continue;
    one.properties.erase("liquid_density_293K_kg_m3");
    one.properties.erase("acentric_factor");
    one.properties.erase("critical_temperature_K");
    one.properties.at("liquid_density_kg_m3").value = density_kg_m3;
  }
  table = SubstanceTable(std::move(all));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(generate_worked_suite)

// The worked sphere: 900 t, 500 kg/m3, 800 kPa gauge, every cloud ignites.
BOOST_AUTO_TEST_CASE(lpg_sphere_of_900_t) {
  Plant plant;
  weigh(plant.table, "propane", 500.0);
  plant.add(UnitKind::pressurised_vessel, "propane", 900.0).pressure_abs_Pa = kPlantAmbient_Pa + 8e5;
  const Generation made = plant.run();
  const auto near = boost::test_tools::tolerance(1e-9);
  BOOST_TEST(frequency(made, "vessel.instantaneous.fireball") == 2.45e-7, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.spot_flash_fire") == 6.3e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.spot_vce") == 4.2e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.flash_fire") == 9e-8, near);
  BOOST_TEST(frequency(made, "vessel.instantaneous.vce") == 6e-8, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.jet_fire") == 3.5e-7, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.flash_fire") == 9e-8, near);
  BOOST_TEST(frequency(made, "vessel.in_10_min.vce") == 6e-8, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.jet_fire") == 2e-6, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.flash_fire") == 4.8e-6, near);
  BOOST_TEST(frequency(made, "vessel.leak_10mm.vce") == 3.2e-6, near);
  BOOST_TEST(*find(made, "vessel.in_10_min.jet_fire")->rate_kg_s == 1500.0, near);
  BOOST_TEST(*find(made, "vessel.leak_10mm.jet_fire")->rate_kg_s == 1.377, boost::test_tools::tolerance(0.005));
  double sum = 0.0;
  for (const Scenario& one : made.scenarios) sum += one.frequency_per_year;
  BOOST_TEST(sum == 1.1e-5, near);
}

// The worked chlorine tank: 50 t, 1400 kg/m3, 600 kPa gauge, API 581 second edition, isolation class CC.
BOOST_AUTO_TEST_CASE(chlorine_tank_of_50_t) {
  Plant plant;
  plant.data.packs = frequency_packs("api581_2nd");
  weigh(plant.table, "chlorine", 1400.0);
  Unit& tank = plant.add(UnitKind::pressurised_vessel, "chlorine", 50.0);
  tank.pressure_abs_Pa = kPlantAmbient_Pa + 6e5;
  tank.details.isolation_class = "CC";
  Generation made = plant.run();
  const auto row = [&](const char* hole) { return *find(made, std::string("vessel.") + hole + ".toxic"); };
  const auto near = boost::test_tools::tolerance(0.01);
  BOOST_TEST(*row("small").rate_kg_s == 0.499, near);
  BOOST_TEST(row("small").duration_s == 3600.0, near);
  BOOST_TEST(*row("medium").rate_kg_s == 12.5, near);
  BOOST_TEST(row("medium").duration_s == 2400.0, near);
  BOOST_TEST(*row("large").rate_kg_s == 200.0, near);
  BOOST_TEST(row("large").duration_s == 251.0, near);
  BOOST_TEST(row("rupture").frequency_per_year == 6e-6, near);
  plant.study.units.front().details.isolation_class = "AA";
  made = plant.run();
  BOOST_TEST(row("small").duration_s == 1200.0, near);
  BOOST_TEST(row("medium").duration_s == 600.0, near);
  BOOST_TEST(row("large").duration_s == 251.0, near);
}

// 100 deliveries of half an hour through a hose (DNV, BEVI): 2e-4 and 2e-3 a year.
BOOST_AUTO_TEST_CASE(a_hose_of_100_deliveries_of_30_min) {
  Plant plant;
  Unit& station = plant.add(UnitKind::filling_station, "propane", 20.0);
  station.details.transfers_per_year = 100.0;
  const Generation made = plant.run();
  double full = 0.0;
  double leak = 0.0;
  for (const TraceCase& traced : made.traces.front().cases) {
    if (traced.id.starts_with("hose.full_bore")) full += traced.frequency_per_year;
    if (traced.id.starts_with("hose.leak")) leak += traced.frequency_per_year;
  }
  BOOST_TEST(full == 2e-4, boost::test_tools::tolerance(1e-9));
  BOOST_TEST(leak == 2e-3, boost::test_tools::tolerance(1e-9));
}

// Ten tonnes of steel, a tenth of it in water at a yield of 3 %: 8.8 kg TNT.
BOOST_AUTO_TEST_CASE(ten_tonnes_of_steel_meet_water) {
  Plant plant;
  plant.add(UnitKind::metal_melting, "", 10.0);
  const Generation made = plant.run();
  BOOST_TEST(*find(made, "melt_large.large.explosion")->tnt_kg == 8.8, boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_SUITE_END()
