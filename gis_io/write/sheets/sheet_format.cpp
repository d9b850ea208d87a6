#include "gis_io/write/sheets/sheet_format.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "models/base/comma_words.hpp"
#include "models/base/error.hpp"

namespace sise {
namespace {

/// A part of a sheet's name: in --sheet, and in the name of its files.
template <class Value>
struct Part {
  Value value;
  std::string_view word;
  std::string_view file;
};

constexpr std::array kPapers{Part<Paper>{Paper::a4, "A4", "sheet_a4"}, Part<Paper>{Paper::a3, "A3", "sheet_a3"}};
constexpr std::array kLanguages{Part<SheetLanguage>{SheetLanguage::both, "", ""},
                                Part<SheetLanguage>{SheetLanguage::zh, "-zh", "_zh"},
                                Part<SheetLanguage>{SheetLanguage::en, "-en", "_en"}};
constexpr std::array kColours{Part<SheetColours>{SheetColours::scheme, "", ""},
                              Part<SheetColours>{SheetColours::grey, "-grey", "_grey"},
                              Part<SheetColours>{SheetColours::colour_blind, "-colour-blind", "_colour_blind"}};

struct Spelled {
  SheetFormat format;
  std::string word;
  std::string file;
};

/// Every sheet there is.
const std::vector<Spelled>& all_sheets() {
  static const std::vector<Spelled> kAll = [] {
    std::vector<Spelled> all;
    for (const auto& paper : kPapers) {
      for (const auto& language : kLanguages) {
        for (const auto& colours : kColours) {
          Spelled one{{paper.value, language.value, colours.value}, {}, {}};
          for (const std::string_view word : {paper.word, language.word, colours.word}) one.word += word;
          for (const std::string_view file : {paper.file, language.file, colours.file}) one.file += file;
          all.push_back(std::move(one));
        }
      }
    }
    return all;
  }();
  return kAll;
}

}  // namespace

std::vector<SheetFormat> sheet_formats(const std::string& list) {
  std::vector<SheetFormat> formats;
  for (const std::string& word : comma_words(list)) {
    const auto found =
        std::find_if(all_sheets().begin(), all_sheets().end(), [&](const Spelled& one) { return one.word == word; });
    if (found == all_sheets().end()) {
      throw ConfigError(
          "unknown_sheet", {"'" + word + "' is no sheet", "'" + word + "' 不是图幅"}, {.field = "--sheet"},
          {"Allowed: A4 or A3, then -zh or -en, then -grey or -colour-blind: A4, A3-zh, A4-en-grey; several "
           "by commas",
           "可用: A4 或 A3, 其后 -zh 或 -en, 其后 -grey 或 -colour-blind: A4, A3-zh, A4-en-grey; "
           "以逗号分隔"});
    }
    if (std::find(formats.begin(), formats.end(), found->format) == formats.end()) formats.push_back(found->format);
  }
  return formats;
}

std::string name_of(const SheetFormat& format) {
  const auto found =
      std::find_if(all_sheets().begin(), all_sheets().end(), [&](const Spelled& one) { return one.format == format; });
  return found->file;
}

std::string words_of(const Text& text, SheetLanguage language) {
  if (language == SheetLanguage::zh || text.zh == text.en) return text.zh;
  if (language == SheetLanguage::en) return text.en;
  return text.zh + " / " + text.en;
}

}  // namespace sise
