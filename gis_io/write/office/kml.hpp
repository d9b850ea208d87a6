// Results for responders: KML, and KMZ as Ovital and Google Earth open it from a telephone. WGS 84.
#pragma once
#include <string>
#include <vector>

#include "core/grid/projection.hpp"
#include "gis_io/write/office/vector_layer.hpp"

namespace sise {

struct KmlText {
  Text title;
  Text description;             ///< what it shows, and what the reader must know
  std::string provenance_json;  ///< a Data element of the document
};

/// One folder per layer, one placemark per feature that its style draws, in the style's colours; every property is in the
/// balloon under its name in both languages. Entries that are unticked in the legend are there, switched off. `icon` is the
/// address of the mark of points, in white, which takes the style's colour; empty: the viewer's own.
[[nodiscard]] std::string kml(const std::vector<VectorLayer>& layers, const Projection& projection, const KmlText& text,
                              const std::string& icon = {});

}  // namespace sise
