#include "models/release/vessel_liquid.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

#include "models/release/flash.hpp"
#include "models/release/orifice.hpp"
#include "tests/models/release/release_fixtures.hpp"

using sise::Fluid;
using sise::LiquidPadding;
using sise::LiquidVesselSource;
using sise::ReleaseHistory;
using sise::test::warns;

namespace {

constexpr double kVesselLiquidAmbient_Pa = 101325.0;
constexpr double kGravity = 9.80665;
const auto kVesselLiquidTight = boost::test_tools::tolerance(1e-9);

/// 50 m3 of toluene in an upright tank 10 m2 wide.
LiquidVesselSource tank() {
  return {.hole_diameter_m = 0.05,
          .discharge_coefficient = 0.65,
          .pressure_Pa = kVesselLiquidAmbient_Pa,
          .temperature_K = 293.15,
          .inventory_kg = 50.0 * 868.49,
          .head_m = 5.0};
}

LiquidVesselSource padded_tank() {
  LiquidVesselSource source = tank();
  source.pressure_Pa = 4e5;
  source.padding = LiquidPadding::closed;
  source.volume_m3 = 60.0;
  return source;
}

ReleaseHistory release(const LiquidVesselSource& source) {
  return liquid_vessel_release(source, Fluid(sise::test::toluene()), kVesselLiquidAmbient_Pa);
}

std::string error_of(const LiquidVesselSource& source) {
  return sise::test::error_of([&] { return release(source); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(vessel_liquid)

// HJ 169-2018 F.1 written out: Q = Cd A rho sqrt(2 (p - p0)/rho + 2 g h).
BOOST_AUTO_TEST_CASE(hj169_f1) {
  LiquidVesselSource source = tank();
  source.pressure_Pa = 3e5;
  const double area = 0.25 * std::numbers::pi * 0.05 * 0.05;
  const double expected =
      0.65 * area * 868.49 * std::sqrt(2.0 * (3e5 - kVesselLiquidAmbient_Pa) / 868.49 + 2.0 * kGravity * 5.0);
  BOOST_TEST(release(source).steps.front().rate_kg_s == expected, kVesselLiquidTight);
}

// A. Farrell 2020, screening of a leak from a butane sphere: 2 in at 250 psig under 50 ft of n-butane (573.23 kg/m3),
// Cd 0.61. The page has 56.31 kg/s.
BOOST_AUTO_TEST_CASE(published_leak_from_a_butane_sphere) {
  const double overpressure_Pa = 250.0 * 6894.757293168;
  const double flux = sise::liquid_flux_kg_m2_s(573.23, overpressure_Pa + 573.23 * 9.81 * 15.24);
  BOOST_TEST(0.61 * sise::hole_area_m2(0.0508) * flux == 56.31, boost::test_tools::tolerance(1e-3));
}

// Torricelli: t = A/(Cd a) sqrt(2 h/g), and the level falls as the square of the time left.
BOOST_AUTO_TEST_CASE(torricelli_emptying_time) {
  const double area = 0.65 * sise::hole_area_m2(0.05);
  const double time_s = 10.0 / area * std::sqrt(2.0 * 5.0 / kGravity);
  LiquidVesselSource source = tank();
  source.also_at_s = {0.25 * time_s, 0.5 * time_s, 0.9 * time_s};
  const ReleaseHistory history = release(source);
  BOOST_TEST(history.duration_s == time_s, kVesselLiquidTight);
  for (const double t : source.also_at_s) {
    const double left = std::pow(1.0 - t / time_s, 2.0);
    BOOST_TEST(state_at(history, t).released_kg == source.inventory_kg * (1.0 - left), kVesselLiquidTight);
  }
  BOOST_TEST(history.remaining_kg == 0.0);
}

// Under a constant pressure H metres of liquid high: t = A/(Cd a) sqrt(2/g) (sqrt(h + H) - sqrt(H)).
BOOST_AUTO_TEST_CASE(emptying_time_under_constant_pressure) {
  LiquidVesselSource source = tank();
  source.pressure_Pa = 2.5e5;
  const double extra_m = (2.5e5 - kVesselLiquidAmbient_Pa) / (868.49 * kGravity);
  const double time_s = 10.0 / (0.65 * sise::hole_area_m2(0.05)) * std::sqrt(2.0 / kGravity) *
                        (std::sqrt(5.0 + extra_m) - std::sqrt(extra_m));
  const ReleaseHistory history = release(source);
  BOOST_TEST(history.duration_s == time_s, kVesselLiquidTight);
  BOOST_TEST(history.steps.back().rate_kg_s > 0.0);
  BOOST_TEST(warns(history, "gas_follows"));
}

BOOST_AUTO_TEST_CASE(what_lies_below_the_hole_stays) {
  LiquidVesselSource source = tank();
  source.head_m = 4.0;
  source.hole_height_m = 1.0;
  const ReleaseHistory history = release(source);
  BOOST_TEST(history.remaining_kg == 0.2 * source.inventory_kg, kVesselLiquidTight);
  BOOST_TEST(!warns(history, "gas_follows"));
}

// The padding gas keeps its mass: p V is the same at the start and whenever the flow ends.
BOOST_AUTO_TEST_CASE(closed_padding_ends_where_gas_and_head_balance_the_air) {
  LiquidVesselSource source = padded_tank();
  source.pressure_Pa = 1.1e5;
  const ReleaseHistory history = release(source);
  const Fluid toluene(sise::test::toluene());
  const double vapour_Pa = toluene.vapour_pressure_Pa(293.15);
  const double gas_m3 = 10.0 + history.total_kg / 868.49;
  const double padding_Pa = (1.1e5 - vapour_Pa) * 10.0 / gas_m3;
  const double head_m = history.remaining_kg / 868.49 / 10.0;
  BOOST_TEST(history.remaining_kg > 0.0);
  BOOST_TEST(vapour_Pa + padding_Pa + 868.49 * kGravity * head_m == kVesselLiquidAmbient_Pa,
             boost::test_tools::tolerance(1e-10));
  BOOST_TEST(history.steps.back().pressure_Pa == vapour_Pa + padding_Pa, kVesselLiquidTight);
}

BOOST_AUTO_TEST_CASE(mass_balance) {
  for (const LiquidVesselSource& made : {tank(), padded_tank()}) {
    const double integrated = sise::test::integrated_kg([&](const std::vector<double>& moments) {
      LiquidVesselSource source = made;
      source.also_at_s = moments;
      return release(source);
    });
    const ReleaseHistory history = release(made);
    BOOST_TEST(integrated + history.remaining_kg == made.inventory_kg, boost::test_tools::tolerance(1e-6));
  }
}

BOOST_AUTO_TEST_CASE(closed_padding_is_slower_than_constant) {
  LiquidVesselSource constant = padded_tank();
  constant.padding = LiquidPadding::constant;
  BOOST_TEST(release(constant).duration_s < release(padded_tank()).duration_s);
  BOOST_TEST(release(constant).steps.front().rate_kg_s == release(padded_tank()).steps.front().rate_kg_s,
             kVesselLiquidTight);
}

BOOST_AUTO_TEST_CASE(a_superheated_liquid_flashes_outside) {
  LiquidVesselSource source = tank();
  source.temperature_K = 420.0;
  source.pressure_Pa = 6e5;
  const ReleaseHistory history = release(source);
  BOOST_TEST(warns(history, "liquid_flashes"));
  BOOST_TEST(history.steps.front().vapour_fraction > 0.1);
  BOOST_TEST(release(tank()).steps.front().vapour_fraction == 0.0);
}

// CPR 18E: 2 f, then linear to 1 at f = 0.36, without a step.
BOOST_AUTO_TEST_CASE(airborne_fraction_is_continuous_and_at_least_the_flash) {
  using sise::RainOut;
  BOOST_TEST(airborne_fraction(0.05, RainOut::cpr18e) == 0.1);
  BOOST_TEST(airborne_fraction(0.1 - 1e-12, RainOut::cpr18e) == airborne_fraction(0.1, RainOut::cpr18e),
             kVesselLiquidTight);
  BOOST_TEST(airborne_fraction(0.36 - 1e-12, RainOut::cpr18e) == 1.0, kVesselLiquidTight);
  for (const RainOut rule : {RainOut::cpr18e, RainOut::double_flash, RainOut::none}) {
    for (const double flash : {0.0, 0.07, 0.2, 0.4, 1.0}) BOOST_TEST(airborne_fraction(flash, rule) >= flash);
  }
}

BOOST_AUTO_TEST_CASE(what_cannot_flow_is_refused) {
  LiquidVesselSource source = tank();
  source.pressure_Pa = 0.5e5;
  BOOST_TEST(error_of(source) == "no_overpressure");
  source = tank();
  source.temperature_K = 600.0;
  BOOST_TEST(error_of(source) == "above_critical");
  source = tank();
  source.temperature_K = 170.0;
  BOOST_TEST(error_of(source) == "below_melting");
  source = tank();
  source.volume_m3 = 40.0;
  BOOST_TEST(error_of(source) == "inventory_exceeds_volume");
  source = tank();
  source.padding = LiquidPadding::closed;
  BOOST_TEST(error_of(source) == "missing_key");
  source = tank();
  source.hole_diameter_m = 5.0;
  BOOST_TEST(error_of(source) == "hole_larger_than_vessel");
}

BOOST_AUTO_TEST_CASE(a_liquid_without_a_boiling_point_is_told) {
  const sise::Substance brine = sise::test::substance("brine", {{"liquid_density_kg_m3", 1200.0}});
  BOOST_TEST(warns(liquid_vessel_release(tank(), Fluid(brine), kVesselLiquidAmbient_Pa), "flash_unknown"));
}

BOOST_AUTO_TEST_SUITE_END()
