#include "core/kernels/direction_density.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <vector>

#include "models/base/error.hpp"

using namespace sise;

namespace {

const SectorLayout sixteen{0.0, 16};

std::vector<double> uneven_totals() {
  return {0.02, 0.10, 0.20, 0.05, 0.0, 0.0, 0.01, 0.03, 0.09, 0.11, 0.04, 0.06, 0.08, 0.07, 0.12, 0.02};
}

/// Simpson's rule is exact for a parabola.
double sector_integral(const DirectionDensity& density, int k) {
  const SectorLayout& layout = density.layout();
  const double left = layout.first_edge_deg() + k * layout.width_deg() + 1e-9;
  const double right = left + layout.width_deg() - 2e-9;
  const double mean =
      (density.per_rad(left) + 4.0 * density.per_rad(0.5 * (left + right)) + density.per_rad(right)) / 6.0;
  return mean * layout.width_deg() * std::numbers::pi / 180.0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(direction_density)

BOOST_AUTO_TEST_CASE(parabola_has_its_edges_and_its_mean) {
  const SectorParabola p(1.0, 2.0, 2.5);
  BOOST_TEST(p.at(0.0) == 1.0, boost::test_tools::tolerance(1e-15));
  BOOST_TEST(p.at(1.0) == 2.5, boost::test_tools::tolerance(1e-15));
  BOOST_TEST((p.at(0.0) + 4.0 * p.at(0.5) + p.at(1.0)) / 6.0 == 2.0, boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(parabola_that_would_dip_below_zero_is_drawn_to_its_mean) {
  // Edges 4, mean 1: 4 − 18 ξ (1 − ξ) falls to −0.5 in the middle; s = 1 / 1.5 lifts that to 0.
  const SectorParabola p(4.0, 1.0, 4.0);
  BOOST_TEST(p.at(0.5) == 0.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(p.at(0.0) == 3.0, boost::test_tools::tolerance(1e-12));
  BOOST_TEST((p.at(0.0) + 4.0 * p.at(0.5) + p.at(1.0)) / 6.0 == 1.0, boost::test_tools::tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(edge_values_follow_the_formula_and_its_limits) {
  const double width = 2.0 * std::numbers::pi / 16.0;
  const DirectionDensity density(sixteen, uneven_totals(), 0.0);
  // Between sectors 0 and 1: (7 (0.02 + 0.10) − (0.02 + 0.20)) / 12 = 0.051667, within [0, 3 · 0.02].
  BOOST_TEST(density.per_rad(11.25) * width == 0.62 / 12.0, boost::test_tools::tolerance(1e-12));
  // Between sectors 14 and 15: (7 · 0.14 − 0.09) / 12 = 0.0742, limited to 3 · 0.02.
  BOOST_TEST(density.per_rad(14.5 * 22.5) * width == 0.06, boost::test_tools::tolerance(1e-12));
  // Beside an empty sector: limited to 0.
  BOOST_TEST(density.per_rad(3.5 * 22.5) == 0.0);
}

BOOST_AUTO_TEST_CASE(every_sector_keeps_its_total) {
  const std::vector<double> totals = uneven_totals();
  const DirectionDensity density(sixteen, totals, 0.0);
  for (int k = 0; k < 16; ++k) {
    BOOST_TEST(std::abs(sector_integral(density, k) - totals[static_cast<std::size_t>(k)]) < 1e-9, "sector " << k);
  }
  BOOST_TEST(density.total() == 1.0, boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(density_is_continuous_and_nowhere_negative) {
  const DirectionDensity density(sixteen, uneven_totals(), 0.0);
  double before = density.per_rad(-0.01);
  for (double deg = 0.0; deg <= 360.0; deg += 0.01) {
    const double here = density.per_rad(deg);
    BOOST_REQUIRE(here >= 0.0);
    BOOST_REQUIRE(std::abs(here - before) < 2e-3);  // steepest slope: 6 · 0.2 / width² per radian
    before = here;
  }
  BOOST_TEST(density.per_rad(0.0) == density.per_rad(360.0));
  BOOST_TEST(density.per_rad(-90.0) == density.per_rad(270.0));
}

BOOST_AUTO_TEST_CASE(each_sector_is_its_polynomial) {
  const DirectionDensity density(sixteen, uneven_totals(), 0.3);
  for (std::size_t k = 0; k < 16; ++k) {
    const auto c = density.polynomial_per_rad(k);
    for (const double xi : {0.0, 0.3, 0.9}) {
      const double deg = sixteen.first_edge_deg() + (static_cast<double>(k) + xi) * 22.5;
      BOOST_TEST(c[0] + xi * (c[1] + xi * c[2]) == density.per_rad(deg), boost::test_tools::tolerance(1e-9));
    }
  }
}

BOOST_AUTO_TEST_CASE(densities_of_several_weathers_add_up) {
  const DirectionDensity one(sixteen, uneven_totals(), 0.1);
  std::vector<double> gaps(16, 0.0);
  gaps[3] = 0.4;
  gaps[4] = 0.1;
  const DirectionDensity other(sixteen, gaps, 0.0);
  const DirectionDensity both = sum_of({one, other});
  for (double deg = 0.0; deg < 360.0; deg += 3.7) {
    BOOST_TEST(both.per_rad(deg) == one.per_rad(deg) + other.per_rad(deg), boost::test_tools::tolerance(1e-12));
  }
  BOOST_TEST(both.total() == one.total() + other.total());
  BOOST_TEST(other.has_empty_sectors());
  BOOST_TEST(!DirectionDensity(sixteen, std::vector<double>(16, 0.05), 0.2).has_empty_sectors());
  BOOST_TEST(!DirectionDensity(sixteen, std::vector<double>(16, 0.0), 1.0).has_empty_sectors());
}

BOOST_AUTO_TEST_CASE(frequency_without_direction_is_spread_evenly) {
  const DirectionDensity density(sixteen, std::vector<double>(16, 0.0), 0.5);
  for (const double deg : {0.0, 11.25, 123.4, 359.9}) {
    BOOST_TEST(density.per_rad(deg) == 0.5 / (2.0 * std::numbers::pi), boost::test_tools::tolerance(1e-15));
  }
}

BOOST_AUTO_TEST_CASE(layout_is_recognised_from_full_and_from_gappy_roses) {
  BOOST_TEST((sector_layout({0.0, 90.0, 180.0, 270.0}) == SectorLayout{0.0, 4}));
  BOOST_TEST((sector_layout({10.0, 20.0, 50.0}) == SectorLayout{0.0, 36}));
  BOOST_TEST((sector_layout({22.5, 270.0, 270.0}) == SectorLayout{0.0, 16}));
  BOOST_TEST((sector_layout({45.0}).count == 16));
  BOOST_TEST((sector_layout({}) == SectorLayout{0.0, 16}));
  std::vector<double> twelve;
  for (int k = 0; k < 12; ++k) twelve.push_back(15.0 + 30.0 * k);
  BOOST_TEST((sector_layout(twelve) == SectorLayout{15.0, 12}));
  twelve.push_back(375.0);  // 15 degrees once more
  BOOST_TEST((sector_layout(twelve) == SectorLayout{15.0, 12}));
}

BOOST_AUTO_TEST_CASE(uneven_sectors_are_refused) {
  BOOST_CHECK_THROW(static_cast<void>(sector_layout({0.0, 17.3, 90.0})), InputError);
}

BOOST_AUTO_TEST_SUITE_END()
