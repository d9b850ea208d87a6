#include "gis_io/write/pictures/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "gis_io/write/pictures/bitmap_font.hpp"

namespace sise {
namespace {

double distance_to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double length2 = dx * dx + dy * dy;
  const double t = length2 > 0.0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length2, 0.0, 1.0) : 0.0;
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

/// How much of a pixel lies within `radius` of something `distance` away from its centre, near enough for the eye.
double coverage(double distance, double radius) { return std::clamp(radius + 0.5 - distance, 0.0, 1.0); }

Point centre_of(int x, int y) { return {x + 0.5, y + 0.5}; }

int clamped(double value, int low, int high) {
  return static_cast<int>(std::clamp(value, static_cast<double>(low), static_cast<double>(high)));
}

/// Where the rings cross the horizontal line through y, from left to right.
std::vector<double> crossings(std::span<const Ring> rings, double y) {
  std::vector<double> xs;
  for (const Ring& ring : rings) {
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const Point& a = ring[i];
      const Point& b = ring[i + 1];
      if ((a.y <= y) != (b.y <= y)) xs.push_back(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
    }
  }
  std::sort(xs.begin(), xs.end());
  return xs;
}

}  // namespace

Canvas::Canvas(int width, int height, Rgb background)
    : width_(width), height_(height), bytes_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3) {
  clip_to_all();
  fill_rectangle(0, 0, width, height, background);
}

void Canvas::clip_to(int x, int y, int width, int height) {
  clip_left_ = std::max(x, 0);
  clip_top_ = std::max(y, 0);
  clip_right_ = std::min(x + width, width_);
  clip_bottom_ = std::min(y + height, height_);
}

Rgb Canvas::at(int x, int y) const {
  const std::size_t i =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 3;
  return {bytes_[i], bytes_[i + 1], bytes_[i + 2]};
}

void Canvas::blend(int x, int y, Rgb colour, double opacity) {
  if (x < clip_left_ || x >= clip_right_ || y < clip_top_ || y >= clip_bottom_ || opacity <= 0.0) return;
  const std::size_t i =
      (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x)) * 3;
  for (std::size_t channel = 0; channel < 3; ++channel) {
    const double mixed = bytes_[i + channel] * (1.0 - opacity) + colour.at(channel) * opacity;
    bytes_[i + channel] = static_cast<std::uint8_t>(std::lround(mixed));
  }
}

void Canvas::fill_rectangle(int x, int y, int width, int height, Rgb colour) {
  for (int row = std::max(y, clip_top_); row < std::min(y + height, clip_bottom_); ++row) {
    for (int column = std::max(x, clip_left_); column < std::min(x + width, clip_right_); ++column) {
      blend(column, row, colour, 1.0);
    }
  }
}

void Canvas::frame(int x, int y, int width, int height, Rgb colour) {
  fill_rectangle(x, y, width, 1, colour);
  fill_rectangle(x, y + height - 1, width, 1, colour);
  fill_rectangle(x, y, 1, height, colour);
  fill_rectangle(x + width - 1, y, 1, height, colour);
}

void Canvas::segment(Point a, Point b, Rgb colour, double width, double opacity) {
  const double reach = width / 2.0 + 1.0;
  const int left = clamped(std::floor(std::min(a.x, b.x) - reach), clip_left_, clip_right_);
  const int right = clamped(std::ceil(std::max(a.x, b.x) + reach), clip_left_, clip_right_);
  const int top = clamped(std::floor(std::min(a.y, b.y) - reach), clip_top_, clip_bottom_);
  const int bottom = clamped(std::ceil(std::max(a.y, b.y) + reach), clip_top_, clip_bottom_);
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      blend(x, y, colour, opacity * coverage(distance_to_segment(centre_of(x, y), a, b), width / 2.0));
    }
  }
}

void Canvas::line(std::span<const Point> points, Rgb colour, double width, double opacity) {
  for (std::size_t i = 0; i + 1 < points.size(); ++i) segment(points[i], points[i + 1], colour, width, opacity);
}

void Canvas::dashed_line(std::span<const Point> points, Rgb colour, double width) {
  constexpr double kDash = 8.0;
  constexpr double kPeriod = 13.0;
  double along = 0.0;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point from = points[i];
    const Point to = points[i + 1];
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    const auto at = [&](double distance) {
      const double share = distance / length;
      return Point{std::lerp(from.x, to.x, share), std::lerp(from.y, to.y, share)};
    };
    for (double done = 0.0; done < length;) {
      const double phase = std::fmod(along + done, kPeriod);
      const double step = std::min(length - done, (phase < kDash ? kDash : kPeriod) - phase);
      if (phase < kDash) segment(at(done), at(done + step), colour, width, 1.0);
      done += std::max(step, 1e-6);
    }
    along += length;
  }
}

void Canvas::fill(std::span<const Ring> rings, Rgb colour, double opacity) {
  for (int y = clip_top_; y < clip_bottom_; ++y) {
    const std::vector<double> xs = crossings(rings, y + 0.5);
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
      const int from = clamped(std::ceil(xs[i] - 0.5), clip_left_, clip_right_);
      const int to = clamped(std::ceil(xs[i + 1] - 0.5), clip_left_, clip_right_);
      for (int x = from; x < to; ++x) blend(x, y, colour, opacity);
    }
  }
}

void Canvas::hatch(std::span<const Ring> rings, const Hatch& hatch) {
  constexpr int kPeriod = 12;
  constexpr int kShift = 4;
  constexpr int kWidth = 2;
  for (int y = clip_top_; y < clip_bottom_; ++y) {
    const std::vector<double> xs = crossings(rings, y + 0.5);
    for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
      const int from = clamped(std::ceil(xs[i] - 0.5), clip_left_, clip_right_);
      const int to = clamped(std::ceil(xs[i + 1] - 0.5), clip_left_, clip_right_);
      for (int x = from; x < to; ++x) {
        if ((x + y + kShift * hatch.phase) % kPeriod < kWidth) blend(x, y, hatch.rgb, 1.0);
      }
    }
  }
}

void Canvas::dot(Point centre, double radius, Rgb colour, Rgb rim) {
  constexpr double kRim = 1.5;
  const int reach = static_cast<int>(std::ceil(radius + kRim)) + 1;
  const int middle_x = static_cast<int>(std::floor(centre.x));
  const int middle_y = static_cast<int>(std::floor(centre.y));
  for (int y = middle_y - reach; y <= middle_y + reach; ++y) {
    for (int x = middle_x - reach; x <= middle_x + reach; ++x) {
      const Point p = centre_of(x, y);
      const double distance = std::hypot(p.x - centre.x, p.y - centre.y);
      blend(x, y, rim, coverage(distance, radius + kRim));
      blend(x, y, colour, coverage(distance, radius));
    }
  }
}

void Canvas::text(int x, int y, std::string_view utf8, Rgb colour, int scale) {
  for (const Glyph& glyph : glyphs_of(utf8)) {
    for (int row = 0; row < kGlyphHeight; ++row) {
      for (int column = 0; column < glyph.width; ++column) {
        const auto bit = static_cast<unsigned>(glyph.width - 1 - column);
        if ((static_cast<unsigned>(glyph.rows.at(static_cast<std::size_t>(row))) >> bit & 1U) != 0) {
          fill_rectangle(x + column * scale, y + row * scale, scale, scale, colour);
        }
      }
    }
    x += glyph.width * scale;
  }
}

}  // namespace sise
