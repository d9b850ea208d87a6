#include "models/fire/fireball.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"
#include "tests/support/forward_scan.hpp"

using sise::Fireball;
using sise::FireballCorrelation;
using sise::FireballMethod;
using sise::Receiver;

namespace {

constexpr double kPropane_J_kg = 46.35e6;

sise::Transmissivity cpqra_air() {
  return {sise::TransmissivityFormula::bagster, 2810.0 / sise::saturated_vapour_pa(293.15), 293.15};
}

/// 100 t of propane, a radiative fraction of 0.3, water vapour at 2810 Pa.
Fireball cpqra_2_27(FireballMethod method = FireballMethod::solid_flame) {
  return {{1e5, kPropane_J_kg, 0.3}, FireballCorrelation::ccps, method, cpqra_air()};
}

/// A tank truck with 11 958 kg of LPG, 350 kW/m2, the fireball touching the ground.
Fireball ccps_tank_truck() {
  const double radius_m = 2.9 * std::cbrt(11958.0);
  return {{11958.0, kPropane_J_kg, 0.3, 350e3, radius_m * (1.0 + 1e-12)}, FireballCorrelation::ccps};
}

void near(double computed, double published) { BOOST_TEST(computed == published, boost::test_tools::tolerance(0.01)); }

}  // namespace

BOOST_AUTO_TEST_SUITE(fireball)

BOOST_AUTO_TEST_CASE(cpqra_2_27_diameter) { near(cpqra_2_27().diameter_m(), 269.0); }
BOOST_AUTO_TEST_CASE(cpqra_2_27_duration) { near(cpqra_2_27().duration_s(), 17.7); }
BOOST_AUTO_TEST_CASE(cpqra_2_27_centre_height) { near(cpqra_2_27().centre_height_m(), 202.0); }
BOOST_AUTO_TEST_CASE(cpqra_2_27_emissive_power) { near(cpqra_2_27().emissive_power_w_m2(), 345e3); }

// View factor 0.158 on a wall, transmissivity 0.63.
BOOST_AUTO_TEST_CASE(cpqra_2_27_radiation_on_a_wall_at_200_m) {
  near(cpqra_2_27().radiation_w_m2(200.0, Receiver::vertical), 34.3e3);
  const Fireball dry({1e5, kPropane_J_kg, 0.3}, FireballCorrelation::ccps);
  near(dry.radiation_w_m2(200.0, Receiver::vertical) / dry.emissive_power_w_m2(), 0.158);
}

BOOST_AUTO_TEST_CASE(cpqra_2_27_point_source) {
  near(cpqra_2_27(FireballMethod::point_source).radiation_w_m2(200.0, Receiver::facing), 40.9e3);
}

BOOST_AUTO_TEST_CASE(ccps_tank_truck_diameter) { near(ccps_tank_truck().diameter_m(), 132.6); }
BOOST_AUTO_TEST_CASE(ccps_tank_truck_duration) { near(ccps_tank_truck().duration_s(), 10.3); }
BOOST_AUTO_TEST_CASE(ccps_tank_truck_view_factor) {
  near(ccps_tank_truck().radiation_w_m2(100.0, Receiver::vertical) / 350e3, 0.255);
}
BOOST_AUTO_TEST_CASE(ccps_tank_truck_radiation) {
  near(ccps_tank_truck().radiation_w_m2(100.0, Receiver::vertical), 89.1e3);
}

// CPR 14E: D = 6.48 M^0.325, t = 0.852 M^0.26, for a tonne.
BOOST_AUTO_TEST_CASE(yellow_book_size_and_duration_of_a_tonne) {
  const Fireball fireball({1000.0, kPropane_J_kg, 0.3}, FireballCorrelation::tno);
  near(fireball.diameter_m(), 61.2);
  near(fireball.duration_s(), 5.13);
  BOOST_TEST(fireball.centre_height_m() == fireball.diameter_m());
}

// Roberts: 0.27 p^0.32 with p in MPa is 0.00325 p^0.32 with p in Pa.
BOOST_AUTO_TEST_CASE(radiative_fraction_in_both_units) {
  for (const double mpa : {0.5, 1.0, 2.0, 6.0}) {
    near(sise::radiative_fraction_at_burst(mpa * 1e6), 0.27 * std::pow(mpa, 0.32));
  }
  BOOST_TEST(sise::radiative_fraction_at_burst(1e9) == 1.0);
}

