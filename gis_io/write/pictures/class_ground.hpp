// The colours of a class map as the ground of a picture.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/pictures/class_thumbnail.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"

namespace sise {

/// Pixels of the picture per pixel of the thumbnail, both ways.
[[nodiscard]] int enlargement(const ClassThumbnail& thumbnail);

/// Lines over "no answer": grey alone is taken for a class. `unit` as of draw_swatch().
[[nodiscard]] Hatch no_answer_hatch(const ClassScheme& scheme, double unit = 1.0);

[[nodiscard]] std::vector<LegendEntry> class_legend(const ClassScheme& scheme);

/// The ground that whole pixels of the thumbnail cover: up to one pixel more than the grid to the east and south.
[[nodiscard]] Bounds ground_of(const ClassThumbnail& thumbnail);

/// Over the whole map of the sheet.
void draw_classes(MapSheet& sheet, const ClassThumbnail& thumbnail, const ClassScheme& scheme);

}  // namespace sise
