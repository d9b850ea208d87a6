// QGIS styles from a class scheme. QGIS finds NAME.qml beside NAME.tif and NAME.geojson and applies it unasked.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/rasters/raster_description.hpp"
#include "gis_io/write/styles/layer_style.hpp"
#include "gis_io/write/styles/shape.hpp"

namespace sise {

/// The scheme's classes in its order, then code 0, "no answer", and 255, "outside", where the scheme has it: for a class
/// raster's colour and attribute table.
[[nodiscard]] std::vector<Category> categories_of(const ClassScheme& scheme);

/// For NAME.tif holding class codes in band 1 and, if there is one, NAME.geojson with the code in `attribute`: both look
/// for the same NAME.qml, so one file carries both styles. The raster's nodata is shown in the scheme's grey for "outside",
/// where the scheme has none in that for "no answer".
[[nodiscard]] std::string class_style_qml(const ClassScheme& scheme, std::string_view attribute = "code");

/// For a raster of the graded quantity itself: each class one colour, cut at the scheme's bounds.
[[nodiscard]] std::string value_style_qml(const ClassScheme& scheme);

/// For a vector layer of any style. `more` are further elements, such as aliases of its fields.
[[nodiscard]] std::string style_qml(const LayerStyle& style, const std::string& more = {});

/// category_style(), rule_style() and contour_style() as QML.
[[nodiscard]] std::string category_style_qml(const ClassScheme& scheme, std::string_view attribute, Shape shape,
                                             std::optional<int> drawn = {});
[[nodiscard]] std::string rule_style_qml(const std::vector<StyleRule>& rules);
[[nodiscard]] std::string contour_style_qml(const ClassScheme& scheme, std::string_view attribute);

}  // namespace sise
