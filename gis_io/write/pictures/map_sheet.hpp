// A map with what belongs around it: title above, legend, scale bar and notes below.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "gis_io/write/pictures/canvas.hpp"
#include "gis_io/write/pictures/preview.hpp"

namespace sise {

/// What stands before the words of a legend.
enum class Swatch {
  box,
  dot,
  line,
  none,  ///< a heading: the words stand at the margin
};

struct LegendEntry {
  Rgb rgb{};
  double opacity = 1.0;
  Text label;
  std::optional<Rgb> dashed{};     ///< colour of a dashed outline instead of the grey frame
  std::optional<Hatch> hatched{};  ///< over the colour
  Swatch swatch = Swatch::box;
};

/// Where things stand on the sheet, in pixels, and the text broken into lines that fit.
struct SheetLayout {
  int width = 0;
  int height = 0;
  int map_x = 0;
  int map_y = 0;
  int map_width = 0;
  int map_height = 0;
  int legend_y = 0;
  int notes_y = 0;
  std::vector<std::string> title;     ///< in large letters
  std::vector<std::string> subtitle;  ///< in small ones
  std::vector<std::string> notes;
};

[[nodiscard]] SheetLayout lay_out(int map_width, int map_height, std::size_t legend_entries, const PreviewFrame& frame);

class MapSheet {
 public:
  /// The map shows `bounds`, as high as they are in proportion to `layout.map_width`. Draws all but the map.
  MapSheet(SheetLayout layout, const Bounds& bounds, const std::vector<LegendEntry>& legend, const PreviewFrame& frame);

  [[nodiscard]] Canvas& canvas() { return canvas_; }
  [[nodiscard]] const SheetLayout& layout() const { return layout_; }
  [[nodiscard]] Point to_pixel(Point point) const;
  [[nodiscard]] std::vector<Ring> to_pixels(const MultiPolygon& polygons) const;

  /// Keeps what is drawn next inside the map.
  void clip_to_map() { canvas_.clip_to(layout_.map_x, layout_.map_y, layout_.map_width, layout_.map_height); }
  /// The study area's outline, the marks and the map's frame: last, over the map.
  void finish(const PreviewFrame& frame);

 private:
  void draw_text();
  void draw_swatch(const LegendEntry& entry, int y);
  void draw_box(const LegendEntry& entry, int y);
  void draw_legend(const std::vector<LegendEntry>& legend, const PreviewFrame& frame);
  void draw_scale_bar();

  SheetLayout layout_;
  Bounds bounds_;
  double metres_per_pixel_;
  Canvas canvas_;
};

/// The largest of 1, 2 or 5 times a power of ten that is not above `length`.
[[nodiscard]] double round_length(double length);

}  // namespace sise
