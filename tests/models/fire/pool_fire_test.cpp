#include "models/fire/pool_fire.hpp"

#include <algorithm>
#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <vector>

#include "models/base/error.hpp"
#include "models/catalogue/catalogue.hpp"
#include "models/fire/pool_burning.hpp"
#include "models/substances/substance.hpp"
#include "tests/support/forward_scan.hpp"

using sise::PoolEmissivePower;
using sise::PoolFire;
using sise::PoolFireAir;
using sise::PoolFlameLength;
using sise::Receiver;

namespace {

/// Benzene, 42.4 m, 5 m/s, with the book's own viscosity.
PoolFire yellow_book_6_6_3() {
  return {{42.4, 0.085, 40.15e6, 0.4, 0.8},
          {5.0, 288.15, 101325.0, 7.5e-6},
          {PoolEmissivePower::yellow_book, PoolFlameLength::thomas, {}},
          {sise::TransmissivityFormula::bagster, 0.7, 288.15}};
}

void near_pool(double computed, double published) {
  BOOST_TEST(computed == published, boost::test_tools::tolerance(0.01));
}

double degrees(double rad) { return rad * 180.0 / std::numbers::pi; }

sise::ModelInput case_of(double diameter_m) {
  sise::ModelInput input;
  input.settings.set("diameter_m", diameter_m);
  for (const auto group : {sise::ParameterGroup::weather, sise::ParameterGroup::options}) {
    fill_defaults(input.settings, sise::find_model("pool_fire")->descriptor, group);
  }
  return input;
}

std::string refusal(const sise::ModelInput& input) {
  try {
    static_cast<void>(sise::find_model("pool_fire")->evaluate(input));
  } catch (const sise::ModelError& error) {
    return error.diagnostics().front().code;
  }
  return "answered";
}

constexpr sise::BrightFlame kLng{265e3, 0.3};

/// Measured at LNG burning in a pool of 35 m at Montoir, 1987 (Nedelka, Moorhouse, Tucker 1989), trial 1, kW/m2.
struct MontoirValue {
  double bearing_deg;
  double r_m;
  double first;   ///< wind 2.5 m/s at 9 m from 59 degrees
  double second;  ///< 4.8 m/s from 70 degrees
};
constexpr std::array kMontoir{
    MontoirValue{0.0, 70.0, 10.6, 6.0},    MontoirValue{0.0, 140.0, 3.3, 3.3},    MontoirValue{33.0, 87.5, 6.7, 5.7},
    MontoirValue{33.0, 210.0, 1.3, 1.1},   MontoirValue{61.0, 105.0, 5.0, 3.6},   MontoirValue{61.0, 175.0, 2.1, 1.6},
    MontoirValue{90.0, 105.0, 5.2, 3.5},   MontoirValue{90.0, 210.0, 1.6, 1.1},   MontoirValue{120.0, 105.0, 5.5, 3.7},
    MontoirValue{120.0, 175.0, 2.2, 1.6},  MontoirValue{225.0, 140.0, 7.1, 6.5},  MontoirValue{225.0, 174.9, 3.2, 3.0},
    MontoirValue{270.0, 70.0, 20.3, 39.9}, MontoirValue{270.0, 87.5, 14.8, 26.3}, MontoirValue{270.0, 140.0, 4.8, 6.3},
    MontoirValue{270.0, 175.0, 2.8, 3.3},  MontoirValue{315.0, 140.0, 4.1, 4.7},  MontoirValue{315.0, 174.9, 2.5, 2.8}};

struct MontoirScore {
  double mean_ratio = 1.0;       ///< geometric, computed over measured
  double within_twice = 0.0;     ///< share
  double lowest_downwind = 1e9;  ///< ratio at the bearing next to downwind
};

MontoirScore montoir(PoolEmissivePower power) {
  MontoirScore score;
  double logs = 0.0;
  for (const bool second : {false, true}) {
    const PoolFire fire({.diameter_m = 35.0, .burning_rate_kg_m2_s = 0.078, .bright = kLng},
                        {.wind_speed_m_s = second ? 4.8 : 2.5, .temperature_K = 298.15, .pressure_Pa = 102200.0},
                        {.emissive_power = power});
    for (const MontoirValue& one : kMontoir) {
      const double turned = (one.bearing_deg - (second ? 250.0 : 239.0)) * std::numbers::pi / 180.0;
      const double x = one.r_m * std::cos(turned);
      const double y = one.r_m * std::sin(turned);
      double computed = 0.0;
      fire.radiations_around_w_m2({&x, 1}, {&y, 1}, Receiver::facing, {&computed, 1});
      const double ratio = computed / (1e3 * (second ? one.second : one.first));
      logs += std::log(ratio) / (2.0 * kMontoir.size());
      if (ratio > 0.5 && ratio < 2.0) score.within_twice += 0.5 / kMontoir.size();
      if (one.bearing_deg == 270.0) score.lowest_downwind = std::min(score.lowest_downwind, ratio);
    }
  }
  score.mean_ratio = std::exp(logs);
  return score;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pool_fire)

// What a map computes of LNG, burning rate included, against a fire of the size that counts.
BOOST_AUTO_TEST_CASE(montoir_1987_lng_radiates_as_measured_and_six_times_a_smoky_flame) {
  const MontoirScore bright = montoir(PoolEmissivePower::bright);
  const MontoirScore smoky = montoir(PoolEmissivePower::mudan);
  BOOST_TEST(bright.mean_ratio > 1.0);
  BOOST_TEST(bright.mean_ratio < 1.8);
  BOOST_TEST(bright.within_twice > 0.75);
  BOOST_TEST(bright.lowest_downwind > 0.7);
  BOOST_TEST(smoky.mean_ratio < 0.25);
  BOOST_TEST(smoky.within_twice < 0.1);
}

// 265 kW/m2 once the pool is large, and where a small one is not yet thick, never less than a smoky flame.
BOOST_AUTO_TEST_CASE(a_bright_flame_grows_with_its_pool) {
  const auto power = [](double d, PoolEmissivePower form) {
    return PoolFire({.diameter_m = d, .burning_rate_kg_m2_s = 0.078, .bright = kLng}, {}, {.emissive_power = form})
        .emissive_power_w_m2();
  };
  near_pool(power(35.0, PoolEmissivePower::bright), 265e3);
  near_pool(power(5.0, PoolEmissivePower::bright), 265e3 * (1.0 - std::exp(-1.5)));
  for (double d = 0.1; d < 200.0; d *= 1.1) {
    BOOST_TEST(power(d, PoolEmissivePower::bright) >= power(d, PoolEmissivePower::mudan));
  }
}

BOOST_AUTO_TEST_CASE(a_bright_flame_needs_the_fuels_numbers) {
  const sise::PoolFireOptions bright{.emissive_power = PoolEmissivePower::bright};
  BOOST_CHECK_THROW(PoolFire({.diameter_m = 10.0, .burning_rate_kg_m2_s = 0.05}, {}, bright), sise::ModelError);
  sise::PoolFireSource flat{.diameter_m = 10.0, .burning_rate_kg_m2_s = 0.05, .bright = kLng};
  flat.bright->extinction_1_m = 0.0;
  BOOST_CHECK_THROW(PoolFire(flat, {}, bright), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_flame_length) { near_pool(yellow_book_6_6_3().flame_length_m(), 46.77); }
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_tilt) { near_pool(degrees(yellow_book_6_6_3().tilt_rad()), 50.83); }
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_emissive_power) { near_pool(yellow_book_6_6_3().emissive_power_w_m2(), 66e3); }
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_radiation_at_100_m) {
  near_pool(yellow_book_6_6_3().radiation_w_m2(100.0, Receiver::facing), 4580.0);
}

