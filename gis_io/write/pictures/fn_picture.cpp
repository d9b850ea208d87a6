#include "gis_io/write/pictures/fn_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <string_view>

#include "gis_io/write/pictures/bitmap_font.hpp"
#include "gis_io/write/pictures/canvas.hpp"
#include "gis_io/write/pictures/png.hpp"
#include "gis_io/write/provenance/output_file.hpp"
#include "gis_io/write/styles/shape.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

constexpr int kSheetWidth = 1180;
constexpr int kPlotLeft = 90;
constexpr int kPlotTop = 92;
constexpr int kPlotWidth = 640;
constexpr int kPlotHeight = 560;
constexpr int kKeyLeft = kPlotLeft + kPlotWidth + 30;
constexpr int kNotesTop = kPlotTop + kPlotHeight + 66;
constexpr int kFnLine = 20;
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

using Line = std::vector<Point>;

/// Where things are drawn: on pixels, or as vectors.
class FnSurface {
 public:
  FnSurface() = default;
  FnSurface(const FnSurface&) = delete;
  FnSurface(FnSurface&&) = delete;
  FnSurface& operator=(const FnSurface&) = delete;
  FnSurface& operator=(FnSurface&&) = delete;
  virtual ~FnSurface() = default;
  virtual void area(const Ring& ring, Rgb colour) = 0;
  virtual void line(const Line& points, Rgb colour, double width, bool dashed) = 0;
  /// x, y: upper left corner of the letters.
  virtual void text(int x, int y, const std::string& words, Rgb colour, int scale) = 0;
  virtual void inside_plot(bool only) = 0;
};

class PixelSurface : public FnSurface {
 public:
  explicit PixelSurface(int height) : canvas_(kSheetWidth, height, kFnPaper) {}
  [[nodiscard]] const Canvas& canvas() const { return canvas_; }

  void area(const Ring& ring, Rgb colour) override { canvas_.fill(std::span(&ring, 1), colour, 1.0); }
  void line(const Line& points, Rgb colour, double width, bool dashed) override {
    if (dashed) {
      canvas_.dashed_line(points, colour, width);
    } else {
      canvas_.line(points, colour, width);
    }
  }
  void text(int x, int y, const std::string& words, Rgb colour, int scale) override {
    canvas_.text(x, y, words, colour, scale);
  }
  void inside_plot(bool only) override {
    if (only) {
      canvas_.clip_to(kPlotLeft, kPlotTop, kPlotWidth, kPlotHeight);
    } else {
      canvas_.clip_to_all();
    }
  }

 private:
  Canvas canvas_;
};

class SvgSurface : public FnSurface {
 public:
  [[nodiscard]] const std::string& body() const { return body_; }

  void area(const Ring& ring, Rgb colour) override {
    body_ += fmt::format("<path d=\"{}Z\" fill=\"{}\"{}/>\n", path(ring), hex_colour(colour), clip());
  }
  void line(const Line& points, Rgb colour, double width, bool dashed) override {
    body_ += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{:.1f}\"{}{}/>\n", path(points),
                         hex_colour(colour), width, dashed ? " stroke-dasharray=\"8 5\"" : "", clip());
  }
  void text(int x, int y, const std::string& words, Rgb colour, int scale) override {
    constexpr int kSize = 14;
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\">{}</text>\n", x,
                         y + (kGlyphHeight - 3) * scale, kSize * scale, hex_colour(colour), xml_escaped(words));
  }
  void inside_plot(bool only) override { clipped_ = only; }

 private:
  static std::string path(const std::vector<Point>& points) {
    std::string d;
    for (const Point& p : points) d += fmt::format("{}{:.2f} {:.2f}", d.empty() ? "M" : "L", p.x, p.y);
    return d;
  }
  [[nodiscard]] std::string_view clip() const { return clipped_ ? " clip-path=\"url(#plot)\"" : ""; }

  std::string body_;
  bool clipped_ = false;
};

