#include "gis_io/write/sheets/sheet_margin.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gis_io/write/office/layer_drawing.hpp"
#include "gis_io/write/pictures/class_ground.hpp"
#include "gis_io/write/pictures/map_sheet.hpp"
#include "gis_io/write/pictures/type.hpp"
#include "gis_io/write/sheets/context_look.hpp"

namespace sise {
namespace {

constexpr Rgb kMarginInk{30, 30, 30};
constexpr double kLegendDot = 2.2;

/// Draws the column from top to bottom, or only finds out how long it is.
class Column {
 public:
  Column(CairoCanvas& canvas, const PaperBox& box, double factor, bool draws, const SheetFormat& format)
      : canvas_(canvas), box_(box), y_(box.y), factor_(factor), draws_(draws), format_(format) {}

  [[nodiscard]] double end() const { return y_; }
  void skip(double points) { y_ += points * factor_; }

  void words(const Text& text, double size, bool bold, double indent = 0.0) {
    const TypeStyle style{.size = size * factor_, .bold = bold, .wrap = box_.width - indent};
    const std::string said = words_of(text, format_.language);
    const double x = box_.x + indent;
    if (draws_) canvas_.text(x, y_, said, style);
    y_ += text_height(said, style) + 1.0 * factor_;
  }

  template <class Draw>
  void entry(const Text& label, const Draw& draw_swatch) {
    constexpr double kSize = 7.0;
    const PaperBox swatch{box_.x + 2.0, y_ + 2.0 * factor_, 12.0 * factor_, 7.0 * factor_};
    if (draws_) draw_swatch(canvas_, swatch);
    words(label, kSize, false, swatch.width + 8.0);
  }

  void entry(const LegendEntry& shown) {
    entry(shown.label, [&](CairoCanvas& canvas, const PaperBox& box) {
      canvas.fill(box, {255, 255, 255});
      draw_swatch(canvas, shown, box, kLegendUnit);
    });
  }

  void north(const MapPlace& place, const Projection& projection) {
    const double height = 26.0 * factor_;
    const double x = box_.x + 8.0 * factor_;
    if (draws_) {
      canvas_.area({{{x, y_}, {x + 6.0 * factor_, y_ + height}, {x, y_ + 0.75 * height}, {x, y_}}}, kMarginInk, 1.0);
      canvas_.line({{x, y_}, {x - 6.0 * factor_, y_ + height}, {x, y_ + 0.75 * height}, {x, y_}}, {kMarginInk, 0.6});
    }
    constexpr double kSeen_deg = 0.05;
    const double off = projection.convergence_deg(place.middle);
    const bool same = std::abs(off) < kSeen_deg;
    const char* side_en = off > 0.0 ? "west" : "east";
    const char* side_zh = off > 0.0 ? "西" : "东";
    const double start = y_;
    words(same ? Text{"N (grid north is true north here)", "北 (坐标北与真北一致)"}
               : Text{fmt::format("N (grid north; true north {:.1f}° to the {})", std::abs(off), side_en),
                      fmt::format("北 (坐标北; 真北偏{} {:.1f}°)", side_zh, std::abs(off))},
          7.0, false, 22.0 * factor_);
    y_ = std::max(y_, start + height) + 4.0 * factor_;
  }

  void scale(const MapPlace& place) {
    const double length_m = round_length(0.6 * box_.width / place.points_per_m);
    const double width = length_m * place.points_per_m;
    const double height = 3.0 * factor_;
    if (draws_) {
      canvas_.fill({box_.x, y_, width / 2.0, height}, kMarginInk);
      canvas_.frame({box_.x, y_, width, height}, {kMarginInk, 0.6});
    }
    y_ += height + 1.0;
    const std::string bar =
        length_m >= 1000.0 ? fmt::format("{:g} km", length_m / 1000.0) : fmt::format("{:g} m", length_m);
    const std::string text = fmt::format("{}    1 : {:.0f}", bar, place.scale);
    words({text, text}, 7.0, false);
    skip(4.0);
  }

