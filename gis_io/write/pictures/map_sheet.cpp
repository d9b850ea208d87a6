#include "gis_io/write/pictures/map_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "gis_io/write/pictures/type.hpp"

namespace sise {
namespace {

constexpr double kMargin = 20.0;
constexpr double kLeastWidth = 760.0;  ///< of the text below a narrow map
constexpr double kGap = 8.0;
constexpr double kRow = 24.0;  ///< of the legend, at least
constexpr PaperBox kSwatch{kMargin, 3.0, 30.0, 15.0};
constexpr double kLabelX = kMargin + kSwatch.width + 10.0;
constexpr double kScaleShare = 0.25;  ///< of the width, right of the legend
constexpr double kMarkRadius = 4.0;

constexpr Rgb kInk{30, 30, 30};
constexpr Rgb kGrey{90, 90, 90};
constexpr Rgb kPaper{255, 255, 255};

std::string both(const Text& text) { return text.zh == text.en ? text.zh : text.zh + "  " + text.en; }

/// The study area and the marks stand last.
std::vector<LegendEntry> with_symbols(std::vector<LegendEntry> legend, const PreviewFrame& frame) {
  if (!frame.outline.empty()) {
    legend.push_back({kInk, 1.0, frame.outline_label});
    legend.back().swatch = Swatch::line;
  }
  if (!frame.marks.empty()) {
    legend.push_back({kPaper, 1.0, frame.marks_label});
    legend.back().swatch = Swatch::dot;
  }
  return legend;
}

double inner_width(double map_width) { return std::max(map_width, kLeastWidth); }

TypeStyle title_style(double width) { return {.size = 24.0, .bold = true, .rgb = kInk, .wrap = width}; }
TypeStyle note_style(double width) { return {.size = 13.0, .rgb = kGrey, .wrap = width}; }
TypeStyle label_style(const LegendEntry& entry, double inner) {
  const bool heading = entry.swatch == Swatch::none;
  const double room = (1.0 - kScaleShare) * inner - (heading ? 0.0 : kLabelX - kMargin);
  return {.size = 13.0, .bold = heading, .rgb = kInk, .wrap = room};
}

}  // namespace

void draw_swatch(Canvas& canvas, const LegendEntry& entry, const PaperBox& box, double unit) {
  const double middle = box.y + box.height / 2.0;
  switch (entry.swatch) {
    case Swatch::none:
      return;
    case Swatch::dot:
      canvas.dot({box.x + box.width / 2.0, middle}, kMarkRadius * unit, entry.rgb, kInk);
      return;
    case Swatch::line:
      canvas.line({{box.x, middle}, {box.x + box.width, middle}}, {entry.rgb, 2.0 * unit});
      return;
    case Swatch::box:
      canvas.fill(box, entry.rgb, entry.opacity);
      if (entry.hatched) {
        Hatch hatch = *entry.hatched;
        for (double* length : {&hatch.width, &hatch.apart, &hatch.shift}) *length *= unit;
        canvas.hatch(box, hatch);
      }
      canvas.frame(box, entry.dashed ? Stroke{*entry.dashed, 1.5 * unit, outline_dashes()} : Stroke{kGrey, unit});
      return;
  }
}

MapSheet::Layout MapSheet::lay_out(double map_width, double map_height, const std::vector<LegendEntry>& legend,
                                   const PreviewFrame& frame) {
  Layout layout;
  const double inner = inner_width(map_width);
  layout.width = std::ceil(inner + 2.0 * kMargin);
  double y = kMargin / 2.0 + text_height(frame.title.zh, title_style(inner));
  layout.subtitle_y = y;
  if (frame.title.en != frame.title.zh) y += text_height(frame.title.en, note_style(inner));
  // Whole pixels, so that cells are drawn sharp.
  layout.map = {std::round(kMargin + (inner - map_width) / 2.0), std::ceil(y + kGap), map_width, map_height};
  y = layout.map.y + map_height + kMargin;
  for (const LegendEntry& entry : legend) {
    layout.entries_y.push_back(y);
    y += std::max(kRow, text_height(both(entry.label), label_style(entry, inner)) + kGap / 2.0);
  }
  y += kGap;
  for (const Text& note : frame.notes) {
    for (const std::string* words : {&note.zh, &note.en}) {
      layout.notes_y.push_back(y);
      y += text_height(*words, note_style(inner));
    }
    y += kGap / 2.0;
  }
  layout.height = std::ceil(y + kMargin / 2.0);
  return layout;
}

MapSheet::MapSheet(const std::filesystem::path& path, double map_width, const Bounds& bounds,
                   std::vector<LegendEntry> legend, const PreviewFrame& frame)
    : frame_(frame),
      bounds_(bounds),
      legend_(with_symbols(std::move(legend), frame)),
      layout_(lay_out(map_width, std::round(map_width * (bounds.y_max - bounds.y_min) / (bounds.x_max - bounds.x_min)),
                      legend_, frame)),
      metres_per_pixel_((bounds.x_max - bounds.x_min) / map_width),
      canvas_(CairoCanvas::png(path, layout_.width, layout_.height, 1.0, frame.provenance_json)) {
  draw_text();
  draw_legend();
  draw_scale_bar();
  canvas_.clip_to(layout_.map);
}

Point MapSheet::to_pixel(Point point) const {
  return {layout_.map.x + (point.x - bounds_.x_min) / metres_per_pixel_,
          layout_.map.y + (bounds_.y_max - point.y) / metres_per_pixel_};
}

Line MapSheet::to_pixels(const Line& line) const {
  Line pixels;
  pixels.reserve(line.size());
  for (const Point& p : line) pixels.push_back(to_pixel(p));
  return pixels;
}

std::vector<Ring> MapSheet::to_pixels(const MultiPolygon& polygons) const {
  std::vector<Ring> rings;
  for (const Polygon& polygon : polygons) {
    rings.push_back(to_pixels(polygon.outer));
    for (const Ring& hole : polygon.holes) rings.push_back(to_pixels(hole));
  }
  return rings;
}

void MapSheet::draw_text() {
  const double inner = layout_.width - 2.0 * kMargin;
  canvas_.text(kMargin, kMargin / 2.0, frame_.title.zh, title_style(inner));
  if (frame_.title.en != frame_.title.zh) canvas_.text(kMargin, layout_.subtitle_y, frame_.title.en, note_style(inner));
  std::size_t line = 0;
  for (const Text& note : frame_.notes) {
    for (const std::string* words : {&note.zh, &note.en})
      canvas_.text(kMargin, layout_.notes_y[line++], *words, note_style(inner));
  }
}

void MapSheet::draw_legend() {
  const double inner = layout_.width - 2.0 * kMargin;
  for (std::size_t i = 0; i < legend_.size(); ++i) {
    const LegendEntry& entry = legend_[i];
    const double y = layout_.entries_y[i];
    draw_swatch(canvas_, entry, {kSwatch.x, y + kSwatch.y, kSwatch.width, kSwatch.height});
    canvas_.text(entry.swatch == Swatch::none ? kMargin : kLabelX, y, both(entry.label), label_style(entry, inner));
  }
}

void MapSheet::draw_scale_bar() {
  const double length_m = round_length(0.2 * layout_.map.width * metres_per_pixel_);
  const double length = length_m / metres_per_pixel_;
  const std::string label =
      length_m >= 1000.0 ? fmt::format("{} km", length_m / 1000.0) : fmt::format("{} m", length_m);
  const double right = layout_.width - kMargin;
  const double y = layout_.map.y + layout_.map.height + kMargin + 4.0;
  canvas_.fill({right - length, y, length, 3.0}, kInk);
  for (const double end : {right - length, right - 2.0}) canvas_.fill({end, y - 5.0, 2.0, 13.0}, kInk);
  canvas_.text(right - length / 2.0, y + 8.0, label, {.size = 13.0, .rgb = kInk, .align = Align::middle});
}

std::vector<PaperText> MapSheet::finish() {
  for (const Ring& ring : to_pixels(frame_.outline)) canvas_.line(ring, {.rgb = kInk, .width = 2.0, .opacity = 0.8});
  for (const Point& mark : frame_.marks) canvas_.dot(to_pixel(mark), kMarkRadius, kPaper, kInk);
  canvas_.unclip();
  const PaperBox& map = layout_.map;
  canvas_.frame({map.x - 0.5, map.y - 0.5, map.width + 1.0, map.height + 1.0}, {kInk, 1.0});
  canvas_.finish();
  return canvas_.texts();
}

double round_length(double length) {
  const double power = std::pow(10.0, std::floor(std::log10(length)));
  for (const double factor : {5.0, 2.0}) {
    if (factor * power <= length) return factor * power;
  }
  return power;
}

}  // namespace sise
