// Cloud Optimized GeoTIFFs. The bytes depend on grid, values and description alone, not on the number of threads.
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>

#include "core/grid/grid_spec.hpp"
#include "core/grid/progress.hpp"
#include "core/grid/raster.hpp"
#include "gis_io/write/rasters/raster_description.hpp"

namespace sise {

struct CogOptions {
  int threads = 1;               ///< for compression
  Progress* progress = nullptr;  ///< stage "writing"; cancelling throws Interrupted
};

/// Writes rasters held in memory, one view per band, without copying them. Overviews of Float32 are means (risk and
/// concentration keep their area integral; NaN cells do not count), of Byte the most frequent class. Bands with
/// categories get a colour table and, in `path`.aux.xml, category names and an attribute table.
/// Throws OutputError, also when the CRS cannot be written.
void write_cog(const std::filesystem::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const float>> bands, const CogOptions& options = {});
void write_cog(const std::filesystem::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const std::uint8_t>> bands, const CogOptions& options = {});

/// The same file from rows that arrive in bands, for rasters larger than memory. Holds a tiled copy on disk beside
/// `path` until finish(). T is float or std::uint8_t.
template <class T>
class CogSink {
 public:
  CogSink(const std::filesystem::path& path, const GridSpec& grid, const RasterDescription& description,
          const CogOptions& options = {});
  ~CogSink();
  CogSink(const CogSink&) = delete;
  CogSink& operator=(const CogSink&) = delete;
  CogSink(CogSink&&) = delete;
  CogSink& operator=(CogSink&&) = delete;

  /// Whole rows of one band (0-based), from `first_row` downwards. Each row once; rows never written hold nodata.
  void write_rows(int band, std::int64_t first_row, std::span<const T> values);

  /// Writes the file. Without it nothing appears under `path`.
  void finish();

 private:
  struct State;
  void reopen_rows();
  void drop_rows();

  std::unique_ptr<State> state_;
};

extern template class CogSink<float>;
extern template class CogSink<std::uint8_t>;

}  // namespace sise
