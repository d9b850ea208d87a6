#include "gis_io/write/pictures/map_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "gis_io/write/pictures/bitmap_font.hpp"

namespace sise {
namespace {

constexpr int kMargin = 20;
constexpr int kLeastWidth = 760;  ///< of the text below a narrow map
constexpr int kLineHeight = 20;
constexpr int kTitleHeight = 38;
constexpr int kLegendHeight = 24;
constexpr int kSwatchWidth = 30;
constexpr int kLabelX = kMargin + kSwatchWidth + 10;
constexpr double kMarkRadius = 3.5;

constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kGrey{90, 90, 90};
constexpr Rgb kPaper{255, 255, 255};

std::string both(const Text& text) { return text.zh == text.en ? text.zh : text.zh + "  " + text.en; }

void append(std::vector<std::string>& lines, std::vector<std::string> more) {
  lines.insert(lines.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

int count(const std::vector<std::string>& lines) { return static_cast<int>(lines.size()); }

}  // namespace

SheetLayout lay_out(int map_width, int map_height, std::size_t legend_entries, const PreviewFrame& frame) {
  SheetLayout layout;
  const int inner = std::max(map_width, kLeastWidth);
  layout.width = inner + 2 * kMargin;
  layout.title = wrapped(frame.title.zh, inner / 2);
  if (frame.title.en != frame.title.zh) layout.subtitle = wrapped(frame.title.en, inner);
  for (const Text& note : frame.notes) {
    append(layout.notes, wrapped(note.zh, inner));
    append(layout.notes, wrapped(note.en, inner));
  }
  const std::size_t symbols = (frame.outline.empty() ? 0U : 1U) + (frame.marks.empty() ? 0U : 1U);
  layout.map_width = map_width;
  layout.map_height = map_height;
  layout.map_x = kMargin + (inner - map_width) / 2;
  layout.map_y = kMargin + count(layout.title) * kTitleHeight + count(layout.subtitle) * kLineHeight + kMargin / 2;
  layout.legend_y = layout.map_y + map_height + kMargin;
  layout.notes_y = layout.legend_y + static_cast<int>(legend_entries + symbols) * kLegendHeight + kMargin / 2;
  layout.height = layout.notes_y + count(layout.notes) * kLineHeight + kMargin;
  return layout;
}

MapSheet::MapSheet(SheetLayout layout, const Bounds& bounds, const std::vector<LegendEntry>& legend,
                   const PreviewFrame& frame)
    : layout_(std::move(layout)),
      bounds_(bounds),
      metres_per_pixel_((bounds.x_max - bounds.x_min) / layout_.map_width),
      canvas_(layout_.width, layout_.height, kPaper) {
  draw_text();
  draw_legend(legend, frame);
  draw_scale_bar();
}

Point MapSheet::to_pixel(Point point) const {
  return {layout_.map_x + (point.x - bounds_.x_min) / metres_per_pixel_,
          layout_.map_y + (bounds_.y_max - point.y) / metres_per_pixel_};
}

std::vector<Ring> MapSheet::to_pixels(const MultiPolygon& polygons) const {
  std::vector<Ring> rings;
  const auto add = [&](const Ring& ring) {
    Ring pixels;
    for (const Point& p : ring) pixels.push_back(to_pixel(p));
    rings.push_back(std::move(pixels));
  };
  for (const Polygon& polygon : polygons) {
    add(polygon.outer);
    for (const Ring& hole : polygon.holes) add(hole);
  }
  return rings;
}

void MapSheet::draw_text() {
  int y = kMargin;
  for (const std::string& line : layout_.title) {
    canvas_.text(kMargin, y, line, kInk, 2);
    y += kTitleHeight;
  }
  for (const std::string& line : layout_.subtitle) {
    canvas_.text(kMargin, y, line, kGrey);
    y += kLineHeight;
  }
  y = layout_.notes_y;
  for (const std::string& line : layout_.notes) {
    canvas_.text(kMargin, y, line, kGrey);
    y += kLineHeight;
  }
}

void MapSheet::draw_swatch(const LegendEntry& entry, int y) {
  const double middle_y = y + kGlyphHeight / 2.0;
  switch (entry.swatch) {
    case Swatch::none:
      return;
    case Swatch::dot:
      canvas_.dot({kMargin + kSwatchWidth / 2.0, middle_y}, kMarkRadius + 1.0, entry.rgb, kInk);
      return;
    case Swatch::line: {
      const std::array<Point, 2> sample{Point{kMargin, middle_y}, Point{kMargin + kSwatchWidth, middle_y}};
      canvas_.line(sample, entry.rgb, 2.0);
      return;
    }
    case Swatch::box:
      draw_box(entry, y);
      return;
  }
}

void MapSheet::draw_box(const LegendEntry& entry, int y) {
  for (int row = 0; row < kGlyphHeight; ++row) {
    for (int column = 0; column < kSwatchWidth; ++column)
      canvas_.blend(kMargin + column, y + row, entry.rgb, entry.opacity);
  }
  if (entry.hatched) {
    const double left = kMargin;
    const double right = kMargin + kSwatchWidth;
    const double top = y;
    const double bottom = y + kGlyphHeight;
    const Ring swatch{{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}};
    canvas_.hatch(std::array{swatch}, *entry.hatched);
  }
  if (entry.dashed) {
    const double left = kMargin + 0.5;
    const double right = kMargin + kSwatchWidth - 0.5;
    const double top = y + 0.5;
    const double bottom = y + kGlyphHeight - 0.5;
    const std::array<Point, 5> box{{{left, top}, {right, top}, {right, bottom}, {left, bottom}, {left, top}}};
    canvas_.dashed_line(box, *entry.dashed, 1.5);
  } else {
    canvas_.frame(kMargin, y, kSwatchWidth, kGlyphHeight, kGrey);
  }
}

void MapSheet::draw_legend(const std::vector<LegendEntry>& legend, const PreviewFrame& frame) {
  int y = layout_.legend_y;
  for (const LegendEntry& entry : legend) {
    draw_swatch(entry, y);
    canvas_.text(entry.swatch == Swatch::none ? kMargin : kLabelX, y, both(entry.label), kInk);
    y += kLegendHeight;
  }
  const double middle = kMargin + kSwatchWidth / 2.0;
  if (!frame.outline.empty()) {
    const std::array<Point, 2> sample{Point{kMargin, y + 8.0}, Point{kMargin + kSwatchWidth, y + 8.0}};
    canvas_.line(sample, kInk, 2.0);
    canvas_.text(kLabelX, y, both(frame.outline_label), kInk);
    y += kLegendHeight;
  }
  if (!frame.marks.empty()) {
    canvas_.dot({middle, y + 8.0}, kMarkRadius, kPaper, kInk);
    canvas_.text(kLabelX, y, both(frame.marks_label), kInk);
  }
}

void MapSheet::draw_scale_bar() {
  const double length_m = round_length(0.2 * layout_.map_width * metres_per_pixel_);
  const int length = static_cast<int>(std::lround(length_m / metres_per_pixel_));
  const std::string label =
      length_m >= 1000.0 ? fmt::format("{} km", length_m / 1000.0) : fmt::format("{} m", length_m);
  const int right = layout_.width - kMargin;
  const int y = layout_.legend_y + 4;
  canvas_.fill_rectangle(right - length, y, length, 3, kInk);
  canvas_.fill_rectangle(right - length, y - 5, 2, 13, kInk);
  canvas_.fill_rectangle(right - 2, y - 5, 2, 13, kInk);
  canvas_.text(right - length / 2 - text_width(label) / 2, y + 12, label, kInk);
}

void MapSheet::finish(const PreviewFrame& frame) {
  clip_to_map();
  for (const Ring& ring : to_pixels(frame.outline)) canvas_.line(ring, kInk, 2.0, 0.8);
  for (const Point& mark : frame.marks) canvas_.dot(to_pixel(mark), kMarkRadius, kPaper, kInk);
  canvas_.clip_to_all();
  canvas_.frame(layout_.map_x - 1, layout_.map_y - 1, layout_.map_width + 2, layout_.map_height + 2, kInk);
}

double round_length(double length) {
  const double power = std::pow(10.0, std::floor(std::log10(length)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * power <= length) return factor * power;
  }
  return power;
}

}  // namespace sise
