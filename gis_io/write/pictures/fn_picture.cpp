#include "gis_io/write/pictures/fn_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "gis_io/write/pictures/svg_canvas.hpp"
#include "gis_io/write/pictures/type.hpp"
#include "gis_io/write/provenance/output_file.hpp"

namespace sise {
namespace {

constexpr double kSheetWidth = 1180.0;
constexpr double kPlotLeft = 90.0;
constexpr double kPlotTop = 92.0;
constexpr double kPlotWidth = 640.0;
constexpr double kPlotHeight = 560.0;
constexpr double kKeyLeft = kPlotLeft + kPlotWidth + 30.0;
constexpr double kNotesTop = kPlotTop + kPlotHeight + 66.0;
constexpr double kFnLine = 20.0;
constexpr double kLowestLog = -9.0;
constexpr double kHighestLog = -2.0;

constexpr Rgb kFnInk{30, 30, 30};
constexpr Rgb kFnGrey{110, 110, 110};
constexpr Rgb kGrid{214, 214, 214};
constexpr Rgb kFnPaper{255, 255, 255};
constexpr Rgb kUnacceptable{252, 226, 222};
constexpr Rgb kBand{255, 246, 214};
constexpr Rgb kAcceptable{226, 241, 226};
constexpr Rgb kUpperLine{178, 24, 24};
constexpr Rgb kLowerLine{30, 120, 50};
constexpr std::array<Rgb, 8> kCurves{{{31, 90, 170},
                                      {214, 110, 0},
                                      {110, 50, 150},
                                      {0, 130, 140},
                                      {150, 75, 30},
                                      {200, 30, 120},
                                      {90, 100, 20},
                                      {60, 60, 60}}};

constexpr double kFnType = 13.0;
constexpr double kFnTitle = 22.0;

TypeStyle type_of(const Rgb& rgb, std::optional<double> wrap = {}) {
  return {.size = kFnType, .rgb = rgb, .wrap = wrap};
}
TypeStyle key_type(const Rgb& rgb, double indent = 0.0) { return type_of(rgb, kSheetWidth - kKeyLeft - indent - 8.0); }
TypeStyle fn_note_type() { return type_of(kFnGrey, kSheetWidth - 40.0); }

class FnSheet {
 public:
  FnSheet(const FnPicture& picture, Canvas& canvas) : picture_(picture), canvas_(canvas) {
    double most = 1000.0;
    for (const FnPictureCurve& curve : picture.curves) {
      if (!curve.steps.empty()) most = std::max(most, curve.steps.back().deaths);
    }
    decades_ = std::ceil(std::log10(most) - 1e-9);
  }

  /// Returns how high the drawing is.
  double draw() {
    constexpr double kInner = kSheetWidth - 40.0;
    canvas_.text(20.0, 6.0, picture_.title.zh,
                 {.size = kFnTitle, .bold = true, .rgb = kFnInk, .wrap = kInner, .most_lines = 1});
    canvas_.text(20.0, 40.0, picture_.title.en == picture_.title.zh ? picture_.subtitle.en : picture_.title.en,
                 {.size = kFnType, .rgb = kFnGrey, .wrap = kInner, .most_lines = 1});
    canvas_.clip_to({kPlotLeft, kPlotTop, kPlotWidth, kPlotHeight});
    draw_zones();
    draw_grid();
    draw_lines();
    draw_curves();
    canvas_.unclip();
    draw_frame();
    draw_labels();
    draw_key();
    return std::ceil(draw_notes() + kFnLine);
  }

 private:
  [[nodiscard]] Point at(double deaths, double per_year) const {
    const double x = std::log10(std::max(deaths, 1e-3)) / decades_;
    const double lowest = std::pow(10.0, kLowestLog - 1.0);
    const double y = (std::log10(std::max(per_year, lowest)) - kLowestLog) / (kHighestLog - kLowestLog);
    return {kPlotLeft + x * kPlotWidth, kPlotTop + (1.0 - y) * kPlotHeight};
  }
  [[nodiscard]] double most() const { return std::pow(10.0, decades_); }
  [[nodiscard]] static double end_of(const FnCriterion& criterion, double most) {
    return criterion.largest_n ? std::min(criterion.largest_n->value, most) : most;
  }

