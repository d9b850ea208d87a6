// Several layers with their styles in one GeoPackage, whose bytes depend on its content alone.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/grid/progress.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

/// Layers that somebody else owns: a register's are large.
using LayerList = std::vector<const VectorLayer*>;

struct GeoPackageText {
  std::string title;
  std::string provenance_json;  ///< the item SISE_PROVENANCE of the file's metadata
};

/// One table per layer, in `crs` (the grid's), each of one kind of geometry (by_kind()), with a spatial index, aliases of its
/// fields in both languages, and its style as QML and SLD in `layer_styles`, the table in which QGIS looks for the default
/// style. Dates are fixed: no clock reaches the file. Throws OutputError, Interrupted.
void write_geopackage(const std::filesystem::path& path, const std::string& crs, const LayerList& layers,
                      const GeoPackageText& text, Progress* progress = nullptr);
void write_geopackage(const std::filesystem::path& path, const std::string& crs, const std::vector<VectorLayer>& layers,
                      const GeoPackageText& text, Progress* progress = nullptr);

}  // namespace sise
