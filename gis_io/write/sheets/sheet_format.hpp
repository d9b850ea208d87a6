// Which sheets a run is asked for: `--sheet A4,A3-zh`.
#pragma once
#include <string>
#include <vector>

#include "models/base/text.hpp"

namespace sise {

enum class Paper { a4, a3 };
enum class SheetLanguage { zh, en, both };

struct SheetFormat {
  Paper paper = Paper::a4;
  SheetLanguage language = SheetLanguage::both;
  bool operator==(const SheetFormat&) const = default;
};

/// "A4", "A3", with -zh or -en for one language; several by commas. Throws ConfigError("unknown_sheet").
[[nodiscard]] std::vector<SheetFormat> sheet_formats(const std::string& list);

/// "sheet_a4", "sheet_a3_zh".
[[nodiscard]] std::string name_of(const SheetFormat& format);

/// A text in the language of the sheet; both: Chinese first.
[[nodiscard]] std::string words_of(const Text& text, SheetLanguage language);

}  // namespace sise
