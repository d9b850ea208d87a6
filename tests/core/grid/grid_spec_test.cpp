#include "core/grid/grid_spec.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <limits>
#include <random>

#include "models/base/error.hpp"

namespace {

using sise::CellIndex;
using sise::CellWindow;
using sise::GridSpec;

const GridSpec ten_metres{500000.0, 3540000.0, 10.0, 30, 20, "EPSG:4549"};

bool same(const std::optional<CellIndex>& a, const std::optional<CellIndex>& b) { return a == b; }

}  // namespace

BOOST_AUTO_TEST_SUITE(grid_spec)

BOOST_AUTO_TEST_CASE(a_point_on_a_shared_edge_belongs_to_the_cell_east_or_north_of_it) {
  BOOST_TEST(same(ten_metres.cell_at({500010.0, 3539995.0}), CellIndex{1, 0}));
  BOOST_TEST(same(ten_metres.cell_at({500005.0, 3539990.0}), CellIndex{0, 0}));
  BOOST_TEST(same(ten_metres.cell_at({500000.0, 3539800.0}), CellIndex{0, 19}));
  BOOST_TEST(!ten_metres.cell_at({500300.0, 3539995.0}));  // the east edge is outside
  BOOST_TEST(!ten_metres.cell_at({500005.0, 3540000.0}));  // so is the north edge
}

BOOST_AUTO_TEST_CASE(a_cell_contains_its_own_centre) {
  for (std::int64_t row = 0; row < ten_metres.rows; ++row) {
    for (std::int64_t column = 0; column < ten_metres.columns; ++column) {
      const CellIndex cell{column, row};
      BOOST_TEST(same(ten_metres.cell_at(ten_metres.centre(cell)), cell));
    }
  }
}

BOOST_AUTO_TEST_CASE(points_without_an_index_are_outside) {
  BOOST_TEST(!ten_metres.cell_at({std::nan(""), 3539995.0}));
  BOOST_TEST(!ten_metres.cell_at({1e300, 3539995.0}));
  BOOST_TEST(!ten_metres.cell_at({500005.0, -std::numeric_limits<double>::infinity()}));
}

BOOST_AUTO_TEST_CASE(cropping_keeps_every_point_in_its_cell) {
  std::mt19937_64 random(1);
  std::uniform_int_distribution<int> metre(-20, 320);  // whole metres: many fall on edges
  const CellWindow window{7, 3, 12, 9};
  const GridSpec part = cropped(ten_metres, window);
  for (int i = 0; i < 20000; ++i) {
    const sise::Point point{500000.0 + metre(random), 3540000.0 - metre(random)};
    const auto whole = ten_metres.cell_at(point);
    const bool in_window = whole && whole->column >= 7 && whole->column < 19 && whole->row >= 3 && whole->row < 12;
    const auto cut = part.cell_at(point);
    BOOST_TEST_REQUIRE(cut.has_value() == in_window);
    if (cut) BOOST_TEST_REQUIRE(same(CellIndex{cut->column + 7, cut->row + 3}, whole));
  }
}

BOOST_AUTO_TEST_CASE(shifting_moves_indices_and_nothing_else) {
  std::mt19937_64 random(2);
  std::uniform_int_distribution<int> metre(0, 299);
  const GridSpec moved = shifted(ten_metres, -5, 4);
  for (int i = 0; i < 5000; ++i) {
    const sise::Point point{500000.0 + metre(random), 3540000.0 - metre(random)};
    const auto here = ten_metres.cell_at(point);
    const auto there = moved.cell_at(point);
    if (here && there) BOOST_TEST_REQUIRE((there->column == here->column + 5 && there->row == here->row - 4));
  }
  BOOST_TEST((shifted(moved, 5, -4) == ten_metres));
}

BOOST_AUTO_TEST_CASE(a_window_over_bounds_holds_the_cells_that_touch_them) {
  BOOST_TEST((window_over(ten_metres, {500012.0, 3539955.0, 500038.0, 3539985.0}) == CellWindow{1, 1, 3, 4}));
  BOOST_TEST((window_over(ten_metres, {0.0, 0.0, 1e9, 1e9}) == ten_metres.whole()));
  BOOST_TEST(window_over(ten_metres, {400000.0, 3539955.0, 400038.0, 3539985.0}).empty());
  BOOST_TEST(window_over(ten_metres, {500400.0, 3539955.0, 500438.0, 3539985.0}).empty());
  // A rectangle that ends on an edge still reaches the half-open cell that owns the edge.
  BOOST_TEST((window_over(ten_metres, {500010.0, 3539980.0, 500020.0, 3539990.0}) == CellWindow{1, 0, 2, 2}));
}

BOOST_AUTO_TEST_CASE(a_covering_grid_has_round_edges_and_covers) {
  const GridSpec grid = sise::grid_covering({500003.0, 3539811.0, 500288.0, 3539999.0}, 10.0, 25.0, "EPSG:4549");
  BOOST_TEST((grid == GridSpec{499970.0, 3540030.0, 10.0, 35, 25, "EPSG:4549"}));
  BOOST_CHECK_NO_THROW(sise::check(grid));
}

BOOST_AUTO_TEST_CASE(impossible_grids_are_refused) {
  const auto refuses = [](GridSpec grid) { BOOST_CHECK_THROW(sise::check(grid), sise::ConfigError); };
  refuses({0.0, 0.0, 0.0, 1, 1, "EPSG:4549"});
  refuses({0.0, 0.0, -10.0, 1, 1, "EPSG:4549"});
  refuses({0.0, 0.0, std::nan(""), 1, 1, "EPSG:4549"});
  refuses({std::nan(""), 0.0, 10.0, 1, 1, "EPSG:4549"});
  refuses({0.0, 0.0, 10.0, 0, 1, "EPSG:4549"});
  refuses({0.0, 0.0, 10.0, 1, 1, ""});
  refuses({0.0, 0.0, 10.0, std::int64_t{1} << 40, std::int64_t{1} << 40, "EPSG:4549"});
  refuses({4e6, 4e6, 1e-4, 10, 10, "EPSG:4549"});
  BOOST_CHECK_THROW((void)sise::grid_covering({0.0, 0.0, 1.0, 1.0}, 0.0, 0.0, "x"), sise::ConfigError);
  BOOST_CHECK_THROW((void)sise::grid_covering({1.0, 0.0, 0.0, 1.0}, 10.0, 0.0, "x"), sise::ConfigError);
  BOOST_CHECK_THROW((void)sise::grid_covering({0.0, 0.0, 1e9, 1e9}, 1e-9, 0.0, "x"), sise::ConfigError);
}

BOOST_AUTO_TEST_SUITE_END()