BOOST_AUTO_TEST_CASE(wall_and_ground_add_up_to_the_facing_surface) {
  const Fireball fireball = cpqra_2_27();
  for (const double x : {1.0, 80.0, 200.0, 900.0}) {
    const double wall = fireball.radiation_w_m2(x, Receiver::vertical);
    const double ground = fireball.radiation_w_m2(x, Receiver::horizontal);
    BOOST_TEST(std::hypot(wall, ground) == fireball.radiation_w_m2(x, Receiver::facing),
               boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(a_closed_surface_around_the_fireball_receives_what_it_emits) {
  const Fireball fireball({1e4, kPropane_J_kg, 0.3}, FireballCorrelation::ccps);
  const double d = std::hypot(300.0, fireball.centre_height_m());
  const double received_W = fireball.radiation_w_m2(300.0, Receiver::facing) * 4.0 * std::numbers::pi * d * d;
  BOOST_TEST(received_W * fireball.duration_s() == 0.3 * 1e4 * kPropane_J_kg, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (const double mass : {100.0, 5000.0, 2e5}) {
    for (const auto correlation : {FireballCorrelation::ccps, FireballCorrelation::tno}) {
      const Fireball fireball({mass, kPropane_J_kg, 0.35}, correlation, FireballMethod::solid_flame, cpqra_air());
      for (const Receiver receiver : sise::kReceivers) {
        for (const double radiation : {1.6e3, 4e3, 12.5e3, 37.5e3, 90e3}) {
          const auto scanned = sise::test::outermost_by_scan(
              [&](double x) { return fireball.radiation_w_m2(x, receiver); }, radiation, 1.0, 2e4);
          const auto found = fireball.distance_to_m(radiation, receiver);
          BOOST_TEST(found.has_value() == scanned.has_value());
          if (found && scanned) BOOST_TEST(*found == *scanned, boost::test_tools::tolerance(1e-6));
        }
      }
    }
  }
}

// Below the fireball a wall receives nothing: the inner of the two distances is not the answer.
BOOST_AUTO_TEST_CASE(find_returns_the_outer_of_two_distances) {
  const Fireball fireball = cpqra_2_27();
  const double near_value = fireball.radiation_w_m2(20.0, Receiver::vertical);
  const double found = fireball.distance_to_m(near_value, Receiver::vertical).value();
  BOOST_TEST(found > 200.0);
  BOOST_TEST(fireball.radiation_w_m2(found, Receiver::vertical) == near_value, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(not_reached_is_told_apart) {
  BOOST_TEST(!cpqra_2_27().distance_to_m(5e5, Receiver::facing).has_value());
}

BOOST_AUTO_TEST_CASE(batches_equal_single_points_to_the_byte) {
  const Fireball fireball = cpqra_2_27();
  std::vector<double> x;
  for (int i = 1; i < 1003; ++i) x.push_back(2.7 * i);
  std::vector<double> out(x.size());
  for (const Receiver receiver : sise::kReceivers) {
    fireball.radiations_w_m2(x, receiver, out);
    for (std::size_t i = 0; i < x.size(); ++i) BOOST_TEST(out[i] == fireball.radiation_w_m2(x[i], receiver));
  }
}

BOOST_AUTO_TEST_CASE(impossible_fireballs_are_refused) {
  const auto make = [](double mass, double heat, double fraction) {
    return Fireball({mass, heat, fraction}, FireballCorrelation::ccps);
  };
  BOOST_CHECK_THROW(make(0.0, kPropane_J_kg, 0.3), sise::ModelError);
  BOOST_CHECK_THROW(make(-5.0, kPropane_J_kg, 0.3), sise::ModelError);
  BOOST_CHECK_THROW(make(100.0, 0.0, 0.3), sise::ModelError);
  BOOST_CHECK_THROW(make(100.0, kPropane_J_kg, 0.0), sise::ModelError);
  BOOST_CHECK_THROW(make(100.0, kPropane_J_kg, 1.1), sise::ModelError);
  const sise::FireballSource buried{100.0, kPropane_J_kg, 0.3, {}, 5.0};
  BOOST_CHECK_THROW(Fireball(buried, FireballCorrelation::ccps), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(a_case_needs_one_way_to_the_fraction_and_tells_an_unseen_emissive_power) {
  const sise::Model& model = *sise::find_model("fireball");
  sise::ModelInput input;
  input.settings.set("mass_kg", 1e6);
  input.settings.set("heat_of_combustion_J_kg", kPropane_J_kg);
  for (const auto group : {sise::ParameterGroup::weather, sise::ParameterGroup::options}) {
    fill_defaults(input.settings, model.descriptor, group);
  }
  BOOST_CHECK_THROW(static_cast<void>(model.evaluate(input)), sise::ModelError);
  input.settings.set("radiative_fraction", 0.4);
  const std::vector<std::string> expected{"emissive_power_not_observed"};
  BOOST_TEST(model.evaluate(input).warnings == expected, boost::test_tools::per_element());
  input.settings.set("burst_pressure_pa", 2e6);
  BOOST_CHECK_THROW(static_cast<void>(model.evaluate(input)), sise::ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
