// The similarity plume's invariants.
#include <bit>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstdint>
#include <vector>

#include "similarity_cases.hpp"

using namespace sise;
using namespace sise::test;
using boost::test_tools::tolerance;

namespace {

constexpr double kMinuteTen_s = 600.0;

}  // namespace

BOOST_AUTO_TEST_SUITE(similarity_plume)

BOOST_AUTO_TEST_CASE(a_point_has_the_same_bytes_alone_and_in_any_batch) {
  for (const std::optional<double> lid : {std::optional<double>{}, std::optional<double>{150.0}}) {
    const SimilarityPlume plume({0.1, 0.46}, over_grass(-30.0, lid), {0.004, std::nullopt});
    std::vector<double> x;
    std::vector<double> y;
    std::vector<double> z;
    for (int i = 0; i < 777; ++i) {
      x.push_back(-50.0 + 0.013 * i * i);
      y.push_back(0.3 * (i % 97));
      z.push_back(0.37 * (i % 31));
    }
    std::vector<double> batch(x.size());
    plume.concentrations(x, y, z, batch);
    for (std::size_t i = 0; i < x.size(); ++i) {
      const double alone = plume.concentration_kg_m3(x[i], y[i], z[i]);
      BOOST_TEST(std::bit_cast<std::uint64_t>(alone) == std::bit_cast<std::uint64_t>(batch[i]));
    }
  }
}

BOOST_AUTO_TEST_CASE(neutral_is_the_limit_from_both_sides) {
  const SimilarityPlume neutral({0.1, 0.46}, over_grass(kNeutral));
  for (const double length : {-1e9, 1e9}) {
    const SimilarityPlume plume({0.1, 0.46}, over_grass(length));
    for (const double x : {50.0, 800.0}) {
      BOOST_TEST(plume.concentration_kg_m3(x, 3.0, 1.5) == neutral.concentration_kg_m3(x, 3.0, 1.5), tolerance(1e-4));
    }
  }
}

BOOST_AUTO_TEST_CASE(the_more_stable_the_air_the_lower_the_plume) {
  double before = 1e9;
  for (const double length : obukhov_lengths()) {
    const double height = SimilarityPlume({0.1, 0.46}, over_grass(length)).mean_height_m(400.0);
    BOOST_TEST(height < before);
    before = height;
  }
}

BOOST_AUTO_TEST_CASE(heights_of_source_and_place_can_be_exchanged_where_the_wind_is_the_same) {
  // f is symmetric; only N, which belongs to the source's height, differs.
  for (const double length : obukhov_lengths()) {
    const SimilarityPlume low({0.1, 0.5}, over_grass(length));
    const SimilarityPlume high({0.1, 4.0}, over_grass(length));
    const double up = low.crosswind_integral_kg_m2(300.0, 4.0) / low.crosswind_integral_kg_m2(300.0, 0.5);
    const double down = high.crosswind_integral_kg_m2(300.0, 0.5) / high.crosswind_integral_kg_m2(300.0, 4.0);
    BOOST_TEST(up < 1.0);
    BOOST_TEST(down > up);
  }
}

BOOST_AUTO_TEST_CASE(proportional_to_the_rate_and_zero_without_one) {
  const SimilarityPlume one({0.1, 0.46}, over_grass(40.0));
  const SimilarityPlume three({0.3, 0.46}, over_grass(40.0));
  const SimilarityPlume none({0.0, 0.46}, over_grass(40.0));
  BOOST_TEST(three.concentration_kg_m3(120.0, 5.0, 1.5) == 3.0 * one.concentration_kg_m3(120.0, 5.0, 1.5),
             tolerance(1e-14));
  BOOST_TEST(none.concentration_kg_m3(120.0, 5.0, 1.5) == 0.0);
}

