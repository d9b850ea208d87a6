// Styles as the OGC writes them (SLD 1.1 with Symbology Encoding), for GeoServer, ArcGIS and others that do not read QML.
#pragma once
#include <string>
#include <vector>

#include "gis_io/write/styles/layer_style.hpp"

namespace sise {

struct NamedStyle {
  std::string name;  ///< of the layer
  Text title;
  const LayerStyle& style;
};

/// One UserStyle per layer. Entries that stand in a legend unticked are left out: SLD knows no such thing.
[[nodiscard]] std::string styles_sld(const std::vector<NamedStyle>& layers);

/// Of one layer.
[[nodiscard]] std::string style_sld(const LayerStyle& style, const std::string& name, const Text& title);

}  // namespace sise
