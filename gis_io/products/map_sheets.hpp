// The sheets of `sise map`. Not for use outside products.
#pragma once
#include <string>
#include <vector>

#include "gis_io/products/open_project.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"

namespace sise {

struct MapOnSheet {
  const OpenProject& project;
  const Context& context;
  const ClassScheme& scheme;
  const ClassThumbnail& codes;
  const std::vector<VectorLayer>& layers;  ///< the uppermost first; the classes are the ground
  std::vector<std::string> warnings;       ///< codes
};

/// Throws ConfigError, OutputError where one of them could not be drawn: told before anything is computed.
void require_sheets(const std::vector<SheetFormat>& formats, const ClassScheme& scheme);

/// NAME.pdf and NAME.png of each. Returns the texts of each as they stand. Throws OutputError (also where the font is missing).
std::vector<std::vector<PaperText>> write_map_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& formats,
                                                     const MapOnSheet& map);

}  // namespace sise
