// A map on paper: title, map with context, names and graticule, legend, north, scale, date, source, what is not in it.
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/grid/projection.hpp"
#include "gis_io/read/context/context_layer.hpp"
#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"
#include "models/base/text.hpp"

namespace sise {

struct PaperSheet {
  Text title;
  Bounds extent;  ///< of the map, in the grid's CRS
  const Projection& projection;
  const ClassThumbnail* ground = nullptr;  ///< null: none
  const ClassScheme* scheme = nullptr;     ///< of the ground
  std::vector<ClassScheme> colours;        ///< all of whose colours the sheet has, the ground's first
  std::vector<const VectorLayer*> layers;  ///< the uppermost first
  const Context& context;
  MultiPolygon outline;         ///< of the study area; empty: none
  std::vector<Text> notes;      ///< what the reader must know, what is not in the map
  std::vector<Text> margin;     ///< date of the data, source
  std::string provenance_json;  ///< of the PDF file
};

/// Writes NAME.pdf and NAME.png (200 dots to the inch) of equal drawing. Returns the texts as they stand: none is clipped, none
/// lies over another. Throws OutputError (also where the font is missing).
std::vector<PaperText> write_paper_sheet(const std::filesystem::path& pdf, const std::filesystem::path& png,
                                         const PaperSheet& sheet, const SheetFormat& format);

/// Throws OutputError("missing_font") where the machine lacks a font that sheets are set in: another one would be another sheet.
void require_sheet_font();

/// The next round scale that is not larger: 120,000 of 117,300.
[[nodiscard]] double round_scale(double denominator);

}  // namespace sise
