// The flammable part of a plume.
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstddef>
#include <vector>

#include "models/base/error.hpp"
#include "models/dispersion/flammable_cloud.hpp"
#include "models/dispersion/plume_slice.hpp"
#include "models/numeric/quadrature.hpp"

using namespace sise;
using boost::test_tools::tolerance;

namespace {

constexpr double kLfl = 0.036;  // propane, 2 % by volume
constexpr double kUfl = 0.17;

GaussianPlume cloud_plume(double height_m, double rate_kg_s = 5.0, std::optional<double> lid_m = {}) {
  const Weather weather{.wind_speed_m_s = 2.0, .stability = Stability::D, .mixing_height_m = lid_m};
  return {{rate_kg_s, height_m}, weather, {.averaging_time_s = 18.75}};
}

/// Sum over a fine grid of what lies between the limits, from x to x + 1 m.
double brute_slice_kg_m(const GaussianPlume& p, double x_m, double low, double high) {
  const double side = p.sigma_z_m(x_m) / 120.0;
  double sum = 0.0;
  const std::vector<double> x(1200, x_m);
  std::vector<double> y(x.size());
  for (std::size_t i = 0; i < y.size(); ++i) y[i] = (static_cast<double>(i) + 0.5) * side * 2.0;
  std::vector<double> c(x.size());
  const double top = p.source().height_m + 6.0 * p.sigma_z_m(x_m);
  for (double z = 0.5 * side; z < top; z += side) {
    p.concentrations(x, y, z, c);
    for (const double value : c) sum += value > low && value <= high ? value : 0.0;
  }
  return sum * 2.0 * 2.0 * side * side;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(flammable)

// The contours of a release on the ground are ellipses: inside the level L lies the share 1 - L/peak.
BOOST_AUTO_TEST_CASE(slice_of_a_ground_release_has_a_closed_form) {
  const GaussianPlume p = cloud_plume(0.0);
  for (const double x_m : {1.0, 10.0, 60.0, 150.0}) {
    const PlumeSlice slice(p, x_m);
    const double peak = p.concentration_kg_m3(x_m, 0.0, 0.0);
    const double all = p.source().rate_kg_s / p.transport_wind_m_s(x_m);
    BOOST_TEST(slice.peak_kg_m3() == peak, tolerance(1e-12));
    for (const double share : {0.9, 0.5, 0.01, 1e-6}) {
      BOOST_TEST(slice.mass_above_kg_m(share * peak) == all * (1.0 - share), tolerance(1e-7));
    }
    BOOST_TEST(slice.mass_above_kg_m(peak) == 0.0);
  }
}

BOOST_AUTO_TEST_CASE(slice_agrees_with_a_grid) {
  for (const double height_m : {0.0, 2.0, 8.0}) {
    for (const std::optional<double> lid_m : {std::optional<double>(), std::optional<double>(9.0)}) {
      const GaussianPlume p = cloud_plume(height_m, 5.0, lid_m);
      for (const double x_m : {20.0, 80.0}) {
        const PlumeSlice slice(p, x_m);
        const double expected = brute_slice_kg_m(p, x_m, kLfl, 1e9);
        BOOST_TEST(slice.mass_above_kg_m(kLfl) == expected, tolerance(2e-3));
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(peak_of_a_slice_is_the_highest_value_on_the_axis) {
  for (const double lid_m : {12.0, 1000.0}) {
    const GaussianPlume p = cloud_plume(5.0, 5.0, lid_m);
    for (double x_m = 5.0; x_m < 3000.0; x_m *= 1.7) {
      double highest = 0.0;
      for (double z = 0.0; z <= 12.0; z += 0.005) highest = std::fmax(highest, p.concentration_kg_m3(x_m, 0.0, z));
      BOOST_TEST(PlumeSlice(p, x_m).peak_kg_m3() == highest, tolerance(1e-5));
    }
  }
}

// Along the wind the closed form leaves one integral, done here by another rule.
BOOST_AUTO_TEST_CASE(cloud_of_a_ground_release_agrees_with_the_closed_form) {
  const GaussianPlume p = cloud_plume(0.0);
  const FlammableCloud cloud = flammable_cloud(p, kLfl, kUfl).value();
  const auto between = [&](double x_m) {
    const double peak = p.concentration_kg_m3(x_m, 0.0, 0.0);
    return p.source().rate_kg_s / p.transport_wind_m_s(x_m) * (std::fmin(1.0, kUfl / peak) - kLfl / peak);
  };
  const auto part = [&](const auto& f) {
    return integrate(f, 1e-9, 1.0, 1e-9) + integrate(f, 1.0, cloud.ufl_reach_m, 1e-9) +
           integrate(f, cloud.ufl_reach_m, cloud.lfl_reach_m, 1e-9);
  };
  const double mass_kg = part(between);
  BOOST_TEST(cloud.mass_kg == mass_kg, tolerance(1e-5));
  BOOST_TEST(cloud.centroid_m == part([&](double x_m) { return x_m * between(x_m); }) / mass_kg, tolerance(1e-5));
}

BOOST_AUTO_TEST_CASE(limits_split_the_mass) {
  const GaussianPlume p = cloud_plume(3.0);
  const double inner = flammable_cloud(p, 0.1, 0.3).value().mass_kg;
  const double outer = flammable_cloud(p, 0.03, 0.1).value().mass_kg;
  const FlammableCloud whole = flammable_cloud(p, 0.03, 0.3).value();
  BOOST_TEST(inner + outer == whole.mass_kg, tolerance(1e-4));
  BOOST_TEST(flammable_cloud(p, 0.03, 1e9).value().mass_kg == whole.mass_above_lfl_kg, tolerance(1e-4));
  BOOST_TEST(whole.mass_kg < whole.mass_above_lfl_kg);
}

BOOST_AUTO_TEST_CASE(a_richer_release_with_richer_limits_is_the_same_cloud) {
  const FlammableCloud one = flammable_cloud(cloud_plume(2.0, 1.0), 0.03, 0.15).value();
  const FlammableCloud ten = flammable_cloud(cloud_plume(2.0, 10.0), 0.3, 1.5).value();
  BOOST_TEST(ten.lfl_reach_m == one.lfl_reach_m, tolerance(1e-9));
  BOOST_TEST(ten.mass_kg == 10.0 * one.mass_kg, tolerance(1e-9));
  BOOST_TEST(ten.centroid_m == one.centroid_m, tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(on_the_edge_the_concentration_is_the_limit) {
  const GaussianPlume p = cloud_plume(2.0);
  const FlammableCloud cloud = flammable_cloud(p, kLfl, kUfl).value();
  BOOST_TEST(PlumeSlice(p, cloud.lfl_reach_m).peak_kg_m3() == kLfl, tolerance(1e-9));
  BOOST_TEST(PlumeSlice(p, cloud.ufl_reach_m).peak_kg_m3() == kUfl, tolerance(1e-9));
  for (const double z_m : {0.0, 1.5}) {
    const double half_m = cloud.half_width_m(40.0, z_m);
    BOOST_TEST(p.concentration_kg_m3(40.0, half_m, z_m) == kLfl, tolerance(1e-9));
  }
  BOOST_TEST(cloud.half_width_m(1.01 * cloud.lfl_reach_m) == 0.0);
  BOOST_TEST(cloud.half_width_m(-5.0) == 0.0);
  BOOST_TEST(cloud.centroid_m > 0.0);
  BOOST_TEST(cloud.centroid_m < cloud.lfl_reach_m);
}

BOOST_AUTO_TEST_CASE(a_release_too_weak_has_no_cloud) {
  BOOST_TEST(!flammable_cloud(cloud_plume(10.0, 1e-6), kLfl, kUfl).has_value());
}

BOOST_AUTO_TEST_CASE(impossible_limits_and_calm_air_are_refused) {
  const GaussianPlume p = cloud_plume(0.0);
  BOOST_CHECK_THROW(static_cast<void>(flammable_cloud(p, 0.0, 0.1)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(flammable_cloud(p, 0.1, 0.1)), ModelError);
  BOOST_CHECK_THROW(static_cast<void>(flammable_cloud(p, 1e-12, 0.1)), ModelError);
  const GaussianPlume calm({1.0, 0.0}, {.wind_speed_m_s = 0.2, .stability = Stability::D});
  BOOST_CHECK_THROW(static_cast<void>(flammable_cloud(calm, kLfl, kUfl)), ModelError);
}

BOOST_AUTO_TEST_SUITE_END()
