#include "gis_io/write/sheets/sheet_format.hpp"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>
#include <utility>

#include "models/base/error.hpp"

namespace sise {
namespace {

constexpr std::array<std::pair<std::string_view, SheetFormat>, 6> kFormats{{{"A4", {Paper::a4, SheetLanguage::both}},
                                                                            {"A4-zh", {Paper::a4, SheetLanguage::zh}},
                                                                            {"A4-en", {Paper::a4, SheetLanguage::en}},
                                                                            {"A3", {Paper::a3, SheetLanguage::both}},
                                                                            {"A3-zh", {Paper::a3, SheetLanguage::zh}},
                                                                            {"A3-en", {Paper::a3, SheetLanguage::en}}}};

}  // namespace

std::vector<SheetFormat> sheet_formats(const std::string& list) {
  std::vector<SheetFormat> formats;
  std::istringstream words(list);
  for (std::string word; std::getline(words, word, ',');) {
    const auto* const found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const auto& one) { return one.first == word; });
    if (found == kFormats.end()) {
      throw ConfigError("unknown_sheet", {"'" + word + "' is no sheet", "'" + word + "' 不是图幅"},
                        {.field = "--sheet"},
                        {"Allowed: A4, A4-zh, A4-en, A3, A3-zh, A3-en, by commas",
                         "可用: A4, A4-zh, A4-en, A3, A3-zh, A3-en, 以逗号分隔"});
    }
    if (std::find(formats.begin(), formats.end(), found->second) == formats.end()) formats.push_back(found->second);
  }
  return formats;
}

std::string name_of(const SheetFormat& format) {
  std::string paper = format.paper == Paper::a4 ? "sheet_a4" : "sheet_a3";
  if (format.language == SheetLanguage::both) return paper;
  return paper + (format.language == SheetLanguage::zh ? "_zh" : "_en");
}

std::string words_of(const Text& text, SheetLanguage language) {
  if (language == SheetLanguage::zh || text.zh == text.en) return text.zh;
  if (language == SheetLanguage::en) return text.en;
  return text.zh + " / " + text.en;
}

}  // namespace sise
