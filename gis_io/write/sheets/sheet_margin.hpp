// What stands around the map of a sheet. Not for use outside sheets.
#pragma once
#include <string>

#include "gis_io/write/sheets/graticule.hpp"
#include "gis_io/write/sheets/paper_sheet.hpp"

namespace sise {

inline constexpr double kGroundOpacity = 0.8;
inline constexpr double kLegendUnit = 0.55;  ///< of a picture's signs

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
