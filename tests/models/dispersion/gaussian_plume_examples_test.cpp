// Worked examples from the literature.
#include <boost/test/unit_test.hpp>

#include "models/dispersion/gaussian_plume.hpp"

using namespace sise;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(plume_examples)

// Crowl and Louvar, Chemical Process Safety, Example 5-1: 80 g/s of sulfur dioxide from an effective height of 60 m, 6 m/s,
// class D, Briggs' rural curves; 1.45e-4 g/m3 on the axis at 500 m, 6.37e-5 g/m3 at 50 m across the wind.
BOOST_AUTO_TEST_CASE(crowl_louvar_example_5_1) {
  const GaussianPlume plume({0.080, 60.0}, {.wind_speed_m_s = 6.0, .stability = Stability::D},
                            {SigmaSet::briggs_rural, TransportWind::as_given, std::nullopt});
  BOOST_TEST(plume.sigma_y_m(500.0) == 39.0, tolerance(0.002));
  BOOST_TEST(plume.sigma_z_m(500.0) == 22.7, tolerance(0.002));
  BOOST_TEST(plume.concentration_kg_m3(500.0, 0.0, 0.0) == 1.45e-7, tolerance(0.003));
  BOOST_TEST(plume.concentration_kg_m3(500.0, 50.0, 0.0) == 6.37e-8, tolerance(0.003));
}

// Turner 1970, Workbook of Atmospheric Dispersion Estimates (AP-26), chapter 7, problem 1: 3 g/s at the ground, 7 m/s, class
// D, 3 km: 1.1e-5 g/m3 with sigmas of 190 m and 65 m read from charts.
BOOST_AUTO_TEST_CASE(turner_problem_1) {
  const GaussianPlume plume({0.003, 0.0}, {.wind_speed_m_s = 7.0, .stability = Stability::D},
                            {SigmaSet::pasquill_gifford, TransportWind::as_given, std::nullopt});
  BOOST_TEST(plume.sigma_y_m(3000.0) == 190.0, tolerance(0.04));
  BOOST_TEST(plume.sigma_z_m(3000.0) == 65.0, tolerance(0.01));
  BOOST_TEST(plume.concentration_kg_m3(3000.0, 0.0, 0.0) == 1.1e-8, tolerance(0.05));
}

// The same, problems 2 and 3: 80 g/s from 60 m, 6 m/s, class D, 500 m: 3.3e-5 g/m3 on the axis and 1.3e-5 g/m3 at 50 m, with
// sigmas of 36 m and 18.5 m read from charts; e^-(h/sigma_z)^2/2 turns 1 % of sigma_z into 11 %.
BOOST_AUTO_TEST_CASE(turner_problems_2_and_3) {
  const GaussianPlume plume({0.080, 60.0}, {.wind_speed_m_s = 6.0, .stability = Stability::D},
                            {SigmaSet::pasquill_gifford, TransportWind::as_given, std::nullopt});
  BOOST_TEST(plume.sigma_y_m(500.0) == 36.0, tolerance(0.01));
  BOOST_TEST(plume.sigma_z_m(500.0) == 18.5, tolerance(0.012));
  BOOST_TEST(plume.concentration_kg_m3(500.0, 0.0, 0.0) == 3.3e-8, tolerance(0.15));
  BOOST_TEST(plume.concentration_kg_m3(500.0, 50.0, 0.0) == 1.3e-8, tolerance(0.15));
}

BOOST_AUTO_TEST_SUITE_END()