BOOST_AUTO_TEST_CASE(symmetric_across_and_zero_upwind_and_above_the_lid) {
  const SimilarityPlume plume({0.1, 0.46}, over_grass(-30.0, 200.0));
  BOOST_TEST(plume.concentration_kg_m3(100.0, 7.0, 1.0) == plume.concentration_kg_m3(100.0, -7.0, 1.0));
  BOOST_TEST(plume.concentration_kg_m3(0.0, 0.0, 0.0) == 0.0);
  BOOST_TEST(plume.concentration_kg_m3(-10.0, 0.0, 0.0) == 0.0);
  BOOST_TEST(plume.concentration_kg_m3(5000.0, 0.0, 200.1) == 0.0);
  BOOST_TEST(plume.concentration_kg_m3(5000.0, 0.0, 199.9) > 0.0);
  BOOST_TEST(std::isnan(plume.concentration_kg_m3(10.0, 0.0, -1.0)));
  BOOST_TEST(std::isnan(plume.concentration_kg_m3(std::nan(""), 0.0, 1.0)));
  BOOST_TEST(std::isnan(plume.concentration_kg_m3(10.0, std::nan(""), 1.0)));
  BOOST_TEST(std::isnan(plume.concentration_kg_m3(1.1e7, 0.0, 1.0)));
}

BOOST_AUTO_TEST_CASE(far_under_a_lid_the_gas_is_mixed_evenly) {
  const SimilarityPlume plume({0.1, 0.46}, over_grass(-30.0, 100.0));
  BOOST_TEST(plume.crosswind_integral_kg_m2(50000.0, 1.0) == plume.crosswind_integral_kg_m2(50000.0, 99.0),
             tolerance(1e-12));
}

BOOST_AUTO_TEST_CASE(a_high_lid_changes_nothing) {
  const SimilarityPlume free({0.1, 0.46}, over_grass(40.0));
  const SimilarityPlume lidded({0.1, 0.46}, over_grass(40.0, 1e5));
  BOOST_TEST(free.crosswind_integral_kg_m2(400.0, 1.5) == lidded.crosswind_integral_kg_m2(400.0, 1.5),
             tolerance(1e-12));
}

// The integral follows the table of ten-minute curves: (t/600 s)^0.2.
BOOST_AUTO_TEST_CASE(a_longer_average_widens_the_plume_and_leaves_the_crosswind_integral) {
  const SimilarityPlume ten({0.1, 0.46}, over_grass(-30.0), {0.0, kMinuteTen_s});
  const SimilarityPlume hour({0.1, 0.46}, over_grass(-30.0), {0.0, 3600.0});
  const SimilarityPlume plain({0.1, 0.46}, over_grass(-30.0));
  BOOST_TEST(ten.sigma_y_m(300.0) == plain.sigma_y_m(300.0), tolerance(1e-14));
  BOOST_TEST(hour.sigma_y_m(300.0) == std::pow(6.0, 0.2) * plain.sigma_y_m(300.0), tolerance(1e-12));
  BOOST_TEST(hour.crosswind_integral_kg_m2(300.0, 1.5) == plain.crosswind_integral_kg_m2(300.0, 1.5), tolerance(1e-14));
}

// Prairie Grass: sigma_y/(sigma_theta x) falls from 0.86 at 50 m to 0.50 at 800 m on average over all runs.
BOOST_AUTO_TEST_CASE(the_spread_falls_behind_the_angle_with_distance) {
  const double radian = std::acos(-1.0) / 180.0;
  for (const double length : obukhov_lengths()) {
    const SimilarityPlume plume({0.1, 0.46}, over_grass(length, length < 0.0 ? std::optional(900.0) : std::nullopt));
    double before = 1.2;
    for (const double x : {50.0, 100.0, 200.0, 400.0, 800.0}) {
      const double share = plume.sigma_y_m(x) / (8.0 * radian * x);
      BOOST_TEST(share < before);
      before = share;
    }
    BOOST_TEST(before > 0.2);
    BOOST_TEST(before < 0.8);
  }
}

BOOST_AUTO_TEST_CASE(the_farthest_distance_has_the_concentration_asked_for) {
  const SimilarityPlume plume({0.1, 0.46}, over_grass(40.0));
  const std::optional<double> far = farthest_distance_m(plume, 1e-5, 1.5);
  BOOST_REQUIRE(far.has_value());
  BOOST_TEST(plume.concentration_kg_m3(*far, 0.0, 1.5) == 1e-5, tolerance(1e-9));
  BOOST_TEST(!farthest_distance_m(plume, 1e9, 1.5).has_value());
}

BOOST_AUTO_TEST_SUITE_END()
