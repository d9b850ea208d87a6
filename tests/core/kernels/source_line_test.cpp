// A line summed by stretches against the sum over its places, one by one.
#include "core/kernels/source_line.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cmath>
#include <cstring>
#include <memory>
#include <numbers>
#include <vector>

#include "core/grid/parallel.hpp"
#include "core/kernels/place_tree.hpp"
#include "core/kernels/placed_kernel.hpp"
#include "core/kernels/ring_axes.hpp"
#include "core/kernels/risk_tree.hpp"

using namespace sise;

namespace {

constexpr double kFrequency = 1e-3;

/// f / (1 + (r/s)²)^1.5, twice as high to the north as to the south, out to `reach_m`; and a disc.
std::shared_ptr<const UnitKernel> uneven_kernel(double scale_m, double disc_m, double reach_m) {
  const std::size_t rings = RingAxes::ring_beyond(reach_m) + 3;
  constexpr int kBearings = 64;
  PolarTable table({rings, kBearings, 0.0, reach_m});
  for (std::size_t ring = 0; ring < rings; ++ring) {
    std::vector<double> values;
    for (int j = 0; j < kBearings; ++j) {
      const double r = RingAxes::ring_m(ring) / scale_m;
      values.push_back(kFrequency * std::pow(1.0 + r * r, -1.5) *
                       (1.5 + 0.5 * std::cos(2.0 * std::numbers::pi * j / kBearings)));
    }
    table.set_ring(ring, values);
  }
  RoundEffects round;
  if (disc_m > 0.0) round.discs.push_back({disc_m, kFrequency});
  return std::make_shared<const UnitKernel>(std::move(table), round);
}

/// A winding way of so many metres, a place every four.
std::vector<LinePlace> winding(double length_m, double apart_m = 4.0) {
  std::vector<LinePlace> places;
  for (double along = 0.5 * apart_m; along < length_m; along += apart_m)
    places.push_back({{1000.0 + 0.98 * along, -4000.0 + 90.0 * std::sin(along / 450.0)}, 0.3 + along * 1e-6});
  return places;
}

PlacedKernel along(const std::vector<LinePlace>& places, std::shared_ptr<const UnitKernel> kernel) {
  const LinePlace& middle = places[places.size() / 2];
  PlacedKernel line{0, false, middle.source.x, middle.source.y, middle.convergence_deg, std::move(kernel)};
  line.along = std::make_shared<const SourceLine>(places, middle.source, middle.convergence_deg);
  return line;
}

double place_by_place(const std::vector<LinePlace>& places, const UnitKernel& kernel, Point at) {
  double sum = 0.0;
  for (const LinePlace& there : places)
    sum += kernel.at(at.x - there.source.x, at.y - there.source.y, there.convergence_deg);
  return sum / static_cast<double>(places.size());
}

GridSpec grid_of(std::int64_t columns, std::int64_t rows) {
  GridSpec grid;
  grid.cell_m = 10.0;
  grid.columns = columns;
  grid.rows = rows;
  grid.y_max = 0.0;
  return grid;
}

Raster<double> summed_lines(const GridSpec& grid, const std::vector<PlacedKernel>& lines, std::int64_t rows_at_once) {
  Raster<double> all(grid.columns, grid.rows);
  for (std::int64_t row = 0; row < grid.rows; row += rows_at_once) {
    const std::int64_t end = std::min(grid.rows, row + rows_at_once);
    RiskTree tree(grid, row, end, false, RiskScale(1e-2));
    tree.stamp(lines, nullptr);
    tree.settle(nullptr);
    tree.read_rows(row, end, all.view().window(0, row, grid.columns, end - row), nullptr);
  }
  return all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(source_line)

BOOST_AUTO_TEST_CASE(a_chord_s_share_of_the_way_between_two_points) {
  BOOST_TEST(share_in_disc({-10.0, 3.0}, {10.0, 3.0}, {0.0, 0.0}, 5.0) == 8.0 / 20.0,
             boost::test_tools::tolerance(1e-12));
  BOOST_TEST(share_in_disc({0.0, 3.0}, {10.0, 3.0}, {0.0, 0.0}, 5.0) == 0.4, boost::test_tools::tolerance(1e-12));
  BOOST_TEST(share_in_disc({1.0, 0.0}, {2.0, 0.0}, {0.0, 0.0}, 5.0) == 1.0);
  BOOST_TEST(share_in_disc({-10.0, 5.1}, {10.0, 5.1}, {0.0, 0.0}, 5.0) == 0.0);
  BOOST_TEST(share_in_disc({6.0, 0.0}, {9.0, 0.0}, {0.0, 0.0}, 5.0) == 0.0);
  BOOST_TEST(share_in_disc({1.0, 1.0}, {1.0, 1.0}, {0.0, 0.0}, 5.0) == 1.0);
}

BOOST_AUTO_TEST_CASE(the_shares_of_what_is_seen_sum_to_the_whole_line_from_anywhere) {
  const std::vector<LinePlace> places = winding(7000.0);
  const SourceLine line(places, {0.0, 0.0}, 0.0);
  const std::vector<std::uint32_t> all{SourceLine::whole};
  for (const Point at : {Point{0.0, 0.0}, Point{4000.0, -4000.0}, Point{4000.0, -3700.0}, Point{60e3, 60e3}}) {
    double share = 0.0;
    for (const SourceWay& way : line.ways_from({at.x, at.y, at.x, at.y}, all, 0.0, 1e9)) share += way.share;
    BOOST_TEST(share == 1.0, boost::test_tools::tolerance(1e-12));
  }
}

BOOST_AUTO_TEST_CASE(single_places_get_the_sum_over_the_line) {
  const std::vector<LinePlace> places = winding(5000.0);
  const std::vector<LinePlace> closer = winding(5000.0, 1.0);
  const auto kernel = uneven_kernel(40.0, 0.0, 20e3);
  const PlacedKernel line = along(places, kernel);
  double worst = 0.0;
  for (double x = -3000.0; x < 9000.0; x += 211.0) {
    for (const double y : {-9000.0, -5000.0, -4400.0, -4080.0, -3990.0, -3700.0, -1000.0}) {
      const double expected = place_by_place(closer, *kernel, {x, y});
      worst = std::max(worst, std::abs(line.at(x, y) / expected - 1.0));
    }
  }
  BOOST_TEST(worst < 3e-3);
}

BOOST_AUTO_TEST_CASE(a_disc_along_a_straight_line_leaves_its_chord) {
  std::vector<LinePlace> places;
  for (int i = 0; i < 500; ++i) places.push_back({{2.0 + 4.0 * i, 0.0}, 0.0});
  const PlacedKernel line = along(places, uneven_kernel(1e-6, 50.0, 10.0));  // nothing beside the disc
  for (const double y : {1.0, 20.0, 40.0, 49.0}) {
    const double chord_m = 2.0 * std::sqrt(50.0 * 50.0 - y * y);
    BOOST_TEST(line.at(1000.0, y) == kFrequency * chord_m / 2000.0, boost::test_tools::tolerance(1e-6));
  }
  BOOST_TEST(line.at(1000.0, 50.5) == 0.0);
}

BOOST_AUTO_TEST_CASE(cells_hold_the_sum_over_the_places_and_means_near_the_line) {
  const GridSpec grid = grid_of(800, 900);
  const std::vector<LinePlace> places = winding(5000.0);
  const auto kernel = uneven_kernel(25.0, 77.0, 20e3);
  const Raster<double> all = summed_lines(grid, {along(places, kernel)}, grid.rows);
  double worst = 0.0;
  for (std::int64_t row = 3; row < grid.rows; row += 23) {
    for (std::int64_t column = 5; column < grid.columns; column += 31) {
      const Point at = grid.centre({column, row});
      double expected = 0.0;
      for (const LinePlace& there : places) {
        const double dx = at.x - there.source.x;
        const double dy = at.y - there.source.y;
        expected += std::hypot(dx, dy) <= 50.0 ? kernel->cell_average(dx, dy, 10.0, there.convergence_deg)
                                               : kernel->at(dx, dy, there.convergence_deg);
      }
      expected /= static_cast<double>(places.size());
      // The disc's chord is exact where single places would be counted: an edge moves by less than a metre.
      double moved = 0.0;
      for (const double by : {-1.0, 1.0}) {
        const double there = place_by_place(places, *kernel, {at.x, at.y + by});
        moved = std::max(moved, std::abs(there - place_by_place(places, *kernel, at)));
      }
      worst = std::max(worst, (std::abs(all.at(column, row) - expected) - moved) / expected);
    }
  }
  BOOST_TEST(worst <
             1.5e-2);  // of which the count of places in a disc, in place of its chord, is one part in a hundred
}

BOOST_AUTO_TEST_CASE(the_tree_of_places_agrees_with_the_line) {
  const std::vector<LinePlace> line_places = winding(5000.0);
  const PlacedKernel line = along(line_places, uneven_kernel(40.0, 60.0, 20e3));
  std::vector<Point> places;
  for (int i = 0; i < 3000; ++i) {
    const double angle = 2.399963 * i;
    const double r = 3.0 * i * 0.5;
    places.push_back({3500.0 + r * std::cos(angle), -4000.0 + r * std::sin(angle)});
  }
  PlaceTree tree(places, RiskScale(1e-2));
  tree.add({&line, 1}, nullptr);
  std::vector<double> all(places.size());
  tree.read(all, {});
  double worst = 0.0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Point at = places[i];
    const double expected = line.at(at.x, at.y);
    double moved = 0.0;  // where the disc ends, by a metre
    for (const double by : {-1.0, 1.0})
      moved = std::max(
          {moved, std::abs(line.at(at.x + by, at.y) - expected), std::abs(line.at(at.x, at.y + by) - expected)});
    worst = std::max(worst, (std::abs(all[i] - expected) - moved) / expected);
  }
  BOOST_TEST(worst < 6e-3);
}

BOOST_AUTO_TEST_CASE(lines_get_the_same_bytes_however_the_grid_is_cut_and_whoever_works) {
  const GridSpec grid = grid_of(700, 1100);
  std::vector<PlacedKernel> lines{along(winding(6000.0), uneven_kernel(25.0, 77.0, 20e3)),
                                  along(winding(900.0), uneven_kernel(60.0, 0.0, 20e3))};
  const int before = threads();
  set_threads(1);
  const Raster<double> expected = summed_lines(grid, lines, grid.rows);
  std::reverse(lines.begin(), lines.end());
  for (const int count : {2, 7}) {
    set_threads(count);
    for (const std::int64_t rows : {grid.rows, RiskTree::root_cells}) {
      const Raster<double> again = summed_lines(grid, lines, rows);
      BOOST_TEST(std::memcmp(again.data().data(), expected.data().data(), expected.data().size_bytes()) == 0);
    }
  }
  set_threads(before);
}

BOOST_AUTO_TEST_CASE(a_gap_between_two_lines_is_never_bridged) {
  std::vector<LinePlace> places;
  for (int i = 0; i < 40; ++i) places.push_back({{4.0 * i, 0.0}, 0.0});
  for (int i = 0; i < 40; ++i) places.push_back({{4.0 * i, 5000.0}, 0.0});
  const auto kernel = uneven_kernel(40.0, 0.0, 20e3);
  const PlacedKernel line = along(places, kernel);
  for (const Point at : {Point{0.0, 2500.0}, Point{300.0, 200.0}, Point{9000.0, 2500.0}})
    BOOST_TEST(line.at(at.x, at.y) == place_by_place(places, *kernel, at), boost::test_tools::tolerance(2e-3));
}

BOOST_AUTO_TEST_SUITE_END()
