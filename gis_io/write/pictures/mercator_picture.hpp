// A class map as a web map wants it: north up on the sphere's Mercator projection (EPSG:3857), so that a picture laid between
// two corners lies right everywhere and not at the corners alone.
#pragma once
#include <string>

#include "core/criteria/class_scheme.hpp"
#include "core/grid/projection.hpp"
#include "core/grid/raster.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"

namespace sise {

/// Codes on pixels of Mercator metres.
struct MercatorCodes {
  double west_m = 0.0;  ///< outer edges
  double north_m = 0.0;
  double pixel_m = 0.0;  ///< Mercator metres: more than metres on the ground by 1 / cos(latitude)
  Raster<std::uint8_t> codes{};
  LonLat south_west;
  LonLat north_east;
};

/// A place in Mercator metres, and back.
[[nodiscard]] Point to_mercator(LonLat position);
[[nodiscard]] LonLat from_mercator(Point mercator);

/// Pixels are as large as those of the thumbnail at its middle. A pixel takes the worst class at four places in it, which are
/// so close that no pixel of the thumbnail falls between them. Throws InputError where the projection does not reach.
[[nodiscard]] MercatorCodes mercator_codes(const ClassThumbnail& thumbnail, const ClassScheme& scheme,
                                           const Projection& projection);

/// The codes in the scheme's colours as a PNG file; what lies outside is transparent. Throws OutputError naming `file`.
[[nodiscard]] std::string class_png(const RasterView<const std::uint8_t>& codes, const ClassScheme& scheme,
                                    const std::string& file);

}  // namespace sise
