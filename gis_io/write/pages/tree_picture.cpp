#include "gis_io/write/pages/tree_picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "core/criteria/readable.hpp"
#include "gis_io/write/text/xml.hpp"

namespace sise {
namespace {

struct Look {
  std::string_view outcome;
  std::string_view en;
  std::string_view zh;
  std::string_view colour;
};

constexpr std::array kLooks{
    Look{"jet_fire", "jet fire", "喷射火", "#c2410c"},
    Look{"flash_fire", "flash fire", "闪火", "#d97706"},
    Look{"vce", "vapour cloud explosion", "蒸气云爆炸", "#7c3aed"},
    Look{"fireball", "fireball", "火球", "#b91c1c"},
    Look{"spot_flash_fire", "flash fire at the spot", "就地闪火", "#d97706"},
    Look{"spot_vce", "explosion at the spot", "就地蒸气云爆炸", "#7c3aed"},
    Look{"pool_fire", "pool fire", "池火", "#c2410c"},
    Look{"late_flash_fire", "late ignition: flash fire", "延迟点火: 闪火", "#d97706"},
    Look{"late_vce", "late ignition: explosion", "延迟点火: 蒸气云爆炸", "#7c3aed"},
    Look{"toxic", "toxic cloud", "毒性云团", "#15803d"},
    Look{"explosion", "explosion", "爆炸", "#7c3aed"},
    Look{"room_explosion", "explosion of the room", "厂房爆炸", "#7c3aed"},
    Look{"vent_flame", "flame from the vent", "泄爆火焰", "#c2410c"},
    Look{"not_computed", "not computed", "未计算", "#6b7280"},
    Look{"none", "nothing", "无后果", "#6b7280"},
};

Look look_of(std::string_view outcome) {
  const auto* const found =
      std::find_if(kLooks.begin(), kLooks.end(), [outcome](const Look& one) { return one.outcome == outcome; });
  return found == kLooks.end() ? Look{outcome, outcome, outcome, "#6b7280"} : *found;
}

constexpr int kWidth = 760;
constexpr int kRow = 26;
constexpr int kTop = 14;
constexpr int kRoot_x = 20;
constexpr int kFork_x = 180;
constexpr int kEnd_x = 330;

std::string branch_svg(const TraceLeaf& leaf, int root_y, int y) {
  const Look look = look_of(leaf.outcome);
  const bool faint = leaf.probability <= 0.0 || !leaf.scenario;
  std::string svg = fmt::format(
      R"(<path d="M{} {} C{} {} {} {} {} {}" fill="none" stroke="{}" stroke-width="{:.1f}"{}/>)", kFork_x - 60, root_y,
      kFork_x, root_y, kFork_x, y, kEnd_x, y, look.colour,
      1.0 + 4.0 * std::sqrt(std::clamp(leaf.probability, 0.0, 1.0)), faint ? " stroke-dasharray=\"4 4\"" : "");
  svg += fmt::format(R"(<text x="{}" y="{}" text-anchor="end" class="p">{:.4g}</text>)", kEnd_x - 6, y - 4,
                     leaf.probability);
  svg += fmt::format(R"(<text x="{}" y="{}" fill="{}">{} {}</text>)", kEnd_x + 8, y + 4, look.colour,
                     xml_escaped(look.zh), xml_escaped(look.en));
  svg += fmt::format(R"(<text x="{}" y="{}" text-anchor="end">{}</text>)", kWidth - 10, y + 4,
                     scientific(leaf.frequency_per_year, kFrequencyDigits));
  return svg;
}

}  // namespace

Text outcome_label(std::string_view outcome) {
  const Look look = look_of(outcome);
  return {std::string(look.en), std::string(look.zh)};
}

std::string tree_svg(const TraceCase& traced) {
  const int rows = std::max<int>(1, static_cast<int>(traced.leaves.size()));
  const int height = 2 * kTop + rows * kRow;
  const int root_y = height / 2;
  std::string svg = fmt::format(R"(<svg viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">)",
                                kWidth, height, kWidth, height, xml_escaped(traced.id));
  svg += fmt::format(R"(<circle cx="{}" cy="{}" r="5" fill="#111827"/>)", kFork_x - 60, root_y);
  svg += fmt::format(R"(<text x="{}" y="{}">{}</text>)", kRoot_x, root_y - 6,
                     scientific(traced.frequency_per_year, kFrequencyDigits));
  svg +=
      fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" stroke="#111827"/>)", kRoot_x, root_y, kFork_x - 60, root_y);
  for (std::size_t i = 0; i < traced.leaves.size(); ++i) {
    svg += branch_svg(traced.leaves[i], root_y, kTop + static_cast<int>(i) * kRow + kRow / 2);
  }
  return svg + "</svg>";
}

}  // namespace sise
