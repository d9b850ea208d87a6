#include "gis_io/rasters/cog.hpp"

#include <cpl_conv.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <csignal>
#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "gis_io/environment.hpp"
#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/provenance/output_file.hpp"
#include "gis_io/rasters/attribute_sidecar.hpp"
#include "gis_io/rasters/tiff_tags.hpp"
#include "models/base/error.hpp"
#include "models/base/version.hpp"

namespace sise {
namespace {

namespace fs = std::filesystem;

struct SpatialRefDeleter {
  void operator()(void* srs) const { OSRDestroySpatialReference(srs); }
};

struct ColorTableDeleter {
  void operator()(void* table) const { GDALDestroyColorTable(table); }
};

template <class T>
constexpr GDALDataType kGdalType = std::is_same_v<T, float> ? GDT_Float32 : GDT_Byte;

[[noreturn]] void fail(const fs::path& path, const GdalErrors& errors) {
  throw_write_error(path, errors.first().empty() ? std::string("GDAL gives no reason") : errors.first());
}

void set_crs(GDALDatasetH dataset, const GridSpec& grid) {
  const std::unique_ptr<void, SpatialRefDeleter> srs(OSRNewSpatialReference(nullptr));
  if (OSRSetFromUserInput(srs.get(), grid.crs.c_str()) != OGRERR_NONE) {
    throw OutputError("unknown_crs", {fmt::format("the CRS '{}' cannot be written", grid.crs),
                                      fmt::format("无法写入坐标系 '{}'", grid.crs)});
  }
  OSRSetAxisMappingStrategy(srs.get(), OAMS_TRADITIONAL_GIS_ORDER);
  GDALSetSpatialRef(dataset, srs.get());
}

/// The colour table of the first band: TIFF has one per file.
bool set_colours(GDALRasterBandH band, const std::vector<Category>& categories) {
  const std::unique_ptr<void, ColorTableDeleter> table(GDALCreateColorTable(GPI_RGB));
  bool any = false;
  for (const Category& category : categories) {
    if (!category.rgb) continue;
    const auto& [red, green, blue] = *category.rgb;
    const GDALColorEntry entry{red, green, blue, 255};
    GDALSetColorEntry(table.get(), category.code, &entry);
    any = true;
  }
  if (any) GDALSetRasterColorTable(band, table.get());
  return any;
}

void describe_band(GDALRasterBandH band, const BandDescription& description, std::optional<double> nodata) {
  GDALSetDescription(band, description.name.c_str());
  if (!description.unit.empty()) GDALSetRasterUnitType(band, description.unit.c_str());
  if (nodata) GDALSetRasterNoDataValue(band, *nodata);
}

void describe(GDALDatasetH dataset, const GridSpec& grid, const RasterDescription& description) {
  set_crs(dataset, grid);
  std::vector<double> transform{grid.x_min, grid.cell_m, 0.0, grid.y_max, 0.0, -grid.cell_m};
  GDALSetGeoTransform(dataset, transform.data());
  GDALSetMetadataItem(dataset, "AREA_OR_POINT", "Area", nullptr);
  GDALSetMetadataItem(dataset, "TIFFTAG_SOFTWARE", fmt::format("sise {}", version()).c_str(), nullptr);
  if (!description.title.empty()) {
    GDALSetMetadataItem(dataset, "TIFFTAG_IMAGEDESCRIPTION", description.title.c_str(), nullptr);
  }
  for (const auto& [key, value] : description.metadata) {
    GDALSetMetadataItem(dataset, key.c_str(), value.c_str(), nullptr);
  }
  if (!description.provenance_json.empty()) {
    GDALSetMetadataItem(dataset, "SISE_PROVENANCE", description.provenance_json.c_str(), nullptr);
  }
  for (std::size_t i = 0; i < description.bands.size(); ++i) {
    describe_band(GDALGetRasterBand(dataset, static_cast<int>(i) + 1), description.bands[i], description.nodata);
  }
}

/// DEFLATE because every GIS of the last twenty years reads it; predictor 3 halves smooth Float32 fields, while
/// classes compress best as they are.
template <class T>
void set_creation_options(GdalOptions& list, const CogOptions& options) {
  list.set("COMPRESS", "DEFLATE");
  list.set("LEVEL", "6");
  list.set("PREDICTOR", std::is_same_v<T, float> ? "FLOATING_POINT" : "NO");
  list.set("BLOCKSIZE", "512");
  list.set("OVERVIEWS", "IGNORE_EXISTING");
  list.set("OVERVIEW_RESAMPLING", std::is_same_v<T, float> ? "AVERAGE" : "MODE");
  list.set("BIGTIFF", "IF_SAFER");
  list.set("NUM_THREADS", std::to_string(options.threads));
}

int CPL_STDCALL on_progress(double fraction, const char* /*message*/, void* progress_argument) {
  auto* progress = static_cast<Progress*>(progress_argument);
  if (progress == nullptr) return TRUE;
  progress->report("writing", fraction);
  return progress->cancelled() ? FALSE : TRUE;
}

/// Copies a described source to `path`; every way GDAL can fail becomes an exception.
template <class T>
void copy_to_cog(const fs::path& path, GDALDatasetH source, const CogOptions& options) {
  const GdalErrors errors;
  // Sidecars are ours to write: GDAL's own would appear under names we do not control.
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  const GdalThreadSetting threads("GDAL_NUM_THREADS", std::to_string(options.threads));
  GdalOptions creation;
  set_creation_options<T>(creation, options);
  GdalDataset written(GDALCreateCopy(GDALGetDriverByName("COG"), path.c_str(), source, FALSE, creation.get(),
                                     on_progress, options.progress));
  if (!written && options.progress != nullptr && options.progress->cancelled()) throw Interrupted(SIGINT);
  const bool copied = written != nullptr;
  written.reset();
  if (!copied || !errors.first().empty()) fail(path, errors);
}

/// What follows once the pixels stand in the file.
void complete(const fs::path& path, const RasterDescription& description, bool has_colours) {
  // GDAL takes the second band of a file with a colour table for transparency.
  if (has_colours && description.bands.size() > 1) declare_extra_samples_unspecified(path);
  const std::string sidecar = attribute_sidecar(description.bands);
  if (!sidecar.empty()) write_file(path.string() + ".aux.xml", sidecar);
}

std::string pointer_text(const void* pointer) {
  std::string text(64, '\0');
  // GDAL's MEM driver wants a mutable pointer; the COG driver only reads through it.
  const int length = CPLPrintPointer(text.data(), const_cast<void*>(pointer), static_cast<int>(text.size()));
  text.resize(static_cast<std::size_t>(length));
  return text;
}

template <class T>
void add_band(GDALDatasetH dataset, const RasterView<const T>& view) {
  GdalOptions options;
  options.set("DATAPOINTER", pointer_text(view.data()));
  options.set("PIXELOFFSET", std::to_string(sizeof(T)));
  options.set("LINEOFFSET", std::to_string(static_cast<std::size_t>(view.stride()) * sizeof(T)));
  if (GDALAddBand(dataset, kGdalType<T>, options.get()) != CE_None) {
    throw std::logic_error("GDAL's MEM driver refuses a band");
  }
}

void require_bands(const RasterDescription& description, std::size_t bands) {
  if (description.bands.size() != bands) throw std::logic_error("a raster needs one description per band");
}

template <class T>
void write_in_memory(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
                     std::span<const RasterView<const T>> bands, const CogOptions& options) {
  initialise_gis();
  require_bands(description, bands.size());
  const GdalDataset source(GDALCreate(GDALGetDriverByName("MEM"), "", static_cast<int>(grid.columns),
                                      static_cast<int>(grid.rows), 0, kGdalType<T>, nullptr));
  for (const RasterView<const T>& view : bands) add_band<T>(source.get(), view);
  describe(source.get(), grid, description);
  const bool has_colours = set_colours(GDALGetRasterBand(source.get(), 1), description.bands.front().categories);
  copy_to_cog<T>(path, source.get(), options);
  complete(path, description, has_colours);
}

}  // namespace

void write_cog(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const float>> bands, const CogOptions& options) {
  write_in_memory<float>(path, grid, description, bands, options);
}

void write_cog(const fs::path& path, const GridSpec& grid, const RasterDescription& description,
               std::span<const RasterView<const std::uint8_t>> bands, const CogOptions& options) {
  write_in_memory<std::uint8_t>(path, grid, description, bands, options);
}

/// The rows wait in an uncompressed tiled TIFF, one plane per band, in which blocks never written hold nodata.
template <class T>
struct CogSink<T>::State {
  fs::path path;
  fs::path rows_path;
  GridSpec grid;
  RasterDescription description;
  CogOptions options;
  GdalDataset rows;

