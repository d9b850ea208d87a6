// A map with what belongs around it: title above, legend, scale bar and notes below.
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/geometry.hpp"
#include "gis_io/write/pictures/cairo_canvas.hpp"
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

/// The sign of an entry within the box: dots, lines and hatches are `unit` times as large as on a picture.
void draw_swatch(Canvas& canvas, const LegendEntry& entry, const PaperBox& box, double unit = 1.0);

class MapSheet {
 public:
  /// The map is `map_width` pixels wide, as high as `bounds` are in proportion. Draws all but the map, in which drawing
  /// is kept from then on. Throws OutputError.
  MapSheet(const std::filesystem::path& path, double map_width, const Bounds& bounds, std::vector<LegendEntry> legend,
           const PreviewFrame& frame);

  [[nodiscard]] CairoCanvas& canvas() { return canvas_; }
  [[nodiscard]] const PaperBox& map() const { return layout_.map; }
  [[nodiscard]] Point to_pixel(Point point) const;
  [[nodiscard]] Line to_pixels(const Line& line) const;
  [[nodiscard]] std::vector<Ring> to_pixels(const MultiPolygon& polygons) const;

  /// The study area's outline, the marks and the map's frame over the map; then the file. Returns the texts as they stand. Throws
  /// OutputError.
  std::vector<PaperText> finish();

 private:
  /// Where things stand, in pixels.
  struct Layout {
    double width = 0.0;
    double height = 0.0;
    PaperBox map;
    double subtitle_y = 0.0;
    std::vector<double> entries_y;
    std::vector<double> notes_y;
  };
  static Layout lay_out(double map_width, double map_height, const std::vector<LegendEntry>& legend,
                        const PreviewFrame& frame);
  void draw_text();
  void draw_legend();
  void draw_scale_bar();

  const PreviewFrame& frame_;
  Bounds bounds_;
  std::vector<LegendEntry> legend_;
  Layout layout_;
  double metres_per_pixel_;
  CairoCanvas canvas_;
};

/// The largest of 1, 2 or 5 times a power of ten that is not above `length`.
[[nodiscard]] double round_length(double length);

}  // namespace sise
