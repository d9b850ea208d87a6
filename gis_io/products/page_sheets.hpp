// `--sheet`: what a run's page shows when it opens, on paper. Not for use outside products.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis_io/products/open_project.hpp"
#include "gis_io/write/pages/map_page.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
#include "gis_io/write/provenance/output_set.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"

namespace sise {

/// What a sheet says beside what its page says.
struct SheetWords {
  std::string crs;                     ///< its name
  Text date{};                         ///< a line of the margin; empty: nothing dates it
  std::vector<ClassScheme> colours{};  ///< of all that the page shows first, the ground's first
  Text basis{};                        ///< by which limits, packs or levels, for the margin
  std::vector<Text> notes{};           ///< before those of the page
};

/// With the coordinate system; with the date of the data too; with the limits too.
[[nodiscard]] SheetWords sheet_words(const GridConfig& grid);
[[nodiscard]] SheetWords sheet_words(const ProjectConfig& config);
[[nodiscard]] SheetWords sheet_words(const OpenProject& project);

/// Which day the data are of; of no day: not given.
[[nodiscard]] Text dated(const std::string& day);
/// The basis of official grades.
[[nodiscard]] Text graded_by(const std::string& pack);

/// Throws ConfigError, OutputError where one of them could not be drawn: told before anything is computed.
void require_sheets(const std::vector<SheetFormat>& formats, const std::vector<ClassScheme>& colours);

/// NAME.pdf and NAME.png of each; `prefix` stands before all names.
[[nodiscard]] std::vector<std::string> sheet_files(const std::vector<SheetFormat>& formats,
                                                   const std::string& prefix = "");

/// What a sheet takes while it is drawn over colours of so many pixels.
[[nodiscard]] std::int64_t sheet_bytes(const std::vector<SheetFormat>& formats, std::int64_t pixels);

/// The layers that the page ticks at first, over its ground. Returns the texts of each sheet as they stand. Throws OutputError
/// (also where the font is missing).
std::vector<std::vector<PaperText>> write_page_sheets(const OutputSet& outputs, const std::vector<SheetFormat>& formats,
                                                      const MapPage& page, const SheetWords& words,
                                                      const std::string& prefix = "");

}  // namespace sise
