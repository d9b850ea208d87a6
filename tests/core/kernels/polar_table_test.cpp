#include "core/kernels/polar_table.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

#include "core/kernels/ring_axes.hpp"

using namespace sise;

namespace {

constexpr double kDegree = std::numbers::pi / 180.0;

constexpr std::size_t kBearings = 192;
constexpr double kReach_m = 5000.0;

double sample(double r_m, double bearing_deg) {
  return 1e-5 * std::pow(3.0 + r_m, -1.5) * (1.2 + std::cos((bearing_deg - 40.0) * kDegree));
}

PolarTable sample_table(double first_bearing_deg = 0.0) {
  const std::size_t rings = RingAxes::ring_beyond(kReach_m) + 3;
  PolarTable table({rings, kBearings, first_bearing_deg, kReach_m});
  for (std::size_t ring = 0; ring < rings; ++ring) {
    std::vector<double> values;
    for (std::size_t j = 0; j < kBearings; ++j) {
      values.push_back(sample(RingAxes::ring_m(ring),
                              first_bearing_deg + 360.0 * static_cast<double>(j) / static_cast<double>(kBearings)));
    }
    table.set_ring(ring, values);
  }
  return table;
}

double at(const PolarTable& table, double r_m, double bearing_deg, double grid_north_deg = 0.0) {
  const double dx = r_m * std::sin(bearing_deg * kDegree);
  const double dy = r_m * std::cos(bearing_deg * kDegree);
  PolarPlaces places;
  places.set({&dx, 1}, {&dy, 1}, grid_north_deg);
  std::array<double, kLanes> value{};
  table.add(places, value.data());
  return value.front();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(polar_table)

BOOST_AUTO_TEST_CASE(smooth_functions_come_back_in_every_direction) {
  for (const double first : {0.0, -11.25, 168.75}) {
    const PolarTable table = sample_table(first);
    for (const double r : {1.0, 1.7, 33.3, 1234.5, 4999.0}) {
      for (double bearing = -180.0; bearing <= 360.0; bearing += 7.3) {
        BOOST_TEST_REQUIRE(at(table, r, bearing) == sample(r, bearing), boost::test_tools::tolerance(3e-5));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(grid_bearings_are_turned_by_the_bearing_of_grid_north) {
  // Grid north points 3 degrees east of true north: a place due grid north lies at true bearing 3.
  BOOST_TEST(at(sample_table(), 500.0, 0.0, 3.0) == sample(500.0, 3.0), boost::test_tools::tolerance(2e-5));
}

BOOST_AUTO_TEST_CASE(nothing_beyond_the_reach) {
  const PolarTable table = sample_table();
  BOOST_TEST(table.reach_m() >= 5000.0);
  BOOST_TEST(at(table, table.reach_m() * 0.9999, 10.0) > 0.0);
  BOOST_TEST(at(table, table.reach_m() * 1.0001, 10.0) == 0.0);
}

BOOST_AUTO_TEST_CASE(the_source_itself_and_the_rings_beside_it_are_on_the_table) {
  const PolarTable table = sample_table();
  for (const double r : {1e-6, 0.01, 0.1, 0.3}) {
    BOOST_TEST(at(table, r, 40.0) == sample(r, 40.0), boost::test_tools::tolerance(2e-3));
  }
}

BOOST_AUTO_TEST_CASE(an_empty_table_is_zero_everywhere) { BOOST_TEST(at(PolarTable(), 10.0, 0.0) == 0.0); }

BOOST_AUTO_TEST_CASE(a_place_has_the_same_bytes_in_every_batch) {
  const PolarTable table = sample_table();
  std::vector<double> dx;
  std::vector<double> dy;
  for (int i = 0; i < 37; ++i) {
    dx.push_back(-900.0 + 51.7 * i);
    dy.push_back(333.3 - 17.9 * i);
  }
  PolarPlaces places;
  places.set(dx, dy, 0.0);
  std::array<double, PolarPlaces::most> whole{};
  table.add(places, whole.data());
  for (std::size_t i = 0; i < dx.size(); ++i) {
    places.set({&dx[i], 1}, {&dy[i], 1}, 0.0);
    std::array<double, kLanes> alone{};
    table.add(places, alone.data());
    BOOST_TEST(alone.front() == whole.at(i));
  }
}

BOOST_AUTO_TEST_CASE(promised_bytes_are_the_bytes_taken) {
  const PolarTable table = sample_table();
  BOOST_TEST(table.bytes() == PolarTable::bytes({RingAxes::ring_beyond(kReach_m) + 3, kBearings, 0.0, kReach_m}));
  BOOST_TEST(PolarTable::bytes(PolarAxes{}) == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