  /// Of a line from the criterion's fewest deaths to its end.
  [[nodiscard]] Line path_of(const FnLine& line, const FnCriterion& criterion) const {
    const double from = criterion.fewest_deaths;
    const double to = end_of(criterion, most());
    Line path{at(from, line.at(from))};
    for (const FnPoint& point : line.points) {
      if (point.deaths > from && point.deaths < to) path.push_back(at(point.deaths, point.per_year));
    }
    path.push_back(at(to, line.at(to)));
    return path;
  }

  void fill_between(const Line& above, const Line& below, Rgb colour) {
    Ring ring(above.begin(), above.end());
    ring.insert(ring.end(), below.rbegin(), below.rend());
    ring.push_back(ring.front());
    canvas_.area({ring}, colour, 1.0);
  }

  void draw_zones() {
    const FnCriterion& criterion = picture_.criterion;
    const double from = criterion.fewest_deaths;
    const double to = end_of(criterion, most());
    const Line top{at(from, 1.0), at(to, 1.0)};
    const Line bottom{at(from, 0.0), at(to, 0.0)};
    const Line upper = path_of(criterion.upper, criterion);
    fill_between(top, upper, kUnacceptable);
    if (criterion.lower) {
      const Line lower = path_of(*criterion.lower, criterion);
      fill_between(upper, lower, kBand);
      fill_between(lower, bottom, kAcceptable);
    } else {
      fill_between(upper, bottom, kAcceptable);
    }
    if (to < most()) fill_between({at(to, 1.0), at(most(), 1.0)}, {at(to, 0.0), at(most(), 0.0)}, kUnacceptable);
  }

  void draw_grid() {
    for (double log = kLowestLog; log <= kHighestLog; log += 1.0) {
      const double f = std::pow(10.0, log);
      canvas_.line({at(1.0, f), at(most(), f)}, {kGrid, 1.0});
    }
    for (double log = 0.0; log <= decades_; log += 1.0) {
      const double n = std::pow(10.0, log);
      canvas_.line({at(n, 0.0), at(n, 1.0)}, {kGrid, 1.0});
    }
  }

  void draw_lines() {
    const FnCriterion& criterion = picture_.criterion;
    for (const FnCriterion& other : picture_.compare)
      canvas_.line(path_of(other.upper, other), {kFnGrey, 1.2, outline_dashes()});
    canvas_.line(path_of(criterion.upper, criterion), {kUpperLine, 2.4});
    if (criterion.lower) canvas_.line(path_of(*criterion.lower, criterion), {kLowerLine, 2.4});
    if (criterion.largest_n) {
      const double n = criterion.largest_n->value;
      canvas_.line({at(n, criterion.upper.at(n)), at(n, 0.0)}, {kUpperLine, 2.4});
    }
  }

  /// Level up to each number of deaths, then down to what is more frequent than that.
  void draw_curves() {
    for (std::size_t c = 0; c < picture_.curves.size(); ++c) {
      const FnPictureCurve& curve = picture_.curves[c];
      Line path;
      for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        const FnStep& step = curve.steps[i];
        if (step.deaths < 1.0) continue;
        if (path.empty()) path.push_back(at(1.0, step.at_least_per_year));
        path.push_back(at(step.deaths, step.at_least_per_year));
        const bool last = i + 1 == curve.steps.size();
        path.push_back(at(step.deaths, last ? 0.0 : curve.steps[i + 1].at_least_per_year));
      }
      canvas_.line(path, stroke_of(c));
    }
  }

  [[nodiscard]] Rgb colour_of(std::size_t curve) const {
    return picture_.curves[curve].dashed ? kFnInk : kCurves.at(curve % kCurves.size());
  }

  [[nodiscard]] Stroke stroke_of(std::size_t curve) const {
    const FnPictureCurve& drawn = picture_.curves[curve];
    return {colour_of(curve), drawn.bold ? 3.0 : 2.0, drawn.dashed ? outline_dashes() : std::vector<double>()};
  }

  void draw_frame() { canvas_.frame({kPlotLeft, kPlotTop, kPlotWidth, kPlotHeight}, {kFnInk, 1.2}); }

  /// 10 to a power, the exponent raised; ends at x.
  void power(double x, double middle, int exponent) {
    constexpr double kRaised = 10.0;
    const std::string raised = fmt::format("{}{}", exponent < 0 ? "−" : "", std::abs(exponent));
    const double wide = text_box(0.0, 0.0, raised, {.size = kRaised}).width;
    canvas_.text(x - wide, middle - 16.0, raised, {.size = kRaised, .rgb = kFnInk});
    canvas_.text(x - wide - 1.0, middle - 10.0, "10", {.size = kFnType, .rgb = kFnInk, .align = Align::right});
  }