// The viscosity of air is twice the one printed there: the flame leans a degree and a half less.
BOOST_AUTO_TEST_CASE(yellow_book_6_6_3_tilt_with_the_viscosity_of_air) {
  const PoolFire fire({42.4, 0.085}, {5.0, 288.15, 101325.0, 1.5e-5});
  near_pool(degrees(fire.tilt_rad()), 49.39);
}

// Mudan 1984: 140 kW/m2 for a vanishing pool, 20 kW/m2 for a very large one.
BOOST_AUTO_TEST_CASE(mudan_emissive_power) {
  const auto power = [](double d) { return PoolFire({d, 0.05}, {}).emissive_power_w_m2(); };
  near_pool(power(1e-6), 140e3);
  near_pool(power(10.0), 140e3 * std::exp(-1.2) + 20e3 * (1.0 - std::exp(-1.2)));
  near_pool(power(200.0), 20e3);
}

// Shokri and Beyler 1989: 58 x 10^(-0.00823 D).
BOOST_AUTO_TEST_CASE(shokri_beyler_emissive_power) {
  const PoolFire fire({20.0, 0.05}, {}, {PoolEmissivePower::shokri_beyler, PoolFlameLength::thomas, {}});
  near_pool(fire.emissive_power_w_m2(), 58e3 * std::pow(10.0, -0.1646));
}

