#include "benchmarks/field/performance.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>

using namespace sise::field;
using boost::test_tools::tolerance;

BOOST_AUTO_TEST_SUITE(performance_measures)

BOOST_AUTO_TEST_CASE(a_perfect_model) {
  const Performance p = performance({{1.0, 1.0}, {5.0, 5.0}});
  BOOST_TEST(p.count == 2U);
  BOOST_TEST(p.fac2 == 1.0);
  BOOST_TEST(p.fb == 0.0);
  BOOST_TEST(p.nmse == 0.0);
  BOOST_TEST(p.mg == 1.0);
  BOOST_TEST(p.vg == 1.0);
}

// Chang and Hanna 2004: a factor of two throughout is FB 2/3, NMSE 0.5, MG 2, VG exp(ln^2 2) = 1.6.
BOOST_AUTO_TEST_CASE(a_model_that_predicts_half) {
  const Performance p = performance({{4.0, 2.0}});
  BOOST_TEST(p.fac2 == 1.0);
  BOOST_TEST(p.fb == 2.0 / 3.0, tolerance(1e-14));
  BOOST_TEST(p.nmse == 0.5, tolerance(1e-14));
  BOOST_TEST(p.mg == 2.0, tolerance(1e-14));
  BOOST_TEST(p.vg == std::exp(std::log(2.0) * std::log(2.0)), tolerance(1e-14));
}

// By hand: o = 1, 4; p = 3, 2. FB = 2 (5 - 5)/10 = 0; NMSE = (4 + 4)/2/(2.5 x 2.5) = 0.64; MG = sqrt(1/3 x 2).
BOOST_AUTO_TEST_CASE(errors_that_cancel_show_in_nmse_and_vg) {
  const Performance p = performance({{1.0, 3.0}, {4.0, 2.0}});
  BOOST_TEST(p.fac2 == 0.5);
  BOOST_TEST(p.fb == 0.0);
  BOOST_TEST(p.nmse == 0.64, tolerance(1e-14));
  BOOST_TEST(p.mg == std::sqrt(2.0 / 3.0), tolerance(1e-14));
  BOOST_TEST(p.vg > 1.5);
}

BOOST_AUTO_TEST_CASE(too_low_a_prediction_has_positive_bias) {
  BOOST_TEST(performance({{2.0, 1.5}}).fb > 0.0);
  BOOST_TEST(performance({{2.0, 1.5}}).mg > 1.0);
  BOOST_TEST(performance({{2.0, 2.5}}).fb < 0.0);
}

BOOST_AUTO_TEST_CASE(the_limits_of_a_factor_of_two_count) {
  BOOST_TEST(performance({{1.0, 0.5}, {1.0, 2.0}, {1.0, 0.49}, {1.0, 2.01}}).fac2 == 0.5);
}

BOOST_AUTO_TEST_CASE(observed_zeros_are_left_out_and_the_floor_tames_predicted_ones) {
  const Performance p = performance({{0.0, 1.0}, {1e-9, 0.0}, {1.0, 1.0}}, 1e-9);
  BOOST_TEST(p.count == 2U);
  BOOST_TEST(p.mg == 1.0);
  BOOST_TEST(p.fac2 == 0.5);
  BOOST_TEST(std::isinf(performance({{1.0, 0.0}}).mg));
  BOOST_TEST(std::isnan(performance({}).fac2));
}

BOOST_AUTO_TEST_SUITE_END()
