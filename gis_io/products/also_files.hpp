// What `--also` writes: the layers of a run in the files that an office and responders open. Not for use outside products.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/products/also_formats.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/provenance/output_set.hpp"

namespace sise {

/// BASE.gpkg, BASE.qgs, BASE.kml, BASE.kmz, and one .sld per layer, as far as they were asked for. `layers` is {BASE} where the
/// styles are in one file.
[[nodiscard]] std::vector<std::string> also_files(const AlsoFormats& formats, const std::string& base,
                                                  const std::vector<std::string>& layers);

/// What so many rows take in memory on their way into these formats.
[[nodiscard]] std::int64_t also_bytes(const AlsoFormats& formats, std::int64_t rows);

struct AlsoContent {
  std::string base;  ///< "zones"
  Text title;
  Text description;  ///< what a reader must know
  std::string crs;
  Bounds extent;
  const Projection& projection;
  std::string provenance_json;
  std::vector<VectorLayer> layers;  ///< the uppermost first, with the names that also_files() was told
  bool styles_together = false;     ///< BASE.sld with the style of every layer instead of a file for each
};

/// The one layer of a run in its project's grid, under the layer's name.
struct OpenProject;
[[nodiscard]] AlsoContent also_content(const OpenProject& project, VectorLayer layer);

/// Throws OutputError.
void write_also(const OutputSet& outputs, const AlsoFormats& formats, AlsoContent content);

}  // namespace sise
