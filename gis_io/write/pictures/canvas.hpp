// A small picture to draw on: pixels with the origin at the upper left, x to the right, y downwards.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "core/geometry/geometry.hpp"

namespace sise {

/// Lines from the lower left to the upper right. Several hatches over one place are seen side by side at different phases.
struct Hatch {
  Rgb rgb{};
  int phase = 0;
};

class Canvas {
 public:
  Canvas(int width, int height, Rgb background);

  [[nodiscard]] int width() const { return width_; }
  [[nodiscard]] int height() const { return height_; }
  [[nodiscard]] Rgb at(int x, int y) const;
  /// One colour channel of all pixels starts at `channel`, three bytes apart.
  [[nodiscard]] const std::vector<std::uint8_t>& bytes() const { return bytes_; }

  /// What falls outside the picture is left out by all of these. Opacity and coverage are in [0, 1].
  void blend(int x, int y, Rgb colour, double opacity);
  void fill_rectangle(int x, int y, int width, int height, Rgb colour);
  void frame(int x, int y, int width, int height, Rgb colour);
  /// A smooth line of points in pixel coordinates.
  void line(std::span<const Point> points, Rgb colour, double width, double opacity = 1.0);
  /// Eight pixels drawn, five not, counted along the line.
  void dashed_line(std::span<const Point> points, Rgb colour, double width);
  /// The inside of rings in pixel coordinates by the even-odd rule, so that holes stay empty.
  void fill(std::span<const Ring> rings, Rgb colour, double opacity);
  /// Lines across the inside of rings.
  void hatch(std::span<const Ring> rings, const Hatch& hatch);
  /// A filled circle with a rim.
  void dot(Point centre, double radius, Rgb colour, Rgb rim);
  void text(int x, int y, std::string_view utf8, Rgb colour, int scale = 1);

  /// Drawing is kept inside this rectangle until the next call.
  void clip_to(int x, int y, int width, int height);
  void clip_to_all() { clip_to(0, 0, width_, height_); }

 private:
  void segment(Point a, Point b, Rgb colour, double width, double opacity);

  int width_;
  int height_;
  std::vector<std::uint8_t> bytes_;
  int clip_left_ = 0;
  int clip_top_ = 0;
  int clip_right_ = 0;
  int clip_bottom_ = 0;
};

}  // namespace sise
