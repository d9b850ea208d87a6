// Where the cells are. Square cells, rows from north to south as rasters are stored.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "core/geometry/geometry.hpp"

namespace sise {

struct CellIndex {
  std::int64_t column = 0;
  std::int64_t row = 0;
  bool operator==(const CellIndex&) const = default;
};

/// Half-open cells: cell (c, r) covers x in [x_min + c·cell, x_min + (c+1)·cell) and
/// y in [y_max − (r+1)·cell, y_max − r·cell): a point on a shared edge belongs to the cell east or north of it.
struct GridSpec {
  double x_min = 0.0;   ///< west edge, m
  double y_max = 0.0;   ///< north edge, m
  double cell_m = 0.0;  ///< edge of a cell, m
  std::int64_t columns = 0;
  std::int64_t rows = 0;
  std::string crs;      ///< opaque to core ("EPSG:4549" or WKT); never defaulted

  [[nodiscard]] std::int64_t cells() const { return columns * rows; }
  [[nodiscard]] double cell_area_m2() const { return cell_m * cell_m; }
  [[nodiscard]] Bounds bounds() const;
  [[nodiscard]] Point centre(CellIndex cell) const;
  [[nodiscard]] std::optional<CellIndex> cell_at(Point point) const;

  bool operator==(const GridSpec&) const = default;
};

/// The smallest grid whose edges are whole multiples of cell_m and that covers `bounds` grown by margin_m.
/// Throws ConfigError when cell_m is not positive or the bounds are empty or not finite.
[[nodiscard]] GridSpec grid_covering(const Bounds& bounds, double cell_m, double margin_m, std::string crs);

}  // namespace sise
