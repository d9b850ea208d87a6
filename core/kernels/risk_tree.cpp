#include "core/kernels/risk_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>

#include "core/geometry/point_distance.hpp"
#include "core/grid/parallel.hpp"
#include "core/kernels/block_nodes.hpp"
#include "core/kernels/leaf_ways.hpp"
#include "core/kernels/stamping.hpp"

namespace sise {
namespace {

constexpr std::size_t kBlockEdge = BlockNodes::edge;
constexpr std::size_t kBlockNodes = BlockNodes::count;
constexpr int kLevels = 6;  // 512, 256, 128, 64, 32 and 16 cells
constexpr std::int64_t kLeafCells = 16;
constexpr double kAveragedCells = NearTable::averaged_cells;  // this close to a source a cell's value is its average
constexpr double kTableCells =
    NearTable::reach_cells - kLeafCells;  // of a line: so near to a leaf its cells look up a table
constexpr std::size_t kLinesAtOnce = 32;  // with a table each

static_assert(RiskTree::root_cells >> (kLevels - 1) == kLeafCells);

std::int64_t cells_of(int level) { return RiskTree::root_cells >> level; }

/// Blocks of a root before this level.
std::size_t blocks_before(int level) { return ((std::size_t{1} << (2 * level)) - 1) / 3; }

constexpr std::size_t blocks_per_root = ((std::size_t{1} << (2 * kLevels)) - 1) / 3;

std::int64_t roots_over(std::int64_t cells) { return (cells + RiskTree::root_cells - 1) / RiskTree::root_cells; }

using Weights = std::array<double, kBlockEdge>;

/// Of a half block's nodes in its parent's, and of the cells of a leaf.
struct DownwardTables {
  std::array<std::array<Weights, kBlockEdge>, 2> half{};
  std::array<Weights, static_cast<std::size_t>(kLeafCells)> cell{};
};

DownwardTables make_downward_tables() {
  DownwardTables t;
  for (std::size_t side = 0; side < 2; ++side) {
    for (std::size_t j = 0; j < kBlockEdge; ++j) {
      t.half.at(side).at(j) = BlockNodes::weights(0.5 * BlockNodes::place(j) + (side == 0 ? -0.5 : 0.5));
    }
  }
  for (std::size_t i = 0; i < t.cell.size(); ++i) {
    t.cell.at(i) = BlockNodes::weights((2.0 * static_cast<double>(i) + 1.0) / static_cast<double>(kLeafCells) - 1.0);
  }
  return t;
}

const DownwardTables& downward_tables() {
  static const DownwardTables all = make_downward_tables();
  return all;
}

/// What ways of a line put on a cell by lethal discs that end at an edge: the mean over its area.
double mean_by_discs(const PlacedKernel& line, std::span<const SourceWay> ways, Point centre, double cell_m) {
  constexpr int kParts = 8;
  double sum = 0.0;
  for (int i = 0; i < kParts * kParts; ++i) {
    const int column = i % kParts;
    const int row = i / kParts;
    const double east = (column + 0.5) / kParts - 0.5;
    const double north = (row + 0.5) / kParts - 0.5;
    sum += line.by_discs(ways, {centre.x + east * cell_m, centre.y + north * cell_m}, true);
  }
  return sum / (kParts * kParts);
}

}  // namespace

RiskTree::RiskTree(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end, bool with_new,
                   const RiskScale& scale)
    : grid_(grid),
      row_begin_(row_begin),
      row_end_(row_end),
      roots_across_(roots_over(grid.columns)),
      scale_(scale),
      with_new_(with_new) {
  const auto roots = static_cast<std::size_t>(roots_across_ * roots_over(row_end - row_begin));
  const auto cells = static_cast<std::size_t>((row_end - row_begin) * grid.columns);
  for (Layer* layer : {&all_, &fresh_}) {
    if (layer == &fresh_ && !with_new) break;
    layer->nodes.assign(roots * blocks_per_root * kBlockNodes, 0);
    layer->cells.assign(cells, 0);
  }
}

std::int64_t RiskTree::bytes(const GridSpec& grid, std::int64_t rows, bool with_new) {
  const std::int64_t roots = roots_over(grid.columns) * roots_over(rows);
  const auto nodes = roots * static_cast<std::int64_t>(blocks_per_root * kBlockNodes);
  return (nodes + rows * grid.columns) * static_cast<std::int64_t>(sizeof(std::int64_t)) * (with_new ? 2 : 1);
}

std::size_t RiskTree::node_place(std::int64_t root, int level, std::int64_t column, std::int64_t row) const {
  const std::int64_t across = std::int64_t{1} << level;
  const std::int64_t n = cells_of(level);
  const std::int64_t bx = column % root_cells / n;
  const std::int64_t by = (row - row_begin_) % root_cells / n;
  const std::size_t block = static_cast<std::size_t>(root) * blocks_per_root + blocks_before(level) +
                            static_cast<std::size_t>(by * across + bx);
  return block * kBlockNodes;
}

RiskTree::Block RiskTree::root(std::int64_t index) const {
  const std::int64_t column = index % roots_across_ * root_cells;
  const std::int64_t row = row_begin_ + index / roots_across_ * root_cells;
  return {0, column, row, node_place(index, 0, column, row)};
}

RiskTree::Block RiskTree::child(const Block& block, int quarter) const {
  const std::int64_t half = cells_of(block.level + 1);
  const std::int64_t column = block.column + (quarter % 2) * half;
  const std::int64_t row = block.row + (quarter / 2) * half;
  const std::int64_t root = (row - row_begin_) / root_cells * roots_across_ + column / root_cells;
  return {block.level + 1, column, row, node_place(root, block.level + 1, column, row)};
}

bool RiskTree::on_grid(const Block& block) const { return block.column < grid_.columns && block.row < row_end_; }

NodeSquare RiskTree::square(const Block& block) const {
  const double half = 0.5 * static_cast<double>(cells_of(block.level)) * grid_.cell_m;
  return {grid_.x_min + static_cast<double>(block.column) * grid_.cell_m + half,
          grid_.y_max - static_cast<double>(block.row) * grid_.cell_m - half, half};
}

void RiskTree::add_nodes(const Block& block, const PlacedKernel& kernel, const BlockNodes::Values& values) {
  for (std::size_t i = 0; i < kBlockNodes; ++i) {
    const std::int64_t units = scale_.units(values[i]);
    all_.nodes[block.at + i] += units;
    if (with_new_ && kernel.is_new) fresh_.nodes[block.at + i] += units;
  }
}

void RiskTree::add_cell(CellIndex cell, const PlacedKernel& kernel, double risk_per_year) {
  const auto place = static_cast<std::size_t>((cell.row - row_begin_) * grid_.columns + cell.column);
  const std::int64_t units = scale_.units(risk_per_year);
  all_.cells[place] += units;
  if (with_new_ && kernel.is_new) fresh_.cells[place] += units;
}

/// Puts the kernel into the block's nodes if they resolve it.
bool RiskTree::keep(const Block& block, const PlacedKernel& kernel) {
  const NodeSquare here = square(block);
  const double x = here.x - kernel.x_m;
  const double y = here.y - kernel.y_m;
  std::array<double, kBlockNodes> dx{};
  std::array<double, kBlockNodes> dy{};
  for (std::size_t j = 0; j < kBlockEdge; ++j) {
    for (std::size_t i = 0; i < kBlockEdge; ++i) {
      dx[j * kBlockEdge + i] = x + here.half_m * BlockNodes::place(i);
      dy[j * kBlockEdge + i] = y - here.half_m * BlockNodes::place(j);
    }
  }
  BlockNodes::Values values{};
  kernel.kernel->evaluate(dx, dy, kernel.grid_north_deg, values);
  if (!BlockNodes::resolve(values)) return false;
  add_nodes(block, kernel, values);
  return true;
}

/// Cells of a leaf, some rows at a time: take(cells, centres' x, centres' y).
template <class Take>
void RiskTree::for_cells(const Block& block, Take take) const {
  constexpr std::int64_t kRows = static_cast<std::int64_t>(PolarPlaces::most) / kLeafCells;
  std::array<CellIndex, PolarPlaces::most> cells{};
  std::array<double, PolarPlaces::most> x{};
  std::array<double, PolarPlaces::most> y{};
  const std::int64_t columns = std::min(kLeafCells, grid_.columns - block.column);
  const std::int64_t row_end = std::min(block.row + kLeafCells, row_end_);
  for (std::int64_t row = block.row; row < row_end; row += kRows) {
    const auto count = static_cast<std::size_t>(std::min(kRows, row_end - row) * columns);
    for (std::size_t i = 0; i < count; ++i) {
      const auto n = static_cast<std::int64_t>(i);
      cells.at(i) = {block.column + n % columns, row + n / columns};
      const Point centre = grid_.centre(cells.at(i));
      x.at(i) = centre.x;
      y.at(i) = centre.y;
    }
    take(std::span<const CellIndex>(cells).first(count), std::span<const double>(x).first(count),
         std::span<const double>(y).first(count));
  }
}

void RiskTree::add_cells(const Block& block, const PlacedKernel& kernel) {
  const double near_m = kAveragedCells * grid_.cell_m;
  for_cells(block, [&](std::span<const CellIndex> cells, std::span<const double> x, std::span<const double> y) {
    std::array<double, PolarPlaces::most> risk{};
    kernel.evaluate(x, y, std::span(risk).first(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double dx = x[i] - kernel.x_m;
      const double dy = y[i] - kernel.y_m;
      if (dx * dx + dy * dy <= near_m * near_m)
        risk.at(i) = kernel.kernel->cell_average(dx, dy, grid_.cell_m, kernel.grid_north_deg);
      add_cell(cells[i], kernel, risk.at(i));
    }
  });
}

void RiskTree::descend(const Block& block, const PlacedKernel& kernel) {
  if (!on_grid(block)) return;
  const double edge_m = static_cast<double>(cells_of(block.level)) * grid_.cell_m;
  const double nearest = kernel.distance_m(square(block).box());
  const double averaged_m = (kAveragedCells + 1.0) * grid_.cell_m;
  if (nearest > kernel.reach_m() + averaged_m) return;
  const bool may_keep = nearest > std::max({kernel.sharp_m(), averaged_m, BlockNodes::nearest_of_edge * edge_m});
  if (may_keep && keep(block, kernel)) return;
  if (block.level + 1 == kLevels) {
    add_cells(block, kernel);
    return;
  }
  for (int quarter = 0; quarter < 4; ++quarter) descend(child(block, quarter), kernel);
}

void RiskTree::add_cells_along(const Block& block, const PlacedKernel& line, const NearTable& near,
                               std::span<const std::uint32_t> stretches) {
  const LeafWays ways(line, stretches, line.from_origin(square(block).box()), grid_.cell_m, kTableCells * grid_.cell_m);
  for_cells(block, [&](std::span<const CellIndex> cells, std::span<const double> x, std::span<const double> y) {
    std::array<double, PolarPlaces::most> risk{};
    line.add_ways(ways.far(), x, y, std::span(risk).first(cells.size()));
    for (std::size_t i = 0; i < cells.size(); ++i) {
      bool averaged = false;
      for (const LeafWays::Source& source : ways.on_table()) {
        const double dx = x[i] - line.x_m - source.at.x;
        const double dy = y[i] - line.y_m - source.at.y;
        averaged = averaged || near.averages(dx, dy);
        risk.at(i) += source.share * near.at(dx, dy);
      }
      if (!line.kernel->discs().empty())
        risk.at(i) += averaged ? mean_by_discs(line, ways.beside(), {x[i], y[i]}, grid_.cell_m)
                               : line.by_discs(ways.beside(), {x[i], y[i]}, true);
      add_cell(cells[i], line, risk.at(i));
    }
  });
}

void RiskTree::descend_along(const Block& block, const PlacedKernel& line, const NearTable& near,
                             std::span<const std::uint32_t> stretches, double least_per_year) {
  if (!on_grid(block)) return;
  const double near_m = kTableCells * grid_.cell_m;
  const LineOnNodes on = put_on_nodes(line, stretches, square(block), near_m, least_per_year);
  add_nodes(block, line, on.values);
  if (on.rest.empty()) return;
  if (block.level + 1 == kLevels) {
    add_cells_along(block, line, near, on.rest);
    return;
  }
  for (int quarter = 0; quarter < 4; ++quarter)
    descend_along(child(block, quarter), line, near, on.rest, on.least_per_year);
}

void RiskTree::stamp(std::span<const PlacedKernel> kernels, Progress* progress) {
  std::vector<PlacedKernel> points;
  std::vector<PlacedKernel> lines;
  for (const PlacedKernel& one : kernels) (one.along ? lines : points).push_back(one);
  stamp_in_lots(
      roots_across_ * roots_over(row_end_ - row_begin_), points,
      [&](std::int64_t index, const PlacedKernel& kernel) { descend(root(index), kernel); }, progress, "stamping");
  for (std::size_t from = 0; from < lines.size(); from += kLinesAtOnce)
    stamp_lines(std::span(lines).subspan(from, std::min(kLinesAtOnce, lines.size() - from)), progress);
}

std::int64_t RiskTree::line_bytes() { return static_cast<std::int64_t>(kLinesAtOnce * NearTable::bytes()); }

void RiskTree::stamp_lines(std::span<const PlacedKernel> lines, Progress* progress) {
  std::vector<std::unique_ptr<const NearTable>> tables(lines.size());
  parallel_for(
      static_cast<std::int64_t>(lines.size()),
      [&](std::int64_t i) {
        const auto n = static_cast<std::size_t>(i);
        tables[n] = std::make_unique<const NearTable>(*lines[n].kernel, grid_.cell_m, lines[n].grid_north_deg);
      },
      progress, "stamping");
  constexpr std::array<std::uint32_t, 1> kAll{SourceLine::whole};
  stamp_in_lots(
      roots_across_ * roots_over(row_end_ - row_begin_), lines,
      [&](std::int64_t index, const PlacedKernel& line) {
        descend_along(root(index), line, *tables[static_cast<std::size_t>(&line - lines.data())], kAll, 0.0);
      },
      progress, "stamping", 1);
}

void RiskTree::carry_down(Layer& layer, const Block& block) {
  if (block.level + 1 == kLevels || !on_grid(block)) return;
  std::array<double, kBlockNodes> mine{};
  bool any = false;
  for (std::size_t i = 0; i < kBlockNodes; ++i) {
    any = any || layer.nodes[block.at + i] != 0;
    mine[i] = static_cast<double>(layer.nodes[block.at + i]);
  }
  for (int quarter = 0; quarter < 4; ++quarter) {
    const Block part = child(block, quarter);
    if (any) {
      const auto& across = downward_tables().half.at(static_cast<std::size_t>(quarter % 2));
      const auto& down = downward_tables().half.at(static_cast<std::size_t>(quarter / 2));
      std::array<double, kBlockNodes> lines{};  // rows of mine at the part's columns
      for (std::size_t j = 0; j < kBlockEdge; ++j) {
        for (std::size_t i = 0; i < kBlockEdge; ++i) {
          double sum = 0.0;
          for (std::size_t k = 0; k < kBlockEdge; ++k) sum += across[i][k] * mine[j * kBlockEdge + k];
          lines[j * kBlockEdge + i] = sum;
        }
      }
      for (std::size_t j = 0; j < kBlockEdge; ++j) {
        for (std::size_t i = 0; i < kBlockEdge; ++i) {
          double sum = 0.0;
          for (std::size_t k = 0; k < kBlockEdge; ++k) sum += down[j][k] * lines[k * kBlockEdge + i];
          layer.nodes[part.at + j * kBlockEdge + i] += static_cast<std::int64_t>(std::nearbyint(sum));
        }
      }
    }
    carry_down(layer, part);
  }
}

void RiskTree::settle(Progress* progress) {
  const std::int64_t roots = roots_across_ * roots_over(row_end_ - row_begin_);
  parallel_for(
      roots,
      [&](std::int64_t index) {
        carry_down(all_, root(index));
        if (with_new_) carry_down(fresh_, root(index));
      },
      progress, "stamping");
}

void RiskTree::read_row(const Layer& layer, std::int64_t row, std::span<double> out) const {
  const std::int64_t root_row = (row - row_begin_) / root_cells;
  const Weights& down = downward_tables().cell.at(static_cast<std::size_t>((row - row_begin_) % kLeafCells));
  const std::int64_t* cells = layer.cells.data() + (row - row_begin_) * grid_.columns;
  for (std::int64_t column = 0; column < grid_.columns; column += kLeafCells) {
    const std::int64_t root = root_row * roots_across_ + column / root_cells;
    const std::int64_t* nodes = layer.nodes.data() + node_place(root, kLevels - 1, column, row);
    Weights line{};
    for (std::size_t j = 0; j < kBlockEdge; ++j) {
      for (std::size_t i = 0; i < kBlockEdge; ++i) line[i] += down[j] * static_cast<double>(nodes[j * kBlockEdge + i]);
    }
    const std::int64_t count = std::min(kLeafCells, grid_.columns - column);
    for (std::int64_t i = 0; i < count; ++i) {
      const Weights& across = downward_tables().cell[static_cast<std::size_t>(i)];
      auto sum = static_cast<double>(cells[column + i]);
      for (std::size_t k = 0; k < kBlockEdge; ++k) sum += across[k] * line[k];
      // Between nodes of nothing a polynomial may dip below it.
      out[static_cast<std::size_t>(column + i)] = std::max(0.0, scale_.risk(sum));
    }
  }
}

void RiskTree::read_rows(std::int64_t from, std::int64_t to, RasterView<double> all, RasterView<double>* fresh) const {
  parallel_for(to - from, [&](std::int64_t i) {
    read_row(all_, from + i, all.row(i));
    if (fresh == nullptr) return;
    if (with_new_) {
      read_row(fresh_, from + i, fresh->row(i));
    } else {
      std::fill(fresh->row(i).begin(), fresh->row(i).end(), 0.0);
    }
  });
}

}  // namespace sise
