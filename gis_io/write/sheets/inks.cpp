#include "gis_io/write/sheets/inks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "gis_io/read/packs/packs.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::string_view kVariant = "-colour-blind";

const Inks::Ink* ink_of(const Inks& inks, const Rgb& rgb) {
  const auto found =
      std::find_if(inks.table.begin(), inks.table.end(), [&](const Inks::Ink& ink) { return ink.from == rgb; });
  return found == inks.table.end() ? nullptr : &*found;
}

Rgb luminance(const Rgb& rgb) {
  const auto grey = static_cast<std::uint8_t>(std::lround(0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]));
  return {grey, grey, grey};
}

Rgb grey_of(double shade) {
  const auto grey = static_cast<std::uint8_t>(std::lround(shade));
  return {grey, grey, grey};
}

Inks greys(const ClassScheme& scheme) {
  constexpr double kWorst = 70.0;
  constexpr double kBest = 225.0;
  constexpr Rgb kLine{40, 40, 40};
  static const std::array<std::vector<double>, 4> kDashes{{{}, {7.0, 2.0}, {3.0, 2.0}, {1.0, 1.5}}};
  Inks inks{{}, true};
  const auto last = static_cast<double>(std::max<std::size_t>(scheme.classes.size(), 2) - 1);
  for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
    const double share = static_cast<double>(i) / last;
    inks.table.push_back({scheme.classes[i].rgb, grey_of(std::lerp(kWorst, kBest, share)), kLine,
                          kDashes.at(std::min(i, kDashes.size() - 1))});
  }
  inks.table.push_back({scheme.no_answer_rgb, {255, 255, 255}, kLine});
  return inks;
}

Inks colour_blind(const ClassScheme& scheme) {
  if (scheme.id.ends_with(kVariant)) return {};
  const std::string name = scheme.id + std::string(kVariant);
  const std::vector<std::string> known = class_scheme_ids();
  if (std::find(known.begin(), known.end(), name) == known.end()) {
    throw ConfigError(
        "no_colour_blind_scheme",
        {"the colours '" + scheme.id + "' have no colour-blind variant", "配色 '" + scheme.id + "' 没有色觉友好版本"},
        {.field = "--sheet"},
        {"Use -grey, or give the scheme colours that all people tell apart",
         "请改用 -grey, 或为该配色选用人人可辨的颜色"});
  }
  const ClassScheme variant = class_scheme(name);
  Inks inks;
  for (const SchemeClass& c : scheme.classes) {
    const SchemeClass* other = variant.by_code(c.code);
    if (other != nullptr) inks.table.push_back({c.rgb, other->rgb, other->rgb});
  }
  return inks;
}

}  // namespace

Rgb Inks::fill(const Rgb& rgb) const {
  const Ink* ink = ink_of(*this, rgb);
  if (ink != nullptr) return ink->fill;
  return grey ? luminance(rgb) : rgb;
}

Rgb Inks::line(const Rgb& rgb) const {
  const Ink* ink = ink_of(*this, rgb);
  if (ink != nullptr) return ink->line;
  return grey ? luminance(rgb) : rgb;
}

const std::vector<double>* Inks::dashes(const Rgb& rgb) const {
  const Ink* ink = ink_of(*this, rgb);
  return ink == nullptr || ink->dashes.empty() ? nullptr : &ink->dashes;
}

Inks inks_for(SheetColours colours, const ClassScheme& scheme) {
  switch (colours) {
    case SheetColours::grey:
      return greys(scheme);
    case SheetColours::colour_blind:
      return colour_blind(scheme);
    case SheetColours::scheme:
      break;
  }
  return {};
}

}  // namespace sise