  void draw_labels() {
    for (int log = static_cast<int>(kLowestLog); log <= static_cast<int>(kHighestLog); ++log)
      power(kPlotLeft - 8.0, at(1.0, std::pow(10.0, log)).y, log);
    TypeStyle centred = type_of(kFnInk);
    centred.align = Align::middle;
    for (int log = 0; log <= static_cast<int>(decades_); ++log) {
      const double n = std::pow(10.0, log);
      canvas_.text(at(n, 1e-5).x, kPlotTop + kPlotHeight + 6.0, fmt::format("{:.0f}", n), centred);
    }
    canvas_.text(kPlotLeft, kPlotTop - 24.0,
                 "F: 死亡 N 人及以上的累积频率, 每年  frequency of N or more deaths, per year", type_of(kFnGrey));
    canvas_.text(kPlotLeft + 190.0, kPlotTop + kPlotHeight + 30.0, "N: 死亡人数  number of deaths", type_of(kFnGrey));
  }

  void key_area(double& y, const Rgb& colour, const std::string& zh, const std::string& en) {
    canvas_.fill({kKeyLeft, y + 3.0, 26.0, 14.0}, colour);
    key_words(y, zh, en);
  }

  void key_line(double& y, const Stroke& stroke, const std::string& zh, const std::string& en) {
    canvas_.line({{kKeyLeft, y + 10.0}, {kKeyLeft + 26.0, y + 10.0}}, stroke);
    key_words(y, zh, en);
  }

  void key_words(double& y, const std::string& zh, const std::string& en) {
    constexpr double kIndent = 36.0;
    key_text(y, zh == en ? zh : zh + "  " + en, kFnInk, kIndent);
    y += 4.0;
  }

  void key_text(double& y, const std::string& words, const Rgb& rgb, double indent = 0.0) {
    const TypeStyle style = key_type(rgb, indent);
    canvas_.text(kKeyLeft + indent, y, words, style);
    y += text_height(words, style);
  }

  void draw_key() {
    double y = kPlotTop;
    const FnCriterion& criterion = picture_.criterion;
    key_text(y, criterion.title.zh, kFnInk);
    key_text(y, criterion.title.en + " (" + criterion.id + ")", kFnGrey);
    y += 6.0;
    key_area(y, kUnacceptable, "不可接受区", "unacceptable");
    if (criterion.lower) key_area(y, kBand, "尽可能降低区", "as low as reasonably practicable");
    key_area(y, kAcceptable, "可接受区", "acceptable");
    key_line(y, {kUpperLine, 2.4}, "上限", "upper line");
    if (criterion.lower) key_line(y, {kLowerLine, 2.4}, "下限", "lower line");
    for (const FnCriterion& other : picture_.compare)
      key_line(y, {kFnGrey, 1.2, outline_dashes()}, other.title.zh, other.title.en);
    y += 8.0;
    for (std::size_t c = 0; c < picture_.curves.size(); ++c)
      key_line(y, stroke_of(c), picture_.curves[c].label.zh, picture_.curves[c].label.en);
    key_end_ = y;
  }

  double draw_notes() {
    double y = std::max(kNotesTop, key_end_ + 10.0);
    for (const Text& note : picture_.notes) {
      for (const std::string* words : {&note.zh, &note.en}) {
        canvas_.text(20.0, y, *words, fn_note_type());
        y += text_height(*words, fn_note_type());
      }
    }
    return y;
  }

  const FnPicture& picture_;
  Canvas& canvas_;
  double decades_ = 3.0;
  double key_end_ = 0.0;
};

}  // namespace

void write_fn_svg(const std::filesystem::path& path, const FnPicture& picture) {
  SvgCanvas canvas;
  const double height = FnSheet(picture, canvas).draw();
  write_file(path, canvas.document(kSheetWidth, height, picture.title.zh, picture.provenance_json));
}

std::vector<PaperText> write_fn_png(const std::filesystem::path& path, const FnPicture& picture) {
  SvgCanvas trial;  // how high it becomes
  const double height = FnSheet(picture, trial).draw();
  CairoCanvas canvas = CairoCanvas::png(path, kSheetWidth, height, 1.0, picture.provenance_json);
  (void)FnSheet(picture, canvas).draw();
  canvas.finish();
  return canvas.texts();
}

}  // namespace sise
