// Obstructed regions in a flammable cloud.
#include "core/effects/congestion.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>

#include "core/geometry/operations.hpp"
#include "models/base/error.hpp"
#include "tests/core/geometry/shapes.hpp"

using namespace sise;
using boost::test_tools::tolerance;
using test::box;

namespace {

constexpr double kHeat_J_kg = 46.35e6;

FlammableCloud cloud(double rate_kg_s = 20.0) {
  const GaussianPlume plume({rate_kg_s, 1.0}, {.wind_speed_m_s = 2.0, .stability = Stability::D},
                            {.averaging_time_s = 18.75});
  return flammable_cloud(plume, 0.0385, 0.174).value();
}

const CloudPlace kEastward{{500000.0, 3500000.0}, 90.0};

/// A box in metres from the source, x east.
ObstructedRegion region(double x0, double y0, double x1, double y1, double height_m = 2.0) {
  const Point s = kEastward.source;
  return {"pipes", {box(s.x + x0, s.y + y0, s.x + x1, s.y + y1)}, height_m};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(congestion)

BOOST_AUTO_TEST_CASE(envelope_lies_downwind_and_is_as_wide_as_the_cloud) {
  const FlammableCloud c = cloud();
  const Bounds east = bounds(envelope_at(c, kEastward, 0.0));
  BOOST_TEST(east.x_max - kEastward.source.x <= c.lfl_reach_m);
  BOOST_TEST(east.x_max - kEastward.source.x == c.lfl_reach_m, tolerance(0.02));
  BOOST_TEST(east.y_max - kEastward.source.y == kEastward.source.y - east.y_min, tolerance(1e-6));
  const Bounds south = bounds(envelope_at(c, {kEastward.source, 180.0}, 0.0));
  BOOST_TEST(kEastward.source.y - south.y_min == east.x_max - kEastward.source.x, tolerance(1e-6));
  BOOST_TEST(envelope_at(c, kEastward, 100.0).empty());
}

// Deep inside the cloud the region counts whole: volume by height and free share, centre in its middle.
BOOST_AUTO_TEST_CASE(a_region_inside_the_cloud_counts_whole) {
  const FlammableCloud c = cloud();
  const double x_m = 0.4 * c.lfl_reach_m;
  ObstructedRegion inside = region(x_m - 2.0, -1.0, x_m + 2.0, 1.0);
  inside.free_share = 0.8;
  const auto explosions = obstructed_explosions({&inside, 1}, c, kEastward, kHeat_J_kg);
  BOOST_REQUIRE(explosions.size() == 1U);
  BOOST_TEST(explosions[0].volume_m3 == 4.0 * 2.0 * 2.0 * 0.8, tolerance(1e-9));
  BOOST_TEST(explosions[0].energy_J == 3.5e6 * explosions[0].volume_m3, tolerance(1e-12));
  BOOST_TEST(explosions[0].centre.x - kEastward.source.x == x_m, tolerance(1e-6));
}

BOOST_AUTO_TEST_CASE(only_what_the_cloud_covers_counts) {
  const FlammableCloud c = cloud();
  const ObstructedRegion all = region(-10.0, -500.0, c.lfl_reach_m + 10.0, 500.0);
  const ObstructedRegion north = region(-10.0, 0.0, c.lfl_reach_m + 10.0, 500.0);
  const double huge_J_kg = 1e12;  // so that nothing is scaled down
  const double whole_m3 = obstructed_explosions({&all, 1}, c, kEastward, huge_J_kg).at(0).volume_m3;
  BOOST_TEST(obstructed_explosions({&north, 1}, c, kEastward, huge_J_kg).at(0).volume_m3 == 0.5 * whole_m3,
             tolerance(1e-9));
  double area = 0.0;  // by the envelope's width at mid height
  const double step = c.lfl_reach_m / 2000.0;
  for (double x = 0.5 * step; x < c.lfl_reach_m; x += step) area += 2.0 * step * c.half_width_m(x, 1.0);
  BOOST_TEST(whole_m3 == 2.0 * area, tolerance(0.05));
}

BOOST_AUTO_TEST_CASE(regions_outside_are_left_out) {
  const ObstructedRegion upwind = region(-60.0, -10.0, -20.0, 10.0);
  BOOST_TEST(obstructed_explosions({&upwind, 1}, cloud(), kEastward, kHeat_J_kg).empty());
}

// However much pipework stands in a thin cloud, no more burns than there is.
BOOST_AUTO_TEST_CASE(energy_is_at_most_that_of_the_flammable_mass) {
  const FlammableCloud c = cloud();
  const std::vector<ObstructedRegion> regions{region(0.0, -500.0, 40.0, 500.0, 10.0),
                                              region(40.0, -500.0, 200.0, 500.0, 10.0)};
  const auto explosions = obstructed_explosions(regions, c, kEastward, 1e5);
  BOOST_TEST(explosions.at(0).energy_J + explosions.at(1).energy_J == c.mass_kg * 1e5, tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(impossible_regions_are_told_at_once) {
  ObstructedRegion flat = region(0.0, 0.0, 10.0, 10.0, 0.0);
  ObstructedRegion full = region(0.0, 0.0, 10.0, 10.0);
  full.free_share = std::numeric_limits<double>::quiet_NaN();
  const std::vector<ObstructedRegion> regions{flat, full};
  try {
    static_cast<void>(obstructed_explosions(regions, cloud(), kEastward, kHeat_J_kg));
    BOOST_FAIL("accepted");
  } catch (const ModelError& error) {
    BOOST_TEST(error.diagnostics().size() == 2U);
  }
}

BOOST_AUTO_TEST_SUITE_END()
