// What stands around the map of a sheet. Not for use outside sheets.
#pragma once
#include <string>

#include "gis_io/write/sheets/graticule.hpp"
#include "gis_io/write/sheets/paper_sheet.hpp"

namespace sise {

inline constexpr double kGroundOpacity = 0.8;
/// What stands for "no answer" in grey.
[[nodiscard]] inline Hatch no_answer_hatch(const ClassScheme& scheme) {
  return {.rgb = scheme.no_answer_rgb, .width = 0.5, .apart = 4.0};
}

/// A name no longer than a map bears.
[[nodiscard]] std::string shortened(const std::string& name);

/// Returns where the map may begin.
double draw_title(CairoCanvas& canvas, double x, double y, double width, const PaperSheet& sheet,
                  SheetLanguage language);
/// `bottom` is the lower edge; returns where the map must end.
double draw_footer(CairoCanvas& canvas, double x, double bottom, double width, const PaperSheet& sheet,
                   SheetLanguage language);
/// North, scale, legend and notes, in type as large as lets all of it in.
void draw_column(CairoCanvas& canvas, const PaperBox& box, const PaperSheet& sheet, const MapPlace& place,
                 const SheetFormat& format);

}  // namespace sise
