#include "gis_io/write/pages/tree_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/criteria/readable.hpp"
#include "gis_io/write/pictures/svg_canvas.hpp"
#include "gis_io/write/pictures/type.hpp"

namespace sise {
namespace {

struct Look {
  std::string_view outcome;
  std::string_view en;
  std::string_view zh;
  Rgb rgb;
};

constexpr Rgb kFaint{0x6b, 0x72, 0x80};

constexpr std::array kLooks{
    Look{"jet_fire", "jet fire", "喷射火", {0xc2, 0x41, 0x0c}},
    Look{"flash_fire", "flash fire", "闪火", {0xd9, 0x77, 0x06}},
    Look{"vce", "vapour cloud explosion", "蒸气云爆炸", {0x7c, 0x3a, 0xed}},
    Look{"fireball", "fireball", "火球", {0xb9, 0x1c, 0x1c}},
    Look{"spot_flash_fire", "flash fire at the spot", "就地闪火", {0xd9, 0x77, 0x06}},
    Look{"spot_vce", "explosion at the spot", "就地蒸气云爆炸", {0x7c, 0x3a, 0xed}},
    Look{"pool_fire", "pool fire", "池火", {0xc2, 0x41, 0x0c}},
    Look{"late_flash_fire", "late ignition: flash fire", "延迟点火: 闪火", {0xd9, 0x77, 0x06}},
    Look{"late_vce", "late ignition: explosion", "延迟点火: 蒸气云爆炸", {0x7c, 0x3a, 0xed}},
    Look{"toxic", "toxic cloud", "毒性云团", {0x15, 0x80, 0x3d}},
    Look{"explosion", "explosion", "爆炸", {0x7c, 0x3a, 0xed}},
    Look{"room_explosion", "explosion of the room", "厂房爆炸", {0x7c, 0x3a, 0xed}},
    Look{"vent_flame", "flame from the vent", "泄爆火焰", {0xc2, 0x41, 0x0c}},
    Look{"not_computed", "not computed", "未计算", {0x6b, 0x72, 0x80}},
    Look{"none", "nothing", "无后果", {0x6b, 0x72, 0x80}},
};

Look look_of(std::string_view outcome) {
  const auto* const found =
      std::find_if(kLooks.begin(), kLooks.end(), [outcome](const Look& one) { return one.outcome == outcome; });
  return found == kLooks.end() ? Look{outcome, outcome, outcome, kFaint} : *found;
}

constexpr double kWidth = 760.0;
constexpr double kRow = 26.0;
constexpr double kTop = 14.0;
constexpr double kRoot_x = 20.0;
constexpr double kFork_x = 150.0;
constexpr double kEnd_x = 330.0;
constexpr Rgb kTreeInk{0x11, 0x18, 0x27};
constexpr double kLetters = 13.0;

/// A text whose middle is at y.
void say(Canvas& canvas, double x, double y, const std::string& text, const Rgb& rgb, Align align = Align::left) {
  canvas.text(x, y - kTypeLine * kLetters / 2.0, text, {.size = kLetters, .rgb = rgb, .align = align});
}

/// Level from the fork to the end: the more probable the thicker, dashed where nothing follows.
void draw_branch(Canvas& canvas, const TraceLeaf& leaf, double y) {
  const Look look = look_of(leaf.outcome);
  const bool faint = leaf.probability <= 0.0 || !leaf.scenario;
  const double width = 1.0 + 4.0 * std::sqrt(std::clamp(leaf.probability, 0.0, 1.0));
  canvas.line({{kFork_x, y}, {kEnd_x, y}},
              {look.rgb, width, faint ? std::vector<double>{4.0, 4.0} : std::vector<double>()});
  say(canvas, kEnd_x - 6.0, y - 10.0, fmt::format("{:.4g}", leaf.probability), kTreeInk, Align::right);
  say(canvas, kEnd_x + 8.0, y, fmt::format("{} {}", look.zh, look.en), look.rgb);
  say(canvas, kWidth - 10.0, y, scientific(leaf.frequency_per_year, kFrequencyDigits), kTreeInk, Align::right);
}

}  // namespace

Text outcome_label(std::string_view outcome) {
  const Look look = look_of(outcome);
  return {std::string(look.en), std::string(look.zh)};
}

std::string tree_svg(const TraceCase& traced) {
  const double height = 2.0 * kTop + static_cast<double>(std::max<std::size_t>(1, traced.leaves.size())) * kRow;
  const double root_y = height / 2.0;
  SvgCanvas canvas;
  canvas.line({{kRoot_x, root_y}, {kFork_x, root_y}}, {kTreeInk, 1.0});
  say(canvas, kRoot_x, root_y - 10.0, scientific(traced.frequency_per_year, kFrequencyDigits), kTreeInk);
  canvas.line({{kFork_x, kTop + 0.5 * kRow}, {kFork_x, height - kTop - 0.5 * kRow}}, {kTreeInk, 1.0});
  for (std::size_t i = 0; i < traced.leaves.size(); ++i)
    draw_branch(canvas, traced.leaves[i], kTop + (static_cast<double>(i) + 0.5) * kRow);
  canvas.dot({kFork_x, root_y}, 4.0, kTreeInk, kTreeInk);
  return canvas.element(kWidth, height, traced.id);
}

}  // namespace sise
