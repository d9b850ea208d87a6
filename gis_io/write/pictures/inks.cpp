#include "gis_io/write/pictures/inks.hpp"

#include <algorithm>
#include <cmath>

namespace sise {
namespace {

const Inks::Ink* ink_of(const Inks& inks, const Rgb& rgb) {
  const auto found =
      std::find_if(inks.table.begin(), inks.table.end(), [&](const Inks::Ink& ink) { return ink.from == rgb; });
  return found == inks.table.end() ? nullptr : &*found;
}

Rgb luminance(const Rgb& rgb) {
  const auto grey = static_cast<std::uint8_t>(std::lround(0.299 * rgb[0] + 0.587 * rgb[1] + 0.114 * rgb[2]));
  return {grey, grey, grey};
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

}  // namespace sise
