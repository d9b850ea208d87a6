// A run's map as one page that opens in any browser, without a network and without a server.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/grid/projection.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/pages/page_layers.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "models/base/text.hpp"

namespace sise {

/// A line of the table beside the map.
struct PageShare {
  Text label;
  Rgb rgb{};
  double area_m2 = 0.0;
  std::optional<double> people;  ///< none: not known
};

struct PageShares {
  Text title;
  std::vector<PageShare> rows;
  bool parts = true;  ///< of one whole, so that shares add up to 1; zones within one another do not
};

/// The colours of a class map, laid under the layers.
struct PageGround {
  const ClassThumbnail& codes;
  const ClassScheme& scheme;
};

struct MapPage {
  /// Keeps references. `shown` is what the page shows first, in the grid's CRS.
  MapPage(const Projection& to_degrees, const Context& below, const Bounds& shown)
      : projection(to_degrees), context(below), extent(shown) {}

  const Projection& projection;
  const Context& context;
  Bounds extent;
  Text title;
  Text date;                ///< of the data, as a note before the others; empty: none
  std::vector<Text> notes;  ///< what the reader must know
  std::optional<PageGround> ground;
  std::vector<PageLayer> layers;  ///< the uppermost first
  MultiPolygon outline;           ///< of the study area; empty: none
  PageShares shares;
  std::string provenance_json;
};

/// Pixels of a class map on a page, each way: as large as a browser draws without trouble.
inline constexpr std::int64_t kPageMapPixels = 4096;

/// The whole page as HTML: Leaflet, what draws the map, and the data as one JSON block. The same bytes for the same run. Texts of
/// the input stand in the data alone and are never read as markup; a content security policy lets no other script run and
/// nothing be fetched but the project's own tiles. Throws InputError where the projection does not reach, OutputError.
[[nodiscard]] std::string map_page_html(const MapPage& page);

}  // namespace sise
