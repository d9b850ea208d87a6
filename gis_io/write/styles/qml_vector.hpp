// The parts of a QGIS style that say how a vector layer is drawn; a .qml file and a project file both hold them.
#pragma once
#include <string>

#include "gis_io/write/styles/layer_style.hpp"

namespace sise {

/// <renderer-v2> and <layerGeometryType>.
[[nodiscard]] std::string vector_renderer_qml(const LayerStyle& style);

/// <labeling> and <labelsEnabled>; empty where the style has no labels.
[[nodiscard]] std::string labels_qml(const LayerStyle& style);

/// The style's legend label, Chinese first.
[[nodiscard]] std::string legend_text(const Text& label);

/// Conditions as an expression of QGIS: "level" = 'red' AND NOT "certain".
[[nodiscard]] std::string qgis_filter(const std::vector<Condition>& where);

}  // namespace sise
