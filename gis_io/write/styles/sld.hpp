// Styles as the OGC writes them (SLD 1.1 with Symbology Encoding), for GeoServer, ArcGIS and others that do not read QML.
#pragma once
#include <string>

#include "gis_io/write/styles/layer_style.hpp"

namespace sise {

/// One UserStyle of the layer `name`. Entries that stand in a legend unticked are left out: SLD knows no such thing.
[[nodiscard]] std::string style_sld(const LayerStyle& style, const std::string& name, const Text& title);

}  // namespace sise
