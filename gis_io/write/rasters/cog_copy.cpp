#include "gis_io/write/rasters/cog_copy.hpp"

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_srs_api.h>

#include <array>
#include <csignal>
#include <memory>
#include <string>
#include <vector>

#include "gis_io/gdal/errors.hpp"
#include "gis_io/gdal/handles.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/rasters/attribute_sidecar.hpp"
#include "gis_io/write/rasters/tiff_tags.hpp"
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
void set_creation_options(GdalOptions& list, SampleType type, const CogOptions& options) {
  list.set("COMPRESS", "DEFLATE");
  list.set("LEVEL", "6");
  list.set("PREDICTOR", type == SampleType::float32 ? "FLOATING_POINT" : "NO");
  list.set("BLOCKSIZE", "512");
  list.set("OVERVIEWS", "IGNORE_EXISTING");
  list.set("OVERVIEW_RESAMPLING", type == SampleType::float32 ? "AVERAGE" : "MODE");
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
void copy_pixels(const fs::path& path, GDALDatasetH source, SampleType type, const CogOptions& options) {
  const GdalErrors errors;
  // Sidecars are ours to write: GDAL's own would appear under names we do not control.
  const GdalThreadSetting no_sidecar("GDAL_PAM_ENABLED", "NO");
  GdalOptions creation;
  set_creation_options(creation, type, options);
  GdalDataset written(GDALCreateCopy(GDALGetDriverByName("COG"), path.c_str(), source, FALSE, creation.get(),
                                     on_progress, options.progress));
  if (!written && options.progress != nullptr && options.progress->cancelled()) throw Interrupted(SIGINT);
  const bool copied = written != nullptr;
  written.reset();
  if (!copied || !errors.first().empty()) throw_gdal_error(path, errors.first());
}

/// What follows once the pixels stand in the file.
void complete(const fs::path& path, const RasterDescription& description, bool has_colours) {
  // GDAL takes the second band of a file with a colour table for transparency.
  if (has_colours && description.bands.size() > 1) declare_extra_samples_unspecified(path);
  const std::string sidecar = attribute_sidecar(description.bands);
  if (!sidecar.empty()) write_file(path.string() + ".aux.xml", sidecar);
}

}  // namespace

void copy_to_cog(const fs::path& path, void* source, SampleType type, const GridSpec& grid,
                 const RasterDescription& description, const CogOptions& options) {
  describe(source, grid, description);
  const bool has_colours = set_colours(GDALGetRasterBand(source, 1), description.bands.front().categories);
  copy_pixels(path, source, type, options);
  complete(path, description, has_colours);
}

void throw_gdal_error(const fs::path& path, const std::string& complaint) {
  throw_write_error(path, complaint.empty() ? std::string("GDAL gives no reason") : complaint);
}

}  // namespace sise
