// What every picture is drawn on: previews, wind roses, F-N curves, event trees, scatter plots and maps on paper. Lengths are
// the drawing's own units, from the upper left corner: pixels of a picture, points (72 to the inch) of a sheet.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

struct PaperBox {
  double x = 0.0;
  double y = 0.0;
  double width = 0.0;
  double height = 0.0;

  [[nodiscard]] bool apart(const PaperBox& other) const;
  [[nodiscard]] bool within(const PaperBox& other) const;
};

enum class Align { left, middle, right };

struct TypeStyle {
  double size = 8.0;
  bool bold = false;
  Rgb rgb{30, 30, 30};
  bool halo = false;                ///< a white rim, over a map
  std::optional<double> wrap = {};  ///< broken into lines of this width; none: one line
  int most_lines = 0;               ///< what is longer ends with an ellipsis; 0: any number
  Align align = Align::left;        ///< what of the text stands at x; of one line
};

struct Stroke {
  Rgb rgb{};
  double width = 1.0;
  std::vector<double> dashes = {};
  double opacity = 1.0;
};

/// Parallel lines across an area. Several hatches over one place are seen side by side at different shifts.
struct Hatch {
  Rgb rgb{};
  double width = 2.0;
  double apart = 12.0;   ///< from line to line, along x
  double shift = 0.0;    ///< along x
  bool falling = false;  ///< from the upper left to the lower right; else the other way
};

class Canvas {
 public:
  Canvas() = default;
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;
  Canvas(Canvas&&) = default;
  Canvas& operator=(Canvas&&) = delete;
  virtual ~Canvas() = default;

  /// The inside of rings by the even-odd rule, so that holes stay empty.
  virtual void area(const std::vector<Ring>& rings, const Rgb& rgb, double opacity) = 0;
  virtual void line(const Line& line, const Stroke& stroke) = 0;
  virtual void dot(Point centre, double radius, const Rgb& rgb, const Rgb& rim) = 0;
  /// The upper edge of the type is at y.
  virtual void text(double x, double y, const std::string& text, const TypeStyle& style) = 0;
  /// Keeps what is drawn next inside the rings, until unclip(). Clips lie within one another.
  virtual void clip(const std::vector<Ring>& rings) = 0;
  virtual void unclip() = 0;

  void fill(const PaperBox& box, const Rgb& rgb, double opacity = 1.0);
  void frame(const PaperBox& box, const Stroke& stroke);
  void clip_to(const PaperBox& box);
  void hatch(const std::vector<Ring>& rings, const Hatch& hatch);
  void hatch(const PaperBox& box, const Hatch& hatch);
};

/// The dashes of what is possible or not judged, in pictures as in a GIS.
[[nodiscard]] const std::vector<double>& outline_dashes();

/// A box as a closed ring.
[[nodiscard]] Ring ring_of(const PaperBox& box);

}  // namespace sise
