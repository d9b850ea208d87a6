#include "core/kernels/weather_groups.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <numbers>

using namespace sise;

BOOST_AUTO_TEST_SUITE(weather_groups_of_a_rose)

BOOST_AUTO_TEST_CASE(rows_of_one_weather_gather_into_one_group_whatever_their_order) {
  WindRose rose;
  rose.rows = {{0.0, Stability::D, 5.0, 0.2},
               {90.0, Stability::F, 1.5, 0.3},
               {90.0, Stability::D, 5.0, 0.1},
               {180.0, Stability::D, 3.0, 0.4}};
  const auto groups = weather_groups(rose);
  std::reverse(rose.rows.begin(), rose.rows.end());
  const auto reversed = weather_groups(rose);
  BOOST_REQUIRE(groups.size() == 3U);
  BOOST_REQUIRE(reversed.size() == 3U);
  for (std::size_t g = 0; g < 3; ++g) {
    BOOST_TEST((groups[g].stability == reversed[g].stability));
    BOOST_TEST(groups[g].speed_m_s == reversed[g].speed_m_s);
    BOOST_TEST(groups[g].density.per_rad(85.0) == reversed[g].density.per_rad(85.0));
  }
  BOOST_TEST((groups[0].stability == Stability::D));
  BOOST_TEST(groups[0].speed_m_s == 3.0);
  BOOST_TEST(groups[1].density.total() == 0.3, boost::test_tools::tolerance(1e-15));
}

BOOST_AUTO_TEST_CASE(calm_counts_at_one_metre_per_second) {
  WindRose rose;
  rose.rows = {{std::nullopt, Stability::F, 0.2, 0.25}, {0.0, Stability::F, 1.0, 0.5}, {0.0, Stability::F, 0.5, 0.25}};
  const auto groups = weather_groups(rose);
  BOOST_REQUIRE(groups.size() == 2U);
  BOOST_TEST(groups[0].speed_m_s == 0.5);  // 0.5 is not calm
  BOOST_TEST(groups[1].speed_m_s == 1.0);
  BOOST_TEST(groups[1].density.total() == 0.75, boost::test_tools::tolerance(1e-15));
  // Opposite to the only sector there is just the calm share, alike in all directions.
  BOOST_TEST(groups[1].density.per_rad(180.0) == 0.25 / (2.0 * std::numbers::pi), boost::test_tools::tolerance(1e-14));
}

BOOST_AUTO_TEST_CASE(rows_of_no_frequency_make_no_group) {
  WindRose rose;
  rose.rows = {{0.0, Stability::D, 5.0, 1.0}, {22.5, Stability::A, 1.0, 0.0}};
  BOOST_TEST(weather_groups(rose).size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
