#include <gdal.h>

#include <type_traits>
#include <utility>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/rasters/cog.hpp"
#include "gis_io/write/rasters/cog_copy.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

template <class T>
constexpr SampleType kSampleType = std::is_same_v<T, float> ? SampleType::float32 : SampleType::byte;
template <class T>
constexpr GDALDataType kGdalType = std::is_same_v<T, float> ? GDT_Float32 : GDT_Byte;

/// An uncompressed tiled TIFF, one plane per band, in which blocks never written hold nodata.
void set_row_store_options(GdalOptions& options) {
  options.set("TILED", "YES");
  options.set("BLOCKXSIZE", "512");
  options.set("BLOCKYSIZE", "512");
  options.set("INTERLEAVE", "BAND");
  options.set("BIGTIFF", "IF_SAFER");
  options.set("SPARSE_OK", "TRUE");
}

}  // namespace

template <class T>
struct CogSink<T>::State {
  fs::path path;
  fs::path rows_path;
  GridSpec grid;
  RasterDescription description;
  CogOptions options;
  GdalDataset rows;
};

template <class T>
CogSink<T>::CogSink(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
                    const CogOptions& options)
    : state_(std::make_unique<State>()) {
  initialise_gis();
  *state_ = {path, path.string() + ".rows.tif", grid, description, options, nullptr};
  GdalOptions creation;
  set_row_store_options(creation);
  const GdalErrors errors;
  state_->rows.reset(GDALCreate(GDALGetDriverByName("GTiff"), state_->rows_path.c_str(), static_cast<int>(grid.columns),
                                static_cast<int>(grid.rows), static_cast<int>(description.bands.size()), kGdalType<T>,
                                creation.get()));
  if (!state_->rows) throw_gdal_error(path, errors.first());
  if (description.nodata) GDALSetRasterNoDataValue(GDALGetRasterBand(state_->rows.get(), 1), *description.nodata);
}

template <class T>
CogSink<T>::~CogSink() {
  drop_rows();
}

template <class T>
void CogSink<T>::write_rows(int band, std::int64_t first_row, std::span<const T> values) {
  const auto columns = static_cast<int>(state_->grid.columns);
  const auto rows = static_cast<int>(values.size() / static_cast<std::size_t>(columns));
  const GdalErrors errors;
  const CPLErr result =
      GDALRasterIO(GDALGetRasterBand(state_->rows.get(), band + 1), GF_Write, 0, static_cast<int>(first_row), columns,
                   rows, as_mutable(values.data()), columns, rows, kGdalType<T>, 0, 0);
  if (result != CE_None || !errors.first().empty()) throw_gdal_error(state_->path, errors.first());
}

template <class T>
void CogSink<T>::finish() {
  reopen_rows();
  {
    // A virtual dataset lends the rows their description without touching their file. It must go before they do.
    const GdalDataset source(
        GDALCreateCopy(GDALGetDriverByName("VRT"), "", state_->rows.get(), FALSE, nullptr, nullptr, nullptr));
    copy_to_cog(state_->path, source.get(), kSampleType<T>, state_->grid, state_->description, state_->options);
  }
  drop_rows();
}

template <class T>
void CogSink<T>::reopen_rows() {
  const GdalErrors errors;
  state_->rows.reset();
  if (!errors.first().empty()) throw_gdal_error(state_->path, errors.first());
  state_->rows.reset(GDALOpen(state_->rows_path.c_str(), GA_ReadOnly));
  if (!state_->rows) throw_gdal_error(state_->path, errors.first());
}

template <class T>
void CogSink<T>::drop_rows() {
  const GdalErrors ignored_errors;
  state_->rows.reset();
  std::error_code ignored;
  fs::remove(state_->rows_path, ignored);
}

template class CogSink<float>;
template class CogSink<std::uint8_t>;

}  // namespace sise
