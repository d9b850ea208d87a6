#include "gis_io/write/pictures/canvas.hpp"

#include <algorithm>
#include <cmath>

namespace sise {
namespace {

PaperBox around(const std::vector<Ring>& rings) {
  double left = INFINITY;
  double right = -INFINITY;
  double top = INFINITY;
  double bottom = -INFINITY;
  for (const Ring& ring : rings) {
    for (const Point& p : ring) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  }
  return {left, top, right - left, bottom - top};
}

}  // namespace

bool PaperBox::apart(const PaperBox& other) const {
  return x + width <= other.x || other.x + other.width <= x || y + height <= other.y || other.y + other.height <= y;
}

bool PaperBox::within(const PaperBox& other) const {
  return x >= other.x && y >= other.y && x + width <= other.x + other.width && y + height <= other.y + other.height;
}

const std::vector<double>& outline_dashes() {
  static const std::vector<double> kDashes{8.0, 5.0};
  return kDashes;
}

Ring ring_of(const PaperBox& box) {
  const double right = box.x + box.width;
  const double bottom = box.y + box.height;
  return {{box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}, {box.x, box.y}};
}

void Canvas::fill(const PaperBox& box, const Rgb& rgb, double opacity) { area({ring_of(box)}, rgb, opacity); }

void Canvas::frame(const PaperBox& box, const Stroke& stroke) { line(ring_of(box), stroke); }

void Canvas::clip_to(const PaperBox& box) { clip({ring_of(box)}); }

void Canvas::hatch(const PaperBox& box, const Hatch& hatch) { this->hatch({ring_of(box)}, hatch); }

/// All lines that can meet the rings, cut by them. They are counted from the picture's corner, so that the hatches of two areas
/// side by side go on in one another.
void Canvas::hatch(const std::vector<Ring>& rings, const Hatch& hatch) {
  const PaperBox box = around(rings);
  if (!(box.width > 0.0 && box.height > 0.0)) return;
  const double bottom = box.y + box.height;
  const double lean = hatch.falling ? 1.0 : -1.0;  // of x as y grows
  const double from = std::min(box.x - lean * box.y, box.x - lean * bottom);
  const double to = std::max(box.x + box.width - lean * box.y, box.x + box.width - lean * bottom);
  clip(rings);
  for (double k = std::ceil((from - hatch.shift) / hatch.apart); k * hatch.apart + hatch.shift <= to; k += 1.0) {
    const double x = k * hatch.apart + hatch.shift;
    line({{x + lean * box.y, box.y}, {x + lean * bottom, bottom}}, {hatch.rgb, hatch.width});
  }
  unclip();
}

}  // namespace sise