// Thomas 1963, still air: 42 (m / (rho sqrt(g D)))^0.61.
BOOST_AUTO_TEST_CASE(thomas_length_in_still_air) {
  const PoolFire fire({10.0, 0.055}, {0.0, 293.15, 101325.0, 1.5e-5});
  near_pool(fire.flame_length_m(), 10.0 * 42.0 * std::pow(0.055 / (1.2041 * std::sqrt(98.0665)), 0.61));
  BOOST_TEST(fire.tilt_rad() == 0.0);
}

// NUREG-1805 table: gasoline 0.055 kg/(m2 s) with 2.1 1/m; a pool of 1 m burns at 88 % of it.
BOOST_AUTO_TEST_CASE(babrauskas_small_pools_burn_slower) {
  near_pool(sise::babrauskas_burning_rate(0.055, 2.1, 1.0), 0.055 * 0.8775);
  near_pool(sise::babrauskas_burning_rate(0.055, 2.1, 50.0), 0.055);
}

// CPR 14E example 6.6.3 uses 0.085 kg/(m2 s) for benzene; Burgess' rule is within its scatter.
BOOST_AUTO_TEST_CASE(burgess_rate_of_benzene) {
  const double rate = sise::burgess_burning_rate(40.14e6, 393271.0, 1733.0, 353.23, 288.15);
  BOOST_TEST(rate == 0.085, boost::test_tools::tolerance(0.1));
}

