// Kernels summed on the tree against the kernels themselves, cell by cell.
#include "core/kernels/risk_tree.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

#include "core/grid/parallel.hpp"
#include "core/kernels/ring_axes.hpp"

using namespace sise;

namespace {

/// f / (1 + (r/s)²)^1.5, twice as high to the north as to the south, out to 20 km; and a disc.
std::shared_ptr<const UnitKernel> sample_kernel(double frequency, double scale_m, double disc_m = 0.0) {
  const std::size_t rings = RingAxes::ring_beyond(20e3) + 3;
  PolarTable table({rings, 64, 0.0, 20e3});
  for (std::size_t ring = 0; ring < rings; ++ring) {
    std::vector<double> values;
    for (int j = 0; j < 64; ++j) {
      const double r = RingAxes::ring_m(ring) / scale_m;
      values.push_back(frequency * std::pow(1.0 + r * r, -1.5) *
                       (1.5 + 0.5 * std::cos(2.0 * 3.14159265358979 * j / 64)));
    }
    table.set_ring(ring, values);
  }
  RoundEffects round;
  if (disc_m > 0.0) round.discs.push_back({disc_m, frequency});
  return std::make_shared<const UnitKernel>(std::move(table), round);
}

std::vector<PlacedKernel> sample_kernels() {
  return {{0, false, 2003.0, -1504.0, 0.0, sample_kernel(1e-5, 40.0, 77.0)},
          {1, true, 4811.0, -5007.0, 1.5, sample_kernel(3e-6, 90.0)},
          {2, false, -3000.0, 2000.0, 0.0, sample_kernel(1e-4, 25.0)}};
}

GridSpec sample_grid() {
  GridSpec grid;
  grid.cell_m = 10.0;
  grid.columns = 700;
  grid.rows = 1100;
  return grid;
}

Raster<double> summed(const GridSpec& grid, std::vector<PlacedKernel> kernels, std::int64_t rows_at_once = 0,
                      std::size_t batch = 100, Raster<double>* fresh = nullptr) {
  Raster<double> all(grid.columns, grid.rows);
  if (rows_at_once == 0) rows_at_once = grid.rows;
  for (std::int64_t row = 0; row < grid.rows; row += rows_at_once) {
    const std::int64_t end = std::min(grid.rows, row + rows_at_once);
    RiskTree tree(grid, row, end, fresh != nullptr, RiskScale(1e-3));
    for (std::size_t i = 0; i < kernels.size(); i += batch) {
      tree.stamp(std::span(kernels).subspan(i, std::min(batch, kernels.size() - i)), nullptr);
    }
    tree.settle(nullptr);
    RasterView<double> part;
    if (fresh != nullptr) part = fresh->view().window(0, row, grid.columns, end - row);
    tree.read_rows(row, end, all.view().window(0, row, grid.columns, end - row), fresh != nullptr ? &part : nullptr);
  }
  return all;
}

bool same_bytes(const Raster<double>& a, const Raster<double>& b) {
  return std::memcmp(a.data().data(), b.data().data(), a.data().size_bytes()) == 0;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(risk_tree)

BOOST_AUTO_TEST_CASE(cells_hold_the_sum_of_the_kernels) {
  const GridSpec grid = sample_grid();
  const std::vector<PlacedKernel> kernels = sample_kernels();
  const Raster<double> all = summed(grid, kernels);
  double worst = 0.0;
  for (std::int64_t row = 0; row < grid.rows; row += 7) {
    for (std::int64_t column = 0; column < grid.columns; column += 7) {
      const Point place = grid.centre({column, row});
      double expected = 0.0;
      bool near = false;
      for (const PlacedKernel& kernel : kernels) {
        near = near || std::hypot(place.x - kernel.x_m, place.y - kernel.y_m) < 50.0;
        expected += kernel.at(place.x, place.y);
      }
      if (!near) worst = std::max(worst, std::abs(all.at(column, row) / expected - 1.0));
    }
  }
  BOOST_TEST(worst < 1.5e-3);
}

BOOST_AUTO_TEST_CASE(no_seams_along_the_edges_of_blocks) {
  // Along a line of cells the fourth difference of a smooth field is tiny; a step between two blocks would stand out.
  const GridSpec grid = sample_grid();
  const Raster<double> all = summed(grid, {{0, false, -2500.0, -2500.0, 0.0, sample_kernel(1e-5, 40.0)}});
  const auto at = [&](std::int64_t column, std::int64_t row) { return std::log(all.at(column, row)); };
  double inside = 0.0;
  double across = 0.0;
  for (std::int64_t row = 5; row < grid.rows - 5; row += 3) {
    for (std::int64_t column = 5; column < grid.columns - 5; ++column) {
      const double step =
          std::abs(at(column - 1, row) - 3.0 * at(column, row) + 3.0 * at(column + 1, row) - at(column + 2, row));
      (column % 16 == 15 ? across : inside) = std::max(column % 16 == 15 ? across : inside, step);
    }
  }
  BOOST_TEST(across < 2e-3);
  BOOST_TEST(inside < 2e-3);
}

BOOST_AUTO_TEST_CASE(the_same_bytes_in_any_order_batch_cut_and_number_of_threads) {
  const GridSpec grid = sample_grid();
  std::vector<PlacedKernel> kernels = sample_kernels();
  const int before = threads();
  set_threads(1);
  const Raster<double> expected = summed(grid, kernels);
  std::reverse(kernels.begin(), kernels.end());
  for (const int count : {2, 7}) {
    set_threads(count);
    BOOST_TEST(same_bytes(summed(grid, kernels), expected));
    BOOST_TEST(same_bytes(summed(grid, kernels, RiskTree::root_cells, 1), expected));
  }
  set_threads(before);
}

BOOST_AUTO_TEST_CASE(new_units_stand_in_a_layer_of_their_own) {
  const GridSpec grid = sample_grid();
  const std::vector<PlacedKernel> kernels = sample_kernels();
  Raster<double> fresh(grid.columns, grid.rows);
  const Raster<double> all = summed(grid, kernels, 0, 100, &fresh);
  BOOST_TEST(same_bytes(all, summed(grid, kernels)));
  BOOST_TEST(same_bytes(fresh, summed(grid, {kernels[1]})));
}

BOOST_AUTO_TEST_CASE(a_disc_counts_by_the_area_it_covers_of_the_cells_at_the_source) {
  GridSpec grid;
  grid.cell_m = 10.0;
  grid.columns = 20;
  grid.rows = 20;
  RoundEffects round;
  round.discs.push_back({33.0, 1e-5});
  const auto kernel = std::make_shared<const UnitKernel>(PolarTable(), round);
  const Raster<double> all = summed(grid, {{0, false, 101.3, -98.8, 0.0, kernel}});
  double sum = 0.0;
  for (const double value : all.data()) sum += value;
  BOOST_TEST(sum * 100.0 == 1e-5 * 3.14159265358979 * 33.0 * 33.0, boost::test_tools::tolerance(1e-9));
}

BOOST_AUTO_TEST_CASE(promised_bytes_hold_cells_and_nodes) {
  const GridSpec grid = sample_grid();
  const std::int64_t cells = grid.cells() * 8;
  BOOST_TEST(RiskTree::bytes(grid, grid.rows, false) > cells);
  BOOST_TEST(RiskTree::bytes(grid, grid.rows, false) < cells + 6 * 400'000);
  BOOST_TEST(RiskTree::bytes(grid, grid.rows, true) == 2 * RiskTree::bytes(grid, grid.rows, false));
}

BOOST_AUTO_TEST_SUITE_END()
