// Type for drawings: Pango sets and measures it, behind this file. Noto Sans CJK SC, with DejaVu Sans for signs such as ⁻⁵.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis_io/write/pictures/canvas.hpp"
#include "models/base/error.hpp"

namespace sise {

/// The families by which a drawing asks for its type, the first first.
inline constexpr const char* kTypeFamilies = "Noto Sans CJK SC,DejaVu Sans";
/// Of one line of Noto Sans CJK SC: from its upper edge to the baseline and to the next line, in sizes.
inline constexpr double kTypeAscent = 1.16;
inline constexpr double kTypeLine = 1.448;

/// What a text takes when it is set at (x, y). The same on every surface: nothing is rounded to pixels.
[[nodiscard]] PaperBox text_box(double x, double y, const std::string& text, const TypeStyle& style);

/// How high it is, broken as the style says.
[[nodiscard]] double text_height(const std::string& text, const TypeStyle& style);

/// The lines into which `style.wrap` breaks a text.
[[nodiscard]] std::vector<std::string> text_lines(const std::string& text, const TypeStyle& style);

/// The machine lacks one of the two families: another font is another picture. Empty: both are there. `what` are the drawings
/// that are told of ("pictures", "图片").
[[nodiscard]] std::optional<Diagnostic> missing_font(const Text& what);

}  // namespace sise
