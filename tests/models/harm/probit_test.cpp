#include "models/harm/probit.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <utility>

namespace {

constexpr double kHalfHour_s = 1800.0;
constexpr sise::ToxicProbit kCarbonMonoxide{-7.4, 1.0, 1.0};
constexpr sise::ToxicProbit kChlorineProbit{-6.35, 0.5, 2.75};

/// The concentration for 50 % (Y = 5) in half an hour, in ppm at 25 degrees C.
double lc50_ppm(const sise::ToxicProbitPpm& probit) {
  return std::exp(((5.0 - probit.a) / probit.b - std::log(30.0)) / probit.n);
}

}  // namespace

// Finney's table: probits of 1, 10, 50, 90, 99 and 99.9 %.
BOOST_AUTO_TEST_CASE(finney_probit_table) {
  constexpr std::array<std::pair<double, double>, 8> kTable{{{1.91, 0.001},
                                                             {2.67, 0.01},
                                                             {3.72, 0.10},
                                                             {4.16, 0.20},
                                                             {5.00, 0.50},
                                                             {6.28, 0.90},
                                                             {7.33, 0.99},
                                                             {8.09, 0.999}}};
  for (const auto& [probit, probability] : kTable) {
    BOOST_TEST(sise::probability_of(probit) == probability, boost::test_tools::tolerance(0.02));
  }
}

