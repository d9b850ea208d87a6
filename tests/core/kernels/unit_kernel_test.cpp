#include "core/kernels/unit_kernel.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "core/kernels/ring_axes.hpp"

using namespace sise;

BOOST_AUTO_TEST_SUITE(unit_kernel)

BOOST_AUTO_TEST_CASE(disc_areas_in_boxes) {
  constexpr double kPi = std::numbers::pi;
  BOOST_TEST(disc_area_in_box(2.0, -5.0, -5.0, 5.0, 5.0) == 4.0 * kPi, boost::test_tools::tolerance(1e-14));
  BOOST_TEST(disc_area_in_box(2.0, 0.0, -5.0, 5.0, 5.0) == 2.0 * kPi, boost::test_tools::tolerance(1e-14));
  BOOST_TEST(disc_area_in_box(2.0, 0.0, 0.0, 1.0, 1.0) == 1.0, boost::test_tools::tolerance(1e-14));
  BOOST_TEST(std::abs(disc_area_in_box(2.0, 1.5, 1.5, 3.0, 3.0)) < 1e-14);  // the corner is 2.12 away
  // A circular segment beyond x = 1: R² acos(1/2) − √3.
  BOOST_TEST(disc_area_in_box(2.0, 1.0, -5.0, 5.0, 5.0) == 4.0 * kPi / 3.0 - std::sqrt(3.0),
             boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(discs_are_exact_and_add_up) {
  const UnitKernel kernel(PolarTable(), {.discs = {{100.0, 1e-5}, {50.0, 2e-5}}, .tails = {}});
  BOOST_TEST(kernel.reach_m() == 100.0);
  BOOST_TEST(kernel.at(0.0, 0.0) == 3e-5, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(kernel.at(50.0, 0.0) == 3e-5, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(kernel.at(50.001, 0.0) == 1e-5);
  BOOST_TEST(kernel.at(60.0, 80.0) == 1e-5);
  BOOST_TEST(kernel.at(60.0, 80.001) == 0.0);
}

BOOST_AUTO_TEST_CASE(cell_averages_of_a_disc_do_not_depend_on_where_the_grid_starts) {
  const UnitKernel kernel(PolarTable(), {.discs = {{33.0, 1e-5}}, .tails = {}});
  for (const double shift : {0.0, 1.3, 4.9, 7.7}) {
    double total = 0.0;
    for (int i = -6; i <= 6; ++i) {
      for (int j = -6; j <= 6; ++j) total += kernel.cell_average(10.0 * i + shift, 10.0 * j - shift, 10.0, 0.0);
    }
    BOOST_TEST(total * 100.0 == 1e-5 * std::numbers::pi * 33.0 * 33.0, boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(cell_averages_of_a_table_match_the_integral) {
  // K = 1e-5 / (5 m + r), the integral over a square of half edge a by a fine sum.
  const auto k = [](double r_m) { return 1e-5 / (5.0 + r_m); };
  PolarTable table({RingAxes::ring_beyond(200.0) + 3, 16, 0.0, 200.0});
  for (std::size_t ring = 0; ring < RingAxes::ring_beyond(200.0) + 3; ++ring) {
    table.set_ring(ring, std::vector<double>(16, k(RingAxes::ring_m(ring))));
  }
  const UnitKernel kernel(std::move(table), {});
  constexpr int kParts = 400;
  double mean = 0.0;
  for (int i = 0; i < kParts; ++i) {
    for (int j = 0; j < kParts; ++j) {
      mean += k(std::hypot(20.0 * ((i + 0.5) / kParts - 0.5), 20.0 * ((j + 0.5) / kParts - 0.5))) / (kParts * kParts);
    }
  }
  BOOST_TEST(kernel.cell_average(0.0, 0.0, 20.0, 0.0) == mean, boost::test_tools::tolerance(0.005));
}

BOOST_AUTO_TEST_SUITE_END()
