#include "benchmarks/field/scatter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "gis_io/write/pictures/svg_canvas.hpp"
#include "gis_io/write/pictures/type.hpp"

namespace sise::field {
namespace {

constexpr double kPanel = 300.0;
constexpr double kLeft = 62.0;
constexpr double kTop = 74.0;
constexpr double kPitch = kPanel + 86.0;
constexpr double kHeight = kTop + kPanel + 56.0;

constexpr Rgb kInk{34, 34, 34};
constexpr Rgb kGrid{228, 228, 228};
constexpr Rgb kStable{0, 114, 178};
constexpr Rgb kUnstable{213, 94, 0};

bool drawable(const Comparison& c) { return c.pair.observed > 0.0 && c.pair.predicted > 0.0; }

// Whole decades around the observations: a prediction far below every observation is drawn on the lower edge.
struct Axis {
  double low, high;

  [[nodiscard]] double place(double value) const {
    return std::clamp((std::log10(value) - low) / (high - low), 0.0, 1.0) * kPanel;
  }
};

Axis axis_of(const Quantity& quantity) {
  double low = 1e300;
  double high = -1e300;
  for (const Comparison& c : quantity.comparisons) {
    if (!drawable(c)) continue;
    low = std::min(low, std::log10(c.pair.observed));
    high = std::max(high, std::log10(c.pair.observed));
  }
  if (low > high) return {0.0, 1.0};
  return {std::floor(low), std::max(std::ceil(high), std::floor(low) + 1.0)};
}

/// One panel: its lower left corner is the smallest value of both.
class Panel {
 public:
  Panel(Canvas& canvas, const Quantity& quantity, double left)
      : canvas_(canvas), quantity_(quantity), axis_(axis_of(quantity)), left_(left) {}

  void draw() {
    draw_ticks();
    draw_diagonal(1.0, {});
    for (const double factor : {0.5, 2.0}) draw_diagonal(factor, {4.0, 4.0});
    draw_points();
    canvas_.frame({left_, kTop, kPanel, kPanel}, {kInk, 1.0});
    const auto undrawn = std::count_if(quantity_.comparisons.begin(), quantity_.comparisons.end(),
                                       [](const Comparison& c) { return !drawable(c); });
    say(0.5 * kPanel, -44.0, fmt::format("{}, {}", quantity_.name, quantity_.unit), Align::middle);
    say(-46.0, -24.0, "predicted", Align::left);
    say(0.5 * kPanel, kPanel + 24.0,
        undrawn > 0 ? fmt::format("observed ({} zero pairs not drawn)", undrawn) : "observed", Align::middle);
  }

 private:
  [[nodiscard]] Point at(double x, double y) const { return {left_ + x, kTop + kPanel - y}; }

  /// From the panel's upper left corner.
  void say(double x, double y, const std::string& words, Align align) {
    canvas_.text(left_ + x, kTop + y, words, {.size = 12.0, .rgb = kInk, .align = align});
  }

  void draw_ticks() {
    for (double decade = axis_.low; decade <= axis_.high + 0.5; decade += 1.0) {
      const double place = axis_.place(std::pow(10.0, decade));
      const std::string label = fmt::format("1e{:.0f}", decade);
      canvas_.line({at(place, 0.0), at(place, kPanel)}, {kGrid, 1.0});
      canvas_.line({at(0.0, place), at(kPanel, place)}, {kGrid, 1.0});
      say(place, kPanel + 3.0, label, Align::middle);
      say(-6.0, kPanel - place - kTypeLine * 6.0, label, Align::right);
    }
  }

  /// predicted = factor x observed, as far as it lies in the panel.
  void draw_diagonal(double factor, const std::vector<double>& dashes) {
    const double shift = std::log10(factor);
    const double from = std::max(axis_.low, axis_.low - shift);
    const double to = std::min(axis_.high, axis_.high - shift);
    const auto on = [&](double log_observed) {
      return at(axis_.place(std::pow(10.0, log_observed)), axis_.place(std::pow(10.0, log_observed + shift)));
    };
    canvas_.line({on(from), on(to)}, {kInk, 1.0, dashes});
  }

  void draw_points() {
    const double radius = quantity_.comparisons.size() > 400 ? 1.3 : 3.0;
    for (const Comparison& c : quantity_.comparisons) {
      if (!drawable(c)) continue;
      const Rgb& rgb = c.stable ? kStable : kUnstable;
      canvas_.dot(at(axis_.place(c.pair.observed), axis_.place(c.pair.predicted)), radius, rgb, rgb);
    }
  }

  Canvas& canvas_;
  const Quantity& quantity_;
  Axis axis_;
  double left_;
};

void draw_key(Canvas& canvas, double x, const Rgb& rgb, const std::string& words) {
  canvas.dot({x, 19.0}, 4.0, rgb, rgb);
  canvas.text(x + 10.0, 19.0 - kTypeLine * 6.0, words, {.size = 12.0, .rgb = kInk});
}

}  // namespace

std::string scatter_svg(const ModelResult& result) {
  const double width = kLeft + kPitch * static_cast<double>(result.quantities.size()) - 40.0;
  SvgCanvas canvas;
  canvas.text(kLeft, 6.0, result.model, {.size = 16.0, .rgb = kInk});
  draw_key(canvas, width - 190.0, kStable, "stable");
  draw_key(canvas, width - 110.0, kUnstable, "unstable");
  double left = kLeft;
  for (const Quantity& quantity : result.quantities) {
    Panel(canvas, quantity, left).draw();
    left += kPitch;
  }
  return canvas.document(width, kHeight, result.model, {});
}

}  // namespace sise::field
