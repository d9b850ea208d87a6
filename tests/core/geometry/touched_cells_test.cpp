#include "core/geometry/touched_cells.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>

#include "core/geometry/operations.hpp"
#include "tests/core/geometry/shapes.hpp"

namespace {

using namespace sise;
using namespace sise::test;

const GridSpec kTenCells{0.0, 100.0, 10.0, 10, 10, "EPSG:4549"};

using Cells = std::vector<CellIndex>;

bool lists(const Cells& cells, CellIndex cell) { return std::find(cells.begin(), cells.end(), cell) != cells.end(); }

}  // namespace

BOOST_AUTO_TEST_SUITE(touched_cells)

BOOST_AUTO_TEST_CASE(a_point_touches_its_half_open_cell) {
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Point{10, 90})) == Cells{{1, 0}}));
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Point{9.9, 89.9})) == Cells{{0, 1}}));
  BOOST_TEST(sise::touched_cells(kTenCells, Geometry{}).empty());
}

BOOST_AUTO_TEST_CASE(a_line_touches_what_it_crosses) {
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Line{{5, 95}, {25, 95}})) == Cells{{0, 0}, {1, 0}, {2, 0}}));
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Line{{5, 95}, {5, 75}})) == Cells{{0, 0}, {0, 1}, {0, 2}}));
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Line{{2, 95}, {15, 82}})) == Cells{{0, 0}, {0, 1}, {1, 1}}));
}

BOOST_AUTO_TEST_CASE(a_polygon_smaller_than_a_cell_is_not_missed) {
  BOOST_TEST((sise::touched_cells(kTenCells, shape({box(41, 41, 42, 42)})) == Cells{{4, 5}}));
}

BOOST_AUTO_TEST_CASE(a_polygon_touches_its_inside_and_its_edge_but_not_its_hole) {
  const Polygon ring{box_ring(5, 5, 95, 95), {box_ring(25, 25, 75, 75)}};
  const Cells cells = sise::touched_cells(kTenCells, shape({ring}));
  BOOST_TEST(lists(cells, {0, 0}));
  BOOST_TEST(lists(cells, {2, 2}));   // the hole's corner
  BOOST_TEST(!lists(cells, {4, 4}));  // in the hole
  BOOST_TEST(cells.size() == 100U - 16U);
}

BOOST_AUTO_TEST_CASE(the_lattice_goes_on_beyond_the_grid) {
  BOOST_TEST((sise::touched_cells(kTenCells, shape(Line{{-15, 105}, {5, 105}})) == Cells{{-2, -1}, {-1, -1}, {0, -1}}));
}

BOOST_AUTO_TEST_CASE(random_triangles_touch_exactly_the_cells_they_meet) {
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> place(0.0, 100.0);  // random reals never lie on an edge of the lattice
  for (int repeat = 0; repeat < 60; ++repeat) {
    const Point a{place(random), place(random)};
    const Geometry triangle = shape({{{a, {place(random), place(random)}, {place(random), place(random)}, a}, {}}});
    const Cells cells = sise::touched_cells(kTenCells, triangle);
    for (std::int64_t row = 0; row < 10; ++row) {
      for (std::int64_t column = 0; column < 10; ++column) {
        const double x = kTenCells.x_edge(column);
        const double y = kTenCells.y_edge(row + 1);
        const bool meets = distance_m(triangle, shape({box(x, y, x + 10.0, y + 10.0)})) == 0.0;
        BOOST_TEST_REQUIRE(lists(cells, {column, row}) == meets);
      }
    }
  }
}

BOOST_AUTO_TEST_SUITE_END()
