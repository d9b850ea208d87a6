// What a sheet's colours become on paper: as they are, those of a variant, or greys for a black-and-white printer.
#pragma once
#include <optional>
#include <vector>

#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"

namespace sise {

struct Inks {
  /// A colour that another one stands for.
  struct Ink {
    Rgb from{};
    Rgb fill{};
    Rgb line{};
    std::vector<double> dashes = {};  ///< of lines in this colour; empty: as the line has them
  };
  std::vector<Ink> table;
  bool grey = false;  ///< what the table does not name by its luminance (ITU-R BT.601); "no answer" hatched

  [[nodiscard]] Rgb fill(const Rgb& rgb) const;
  [[nodiscard]] Rgb line(const Rgb& rgb) const;
  /// Null: the line keeps its own dashes.
  [[nodiscard]] const std::vector<double>* dashes(const Rgb& rgb) const;
};

/// Of what is drawn in the colours of `scheme`. Grey: the worse the darker, and lines told apart by their dashes, as a pale line
/// is lost on a copier. Throws ConfigError("no_colour_blind_scheme") for a scheme of the user's own, which has no variant.
[[nodiscard]] Inks inks_for(SheetColours colours, const ClassScheme& scheme);

}  // namespace sise
