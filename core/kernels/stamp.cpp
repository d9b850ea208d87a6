#include "core/kernels/stamp.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "core/grid/parallel.hpp"

namespace sise {
namespace {

constexpr std::int64_t kTileColumns = 256;
constexpr std::int64_t kTileRows = 32;
constexpr double kAveragedCells = 5.0;  // this close to a source a cell's value is its average

/// A tile's columns and rows, of the grid.
struct Tile {
  std::int64_t column_begin, column_end, row_begin, row_end;
};

/// Scratch for one row of one tile.
struct RowScratch {
  std::array<double, kTileColumns> dx, dy, risk;
};

/// Cells farther than this from the source keep what they have.
double influence_m(const GridSpec& grid, double reach_m) { return reach_m + (kAveragedCells + 1.0) * grid.cell_m; }

/// Cells near the source get their average instead of their centre's value.
void average_near_cells(const GridSpec& grid, const UnitKernel& kernel, std::span<const double> dx, double dy,
                        std::span<double> risk) {
  const double near_m = kAveragedCells * grid.cell_m;
  if (std::abs(dy) > near_m) return;
  for (std::size_t i = 0; i < risk.size(); ++i) {
    if (dx[i] * dx[i] + dy * dy <= near_m * near_m) risk[i] = kernel.cell_average(dx[i], dy, grid.cell_m);
  }
}

/// Adds one unit to the part of a row that it can reach.
void stamp_row(const StampTarget& target, const StampUnit& unit, const Tile& tile, std::int64_t row,
               RowScratch& scratch) {
  const GridSpec& grid = target.grid;
  const double influence = influence_m(grid, unit.reach_m);
  const double dy = grid.centre({tile.column_begin, row}).y - unit.source.y;
  if (std::abs(dy) > influence) return;
  const double half_chord = std::sqrt(influence * influence - dy * dy);
  const double first = std::floor((unit.source.x - half_chord - grid.x_min) / grid.cell_m);
  const double last = std::ceil((unit.source.x + half_chord - grid.x_min) / grid.cell_m);
  const double tile_first = static_cast<double>(tile.column_begin);
  const double tile_last = static_cast<double>(tile.column_end);
  if (first >= tile_last || last <= tile_first) return;
  const auto begin = static_cast<std::int64_t>(std::max(first, tile_first));
  const auto end = static_cast<std::int64_t>(std::min(last, tile_last));

  const auto n = static_cast<std::size_t>(end - begin);
  const std::span<double> dx(scratch.dx.data(), n);
  const std::span<double> dys(scratch.dy.data(), n);
  const std::span<double> risk(scratch.risk.data(), n);
  for (std::size_t i = 0; i < n; ++i) {
    dx[i] = grid.centre({begin + static_cast<std::int64_t>(i), row}).x - unit.source.x;
  }
  std::fill(dys.begin(), dys.end(), dy);
  unit.kernel->evaluate(dx, dys, risk);
  average_near_cells(grid, *unit.kernel, dx, dy, risk);

  const auto add_to = [&](const RasterView<double>& raster) {
    const std::span<double> cells = raster.row(row - target.row_begin).subspan(static_cast<std::size_t>(begin), n);
    for (std::size_t i = 0; i < n; ++i) cells[i] += risk[i];
  };
  add_to(target.all);
  if (unit.is_new && target.new_only != nullptr) add_to(*target.new_only);
}

}  // namespace

bool stamp_reaches(const StampTarget& target, Point source, double reach_m) {
  const GridSpec& grid = target.grid;
  const Bounds whole = grid.bounds();
  const double north = grid.y_max - static_cast<double>(target.row_begin) * grid.cell_m;
  const double south = grid.y_max - static_cast<double>(target.row_end) * grid.cell_m;
  const double dx = std::max({whole.x_min - source.x, source.x - whole.x_max, 0.0});
  const double dy = std::max({south - source.y, source.y - north, 0.0});
  return std::hypot(dx, dy) <= influence_m(grid, reach_m);
}

void stamp(const StampTarget& target, const std::vector<StampUnit>& units, Progress* progress) {
  if (units.empty()) return;
  const std::int64_t columns = target.grid.columns;
  const std::int64_t tiles_across = (columns + kTileColumns - 1) / kTileColumns;
  const std::int64_t tiles_down = (target.row_end - target.row_begin + kTileRows - 1) / kTileRows;
  const auto stamp_tile = [&](std::int64_t index) {
    const std::int64_t column = index % tiles_across * kTileColumns;
    const std::int64_t row = target.row_begin + index / tiles_across * kTileRows;
    const Tile tile{column, std::min(column + kTileColumns, columns), row, std::min(row + kTileRows, target.row_end)};
    RowScratch scratch;
    for (const StampUnit& unit : units) {
      for (std::int64_t r = tile.row_begin; r < tile.row_end; ++r) stamp_row(target, unit, tile, r, scratch);
    }
  };
  parallel_for(tiles_across * tiles_down, stamp_tile, progress, "stamping");
}

}  // namespace sise
