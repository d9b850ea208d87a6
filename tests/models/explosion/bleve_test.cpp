// Energy of a vessel of liquefied gas that bursts.
#include "models/explosion/bleve.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <string>

#include "models/base/error.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

Substance propane() {
  Substance s;
  s.name_en = "Propane";
  const auto set = [&](const std::string& name, double value) {
    s.properties[name] = {.value = value, .confidence = Confidence::seen};
  };
  set("molar_mass_kg_mol", 0.044097);
  set("boiling_point_K", 231.04);
  set("melting_point_K", 85.4);
  set("critical_temperature_K", 369.89);
  set("critical_pressure_Pa", 4251200.0);
  set("acentric_factor", 0.1521);
  set("liquid_density_kg_m3", 582.61);
  set("liquid_density_temperature_K", 231.04);
  set("liquid_density_293K_kg_m3", 498.96);
  set("liquid_heat_capacity_J_kgK", 2252.0);
  set("liquid_heat_capacity_temperature_K", 231.04);
  set("gas_gamma", 1.1274);
  set("heat_of_vaporization_J_kg", 431775.0);
  return s;
}

BleveEnergy at(double temperature_K, std::optional<double> volume_m3 = {}) {
  return bleve_energy(propane(), {1000.0, volume_m3, temperature_K});
}

/// u1 - u2 of a state that ends as a mixture at 1 bar, from a table of saturated propane (kJ/kg, m3/kg): at 1 bar hf
/// 421.27, hg 849.19, sf 3.8721, sg 5.7256, vf 0.001722, vg 0.419.
double from_table_J_kg(double h1, double s1, double v1) {
  const double x = (s1 - 3.8721) / (5.7256 - 3.8721);
  const double h2 = 421.27 + x * (849.19 - 421.27);
  const double v2 = 0.001722 + x * (0.419 - 0.001722);
  return 1e3 * ((h1 - 1900.0 * v1) - (h2 - 100.0 * v2));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bleve)

// CCPS 1994, sample of a propane vessel that fails at 19 bar and 328 K; table as printed there (recalled).
BOOST_AUTO_TEST_CASE(propane_at_19_bar_agrees_with_a_table_of_states) {
  const BleveEnergy e = at(327.7);
  BOOST_TEST(e.burst_pressure_pa == 19e5, tolerance(0.02));
  BOOST_TEST(e.liquid.energy_J_kg == from_table_J_kg(674.31, 4.7685, 0.002278), tolerance(0.07));
  BOOST_TEST(e.vapour.energy_J_kg == from_table_J_kg(948.32, 5.5860, 0.0232), tolerance(0.11));
  BOOST_TEST(e.liquid.vapour_fraction == 0.484, tolerance(0.02));
  BOOST_TEST(e.vapour.vapour_fraction == 0.925, tolerance(0.02));
}

BOOST_AUTO_TEST_CASE(volume_tells_liquid_from_vapour) {
  const BleveEnergy full = at(320.0);
  BOOST_TEST(full.vapour_kg == 0.0);
  const BleveEnergy part = at(320.0, 5.0);
  BOOST_TEST(part.liquid_kg + part.vapour_kg == 1000.0, tolerance(1e-12));
  BOOST_TEST(part.vapour_kg > 50.0);
  BOOST_TEST(part.energy_J > full.energy_J);  // a kilogram of vapour holds more than one of liquid
}

// A tonne of propane in 300 m3 at 330 K is vapour at 2.07 bar; an ideal gas of this pressure gives 38 MJ.
BOOST_AUTO_TEST_CASE(vapour_alone_has_the_pressure_that_its_volume_leaves) {
  const BleveEnergy gas = at(330.0, 300.0);
  BOOST_TEST(gas.liquid_kg == 0.0);
  BOOST_TEST(gas.vapour_kg == 1000.0);
  BOOST_TEST(gas.burst_pressure_pa == 2.07e5, tolerance(0.03));
  const double p = gas.burst_pressure_pa;
  const double g = 1.1274;
  const double ideal_J = p * 300.0 / (g - 1.0) * (1.0 - std::pow(101325.0 / p, (g - 1.0) / g));
  BOOST_TEST(gas.energy_J == ideal_J, tolerance(0.1));
  BOOST_TEST(gas.energy_J == 38e6, tolerance(0.1));
  BOOST_TEST(!gas.below_superheat_limit);
}

BOOST_AUTO_TEST_CASE(the_last_drop_of_liquid_makes_no_step) {
  double volume_m3 = 10.0;
  while (at(330.0, volume_m3).liquid_kg > 0.0) volume_m3 += 0.01;
  const BleveEnergy dry = at(330.0, volume_m3);
  const BleveEnergy wet = at(330.0, volume_m3 - 0.02);
  BOOST_TEST(dry.burst_pressure_pa == wet.burst_pressure_pa, tolerance(0.002));
  BOOST_TEST(dry.energy_J == wet.energy_J, tolerance(0.002));
  double before = dry.energy_J;
  for (double larger_m3 = volume_m3 + 5.0; larger_m3 < 500.0; larger_m3 *= 1.2) {
    const double energy_J = at(330.0, larger_m3).energy_J;
    BOOST_TEST(energy_J < before);
    before = energy_J;
  }
}

// No heat engine between the vessel and the air does better.
BOOST_AUTO_TEST_CASE(energy_grows_with_temperature_and_vanishes_at_the_boiling_point) {
  double before = 0.0;
  for (const double temperature_K : {235.0, 250.0, 280.0, 310.0, 340.0}) {
    const double energy = at(temperature_K).liquid.energy_J_kg;
    BOOST_TEST(energy > before);
    BOOST_TEST(energy < 2252.0 * 1.6 * (temperature_K - 231.0) + 5e3);
    before = energy;
  }
  BOOST_TEST(at(231.4).liquid.energy_J_kg < 500.0);
}

BOOST_AUTO_TEST_CASE(superheat_limit_is_told) {
  BOOST_TEST(at(300.0).below_superheat_limit);
  BOOST_TEST(!at(335.0).below_superheat_limit);
}

BOOST_AUTO_TEST_CASE(impossible_vessels_are_refused) {
  const auto code = [](const BleveVessel& vessel) {
    try {
      static_cast<void>(bleve_energy(propane(), vessel));
    } catch (const ModelError& error) {
      return error.diagnostics().front().code;
    }
    return std::string("none");
  };
  BOOST_TEST(code({0.0, {}, 320.0}) == "parameter_out_of_range");
  BOOST_TEST(code({1000.0, 1.0, 320.0}) == "inventory_exceeds_volume");
  BOOST_TEST(code({1000.0, {}, 400.0}) == "above_critical");
  BOOST_TEST(code({1000.0, {}, 220.0}) == "no_overpressure");
  BOOST_TEST(code({1000.0, 1e4, 320.0}) == "no_overpressure");  // so thin that it has less than the air's pressure
  Substance unknown;
  BOOST_CHECK_THROW(static_cast<void>(bleve_energy(unknown, {1000.0, {}, 320.0})), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
