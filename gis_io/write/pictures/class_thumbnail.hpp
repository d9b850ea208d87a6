// A class raster reduced to a picture's size, row by row, so that rasters larger than memory have a preview too.
#pragma once
#include <array>
#include <cstdint>
#include <span>

#include "core/criteria/class_scheme.hpp"
#include "core/grid/grid_spec.hpp"
#include "core/grid/raster.hpp"

namespace sise {

/// By code: the worse, the higher; 0 is "outside". "No answer" may hide anything, so it gives way to the worst class only.
[[nodiscard]] std::array<std::uint8_t, 256> worst_first_ranks(const ClassScheme& scheme);

/// A pixel shows the worst class of the cells it covers: a small red spot stays visible.
class ClassThumbnail {
 public:
  /// Pixels are squares of whole cells, as few as keep both sides within `max_pixels`.
  ClassThumbnail(const GridSpec& grid, const ClassScheme& scheme, std::int64_t max_pixels);

  /// Rows from north to south, each once, `grid.columns` codes long.
  void add_row(std::span<const std::uint8_t> codes);

  [[nodiscard]] RasterView<const std::uint8_t> codes() const { return codes_.view(); }
  [[nodiscard]] std::int64_t cells_per_pixel() const { return cells_per_pixel_; }
  [[nodiscard]] const GridSpec& grid() const { return grid_; }

 private:
  GridSpec grid_;
  std::int64_t cells_per_pixel_;
  std::array<std::uint8_t, 256> rank_;  ///< by code; the highest is shown
  Raster<std::uint8_t> codes_;
  std::int64_t next_row_ = 0;
};

}  // namespace sise
