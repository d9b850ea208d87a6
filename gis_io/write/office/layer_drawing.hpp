// Draws a layer as its style says, on whatever canvas: on pictures and on paper alike.
#pragma once
#include <functional>
#include <utility>
#include <vector>

#include "gis_io/write/office/vector_layer.hpp"
#include "gis_io/write/pictures/canvas.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"

namespace sise {

/// How large its signs are, in the drawing's units.
struct SignSizes {
  double dot = 4.5;  ///< radius
  double line = 2.0;
  double edge = 1.5;    ///< of areas
  double firm = 2.0;    ///< edge of what is painted
  double hatch = 2.0;   ///< width of its lines
  double apart = 12.0;  ///< from one to the next
};

class LayerDrawing {
 public:
  /// `at` says where a place of the map stands on the canvas. Keeps a reference to the canvas.
  LayerDrawing(Canvas& canvas, std::function<Point(Point)> at, const SignSizes& sizes)
      : canvas_(canvas), at_(std::move(at)), sizes_(sizes) {}

  /// The worst on top: entries are drawn from the last to the first, as a legend lists the worst first.
  void draw(const VectorLayer& layer);

  /// Points so close together that no eye and no printer tells them apart are one.
  [[nodiscard]] Line on_canvas(const Line& line) const;
  [[nodiscard]] std::vector<Ring> on_canvas(const MultiPolygon& polygons) const;
  /// Every dot so far, on the canvas.
  [[nodiscard]] const std::vector<Point>& dots() const { return dots_; }

 private:
  void draw_feature(const Geometry& geometry, const StyleEntry& entry, Symbol symbol);
  void draw_area(const std::vector<Ring>& rings, const StyleEntry& entry, Symbol symbol);
  void draw_painted(const std::vector<Ring>& rings, const StyleEntry& entry);
  void draw_edge(const std::vector<Ring>& rings, const Stroke& stroke);
  void draw_dot(Point place, const StyleEntry& entry);
  [[nodiscard]] Hatch hatch_of(const StyleEntry& entry, const Rgb& rgb) const;

  Canvas& canvas_;
  std::function<Point(Point)> at_;
  SignSizes sizes_;
  std::vector<Point> dots_;
};

/// The entries of a layer's legend that some feature is drawn by.
[[nodiscard]] std::vector<LegendEntry> drawn_legend(const VectorLayer& layer);

}  // namespace sise
