#include "models/dispersion/heavy_gas.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

namespace sise {

BOOST_AUTO_TEST_SUITE(heavy_gas)

// Chlorine, 1 kg/s at 239 K boiling point but 293 K storage, wind 1.5 m/s: worked by hand from HJ 169-2018 annex G.
BOOST_AUTO_TEST_CASE(hj169_continuous_chlorine_by_hand) {
  const double density = ideal_gas_density_kg_m3(0.0709, 293.15, 101325.0);
  BOOST_TEST(density == 2.9474, boost::test_tools::tolerance(1e-4));
  const ContinuousRelease release{1.0, density, 1.2041, 1.5};
  // Q/rho = 0.33928 m3/s, D = sqrt(4*0.33928/(pi*1.5)) = 0.53665 m, excess 1.44777: cube root 2.0777, over 1.5 m/s.
  BOOST_TEST(richardson_number(release) == 1.3851, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(is_heavy(release));
}

BOOST_AUTO_TEST_CASE(a_gas_lighter_than_air_is_never_heavy) {
  const double ammonia = ideal_gas_density_kg_m3(0.017031, 293.15, 101325.0);
  BOOST_TEST(richardson_number(ContinuousRelease{100.0, ammonia, 1.2041, 1.0}) == 0.0);
}

BOOST_AUTO_TEST_CASE(more_gas_is_heavier_and_more_wind_is_lighter) {
  const auto ri = [](double rate, double wind) { return richardson_number(ContinuousRelease{rate, 2.95, 1.2, wind}); };
  BOOST_TEST(ri(2.0, 2.0) > ri(1.0, 2.0));
  BOOST_TEST(ri(1.0, 4.0) < ri(1.0, 2.0));
  // Ri goes with Q^(1/6) and U^(-5/6).
  BOOST_TEST(ri(64.0, 2.0) / ri(1.0, 2.0) == 2.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(ri(1.0, 64.0) / ri(1.0, 1.0) == 1.0 / 32.0, boost::test_tools::tolerance(1e-12));
}

// 1000 kg of the same gas at once, 3 m/s: (1000/2.9474)^(1/3) = 6.9747 m, times 9.80665 x 1.44777 over 9 m2/s2 = 11.003.
BOOST_AUTO_TEST_CASE(hj169_instantaneous_chlorine_by_hand) {
  const double density = ideal_gas_density_kg_m3(0.0709, 293.15, 101325.0);
  BOOST_TEST(richardson_number(InstantaneousRelease{1000.0, density, 1.2041, 3.0}) == 11.003,
             boost::test_tools::tolerance(1e-3));
  BOOST_TEST(is_heavy(InstantaneousRelease{1000.0, density, 1.2041, 3.0}));
  BOOST_TEST(!is_heavy(InstantaneousRelease{1e-6, density, 1.2041, 3.0}));
  BOOST_TEST(!is_heavy(InstantaneousRelease{1000.0, 1.0, 1.2041, 3.0}));
}

BOOST_AUTO_TEST_CASE(a_gas_is_weighed_as_it_comes_out) {
  const StoredGas chlorine{0.0709, 239.1, std::nullopt};
  const ReceivingAir air{293.15, 101325.0, 1.5};
  const GasWeight weight = weigh_gas(chlorine, {.rate_kg_s = 1.0}, air);
  BOOST_TEST(*weight.heavy);
  BOOST_TEST(weight.released_K == 293.15);
  BOOST_TEST(weight.richardson == 1.3851, boost::test_tools::tolerance(1e-3));
  BOOST_TEST(weight.reason.en.find("1/6") != std::string::npos);
  BOOST_TEST(weigh_gas(chlorine, {.mass_kg = 1000.0}, {293.15, 101325.0, 3.0}).richardson == 11.003,
             boost::test_tools::tolerance(1e-3));
  // What boils above the air's temperature leaves as warm as it boils; what is stored warmer, as warm as that.
  BOOST_TEST(weigh_gas({0.0709, 330.0, std::nullopt}, {.rate_kg_s = 1.0}, air).released_K == 330.0);
  BOOST_TEST(weigh_gas({0.0709, 239.1, 400.0}, {.rate_kg_s = 1.0}, air).released_K == 400.0);
  // Calm air counts as 0.5 m/s.
  BOOST_TEST(weigh_gas(chlorine, {.rate_kg_s = 1.0}, {293.15, 101325.0, 0.0}).richardson ==
             weigh_gas(chlorine, {.rate_kg_s = 1.0}, {293.15, 101325.0, 0.5}).richardson);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_weighed_is_not_called_light) {
  const ReceivingAir air{293.15, 101325.0, 1.5};
  const GasWeight unknown = weigh_gas({}, {.rate_kg_s = 1.0}, air);
  BOOST_TEST(!unknown.heavy.has_value());
  BOOST_TEST(passive_model_codes(unknown) == std::vector<std::string>{"gas_density_unknown"},
             boost::test_tools::per_element());
  BOOST_TEST(passive_model_codes(weigh_gas({0.0709, {}, {}}, {.rate_kg_s = 1.0}, air)) ==
                 std::vector<std::string>{"heavy_gas_passive_model"},
             boost::test_tools::per_element());
  BOOST_TEST(passive_model_codes(weigh_gas({0.017, {}, {}}, {.rate_kg_s = 1.0}, air)).empty());
}

// Ri goes with Q^(1/6): a sixty-fourth of the rate that is just heavy has half its Richardson number.
BOOST_AUTO_TEST_CASE(a_dense_model_takes_over_at_half_the_limit) {
  const ReceivingAir air{293.15, 101325.0, 3.0};
  const auto weight = [&](double rate_kg_s) { return weigh_released(2.9474, 293.15, {.rate_kg_s = rate_kg_s}, air); };
  const double per_rate = weight(1.0).richardson;
  const double just_heavy = std::pow(1.0 / 6.0 / per_rate, 6.0);
  BOOST_TEST(*weight(1.01 * just_heavy).heavy);
  BOOST_TEST(!*weight(0.99 * just_heavy).heavy);
  BOOST_TEST(*weight(0.99 * just_heavy).slumps);
  BOOST_TEST(*weight(1.01 * just_heavy / 64.0).slumps);
  BOOST_TEST(!*weight(0.99 * just_heavy / 64.0).slumps);
  BOOST_TEST(!*weigh_released(1.1, 293.15, {.rate_kg_s = 1e3}, air).slumps);
  BOOST_TEST(!weigh_released(0.0, 293.15, {.rate_kg_s = 1e3}, air).slumps.has_value());
}

// Half of it droplets: 1/(0.5/0.866 + 0.5/682) = 1.7298 kg/m3, heavier than air though the vapour alone is lighter.
BOOST_AUTO_TEST_CASE(droplets_make_a_light_vapour_heavy) {
  BOOST_TEST(mist_density_kg_m3(0.866, 0.5, 682.0) == 1.7298, boost::test_tools::tolerance(1e-4));
  BOOST_TEST(mist_density_kg_m3(0.866, 0.0, 0.0) == 0.866);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace sise
