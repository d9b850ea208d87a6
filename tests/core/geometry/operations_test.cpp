#include "core/geometry/operations.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <numbers>

#include "core/grid/parallel.hpp"
#include "models/base/error.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using namespace sise::test;

std::string reason(const Geometry& geometry) {
  const auto found = invalidity(geometry);
  return found ? found->reason.en : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(operations, *boost::unit_test::tolerance(1e-12))

BOOST_AUTO_TEST_CASE(sound_shapes_are_valid) {
  BOOST_TEST(reason(shape({frame()})) == "");
  BOOST_TEST(reason(shape(Point{1, 2})) == "");
  BOOST_TEST(reason(shape(Line{{0, 0}, {1, 1}})) == "");
  BOOST_TEST(reason(Geometry{}) == "");
}

BOOST_AUTO_TEST_CASE(faults_are_named_in_both_languages_and_located) {
  const auto bow_tie = invalidity(shape({{{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}, {}}}));
  BOOST_TEST_REQUIRE(bow_tie.has_value());
  BOOST_TEST(bow_tie->reason.en == "Self-intersection");
  BOOST_TEST(bow_tie->reason.zh == "边界自相交");
  BOOST_TEST(bow_tie->where.x == 5.0);
  BOOST_TEST(bow_tie->where.y == 5.0);
}

BOOST_AUTO_TEST_CASE(every_kind_of_fault_is_found) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  BOOST_TEST(reason(shape({{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}})) == "Ring is not closed");
  BOOST_TEST(reason(shape({{{{0, 0}, {1, 0}, {0, 0}}, {}}})) == "Too few points in geometry component");
  BOOST_TEST(reason(shape({Polygon{}})) == "Too few points in geometry component");
  BOOST_TEST(reason(shape({{{{0, 0}, {1, nan}, {1, 1}, {0, 0}}, {}}})) == "Invalid Coordinate");
  BOOST_TEST(reason(shape(Line{{0, 0}})) == "Too few points in geometry component");
  BOOST_TEST(reason(shape({{box_ring(0, 0, 1, 1), {box_ring(5, 5, 6, 6)}}})) == "Hole lies outside shell");
  BOOST_TEST(reason(shape({box(0, 0, 10, 10), box(2, 2, 3, 3)})) == "Nested shells");
}

BOOST_AUTO_TEST_CASE(areas_subtract_holes_whatever_the_orientation) {
  BOOST_TEST(area_m2(shape({frame()})) == 84.0);
  Polygon turned = frame();
  std::reverse(turned.outer.begin(), turned.outer.end());
  std::reverse(turned.holes[0].begin(), turned.holes[0].end());
  BOOST_TEST(area_m2(shape({turned})) == 84.0);
  BOOST_TEST((oriented({turned}) == oriented({frame()})));
  BOOST_TEST(signed_area_m2(oriented({turned})[0].outer) == 100.0);
  BOOST_TEST(signed_area_m2(oriented({turned})[0].holes[0]) == -16.0);
  BOOST_TEST(area_m2(shape(Line{{0, 0}, {1, 1}})) == 0.0);
}

BOOST_AUTO_TEST_CASE(areas_keep_their_digits_far_from_the_origin) {
  BOOST_TEST(area_m2(translated(shape({frame()}), 40500000.0, 3540000.0)) == 84.0);
}

BOOST_AUTO_TEST_CASE(distances_run_from_edge_to_edge) {
  const Geometry here = shape({box(0, 0, 10, 10)});
  BOOST_TEST(distance_m(here, shape({box(13, 14, 20, 20)})) == 5.0);
  BOOST_TEST(distance_m(here, shape(Point{-3, 5})) == 3.0);
  BOOST_TEST(distance_m(shape(Line{{0, 20}, {10, 20}}), here) == 10.0);
  BOOST_TEST(distance_m(here, shape({box(10, 10, 20, 20)})) == 0.0);    // touching
  BOOST_TEST(distance_m(here, shape({box(5, 5, 20, 20)})) == 0.0);      // overlapping
  BOOST_TEST(distance_m(here, shape(Point{5, 5})) == 0.0);              // inside
  BOOST_TEST(distance_m(shape({frame()}), shape(Point{5, 5})) == 2.0);  // in the hole
}

BOOST_AUTO_TEST_CASE(nearest_points_are_as_far_apart_as_the_distance) {
  const auto [a, b] = nearest_points(shape({box(0, 0, 10, 10)}), shape({box(13, 14, 20, 20)}));
  BOOST_TEST((a == Point{10, 10}));
  BOOST_TEST((b == Point{13, 14}));
  const auto [c, d] = nearest_points(shape({box(0, 0, 10, 10)}), shape({box(5, 5, 20, 20)}));
  BOOST_TEST((c == d));
}

BOOST_AUTO_TEST_CASE(empty_shapes_have_no_distance) {
  BOOST_CHECK_THROW((void)distance_m(Geometry{}, shape(Point{0, 0})), ModelError);
  BOOST_CHECK_THROW((void)nearest_points(shape(Point{0, 0}), Geometry{}), ModelError);
  BOOST_CHECK_THROW((void)bounds(Geometry{}), ModelError);
  BOOST_CHECK_THROW((void)centroid(Geometry{}), ModelError);
}

BOOST_AUTO_TEST_CASE(the_boundary_is_inside) {
  const Geometry area = shape({frame()});
  BOOST_TEST(contains(area, {1, 1}));
  BOOST_TEST(contains(area, {10, 5}));
  BOOST_TEST(contains(area, {3, 5}));
  BOOST_TEST(!contains(area, {5, 5}));
  BOOST_TEST(!contains(area, {11, 5}));
}

