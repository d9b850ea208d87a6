// preview.png: what the maps show, for people without a GIS at hand.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/geometry/geometry.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/styles/shape.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A thumbnail of this many pixels leaves room for the frame within a picture 1600 pixels wide.
inline constexpr std::int64_t kPreviewMapPixels = 1560;

/// What both kinds of preview have around the map. Empty members are left out.
struct PreviewFrame {
  Text title;
  std::vector<Text> notes;  ///< what the reader must know: data gaps, what the colours do not contain
  MultiPolygon outline;     ///< of the study area
  Text outline_label;
  std::vector<Point> marks;  ///< hazardous units, or the source of a release
  Text marks_label;
  std::string provenance_json;
};

/// An area of a zones map, the largest first. Solid and light ones are filled in this order, each hiding what it covers; then
/// come the hatches of the others, each at its own phase, and all outlines. The legend names them the other way round and
/// shows them as they are drawn.
struct PreviewZone {
  MultiPolygon polygons;
  Rgb rgb{};
  AreaPaint paint = AreaPaint::solid;
  Text label;
};

/// The class map with the scheme's legend. Returns the texts as they stand: none is cut, none lies over another. Throws
/// OutputError.
std::vector<PaperText> write_class_preview(const std::filesystem::path& path, const ClassThumbnail& thumbnail,
                                           const ClassScheme& scheme, const PreviewFrame& frame);

/// Zones over a kilometre grid within `bounds`; returns as above. Throws OutputError.
std::vector<PaperText> write_zones_preview(const std::filesystem::path& path, const Bounds& bounds,
                                           const std::vector<PreviewZone>& zones, const PreviewFrame& frame);

}  // namespace sise
