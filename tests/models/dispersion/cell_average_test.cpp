// Cells near the source hold averages.
#include <boost/test/unit_test.hpp>
#include <cmath>

#include "models/dispersion/cell_average.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

GaussianPlume plume(double wind = 2.0, double height = 2.0) {
  return {{1.0, height}, {.wind_speed_m_s = wind, .stability = Stability::D}};
}

// Average by brute force: n x n points.
double brute(const GaussianPlume& p, const PlumeCell& cell, double z, int n) {
  double sum = 0.0;
  for (int i = 0; i < n; ++i) {
    for (int j = 0; j < n; ++j) {
      const double a = ((i + 0.5) / n - 0.5) * cell.side_m;
      const double b = ((j + 0.5) / n - 0.5) * cell.side_m;
      const double c = std::cos(cell.rotation_rad);
      const double s = std::sin(cell.rotation_rad);
      sum += p.concentration_kg_m3(cell.x_m + c * a - s * b, cell.y_m + s * a + c * b, z);
    }
  }
  return sum / n / n;
}

// Sum of the averages of a raster's cells around the source, times the cell's area.
double total(const GaussianPlume& p, double side, double rotation, double shift_a, double shift_b) {
  double sum = 0.0;
  for (int i = -12; i <= 12; ++i) {
    for (int j = -12; j <= 12; ++j) {
      const double a = i * side + shift_a;
      const double b = j * side + shift_b;
      const double c = std::cos(rotation);
      const double s = std::sin(rotation);
      sum += cell_average_kg_m3(p, {c * a - s * b, s * a + c * b, side, rotation}, 1.0) * side * side;
    }
  }
  return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(cell_average)

BOOST_AUTO_TEST_CASE(brute_force_agrees) {
  for (const double wind : {2.0, 0.2}) {
    const GaussianPlume p = plume(wind);
    for (const PlumeCell& cell :
         {PlumeCell{60.0, 3.0, 20.0, 0.0}, PlumeCell{60.0, 3.0, 20.0, 0.4}, PlumeCell{5.0, -4.0, 20.0, 1.2},
          PlumeCell{25.0, 8.0, 10.0, 0.785398163397448}, PlumeCell{200.0, 10.0, 50.0, -0.3}}) {
      BOOST_TEST(cell_average_kg_m3(p, cell, 1.0) == brute(p, cell, 1.0, 400), tolerance(0.01));
    }
  }
}

BOOST_AUTO_TEST_CASE(whole_cell_upwind_is_zero) {
  BOOST_TEST(cell_average_kg_m3(plume(), {-11.0, 0.0, 20.0, 0.0}, 0.0) == 0.0);
  BOOST_TEST(cell_average_kg_m3(plume(), {-9.0, 0.0, 20.0, 0.0}, 2.0) > 0.0);
}

BOOST_AUTO_TEST_CASE(release_and_receptor_at_one_height_stay_finite) {
  const GaussianPlume p = plume(2.0, 0.0);
  const double average = cell_average_kg_m3(p, {0.0, 0.0, 10.0, 0.0}, 0.0);
  BOOST_TEST(std::isfinite(average));
  BOOST_TEST(average == brute(p, {0.0, 0.0, 10.0, 0.0}, 0.0, 1000), tolerance(0.01));
}

BOOST_AUTO_TEST_CASE(total_does_not_depend_on_where_the_raster_starts) {
  // Within one and the same disc the rasters differ at the edge only; compare a plume that has left the window nowhere else.
  const GaussianPlume p({1.0, 0.5}, {.wind_speed_m_s = 2.0, .stability = Stability::F});
  const double whole = total(p, 20.0, 0.0, 0.0, 0.0);
  const double finer = total(p, 20.0, 0.0, 0.0, 7.3);
  BOOST_TEST(finer == whole, tolerance(0.002));
}

BOOST_AUTO_TEST_CASE(quarters_add_up_to_the_cell) {
  const GaussianPlume p = plume();
  const double rotation = 0.3;
  const double c = std::cos(rotation) * 5.0;
  const double s = std::sin(rotation) * 5.0;
  const PlumeCell cell{30.0, 2.0, 20.0, rotation};
  double sum = 0.0;
  for (const double a : {-1.0, 1.0}) {
    for (const double b : {-1.0, 1.0}) {
      sum += 0.25 * cell_average_kg_m3(p, {cell.x_m + a * c - b * s, cell.y_m + a * s + b * c, 10.0, rotation}, 1.0);
    }
  }
  BOOST_TEST(cell_average_kg_m3(p, cell, 1.0) == sum, tolerance(0.003));
}

BOOST_AUTO_TEST_CASE(beyond_the_reach_the_centre_will_do) {
  for (const double wind : {2.0, 0.3}) {
    for (const double height : {0.0, 30.0}) {
      const GaussianPlume p = plume(wind, height);
      for (const double side : {5.0, 25.0, 100.0}) {
        const double x = cell_average_reach_m(p, side);
        for (const double rotation : {0.0, 0.6}) {
          const double centre = p.concentration_kg_m3(x, 0.0, 1.0);
          BOOST_TEST(cell_average_kg_m3(p, {x, 0.0, side, rotation}, 1.0) == centre, tolerance(0.01));
        }
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
