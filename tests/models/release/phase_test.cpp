// Phase first: a model refuses what is not in its phase, and names the one that takes it.
#include <boost/test/unit_test.hpp>

#include "models/release/pipe_gas.hpp"
#include "models/release/pool_evaporation.hpp"
#include "models/release/vessel_gas.hpp"
#include "models/release/vessel_liquid.hpp"
#include "tests/models/release/release_fixtures.hpp"

using namespace sise;
using sise::test::error_of;

namespace {

constexpr double kAir_pa = 101325.0;

Fluid chlorine() { return Fluid(sise::test::chlorine()); }

std::string liquid_under(double pressure_pa) {
  return error_of([&] {
    return liquid_vessel_release({.hole_diameter_m = 0.02,
                                  .discharge_coefficient = 0.62,
                                  .pressure_Pa = pressure_pa,
                                  .temperature_K = 293.15,
                                  .inventory_kg = 1000.0,
                                  .head_m = 1.0},
                                 chlorine(), kAir_pa);
  });
}

std::string gas_under(double pressure_pa, double temperature_K) {
  return error_of([&] {
    return gas_vessel_release({.hole_diameter_m = 0.02,
                               .discharge_coefficient = 1.0,
                               .pressure_Pa = pressure_pa,
                               .temperature_K = temperature_K,
                               .volume_m3 = 10.0},
                              chlorine(), kAir_pa);
  });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(phase)

// Chlorine at 293 K has 6.8 bar: under less it is no liquid, and its outflow is two-phase, twice what Bernoulli says.
BOOST_AUTO_TEST_CASE(a_liquid_below_its_vapour_pressure_is_refused) {
  const double saturation_pa = chlorine().vapour_pressure_Pa(293.15);
  BOOST_TEST(liquid_under(2e5) == "below_vapour_pressure");
  BOOST_TEST(liquid_under(0.98 * saturation_pa) == "below_vapour_pressure");
  BOOST_TEST(liquid_under(0.995 * saturation_pa) == "none");  // a rounded number
  BOOST_TEST(liquid_under(1e6) == "none");
}

BOOST_AUTO_TEST_CASE(a_gas_above_its_vapour_pressure_is_refused) {
  BOOST_TEST(gas_under(20e5, 293.15) == "above_vapour_pressure");
  BOOST_TEST(gas_under(6e5, 293.15) == "none");
  BOOST_TEST(gas_under(20e5, 420.0) == "none");  // above its critical temperature there is no liquid
  BOOST_TEST(error_of([] {
               return pipeline_rupture(
                   {.diameter_m = 0.1, .length_m = 1000.0, .pressure_Pa = 20e5, .temperature_K = 293.15}, chlorine(),
                   kAir_pa);
             }) == "above_vapour_pressure");
}

BOOST_AUTO_TEST_CASE(a_spill_warmer_than_it_boils_is_refused) {
  PoolSource source{.mass_kg = 100.0,
                    .temperature_K = 293.15,
                    .basin = {.min_thickness_m = 0.005, .bund_m2 = 10.0},
                    .ground = *ground_from("concrete"),
                    .ground_temperature_K = 293.15};
  const PoolAir air{2.0, Stability::D, 293.15, kAir_pa};
  BOOST_TEST(error_of([&] { return pool_evaporation(source, air, chlorine()).release; }) == "flashes_before_it_lies");
  source.temperature_K = 239.0;
  BOOST_TEST(error_of([&] { return pool_evaporation(source, air, chlorine()).release; }) == "none");
}

BOOST_AUTO_TEST_SUITE_END()
