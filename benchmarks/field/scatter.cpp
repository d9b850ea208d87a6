#include "benchmarks/field/scatter.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace sise::field {
namespace {

constexpr double kPanel = 300.0;
constexpr double kLeft = 62.0;
constexpr double kTop = 58.0;
constexpr double kPitch = kPanel + 86.0;
constexpr double kHeight = kTop + kPanel + 56.0;

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

std::string text_at(double x, double y, const std::string& anchor, const std::string& words) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, words);
}

// predicted = factor x observed, as far as it lies in the panel.
std::string diagonal(const Axis& axis, double factor, const char* style) {
  const double shift = std::log10(factor);
  const double from = std::max(axis.low, axis.low - shift);
  const double to = std::min(axis.high, axis.high - shift);
  const auto x = [&](double log_observed) { return axis.place(std::pow(10.0, log_observed)); };
  const auto y = [&](double log_observed) { return kPanel - axis.place(std::pow(10.0, log_observed + shift)); };
  return fmt::format("<line x1=\"{:.1f}\" y1=\"{:.1f}\" x2=\"{:.1f}\" y2=\"{:.1f}\" {}/>\n", x(from), y(from), x(to),
                     y(to), style);
}

std::string ticks(const Axis& axis) {
  std::string svg;
  for (double decade = axis.low; decade <= axis.high + 0.5; decade += 1.0) {
    const double at = axis.place(std::pow(10.0, decade));
    const std::string label = fmt::format("1e{:.0f}", decade);
    svg += fmt::format("<path d=\"M{0:.1f} {1} V0 M0 {2:.1f} H{1}\" stroke=\"#e4e4e4\"/>\n", at, kPanel, kPanel - at);
    svg += text_at(at, kPanel + 17.0, "middle", label);
    svg += text_at(-6.0, kPanel - at + 4.0, "end", label);
  }
  return svg;
}

std::string points(const Quantity& quantity, const Axis& axis) {
  std::string svg;
  const double radius = quantity.comparisons.size() > 400 ? 1.3 : 3.0;
  for (const Comparison& c : quantity.comparisons) {
    if (!drawable(c)) continue;
    svg += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{}\" fill=\"{}\" fill-opacity=\"0.6\"/>\n",
                       axis.place(c.pair.observed), kPanel - axis.place(c.pair.predicted), radius,
                       c.stable ? "#0072b2" : "#d55e00");
  }
  return svg;
}

std::string panel(const Quantity& quantity, double left) {
  const Axis axis = axis_of(quantity);
  const auto undrawn = std::count_if(quantity.comparisons.begin(), quantity.comparisons.end(),
                                     [](const Comparison& c) { return !drawable(c); });
  std::string svg = fmt::format("<g transform=\"translate({},{})\">\n", left, kTop);
  svg += ticks(axis);
  svg += diagonal(axis, 1.0, "stroke=\"#222\"");
  for (const double factor : {0.5, 2.0}) svg += diagonal(axis, factor, "stroke=\"#222\" stroke-dasharray=\"4 4\"");
  svg += points(quantity, axis);
  svg += fmt::format("<rect width=\"{0}\" height=\"{0}\" fill=\"none\" stroke=\"#222\"/>\n", kPanel);
  svg += text_at(0.5 * kPanel, -10.0, "middle", fmt::format("{}, {}", quantity.name, quantity.unit));
  const std::string note = undrawn > 0 ? fmt::format("observed ({} zero pairs not drawn)", undrawn) : "observed";
  svg += text_at(0.5 * kPanel, kPanel + 36.0, "middle", note);
  svg += fmt::format("<text transform=\"translate(-46,{}) rotate(-90)\" text-anchor=\"middle\">predicted</text>\n",
                     0.5 * kPanel);
  return svg + "</g>\n";
}

}  // namespace

std::string scatter_svg(const ModelResult& result) {
  const double width = kLeft + kPitch * static_cast<double>(result.quantities.size()) - 40.0;
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" "
      "font-family=\"sans-serif\" font-size=\"12\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
      width, kHeight);
  svg += fmt::format("<text x=\"{}\" y=\"24\" font-size=\"16\">{}</text>\n", kLeft, result.model);
  svg += fmt::format("<circle cx=\"{0}\" cy=\"19\" r=\"4\" fill=\"#0072b2\"/>{1}", width - 190.0,
                     text_at(width - 180.0, 23.0, "start", "stable"));
  svg += fmt::format("<circle cx=\"{0}\" cy=\"19\" r=\"4\" fill=\"#d55e00\"/>{1}", width - 110.0,
                     text_at(width - 100.0, 23.0, "start", "unstable"));
  double left = kLeft;
  for (const Quantity& quantity : result.quantities) {
    svg += panel(quantity, left);
    left += kPitch;
  }
  return svg + "</svg>\n";
}

}  // namespace sise::field
