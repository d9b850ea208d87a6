// GeoJSON as RFC 7946 wants it, one feature at a time, the same bytes on every machine.
#pragma once
#include <filesystem>
#include <string>

#include "core/grid/projection.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/vectors/feature.hpp"
#include "gis_io/write/vectors/geojson_geometry.hpp"

namespace sise {

struct GeoJsonOptions {
  std::string name;             ///< the layer's name
  std::string provenance_json;  ///< becomes the member "sise"; empty: none
  GeoJsonGeometryOptions geometry;
};

/// A FeatureCollection. finish() must be called. Throws OutputError when the file cannot be written, InputError when a
/// point lies outside the grid's CRS. The projection must outlive the writer.
class GeoJsonWriter {
 public:
  GeoJsonWriter(const std::filesystem::path& path, const Projection& projection, GeoJsonOptions options);

  void add(const Feature& feature);
  void finish();

 private:
  OutputFile file_;
  const Projection* projection_;
  GeoJsonOptions options_;
  bool first_ = true;
};

}  // namespace sise
