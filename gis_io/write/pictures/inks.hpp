// What a drawing's colours become on paper: as they are, those of a variant, or greys for a black-and-white printer.
#pragma once
#include <vector>

#include "core/criteria/class_scheme.hpp"

namespace sise {

struct Inks {
  /// A colour that another one stands for.
  struct Ink {
    Rgb from{};
    Rgb fill{};
    Rgb line{};
    std::vector<double> dashes = {};  ///< of lines in this colour; empty: as the line has them
  };
  std::vector<Ink> table = {};
  bool grey = false;  ///< what the table does not name by its luminance (ITU-R BT.601)

  [[nodiscard]] Rgb fill(const Rgb& rgb) const;
  [[nodiscard]] Rgb line(const Rgb& rgb) const;
  /// Null: the line keeps its own dashes.
  [[nodiscard]] const std::vector<double>* dashes(const Rgb& rgb) const;
};

}  // namespace sise
