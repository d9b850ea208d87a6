#include "gis_io/write/pictures/class_ground.hpp"

#include <algorithm>
#include <utility>

#include "gis_io/write/styles/shape.hpp"

namespace sise {
namespace {

constexpr std::int64_t kLeastMapPixels = 700;  ///< smaller class rasters are enlarged by whole pixels

Rgb colour_of(const ClassScheme& scheme, int code) {
  if (const SchemeClass* found = scheme.by_code(code)) return found->rgb;
  return code == ClassScheme::outside_code && scheme.outside ? scheme.outside->rgb : scheme.no_answer_rgb;
}

}  // namespace

int enlargement(const ClassThumbnail& thumbnail) {
  const std::int64_t longest = std::max(thumbnail.codes().columns(), thumbnail.codes().rows());
  return static_cast<int>(std::max<std::int64_t>(1, kLeastMapPixels / longest));
}

Hatch no_answer_hatch(const ClassScheme& scheme, double unit) {
  return {.rgb = darker(scheme.no_answer_rgb), .width = unit, .apart = 8.0 * unit};
}

std::vector<LegendEntry> class_legend(const ClassScheme& scheme) {
  std::vector<LegendEntry> legend;
  legend.reserve(scheme.classes.size() + 2);
  for (const SchemeClass& c : scheme.classes) legend.push_back({c.rgb, 1.0, c.label});
  legend.push_back({scheme.no_answer_rgb, 1.0, scheme.no_answer_label});
  legend.back().hatched = no_answer_hatch(scheme);
  if (scheme.outside) legend.push_back({scheme.outside->rgb, 1.0, scheme.outside->label});
  return legend;
}

Bounds ground_of(const ClassThumbnail& thumbnail) {
  const GridSpec& grid = thumbnail.grid();
  const double pixel_m = grid.cell_m * static_cast<double>(thumbnail.cells_per_pixel());
  return {grid.x_min, grid.y_max - pixel_m * static_cast<double>(thumbnail.codes().rows()),
          grid.x_min + pixel_m * static_cast<double>(thumbnail.codes().columns()), grid.y_max};
}

void draw_classes(MapSheet& sheet, const ClassThumbnail& thumbnail, const ClassScheme& scheme) {
  constexpr int kCodes = 256;
  std::vector<std::pair<int, Rgb>> colours;
  colours.reserve(kCodes);
  for (int code = 0; code < kCodes; ++code) colours.emplace_back(code, colour_of(scheme, code));
  sheet.canvas().codes(thumbnail.codes(), colours, sheet.map(), 1.0);
  sheet.canvas().hatch_code(thumbnail.codes(), ClassScheme::no_answer_code, sheet.map(), no_answer_hatch(scheme));
}

}  // namespace sise