  ~State() {
    rows.reset();
    std::error_code ignored;
    fs::remove(rows_path, ignored);
  }
};

template <class T>
CogSink<T>::CogSink(fs::path path, const GridSpec& grid, const RasterDescription& description,
                    const CogOptions& options)
    : state_(std::make_unique<State>()) {
  initialise_gis();
  state_->rows_path = path.string() + ".rows.tif";
  state_->path = std::move(path);
  state_->grid = grid;
  state_->description = description;
  state_->options = options;
  GdalOptions creation;
  creation.set("TILED", "YES");
  creation.set("BLOCKXSIZE", "512");
  creation.set("BLOCKYSIZE", "512");
  creation.set("INTERLEAVE", "BAND");
  creation.set("BIGTIFF", "IF_SAFER");
  creation.set("SPARSE_OK", "TRUE");
  const GdalErrors errors;
  state_->rows.reset(GDALCreate(GDALGetDriverByName("GTiff"), state_->rows_path.c_str(), static_cast<int>(grid.columns),
                                static_cast<int>(grid.rows), static_cast<int>(description.bands.size()), kGdalType<T>,
                                creation.get()));
  if (!state_->rows) fail(state_->path, errors);
  if (description.nodata) GDALSetRasterNoDataValue(GDALGetRasterBand(state_->rows.get(), 1), *description.nodata);
}

template <class T>
CogSink<T>::~CogSink() {
  const GdalErrors ignored;
  state_.reset();
}

template <class T>
void CogSink<T>::write_rows(int band, std::int64_t first_row, std::span<const T> values) {
  const auto columns = static_cast<int>(state_->grid.columns);
  const int rows = static_cast<int>(values.size()) / columns;
  const GdalErrors errors;
  const CPLErr result =
      GDALRasterIO(GDALGetRasterBand(state_->rows.get(), band + 1), GF_Write, 0, static_cast<int>(first_row), columns,
                   rows, const_cast<T*>(values.data()), columns, rows, kGdalType<T>, 0, 0);
  if (result != CE_None || !errors.first().empty()) fail(state_->path, errors);
}

template <class T>
void CogSink<T>::finish() {
  {
    const GdalErrors errors;
    state_->rows.reset();
    if (!errors.first().empty()) fail(state_->path, errors);
    state_->rows.reset(GDALOpen(state_->rows_path.c_str(), GA_ReadOnly));
    if (!state_->rows) fail(state_->path, errors);
  }
  // A virtual dataset lends the rows their description without touching the file.
  GdalDataset source(
      GDALCreateCopy(GDALGetDriverByName("VRT"), "", state_->rows.get(), FALSE, nullptr, nullptr, nullptr));
  describe(source.get(), state_->grid, state_->description);
  const bool has_colours =
      set_colours(GDALGetRasterBand(source.get(), 1), state_->description.bands.front().categories);
  copy_to_cog<T>(state_->path, source.get(), state_->options);
  complete(state_->path, state_->description, has_colours);
  source.reset();  // before the rows it looks at
  state_.reset();
}

template class CogSink<float>;
template class CogSink<std::uint8_t>;

}  // namespace sise
