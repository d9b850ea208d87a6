// What the writers of rasters in memory and of rows share. Internal to this folder.
#pragma once
#include <filesystem>

#include "core/grid/grid_spec.hpp"
#include "gis_io/write/rasters/cog.hpp"

namespace sise {

enum class SampleType { float32, byte };

/// Describes `source` (a GDALDatasetH with its pixels in place) and copies it to `path`, with its sidecar if it needs one.
void copy_to_cog(const std::filesystem::path& path, void* source, SampleType type, const GridSpec& grid,
                 const RasterDescription& description, const CogOptions& options);

/// "cannot write `path`", with GDAL's first complaint as the cause.
[[noreturn]] void throw_gdal_error(const std::filesystem::path& path, const std::string& complaint);

}  // namespace sise
