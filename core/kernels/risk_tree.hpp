// Many kernels summed on a grid: coarsely where they are smooth, cell by cell where they are not.
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "core/kernels/near_table.hpp"
#include "core/kernels/placed_kernel.hpp"
#include "core/kernels/risk_scale.hpp"

namespace sise {

/// Blocks of 512 cells, anchored to the grid, quartered down to 16 cells and those into cells. A kernel goes down from the
/// top; a block whose 6 × 6 nodes resolve it keeps it there. One pass at the end carries all nodes down to the cells.
///
/// Sums are whole numbers, so they are the same bytes in whatever order, batches or threads kernels come. What a cell
/// gets does not depend on which rows a tree holds either. A cell within five cells of a source holds the mean over its
/// area, elsewhere the value at its centre.
class RiskTree {
 public:
  static constexpr std::int64_t root_cells = 512;

  /// Rows [row_begin, row_end) of the grid; row_begin is a multiple of root_cells. `with_new`: new units apart as well.
  RiskTree(const GridSpec& grid, std::int64_t row_begin, std::int64_t row_end, bool with_new, const RiskScale& scale);
  /// What a tree of so many rows takes.
  [[nodiscard]] static std::int64_t bytes(const GridSpec& grid, std::int64_t rows, bool with_new);

  /// What a tree takes while it stamps lines.
  [[nodiscard]] static std::int64_t line_bytes();

  /// Adds kernels, in parallel over the top blocks. Of a line every block takes the stretches that its nodes resolve, its parts
  /// the others.
  void stamp(std::span<const PlacedKernel> kernels, Progress* progress);

  /// After the last stamp: carries sums down to the blocks of 16 cells.
  void settle(Progress* progress);
  /// After settle: rows [from, to) of the grid, into rasters of just these rows. `fresh` may be null.
  void read_rows(std::int64_t from, std::int64_t to, RasterView<double> all, RasterView<double>* fresh) const;

  [[nodiscard]] std::int64_t row_begin() const { return row_begin_; }
  [[nodiscard]] std::int64_t row_end() const { return row_end_; }

 private:
  struct Layer {
    std::vector<std::int64_t> nodes;  ///< per root and level, block by block, row by row
    std::vector<std::int64_t> cells;  ///< row by row
  };
  struct Block {
    int level;                 ///< 0: a root
    std::int64_t column, row;  ///< first cell, of the grid
    std::size_t at;            ///< its nodes
  };

  [[nodiscard]] Block root(std::int64_t index) const;
  [[nodiscard]] Block child(const Block& block, int quarter) const;
  [[nodiscard]] bool on_grid(const Block& block) const;
  [[nodiscard]] std::size_t node_place(std::int64_t root, int level, std::int64_t column, std::int64_t row) const;

  [[nodiscard]] NodeSquare square(const Block& block) const;
  template <class Take>
  void for_cells(const Block& block, Take take) const;
  void descend(const Block& block, const PlacedKernel& kernel);
  [[nodiscard]] bool keep(const Block& block, const PlacedKernel& kernel);
  void add_cells(const Block& block, const PlacedKernel& kernel);
  void stamp_lines(std::span<const PlacedKernel> lines, Progress* progress);
  void descend_along(const Block& block, const PlacedKernel& line, const NearTable& near,
                     std::span<const std::uint32_t> stretches, double least_per_year);
  void add_cells_along(const Block& block, const PlacedKernel& line, const NearTable& near,
                       std::span<const std::uint32_t> stretches);
  void add_nodes(const Block& block, const PlacedKernel& kernel, const BlockNodes::Values& values);
  void add_cell(CellIndex cell, const PlacedKernel& kernel, double risk_per_year);
  void carry_down(Layer& layer, const Block& block);
  void read_row(const Layer& layer, std::int64_t row, std::span<double> out) const;

  GridSpec grid_;
  std::int64_t row_begin_, row_end_;
  std::int64_t roots_across_;
  RiskScale scale_;
  Layer all_, fresh_;
  bool with_new_;
};

}  // namespace sise
