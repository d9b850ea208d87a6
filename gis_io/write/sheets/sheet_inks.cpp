#include "gis_io/write/sheets/sheet_inks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "gis_io/read/packs/packs.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::string_view kVariant = "-colour-blind";

Rgb grey_of(double shade) {
  const auto grey = static_cast<std::uint8_t>(std::lround(shade));
  return {grey, grey, grey};
}

void add_greys(const ClassScheme& scheme, Inks& inks) {
  constexpr double kWorst = 70.0;
  constexpr double kBest = 225.0;
  constexpr Rgb kLine{40, 40, 40};
  static const std::array<std::vector<double>, 4> kDashes{{{}, {7.0, 2.0}, {3.0, 2.0}, {1.0, 1.5}}};
  const auto last = static_cast<double>(std::max<std::size_t>(scheme.classes.size(), 2) - 1);
  for (std::size_t i = 0; i < scheme.classes.size(); ++i) {
    const double share = static_cast<double>(i) / last;
    inks.table.push_back({scheme.classes[i].rgb, grey_of(std::lerp(kWorst, kBest, share)), kLine,
                          kDashes.at(std::min(i, kDashes.size() - 1))});
  }
  inks.table.push_back({scheme.no_answer_rgb, {255, 255, 255}, kLine});
}

void add_colour_blind(const ClassScheme& scheme, Inks& inks) {
  if (scheme.id.ends_with(kVariant)) return;
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
  for (const SchemeClass& c : scheme.classes) {
    const SchemeClass* other = variant.by_code(c.code);
    if (other != nullptr) inks.table.push_back({c.rgb, other->rgb, other->rgb});
  }
}

}  // namespace

Inks inks_for(SheetColours colours, const std::vector<ClassScheme>& schemes) {
  Inks inks;
  inks.grey = colours == SheetColours::grey;
  for (const ClassScheme& scheme : schemes) {
    if (colours == SheetColours::grey) add_greys(scheme, inks);
    if (colours == SheetColours::colour_blind) add_colour_blind(scheme, inks);
  }
  return inks;
}

}  // namespace sise
