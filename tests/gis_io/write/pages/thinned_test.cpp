// Lines with fewer vertices stay where they were.
#include "gis_io/write/pages/thinned.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>

using namespace sise;

namespace {

/// A rough circle: `count` vertices, closed.
Ring circle(std::size_t count, double radius, double roughness) {
  Ring ring;
  for (std::size_t i = 0; i < count; ++i) {
    const double angle = 2.0 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(count);
    const double r = radius + roughness * std::sin(977.0 * angle);
    ring.push_back({r * std::cos(angle), r * std::sin(angle)});
  }
  ring.push_back(ring.front());
  return ring;
}

double distance_to(Point p, const Line& line) {
  double least = 1e300;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const Point a = line[i - 1];
    const Point b = line[i];
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
    least = std::min(least, std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy));
  }
  return least;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(thinned_lines)

BOOST_AUTO_TEST_CASE(no_vertex_is_farther_from_the_thinned_line_than_the_tolerance_and_a_half) {
  const Ring ring = circle(20000, 5000.0, 4.0);
  const Ring thin = thinned_ring(ring, 2.0);
  BOOST_TEST(thin.size() < ring.size() / 4);
  BOOST_TEST((thin.front() == thin.back()));
  double farthest = 0.0;
  for (std::size_t i = 0; i < ring.size(); i += 37) farthest = std::max(farthest, distance_to(ring[i], thin));
  BOOST_TEST(farthest <= 3.0);
  BOOST_TEST(farthest > 0.0);
}

BOOST_AUTO_TEST_CASE(a_million_vertices_come_down_to_what_a_screen_shows) {
  const Ring thin = thinned_ring(circle(1'000'000, 20000.0, 1.0), 4.0);
  BOOST_TEST(thin.size() > 100U);
  BOOST_TEST(thin.size() < 10000U);
}

BOOST_AUTO_TEST_CASE(a_small_ring_keeps_its_shape) {
  const Ring tank = circle(24, 5.0, 0.0);
  const Ring thin = thinned_ring(tank, 50.0);
  BOOST_TEST(thin.size() >= 6U);
  const Ring square{{0.0, 0.0}, {1.0, 0.0}, {1.0, 1.0}, {0.0, 1.0}, {0.0, 0.0}};
  BOOST_TEST((thinned_ring(square, 100.0) == square));
}

BOOST_AUTO_TEST_CASE(ends_stay_and_a_straight_line_is_two_points) {
  Line line;
  for (int i = 0; i <= 1000; ++i) line.push_back({i * 1.0, i * 2.0});
  const Line thin = thinned(line, 0.01);
  BOOST_TEST(thin.size() == 2U);
  BOOST_TEST((thin.front() == line.front() && thin.back() == line.back()));
}

BOOST_AUTO_TEST_CASE(long_edges_get_points_in_between) {
  const Line line = with_short_edges({{0.0, 0.0}, {2500.0, 0.0}}, 1000.0);
  BOOST_REQUIRE(line.size() == 4U);
  BOOST_TEST(line[1].x == 2500.0 / 3.0);
}

BOOST_AUTO_TEST_CASE(a_line_is_cut_into_the_runs_that_touch_the_box) {
  const Line line{{-100.0, 5.0}, {-50.0, 5.0}, {5.0, 5.0}, {50.0, 5.0}, {100.0, 5.0}, {100.0, 50.0}, {5.0, 9.0}};
  const std::vector<Line> runs = runs_within(line, {0.0, 0.0, 10.0, 10.0});
  BOOST_REQUIRE(runs.size() == 2U);
  BOOST_TEST((runs[0] == Line{{-50.0, 5.0}, {5.0, 5.0}, {50.0, 5.0}}));
  BOOST_TEST((runs[1] == Line{{100.0, 50.0}, {5.0, 9.0}}));
  BOOST_TEST(runs_within({{20.0, 20.0}, {30.0, 30.0}}, {0.0, 0.0, 10.0, 10.0}).empty());
}

BOOST_AUTO_TEST_CASE(a_ring_is_cut_at_the_box) {
  const Ring ring{{-5.0, -5.0}, {15.0, -5.0}, {15.0, 5.0}, {-5.0, 5.0}, {-5.0, -5.0}};
  const Ring cut = ring_within(ring, {0.0, 0.0, 10.0, 10.0});
  BOOST_REQUIRE(cut.size() == 5U);
  for (const Point& p : cut) BOOST_TEST((p.x >= 0.0 && p.x <= 10.0 && p.y >= 0.0 && p.y <= 5.0));
  BOOST_TEST(ring_within(ring, {100.0, 100.0, 110.0, 110.0}).empty());
}

BOOST_AUTO_TEST_SUITE_END()
