#include "gis_io/write/rasters/cog.hpp"

#include <gdal.h>

#include <stdexcept>
#include <string>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/rasters/cog_copy.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

template <class T>
void add_band(GDALDatasetH dataset, GDALDataType type, const RasterView<const T>& view) {
  GdalOptions options;
  options.set("DATAPOINTER", pointer_text(view.data()));
  options.set("PIXELOFFSET", std::to_string(sizeof(T)));
  options.set("LINEOFFSET", std::to_string(static_cast<std::size_t>(view.stride()) * sizeof(T)));
  if (GDALAddBand(dataset, type, options.get()) != CE_None) {
    throw std::logic_error("GDAL's MEM driver refuses a band");
  }
}

/// GDAL sees the rasters where they are, as a dataset of its MEM driver.
template <class T>
void write_in_memory(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
                     std::span<const RasterView<const T>> bands, SampleType type, const CogOptions& options) {
  initialise_gis();
  if (description.bands.size() != bands.size()) throw std::logic_error("a raster needs one description per band");
  const GDALDataType gdal_type = type == SampleType::float32 ? GDT_Float32 : GDT_Byte;
  const GdalDataset source(GDALCreate(GDALGetDriverByName("MEM"), "", static_cast<int>(grid.columns),
                                      static_cast<int>(grid.rows), 0, gdal_type, nullptr));
  for (const RasterView<const T>& view : bands) add_band<T>(source.get(), gdal_type, view);
  copy_to_cog(path, source.get(), type, grid, description, options);
}

}  // namespace

void write_cog(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const float>> bands, const CogOptions& options) {
  write_in_memory<float>(path, grid, description, bands, SampleType::float32, options);
}

void write_cog(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const std::uint8_t>> bands, const CogOptions& options) {
  write_in_memory<std::uint8_t>(path, grid, description, bands, SampleType::byte, options);
}

}  // namespace sise
