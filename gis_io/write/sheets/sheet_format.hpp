// Which sheets a run is asked for: `--sheet A4,A3-zh,A4-en-grey`.
#pragma once
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

enum class Paper { a4, a3 };
enum class SheetLanguage { zh, en, both };
enum class SheetColours {
  scheme,        ///< those of the run
  colour_blind,  ///< the scheme's variant for people who do not see all colours
  grey,          ///< for black-and-white printers and copiers
};

struct SheetFormat {
  Paper paper = Paper::a4;
  SheetLanguage language = SheetLanguage::both;
  SheetColours colours = SheetColours::scheme;
  bool operator==(const SheetFormat&) const = default;
};

/// "A4", "A3", with -zh or -en for one language and then -grey or -colour-blind for other colours; several by commas. Throws
/// ConfigError("unknown_sheet").
[[nodiscard]] std::vector<SheetFormat> sheet_formats(const std::string& list);

/// "sheet_a4", "sheet_a3_zh", "sheet_a4_en_grey".
[[nodiscard]] std::string name_of(const SheetFormat& format);

/// A text in the language of the sheet; both: Chinese first.
[[nodiscard]] std::string words_of(const Text& text, SheetLanguage language);

}  // namespace sise