BOOST_AUTO_TEST_CASE(bounds_centroid_and_a_point_on_the_surface) {
  BOOST_TEST((bounds(shape({frame(), box(20, -5, 30, 2)})) == Bounds{0, -5, 30, 10}));
  BOOST_TEST(centroid(shape({frame()})).x == 5.0);
  BOOST_TEST(centroid(shape({frame()})).y == 5.0);
  BOOST_TEST(contains(shape({frame()}), point_on_surface(shape({frame()}))));
}

BOOST_AUTO_TEST_CASE(a_buffer_is_inscribed_in_its_circle) {
  for (const int segments : {8, 16, 64}) {
    const MultiPolygon circle = buffer(shape(Point{100, 200}), 50.0, segments);
    const double step = std::numbers::pi / (2.0 * segments);
    BOOST_TEST(area_m2(circle) == 2.0 * segments * 2500.0 * std::sin(step), boost::test_tools::tolerance(1e-9));
    BOOST_TEST(distance_m(shape(oriented(circle)), shape(Point{100, 250})) < 1e-9);
    BOOST_TEST(signed_area_m2(circle[0].outer) > 0.0);
  }
}

BOOST_AUTO_TEST_CASE(a_negative_buffer_shrinks_until_nothing_is_left) {
  BOOST_TEST(area_m2(buffer(shape({box(0, 0, 10, 10)}), -2.0)) == 36.0);
  BOOST_TEST(buffer(shape({box(0, 0, 10, 10)}), -6.0).empty());
}

BOOST_AUTO_TEST_CASE(overlays_obey_inclusion_and_exclusion) {
  const MultiPolygon a{frame()};
  const MultiPolygon b{box(5, 5, 15, 15)};
  const double together = area_m2(union_of(std::vector<MultiPolygon>{a, b}));
  BOOST_TEST(together == area_m2(a) + area_m2(b) - area_m2(intersection(a, b)));
  BOOST_TEST(area_m2(difference(a, b)) == area_m2(a) - area_m2(intersection(a, b)));
  BOOST_TEST(area_m2(intersection(a, b)) == 21.0);
}

BOOST_AUTO_TEST_CASE(overlays_with_nothing) {
  const MultiPolygon a{frame()};
  BOOST_TEST(intersection(a, {}).empty());
  BOOST_TEST(area_m2(difference(a, {})) == 84.0);
  BOOST_TEST(union_of({}).empty());
  // Squares that share an edge only: the line in common is no area.
  BOOST_TEST(intersection({box(0, 0, 1, 1)}, {box(1, 0, 2, 1)}).empty());
}

BOOST_AUTO_TEST_CASE(a_failure_inside_geos_comes_out_with_its_words) {
  const MultiPolygon broken{{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}, {}}};  // ring not closed
  try {
    (void)intersection(broken, {box(0, 0, 1, 1)});
    BOOST_ERROR("no exception");
  } catch (const ModelError& error) {
    BOOST_TEST(std::string(error.what()).find("closed") != std::string::npos);
    BOOST_TEST(error.diagnostics().front().code == "geometry_failed");
  }
  BOOST_TEST(distance_m(shape(Point{0, 0}), shape(Point{3, 4})) == 5.0);  // the context still works
}

BOOST_AUTO_TEST_CASE(boundary_points_leave_no_gap) {
  const std::vector<Point> points = boundary_points(shape({box(0, 0, 10, 4)}), 3.0);
  BOOST_TEST(points.size() == 4U + 2U + 4U + 2U);
  for (std::size_t i = 0; i < points.size(); ++i) {
    const Point a = points[i];
    const Point b = points[(i + 1) % points.size()];
    BOOST_TEST(std::hypot(a.x - b.x, a.y - b.y) <= 3.0 + 1e-12);
  }
  BOOST_TEST((boundary_points(shape(Line{{0, 0}, {1, 0}}), 10.0) == std::vector<Point>{{0, 0}, {1, 0}}));
  BOOST_TEST((boundary_points(shape(Point{2, 3}), 1.0) == std::vector<Point>{{2, 3}}));
  BOOST_CHECK_THROW((void)boundary_points(shape(Point{2, 3}), 0.0), ModelError);
}

BOOST_AUTO_TEST_CASE(snapping_to_a_grid_keeps_shapes_valid_and_drops_what_is_thinner) {
  // A waist of 0.2 closes on a grid of 1: two parts are left, and their corners lie on the grid.
  const Polygon waist{
      {{0, 0}, {10, 0}, {10, 4.4}, {5, 4.6}, {10, 4.6}, {10, 9}, {0, 9}, {0, 4.6}, {4.9, 4.6}, {0, 4.4}, {0, 0}}, {}};
  const MultiPolygon parts = snapped({waist}, 1.0);
  BOOST_TEST(!invalidity(as_geometry(parts)).has_value());
  for (const Polygon& polygon : parts) {
    for (const Point& p : polygon.outer) {
      BOOST_TEST(p.x == std::round(p.x));
      BOOST_TEST(p.y == std::round(p.y));
    }
  }
  BOOST_TEST(snapped({box(0, 0, 100, 0.3)}, 1.0).empty());
}

BOOST_AUTO_TEST_CASE(threads_do_not_disturb_each_other) {
  const int before = threads();
  set_threads(4);
  std::vector<double> areas(400);
  parallel_for(400, [&](std::int64_t i) {
    const double radius = 1.0 + static_cast<double>(i);
    areas[static_cast<std::size_t>(i)] = area_m2(buffer(shape(Point{0, 0}), radius)) / (radius * radius);
  });
  set_threads(before);
  for (const double unit_area : areas) BOOST_TEST(unit_area == areas[0], boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_SUITE_END()
