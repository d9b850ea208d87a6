#include "core/grid/tiles.hpp"

#include <boost/test/unit_test.hpp>
#include <stdexcept>

#include "core/grid/raster.hpp"

namespace {

const sise::GridSpec grid{0.0, 0.0, 10.0, 1000, 700, "EPSG:4549"};

void check_cover_once(const std::vector<sise::CellWindow>& parts) {
  sise::Raster<int> hits(grid.columns, grid.rows);
  for (const sise::CellWindow& part : parts) {
    const auto window = hits.view().window(part.column, part.row, part.columns, part.rows);
    for (std::int64_t row = 0; row < window.rows(); ++row) {
      for (int& hit : window.row(row)) ++hit;
    }
  }
  BOOST_TEST((hits == sise::Raster<int>(grid.columns, grid.rows, 1)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tiles)

BOOST_AUTO_TEST_CASE(tiles_cover_every_cell_once) {
  const auto parts = sise::tiles(grid, 256);
  BOOST_TEST(parts.size() == 12U);
  check_cover_once(parts);
}

BOOST_AUTO_TEST_CASE(bands_cover_every_row_once) {
  const auto parts = sise::row_bands(grid, 64'500);
  BOOST_TEST(parts.size() == 11U);
  check_cover_once(parts);
  BOOST_TEST(sise::row_bands(grid, 1).size() == 700U);  // never less than a row
}

BOOST_AUTO_TEST_CASE(parts_without_cells_are_refused) {
  BOOST_CHECK_THROW((void)sise::tiles(grid, 0), std::invalid_argument);
  BOOST_CHECK_THROW((void)sise::row_bands(grid, 0), std::invalid_argument);
}

BOOST_AUTO_TEST_SUITE_END()