class FnSheet {
 public:
  FnSheet(const FnPicture& picture, FnSurface& surface) : picture_(picture), surface_(surface) {
    double most = 1000.0;
    for (const FnPictureCurve& curve : picture.curves) {
      if (!curve.steps.empty()) most = std::max(most, curve.steps.back().deaths);
    }
    decades_ = std::ceil(std::log10(most) - 1e-9);
  }

  void draw() {
    surface_.text(20, 16, picture_.title.zh, kFnInk, 2);
    surface_.text(20, 54, picture_.title.en == picture_.title.zh ? picture_.subtitle.en : picture_.title.en, kFnGrey,
                  1);
    surface_.inside_plot(true);
    draw_zones();
    draw_grid();
    draw_lines();
    draw_curves();
    surface_.inside_plot(false);
    draw_frame();
    draw_labels();
    draw_key();
    draw_notes();
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
    surface_.area(ring, colour);
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
      surface_.line({at(1.0, f), at(most(), f)}, kGrid, 1.0, false);
    }
    for (double log = 0.0; log <= decades_; log += 1.0) {
      const double n = std::pow(10.0, log);
      surface_.line({at(n, 0.0), at(n, 1.0)}, kGrid, 1.0, false);
    }
  }

  void draw_lines() {
    const FnCriterion& criterion = picture_.criterion;
    for (const FnCriterion& other : picture_.compare) surface_.line(path_of(other.upper, other), kFnGrey, 1.2, true);
    surface_.line(path_of(criterion.upper, criterion), kUpperLine, 2.4, false);
    if (criterion.lower) surface_.line(path_of(*criterion.lower, criterion), kLowerLine, 2.4, false);
    if (criterion.largest_n) {
      const double n = criterion.largest_n->value;
      surface_.line({at(n, criterion.upper.at(n)), at(n, 0.0)}, kUpperLine, 2.4, false);
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
      if (!path.empty()) surface_.line(path, colour_of(c), curve.bold ? 3.0 : 2.0, curve.dashed);
    }
  }

  [[nodiscard]] Rgb colour_of(std::size_t curve) const {
    return picture_.curves[curve].dashed ? kFnInk : kCurves.at(curve % kCurves.size());
  }

  void draw_frame() {
    constexpr double kLeft = kPlotLeft;
    constexpr double kRight = kPlotLeft + kPlotWidth;
    constexpr double kTop = kPlotTop;
    constexpr double kBottom = kPlotTop + kPlotHeight;
    surface_.line({{kLeft, kTop}, {kRight, kTop}, {kRight, kBottom}, {kLeft, kBottom}, {kLeft, kTop}}, kFnInk, 1.2,
                  false);
  }

  /// 10 to a power, the exponent raised.
  void power(int x, int y, int exponent) {
    const std::string raised = fmt::format("{}{}", exponent < 0 ? "−" : "", std::abs(exponent));
    surface_.text(x, y, "10", kFnInk, 1);
    surface_.text(x + text_width("10") + 1, y - 7, raised, kFnInk, 1);
  }

  void draw_labels() {
    for (int log = static_cast<int>(kLowestLog); log <= static_cast<int>(kHighestLog); ++log) {
      power(kPlotLeft - 46, static_cast<int>(at(1.0, std::pow(10.0, log)).y) - 6, log);
    }
    for (int log = 0; log <= static_cast<int>(decades_); ++log) {
      const std::string n = fmt::format("{:.0f}", std::pow(10.0, log));
      surface_.text(static_cast<int>(at(std::pow(10.0, log), 1e-5).x) - text_width(n) / 2, kPlotTop + kPlotHeight + 8,
                    n, kFnInk, 1);
    }
    surface_.text(kPlotLeft, kPlotTop - 20,
                  "F: 死亡 N 人及以上的累积频率, 每年  frequency of N or more deaths, per year", kFnGrey, 1);
    surface_.text(kPlotLeft + 190, kPlotTop + kPlotHeight + 32, "N: 死亡人数  number of deaths", kFnGrey, 1);
  }

  void key_area(int& y, Rgb colour, const std::string& zh, const std::string& en) {
    const double left = kKeyLeft;
    const double top = y;
    surface_.area({{left, top}, {left + 26, top}, {left + 26, top + 14}, {left, top + 14}, {left, top}}, colour);
    key_words(y, zh, en);
  }

  void key_line(int& y, Rgb colour, double width, bool dashed, const std::string& zh, const std::string& en) {
    surface_.line({{kKeyLeft, y + 8.0}, {kKeyLeft + 26.0, y + 8.0}}, colour, width, dashed);
    key_words(y, zh, en);
  }

  void key_words(int& y, const std::string& zh, const std::string& en) {
    constexpr int kRoom = kSheetWidth - kKeyLeft - 44;
    const std::vector<std::string> lines = wrapped(zh == en ? zh : zh + "  " + en, kRoom);
    for (const std::string& line : lines) {
      surface_.text(kKeyLeft + 36, y, line, kFnInk, 1);
      y += kFnLine;
    }
    y += 4;
  }

  void draw_key() {
    int y = kPlotTop;
    const FnCriterion& criterion = picture_.criterion;
    surface_.text(kKeyLeft, y, criterion.title.zh, kFnInk, 1);
    surface_.text(kKeyLeft, y + kFnLine, criterion.title.en + " (" + criterion.id + ")", kFnGrey, 1);
    y += 2 * kFnLine + 6;
    key_area(y, kUnacceptable, "不可接受区", "unacceptable");
    if (criterion.lower) key_area(y, kBand, "尽可能降低区", "as low as reasonably practicable");
    key_area(y, kAcceptable, "可接受区", "acceptable");
    key_line(y, kUpperLine, 2.4, false, "上限", "upper line");
    if (criterion.lower) key_line(y, kLowerLine, 2.4, false, "下限", "lower line");
    for (const FnCriterion& other : picture_.compare) key_line(y, kFnGrey, 1.2, true, other.title.zh, other.title.en);
    y += 8;
    for (std::size_t c = 0; c < picture_.curves.size(); ++c) {
      const FnPictureCurve& curve = picture_.curves[c];
      key_line(y, colour_of(c), curve.bold ? 3.0 : 2.0, curve.dashed, curve.label.zh, curve.label.en);
    }
  }

  void draw_notes() {
    int y = kNotesTop;
    for (const Text& note : picture_.notes) {
      for (const std::string* words : {&note.zh, &note.en}) {
        for (const std::string& line : wrapped(*words, kSheetWidth - 40)) {
          surface_.text(20, y, line, kFnGrey, 1);
          y += kFnLine;
        }
      }
    }
  }

  const FnPicture& picture_;
  FnSurface& surface_;
  double decades_ = 3.0;
};