// Tail values of the normal distribution: Phi(-5), Phi(-10), Phi(-30).
BOOST_AUTO_TEST_CASE(probabilities_are_accurate_in_the_tail) {
  BOOST_TEST(sise::probability_of(0.0) == 2.866515718791939e-7, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::probability_of(-5.0) == 7.619853024160527e-24, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(sise::probability_of(-25.0) == 4.906713927148187e-198, boost::test_tools::tolerance(1e-11));
}

// Purple Book table 5.2, CO: -7.4 + ln(C t): half of those exposed for 30 min die at e^12.4/30 = 8094 mg/m3.
BOOST_AUTO_TEST_CASE(purple_book_carbon_monoxide) {
  BOOST_TEST(sise::concentration_mg_m3_of(kCarbonMonoxide, 5.0, kHalfHour_s) == 8094.0,
             boost::test_tools::tolerance(0.0005));
  BOOST_TEST(sise::toxic_probability(kCarbonMonoxide, std::exp(12.4) / 30.0, kHalfHour_s) == 0.5,
             boost::test_tools::tolerance(1e-12));
}

// Chlorine in half an hour: 385 ppm by the Purple Book, 250 ppm by Lees.
BOOST_AUTO_TEST_CASE(chlorine_half_lethal_concentrations_of_two_schools) {
  const double mg_m3 = sise::concentration_mg_m3_of(kChlorineProbit, 5.0, kHalfHour_s);
  BOOST_TEST(sise::ppm_from_mg_m3(mg_m3, 0.070906, 298.15, 101325.0) == 385.0, boost::test_tools::tolerance(0.002));
  BOOST_TEST(lc50_ppm({-8.29, 0.92, 2.0}) == 250.0, boost::test_tools::tolerance(0.01));
}

// Two constants printed for hydrogen fluoride: 331 ppm and 6531 ppm for half an hour.
BOOST_AUTO_TEST_CASE(hydrogen_fluoride_constants_differ_twentyfold) {
  BOOST_TEST(lc50_ppm({-25.87, 3.354, 1.0}) == 331.0, boost::test_tools::tolerance(0.002));
  BOOST_TEST(lc50_ppm({-35.87, 3.354, 1.0}) == 6531.0, boost::test_tools::tolerance(0.002));
}

// Doses of 1 % and 50 % lethality in (kW/m2)^(4/3) s: Eisenberg 960 and 2380, Tsao and Perry 420 and 1046.
BOOST_AUTO_TEST_CASE(thermal_doses_of_eisenberg_and_of_tsao_and_perry) {
  const auto probability = [](double a, double dose_kw) {
    const double radiation_w_m2 = 1000.0 * std::pow(dose_kw / 10.0, 0.75);
    return sise::probability_of(sise::thermal_probit({a, 2.56}, radiation_w_m2, 10.0));
  };
  BOOST_TEST(probability(-38.48, 960.0) == 0.01, boost::test_tools::tolerance(0.05));
  BOOST_TEST(probability(-38.48, 2380.0) == 0.50, boost::test_tools::tolerance(0.02));
  BOOST_TEST(probability(-36.38, 420.0) == 0.01, boost::test_tools::tolerance(0.05));
  BOOST_TEST(probability(-36.38, 1046.0) == 0.50, boost::test_tools::tolerance(0.02));
}

// Lung haemorrhage -77.1 + 6.91 ln P: 50 % at 144.5 kPa; eardrum -15.6 + 1.93 ln P: 50 % at 43.2 kPa.
BOOST_AUTO_TEST_CASE(eisenberg_overpressures_of_one_half) {
  BOOST_TEST(sise::overpressure_probit({-77.1, 6.91}, 144.5e3) == 5.0, boost::test_tools::tolerance(0.005));
  BOOST_TEST(sise::overpressure_probit({-15.6, 1.93}, 43.2e3) == 5.0, boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_CASE(no_dose_no_death) {
  BOOST_TEST(sise::toxic_probability(kChlorineProbit, 0.0, kHalfHour_s) == 0.0);
  BOOST_TEST(sise::toxic_probability(kChlorineProbit, 100.0, 0.0) == 0.0);
}

BOOST_AUTO_TEST_CASE(chlorine_molar_volume) {
  // One mole of gas fills 24.47 L at 25 degrees C and one atmosphere.
  BOOST_TEST(sise::mg_m3_from_ppm(1.0, 0.02447, 298.15, 101325.0) == 1.0, boost::test_tools::tolerance(0.001));
  BOOST_TEST(sise::ppm_from_mg_m3(sise::mg_m3_from_ppm(7.0, 0.0709, 280.0, 9e4), 0.0709, 280.0, 9e4) == 7.0,
             boost::test_tools::tolerance(1e-14));
}

// Traps: constants that look alike. -14.9 (Eisenberg, kW/m2) and -36.38 (Tsao and Perry, W/m2) are of different units and
// of different people: put into the other's place they move one half to 98 %.
BOOST_AUTO_TEST_CASE(trap_thermal_constants_of_two_units_and_two_authors) {
  const double eisenberg_w = -14.9 - 2.56 * 4.0 / 3.0 * std::log(1000.0);
  BOOST_TEST(eisenberg_w == -38.48, boost::test_tools::tolerance(1e-4));
  const double radiation_w_m2 = 1000.0 * std::pow(2380.0 / 10.0, 0.75);
  const auto probability = [&](double a) {
    return sise::probability_of(sise::thermal_probit({a, 2.56}, radiation_w_m2, 10.0));
  };
  BOOST_TEST(probability(eisenberg_w) == 0.50, boost::test_tools::tolerance(0.02));
  BOOST_TEST(probability(-36.38) == 0.98, boost::test_tools::tolerance(0.005));
}

// Hydrogen cyanide and acrylonitrile carry the same constants in CPQRA: the half-lethal concentrations come out alike,
// while the Purple Book has them an order of magnitude apart.
BOOST_AUTO_TEST_CASE(trap_hydrogen_cyanide_has_the_constants_of_acrylonitrile) {
  const double both_ppm = lc50_ppm({-29.42, 3.008, 1.43});
  const double cyanide = sise::concentration_mg_m3_of({-9.8, 1.0, 2.4}, 5.0, kHalfHour_s);
  const double acrylonitrile = sise::concentration_mg_m3_of({-8.6, 1.0, 1.3}, 5.0, kHalfHour_s);
  const double cyanide_ppm = sise::ppm_from_mg_m3(cyanide, 0.027026, 298.15, 101325.0);
  const double acrylonitrile_ppm = sise::ppm_from_mg_m3(acrylonitrile, 0.053064, 298.15, 101325.0);
  BOOST_TEST(cyanide_ppm == 103.0, boost::test_tools::tolerance(0.02));
  BOOST_TEST(acrylonitrile_ppm > 10.0 * cyanide_ppm);
  BOOST_TEST(both_ppm == 276.9, boost::test_tools::tolerance(0.001));
}

// Lees: F = 0.5 for people normally clothed halves the dose.
BOOST_AUTO_TEST_CASE(clothing_halves_the_dose_of_lees) {
  const double bare = sise::thermal_probit({-29.02, 1.99}, 1e4, 20.0);
  BOOST_TEST(sise::thermal_probit({-29.02, 1.99, 0.5}, 1e4, 40.0) == bare, boost::test_tools::tolerance(1e-12));
  const double radiation_w_m2 = 1000.0 * std::pow(2670.0 / 10.0, 0.75);
  BOOST_TEST(sise::probability_of(sise::thermal_probit({-29.02, 1.99}, radiation_w_m2, 10.0)) == 0.5,
             boost::test_tools::tolerance(0.05));
}
