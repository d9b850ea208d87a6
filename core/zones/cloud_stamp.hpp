// Laying puffs over a tile of a grid or over single places.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/zones/cloud_snapshot.hpp"

namespace sise {

/// Edge of the tiles that a grid is cut into: a row of a tile is a whole number of the widest registers.
inline constexpr std::size_t kCloudEdge = 64;
inline constexpr std::size_t kCloudCells = kCloudEdge * kCloudEdge;
inline constexpr std::size_t kCloudLot = 64;  ///< places that are taken together

/// Concentrations of one height over a tile, row by row, or over a lot of places; the first size() of them count.
using CloudCells = std::array<double, kCloudCells>;

/// A tile's cell centres; beyond the grid's edges the lattice simply continues.
struct CloudTile {
  CloudTile(const GridSpec& grid, const CellWindow& window);

  /// Of its concentrations.
  [[nodiscard]] std::size_t size() const { return stride * static_cast<std::size_t>(rows); }

  std::array<double, kCloudEdge> x{};
  std::array<double, kCloudEdge> y{};  ///< falling
  double cell_m = 0.0;
  std::int64_t columns = 0;  ///< inside the grid
  std::int64_t rows = 0;
  std::size_t stride = 0;  ///< from a row to the next: whole registers
  Bounds box;
};

/// Adds the snapshot's puffs, in their order, to the concentrations at each height. A round Gaussian is the product of one
/// factor for the column and one for the row: a puff costs an exponential for each column and each row of the tile that
/// it reaches, and a multiplication and addition for each cell within its own interval of each row. Returns how many of
/// the latter there were.
std::int64_t add_puffs(const CloudSnapshot& snapshot, const CloudTile& tile, std::span<CloudCells> heights);

/// At least one place and at most kCloudCells.
struct CloudPlaces {
  explicit CloudPlaces(std::span<const Point> places);

  [[nodiscard]] std::size_t size() const { return x.size(); }

  std::vector<double> x;  ///< padded to a whole number of registers
  std::vector<double> y;
  Bounds box;
};

std::int64_t add_puffs(const CloudSnapshot& snapshot, const CloudPlaces& places, std::span<CloudCells> heights);

}  // namespace sise