 private:
  CairoCanvas& canvas_;
  PaperBox box_;
  double y_;
  double factor_;
  bool draws_;
  SheetFormat format_;
};

void legend_of(Column& column, const VectorLayer& layer) {
  const std::vector<LegendEntry> entries = drawn_legend(layer);
  if (entries.empty()) return;
  column.words(layer.title, 8.0, true);
  for (const LegendEntry& entry : entries) column.entry(entry);
  column.skip(3.0);
}

void legend_of(Column& column, const ClassScheme& scheme) {
  column.words(scheme.title, 8.0, true);
  for (const SchemeClass& c : scheme.classes) column.entry({c.rgb, kGroundOpacity, c.label});
  LegendEntry unknown{scheme.no_answer_rgb, kGroundOpacity, scheme.no_answer_label};
  unknown.hatched = no_answer_hatch(scheme);
  column.entry(unknown);
  column.skip(3.0);
}

void legend_of(Column& column, const ContextLayer& layer) {
  if (layer.features.empty()) return;
  const ContextLook look = look_of(layer.kind);
  const Geometry& first = layer.features.front().geometry;
  const bool areas = look.filled && !first.polygons.empty();
  const bool points = !first.points.empty();
  column.entry(layer.title, [&](CairoCanvas& canvas, const PaperBox& box) {
    const double middle = box.y + box.height / 2.0;
    if (areas) {
      canvas.fill(box, look.fill);
    } else if (points) {
      canvas.dot({box.x + box.width / 2.0, middle}, kLegendDot, look.fill, look.stroke.rgb);
    } else {
      canvas.line({{box.x, middle}, {box.x + box.width, middle}}, look.stroke);
    }
  });
}

void fill_column(Column& column, const PaperSheet& sheet, const MapPlace& place, std::size_t notes) {
  column.north(place, sheet.projection);
  column.scale(place);
  for (const VectorLayer* layer : sheet.layers) legend_of(column, *layer);
  if (sheet.scheme != nullptr) legend_of(column, *sheet.scheme);
  for (const ContextLayer& layer : sheet.context.layers) legend_of(column, layer);
  if (!sheet.outline.empty()) {
    column.entry({"Study area", "评价范围"}, [](CairoCanvas& canvas, const PaperBox& box) {
      const double middle = box.y + box.height / 2.0;
      canvas.line({{box.x, middle}, {box.x + box.width, middle}}, {kMarginInk, 0.9, {4.0, 2.0}});
    });
  }
  column.skip(3.0);
  if (!sheet.notes.empty()) column.words({"To be kept in mind", "说明"}, 8.0, true);
  for (std::size_t i = 0; i < notes; ++i) column.words(sheet.notes[i], 6.5, false);
  if (notes == sheet.notes.size()) return;
  const std::size_t more = sheet.notes.size() - notes;
  column.words({fmt::format("{} more: see index.html", more), fmt::format("其余 {} 条见 index.html", more)}, 6.5,
               false);
}

}  // namespace

std::string shortened(const std::string& name) {
  constexpr std::size_t kLetters = 20;
  std::string out;
  std::size_t letters = 0;
  for (const char c : name) {
    const bool starts = (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    if (starts && ++letters > kLetters) return out + "…";
    out.push_back(c == '\n' || c == '\r' ? ' ' : c);
  }
  return out;
}

double draw_title(CairoCanvas& canvas, double x, double y, double width, const PaperSheet& sheet,
                  SheetLanguage language) {
  const auto set = [&](const std::string& text, double size, bool bold) {
    const TypeStyle style{.size = size, .bold = bold, .wrap = width, .most_lines = 2};
    canvas.text(x, y, text, style);
    y += text_height(text, style);
  };
  if (language != SheetLanguage::en) set(sheet.title.zh, 16.0, true);
  if (language == SheetLanguage::en) set(sheet.title.en, 16.0, true);
  if (language == SheetLanguage::both && sheet.title.en != sheet.title.zh) set(sheet.title.en, 10.0, false);
  return y + 4.0;
}

double draw_footer(CairoCanvas& canvas, double x, double bottom, double width, const PaperSheet& sheet,
                   SheetLanguage language) {
  std::string said;
  for (const Text& text : sheet.margin) said += (said.empty() ? "" : "    ") + words_of(text, language);
  const TypeStyle style{.size = 7.0, .rgb = {82, 96, 109}, .wrap = width, .most_lines = 3};
  const double height = text_height(said, style);
  canvas.text(x, bottom - height, said, style);
  return bottom - height - 4.0;
}

void draw_column(CairoCanvas& canvas, const PaperBox& box, const PaperSheet& sheet, const MapPlace& place,
                 const SheetFormat& format) {
  constexpr double kSmallest = 0.6;
  const auto fits = [&](double factor, std::size_t notes) {
    Column column(canvas, box, factor, false, format);
    fill_column(column, sheet, place, notes);
    return column.end() <= box.y + box.height;
  };
  double factor = 1.0;
  std::size_t notes = sheet.notes.size();
  while (factor > kSmallest && !fits(factor, notes)) factor -= 0.05;
  while (notes > 0 && !fits(factor, notes)) --notes;
  // A legend that fills the column by itself: small type is read with a lens, cut type by nobody.
  constexpr double kStep = 0.95;
  constexpr double kDust = 0.1;
  while (factor > kDust && !fits(factor, notes)) factor *= kStep;
  Column column(canvas, box, factor, true, format);
  fill_column(column, sheet, place, notes);
}

}  // namespace sise
