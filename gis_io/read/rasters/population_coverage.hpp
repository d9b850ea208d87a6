// The ground that a population raster says something about.
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "core/geometry/cell_polygons.hpp"
#include "core/geometry/geometry.hpp"
#include "gis_io/read/layers/transform.hpp"

namespace sise {

/// From columns and rows to the raster's CRS: x = a0 + a1 c + a2 r, y = a3 + a4 c + a5 r, as GDAL has it.
using Affine = std::array<double, 6>;

/// Columns and rows of a raster.
struct PixelWindow {
  int column = 0;
  int row = 0;
  int columns = 0;
  int rows = 0;
};

/// The cells of a raster that lie over `bounds` of another CRS, a cell more on every side; nullopt where they do not meet,
/// the whole raster where that cannot be told.
[[nodiscard]] std::optional<PixelWindow> pixels_over(const Bounds& bounds, const Transform& to_raster,
                                                     const Affine& affine, int columns, int rows);

/// Turns rows of known cells into polygons in the target's CRS.
class CoverageTracer {
 public:
  CoverageTracer(const PixelWindow& window, const Affine& affine, Transform to_target);

  /// All columns of the raster's next row of the window, from the north: 1 where the raster says something.
  void add_row(std::span<const std::uint8_t> known);
  [[nodiscard]] MultiPolygon finish();

 private:
  [[nodiscard]] Ring to_target(const Ring& ring) const;

  PixelWindow window_;
  Affine affine_;
  Transform transform_;
  CellPolygonizer polygonizer_;
};

}  // namespace sise
