// What passes through any x, and what falls on the way there, is what was released.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/numeric/quadrature.hpp"
#include "similarity_cases.hpp"

using namespace sise;
using namespace sise::test;
using boost::test_tools::tolerance;

namespace {

// Integral of u C_y over height.
double flow_kg_s(const SimilarityPlume& plume, double x, double top_m) {
  const auto slice = [&](double log_z) {
    const double z = std::exp(log_z);
    return z * plume.air().wind_speed_m_s(z) * plume.crosswind_integral_kg_m2(x, z);
  };
  return integrate(slice, std::log(plume.air().state().roughness_m), std::log(top_m),
                   Accuracy{.relative = 1e-10, .parts = 64});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(similarity_mass)

// Tolerances: the interpolation between the samples of the table; while the plume turns into a mixture it is coarser.
BOOST_AUTO_TEST_CASE(without_deposition_the_whole_rate_passes) {
  for (const double length : obukhov_lengths()) {
    for (const double height : {0.0, 0.46, 8.0}) {
      const SimilarityPlume plume({0.1, height}, over_grass(length));
      for (const double x : {1.0, 7.0, 50.0, 333.0, 5000.0}) {
        BOOST_TEST(flow_kg_s(plume, x, 1e7) == 0.1, tolerance(5e-6));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(under_a_lid_it_passes_below_the_lid) {
  for (const double length : {-6.0, -30.0, 40.0}) {
    const SimilarityPlume plume({0.1, 0.46}, over_grass(length, 120.0));
    for (const double x : {20.0, 200.0, 700.0, 3000.0, 40000.0}) {
      BOOST_TEST(flow_kg_s(plume, x, 120.0) == 0.1, tolerance(2e-5));
    }
  }
}

BOOST_AUTO_TEST_CASE(across_the_plume_the_integral_is_the_crosswind_integral) {
  const SimilarityPlume plume({0.1, 0.46}, over_grass(-30.0));
  const double width = 12.0 * plume.sigma_y_m(200.0);
  const auto row = [&](double y) { return plume.concentration_kg_m3(200.0, y, 1.5); };
  BOOST_TEST(integrate(row, -width, width, 1e-11) == plume.crosswind_integral_kg_m2(200.0, 1.5), tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(deposited_and_airborne_are_what_was_released) {
  for (const double length : obukhov_lengths()) {
    for (const double velocity : {0.002, 0.01, 1.0}) {
      const SimilarityPlume plume({0.1, 0.46}, over_grass(length), {velocity, std::nullopt});
      BOOST_TEST(flow_kg_s(plume, 900.0, 1e7) == 0.1 * plume.airborne_share(900.0), tolerance(5e-6));
      const auto fallen = [&](double log_x) { return std::exp(log_x) * plume.deposition_kg_m_s(std::exp(log_x)); };
      const double between = integrate(fallen, std::log(3.0), std::log(900.0), 1e-10);
      const double lost = 0.1 * (plume.airborne_share(3.0) - plume.airborne_share(900.0));
      BOOST_TEST(between == lost, tolerance(1e-5));
      BOOST_TEST(lost > 0.0);
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
