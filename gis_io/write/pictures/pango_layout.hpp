// A text set by Pango. Not for use outside pictures.
#pragma once
#include <memory>
#include <string>

#include "gis_io/write/pictures/canvas.hpp"

struct _PangoLayout;  // as Pango names it

namespace sise {

struct UnrefLayout {
  void operator()(_PangoLayout* layout) const;
};
using SetText = std::unique_ptr<_PangoLayout, UnrefLayout>;

/// No hinting, no rounding to pixels: the same type on paper and on the screen, on every machine.
[[nodiscard]] SetText set_text(const std::string& text, const TypeStyle& style);

/// Of a text whose place is (x, y).
[[nodiscard]] PaperBox box_of(const SetText& text, double x, double y, const TypeStyle& style);

/// How far the alignment moves a text to the left.
[[nodiscard]] double shift_of(double width, Align align);

}  // namespace sise
