#include "core/kernels/risk_tree.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/grid/parallel.hpp"
#include "core/kernels/block_nodes.hpp"
#include "core/kernels/stamping.hpp"

namespace sise {
namespace {

constexpr std::size_t kBlockEdge = BlockNodes::edge;
constexpr std::size_t kBlockNodes = BlockNodes::count;
constexpr int kLevels = 6;  // 512, 256, 128, 64, 32 and 16 cells
constexpr std::int64_t kLeafCells = 16;
constexpr double kAveragedCells = 5.0;  // this close to a source a cell's value is its average
constexpr double kHopeless = 0.25;      // of a block's edge: hopeless to ask its nodes

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

/// Distance from the source to the nearest point of a box that starts at (x, y) and goes east and south.
double distance_to_box(const PlacedKernel& kernel, double x_min, double y_max, double edge_m) {
  const double dx = std::max({x_min - kernel.x_m, kernel.x_m - (x_min + edge_m), 0.0});
  const double dy = std::max({(y_max - edge_m) - kernel.y_m, kernel.y_m - y_max, 0.0});
  return std::sqrt(dx * dx + dy * dy);
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

/// Puts the kernel into the block's nodes if they resolve it.
bool RiskTree::keep(const Block& block, const PlacedKernel& kernel) {
  const double half = 0.5 * static_cast<double>(cells_of(block.level)) * grid_.cell_m;
  const double x = grid_.x_min + static_cast<double>(block.column) * grid_.cell_m + half - kernel.x_m;
  const double y = grid_.y_max - static_cast<double>(block.row) * grid_.cell_m - half - kernel.y_m;
  std::array<double, kBlockNodes> dx{};
  std::array<double, kBlockNodes> dy{};
  for (std::size_t j = 0; j < kBlockEdge; ++j) {
    for (std::size_t i = 0; i < kBlockEdge; ++i) {
      dx[j * kBlockEdge + i] = x + half * BlockNodes::place(i);
      dy[j * kBlockEdge + i] = y - half * BlockNodes::place(j);
    }
  }
  BlockNodes::Values values{};
  kernel.kernel->evaluate(dx, dy, kernel.grid_north_deg, values);
  if (!BlockNodes::resolve(values)) return false;
  for (std::size_t i = 0; i < kBlockNodes; ++i) {
    const std::int64_t units = scale_.units(values[i]);
    all_.nodes[block.at + i] += units;
    if (with_new_ && kernel.is_new) fresh_.nodes[block.at + i] += units;
  }
  return true;
}

void RiskTree::add_cells(const Block& block, const PlacedKernel& kernel) {
  constexpr std::int64_t kRows = static_cast<std::int64_t>(PolarPlaces::most) / kLeafCells;
  std::array<double, PolarPlaces::most> dx{};
  std::array<double, PolarPlaces::most> dy{};
  std::array<double, PolarPlaces::most> risk{};
  const double near_m = kAveragedCells * grid_.cell_m;
  const std::int64_t columns = std::min(kLeafCells, grid_.columns - block.column);
  const std::int64_t row_end = std::min(block.row + kLeafCells, row_end_);
  for (std::int64_t row = block.row; row < row_end; row += kRows) {
    const std::int64_t rows = std::min(kRows, row_end - row);
    const auto count = static_cast<std::size_t>(rows * columns);
    const auto cell = [&](std::size_t i) {
      const auto n = static_cast<std::int64_t>(i);
      return CellIndex{block.column + n % columns, row + n / columns};
    };
    for (std::size_t i = 0; i < count; ++i) {
      const Point centre = grid_.centre(cell(i));
      dx.at(i) = centre.x - kernel.x_m;
      dy.at(i) = centre.y - kernel.y_m;
    }
    kernel.kernel->evaluate(std::span(dx).first(count), std::span(dy).first(count), kernel.grid_north_deg,
                            std::span(risk).first(count));
    for (std::size_t i = 0; i < count; ++i) {
      if (dx.at(i) * dx.at(i) + dy.at(i) * dy.at(i) <= near_m * near_m) {
        risk.at(i) = kernel.kernel->cell_average(dx.at(i), dy.at(i), grid_.cell_m, kernel.grid_north_deg);
      }
      const CellIndex at = cell(i);
      const auto place = static_cast<std::size_t>((at.row - row_begin_) * grid_.columns + at.column);
      const std::int64_t units = scale_.units(risk.at(i));
      all_.cells[place] += units;
      if (with_new_ && kernel.is_new) fresh_.cells[place] += units;
    }
  }
}

void RiskTree::descend(const Block& block, const PlacedKernel& kernel) {
  if (!on_grid(block)) return;
  const double edge_m = static_cast<double>(cells_of(block.level)) * grid_.cell_m;
  const double nearest = distance_to_box(kernel, grid_.x_min + static_cast<double>(block.column) * grid_.cell_m,
                                         grid_.y_max - static_cast<double>(block.row) * grid_.cell_m, edge_m);
  const double averaged_m = (kAveragedCells + 1.0) * grid_.cell_m;
  if (nearest > kernel.reach_m() + averaged_m) return;
  const bool may_keep = nearest > std::max({kernel.kernel->sharp_m(), averaged_m, kHopeless * edge_m});
  if (may_keep && keep(block, kernel)) return;
  if (block.level + 1 == kLevels) {
    add_cells(block, kernel);
    return;
  }
  for (int quarter = 0; quarter < 4; ++quarter) descend(child(block, quarter), kernel);
}

void RiskTree::stamp(std::span<const PlacedKernel> kernels, Progress* progress) {
  stamp_in_lots(
      roots_across_ * roots_over(row_end_ - row_begin_), kernels,
      [&](std::int64_t index, const PlacedKernel& kernel) { descend(root(index), kernel); }, progress, "stamping");
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
