#include "core/geometry/prepared_area.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <random>

#include "core/geometry/operations.hpp"
#include "core/grid/parallel.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using namespace sise::test;

/// A star with random radii: simple, and with edges in all directions.
Polygon random_star(std::mt19937_64& random, Point centre, double radius) {
  std::uniform_real_distribution<double> factor(0.3, 1.0);
  Ring ring;
  const int corners = 40;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2.0 * std::numbers::pi * i / corners;
    const double r = radius * factor(random);
    ring.push_back({std::round(centre.x + r * std::cos(angle)), std::round(centre.y + r * std::sin(angle))});
  }
  ring.push_back(ring.front());
  return {ring, {}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(prepared_area)

BOOST_AUTO_TEST_CASE(western_and_southern_edges_are_inside) {
  const PreparedArea area({box(0, 0, 10, 10)});
  BOOST_TEST(area.contains({0, 5}));
  BOOST_TEST(area.contains({5, 0}));
  BOOST_TEST(area.contains({0, 0}));
  BOOST_TEST(!area.contains({10, 5}));
  BOOST_TEST(!area.contains({5, 10}));
  BOOST_TEST(!area.contains({5, -1e-9}));
  BOOST_TEST(!area.contains({std::nan(""), 5}));
  BOOST_TEST(!area.contains({5, std::nan("")}));
}

BOOST_AUTO_TEST_CASE(holes_are_outside_and_nothing_contains_nothing) {
  const PreparedArea area({frame()});
  BOOST_TEST(area.contains({1, 1}));
  BOOST_TEST(!area.contains({5, 5}));
  BOOST_TEST(!PreparedArea({}).contains({0, 0}));
}

BOOST_AUTO_TEST_CASE(areas_that_share_edges_divide_the_points_between_them) {
  // Triangles around a common vertex, asked on a lattice that meets vertices and edges exactly.
  const Point hub{1, 2};
  const Ring rim{{20, 0}, {13, 17}, {0, 20}, {-11, 9}, {-20, 0}, {-7, -19}, {9, -13}, {20, 0}};
  std::vector<PreparedArea> wedges;
  for (std::size_t i = 1; i < rim.size(); ++i) wedges.emplace_back(MultiPolygon{{{hub, rim[i - 1], rim[i], hub}, {}}});
  const PreparedArea whole({{rim, {}}});
  for (int y = -40; y <= 40; ++y) {
    for (int x = -40; x <= 40; ++x) {
      const Point p{0.5 * x, 0.5 * y};
      const auto owners =
          std::count_if(wedges.begin(), wedges.end(), [&](const PreparedArea& w) { return w.contains(p); });
      BOOST_TEST_REQUIRE(owners == (whole.contains(p) ? 1 : 0));
    }
  }
}

BOOST_AUTO_TEST_CASE(rows_of_centres_answer_like_single_points_and_like_geos) {
  std::mt19937_64 random(3);
  const GridSpec grid{-3.0, 203.0, 2.0, 103, 103, "EPSG:4549"};  // centres on whole metres, as the stars' corners
  for (int repeat = 0; repeat < 5; ++repeat) {
    const MultiPolygon star{random_star(random, {100, 100}, 110.0)};
    const Geometry shape = as_geometry(star);
    if (invalidity(shape)) continue;
    const Geometry edge = sise::test::shape(star[0].outer);
    const PreparedArea area(star);
    const Raster<std::uint8_t> mask = cells_inside(grid, area);
    for (std::int64_t row = 0; row < grid.rows; ++row) {
      for (std::int64_t column = 0; column < grid.columns; ++column) {
        const Point centre = grid.centre({column, row});
        if ((mask.at(column, row) == 1) != area.contains(centre)) BOOST_FAIL("row and point disagree");
        if ((mask.at(column, row) == 1) != contains(shape, centre)) {
          BOOST_TEST_REQUIRE(distance_m(edge, sise::test::shape(centre)) < 1e-9);
        }
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(cropping_the_grid_crops_the_mask) {
  std::mt19937_64 random(4);
  const PreparedArea area({random_star(random, {100, 100}, 95.0)});
  const GridSpec grid{0.0, 200.0, 1.0, 200, 200, "EPSG:4549"};
  const CellWindow window{31, 47, 60, 55};
  const Raster<std::uint8_t> whole = cells_inside(grid, area);
  const Raster<std::uint8_t> part = cells_inside(cropped(grid, window), area);
  for (std::int64_t row = 0; row < window.rows; ++row) {
    for (std::int64_t column = 0; column < window.columns; ++column) {
      BOOST_TEST_REQUIRE(part.at(column, row) == whole.at(column + window.column, row + window.row));
    }
  }
}

BOOST_AUTO_TEST_CASE(one_two_and_seven_threads_give_the_same_mask) {
  std::mt19937_64 random(5);
  const PreparedArea area({random_star(random, {100, 100}, 95.0)});
  const GridSpec grid{0.0, 200.0, 1.0, 200, 200, "EPSG:4549"};
  const int before = threads();
  std::vector<Raster<std::uint8_t>> masks;
  for (const int count : {1, 2, 7}) {
    set_threads(count);
    masks.push_back(cells_inside(grid, area));
  }
  set_threads(before);
  BOOST_TEST((masks[0] == masks[1]));
  BOOST_TEST((masks[0] == masks[2]));
}

BOOST_AUTO_TEST_CASE(a_mask_of_another_length_is_refused) {
  const PreparedArea area({box(0, 0, 10, 10)});
  std::vector<std::uint8_t> mask(3);
  BOOST_CHECK_THROW(area.centres_inside({0.0, 10.0, 1.0, 10, 10, "EPSG:4549"}, 0, mask), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