/// Room for the notes, each in both languages.
int sheet_height(const FnPicture& picture) {
  int lines = 0;
  for (const Text& note : picture.notes) {
    lines += static_cast<int>(wrapped(note.zh, kSheetWidth - 40).size() + wrapped(note.en, kSheetWidth - 40).size());
  }
  return kNotesTop + lines * kFnLine + 14;
}

}  // namespace

void write_fn_svg(const std::filesystem::path& path, const FnPicture& picture) {
  SvgSurface surface;
  FnSheet(picture, surface).draw();
  const int height = sheet_height(picture);
  write_file(
      path,
      fmt::format(
          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" "
          "height=\"{1}\" viewBox=\"0 0 {0} {1}\" font-family=\"sans-serif\">\n<metadata>{2}</metadata>\n"
          "<defs><clipPath id=\"plot\"><rect x=\"{3}\" y=\"{4}\" width=\"{5}\" height=\"{6}\"/></clipPath></defs>\n"
          "<rect width=\"{0}\" height=\"{1}\" fill=\"#ffffff\"/>\n{7}</svg>\n",
          kSheetWidth, height, xml_escaped(picture.provenance_json), kPlotLeft, kPlotTop, kPlotWidth, kPlotHeight,
          surface.body()));
}

void write_fn_png(const std::filesystem::path& path, const FnPicture& picture) {
  PixelSurface surface(sheet_height(picture));
  FnSheet(picture, surface).draw();
  write_png(path, surface.canvas(), picture.provenance_json);
}

}  // namespace sise