BOOST_AUTO_TEST_CASE(burgess_needs_no_heating_below_the_air_temperature) {
  BOOST_TEST(sise::burgess_burning_rate(50e6, 5e5, 3500.0, 111.7, 293.15) == 0.1, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(radiation_falls_with_distance_and_wind_brings_it_nearer) {
  const PoolFire still({20.0, 0.055}, {});
  const PoolFire windy({20.0, 0.055}, {8.0, 293.15, 101325.0, 1.5e-5});
  for (double r = 60.0; r < 500.0; r *= 1.1) {
    BOOST_TEST(still.radiation_w_m2(r * 1.1, Receiver::facing) < still.radiation_w_m2(r, Receiver::facing));
    BOOST_TEST(windy.radiation_w_m2(r, Receiver::facing) > 0.0);
  }
  BOOST_TEST(windy.nearest_m() > still.nearest_m());
}

BOOST_AUTO_TEST_CASE(find_agrees_with_a_dense_forward_scan) {
  for (const double diameter : {3.0, 20.0, 60.0}) {
    for (const double wind : {0.0, 4.0, 10.0}) {
      const PoolFire fire({diameter, 0.06}, {wind, 293.15, 101325.0, 1.5e-5}, {},
                          {sise::TransmissivityFormula::wayne, 0.6, 293.15});
      for (const Receiver receiver : sise::kReceivers) {
        for (const double radiation : {1.0e3, 4e3, 12.5e3, 37.5e3}) {
          const auto found = fire.distance_to_m(radiation, receiver);
          const auto scanned = sise::test::outermost_by_scan([&](double r) { return fire.radiation_w_m2(r, receiver); },
                                                             radiation, fire.nearest_m() * (1.0 + 1e-9), 5e3);
          BOOST_TEST(found.has_value() == scanned.has_value());
          if (found && scanned) BOOST_TEST(*found == *scanned, boost::test_tools::tolerance(1e-6));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(inside_the_fire_there_is_no_number) {
  const PoolFire fire({20.0, 0.055}, {});
  BOOST_TEST(std::isnan(fire.radiation_w_m2(9.9, Receiver::facing)));
  BOOST_TEST(!std::isnan(fire.radiation_w_m2(10.1, Receiver::facing)));
}

BOOST_AUTO_TEST_CASE(batches_equal_single_points_to_the_byte) {
  const PoolFire fire = yellow_book_6_6_3();
  std::vector<double> r;
  for (int i = 0; i < 500; ++i) r.push_back(fire.nearest_m() + 1.0 + i);
  std::vector<double> out(r.size());
  fire.radiations_w_m2(r, Receiver::facing, out);
  for (std::size_t i = 0; i < r.size(); ++i) BOOST_TEST(out[i] == fire.radiation_w_m2(r[i], Receiver::facing));
}

BOOST_AUTO_TEST_CASE(impossible_pools_are_refused) {
  BOOST_CHECK_THROW(PoolFire({0.0, 0.05}, {}), sise::ModelError);
  BOOST_CHECK_THROW(PoolFire({-1.0, 0.05}, {}), sise::ModelError);
  BOOST_CHECK_THROW(PoolFire({10.0, 0.0}, {}), sise::ModelError);
  BOOST_CHECK_THROW(PoolFire({10.0, 0.05}, {-1.0, 293.15, 101325.0, 1.5e-5}), sise::ModelError);
}

BOOST_AUTO_TEST_CASE(a_pool_larger_than_its_bund_is_refused) {
  sise::ModelInput input = case_of(20.0);
  input.settings.set("burning_rate_kg_m2_s", 0.055);
  input.settings.set("bund_m2", 300.0);
  BOOST_TEST(refusal(input) == "pool_larger_than_bund");
  input.settings.set("bund_m2", 315.0);
  BOOST_TEST(refusal(input) == "answered");
}

BOOST_AUTO_TEST_CASE(what_does_not_burn_is_refused_even_with_a_rate) {
  sise::Substance chlorine;
  chlorine.name_en = "Chlorine";
  chlorine.hazard_flags = {"toxic"};
  sise::ModelInput input = case_of(10.0);
  input.settings.set("burning_rate_kg_m2_s", 0.055);
  input.substance = &chlorine;
  BOOST_TEST(refusal(input) == "not_flammable");
}

BOOST_AUTO_TEST_CASE(a_substance_gives_its_rate_or_is_refused_by_name) {
  sise::Substance fuel;
  fuel.hazard_flags = {"flammable"};
  sise::ModelInput input = case_of(10.0);
  BOOST_TEST(refusal(input) == "missing_key");
  input.substance = &fuel;
  BOOST_TEST(refusal(input) == "missing_property");
  fuel.properties["burning_rate_kg_m2_s"] = {.value = 0.055};
  BOOST_TEST(refusal(input) == "answered");
}

BOOST_AUTO_TEST_CASE(a_fuel_that_burns_brighter_says_so_until_it_is_asked_for) {
  sise::Substance fuel;
  fuel.hazard_flags = {"flammable"};
  fuel.properties["burning_rate_kg_m2_s"] = {.value = 0.078};
  sise::ModelInput input = case_of(35.0);
  input.substance = &fuel;
  const auto warnings = [&input] { return sise::find_model("pool_fire")->evaluate(input).warnings; };
  BOOST_TEST(warnings().empty());
  input.settings.set("emissive_power", std::string("bright"));
  BOOST_TEST(refusal(input) == "missing_property");
  fuel.properties["pool_emissive_power_w_m2"] = {.value = 265e3};
  fuel.properties["pool_emissive_extinction_1_m"] = {.value = 0.3};
  BOOST_TEST(warnings().empty());
  input.settings.set("emissive_power", std::string("mudan"));
  BOOST_TEST(warnings() == std::vector<std::string>{"burns_brighter"}, boost::test_tools::per_element());
  fuel.properties["pool_emissive_power_w_m2"] = {.value = 20e3};  // of a flame as dark as any smoky one
  BOOST_TEST(warnings().empty());
}

BOOST_AUTO_TEST_SUITE_END()
