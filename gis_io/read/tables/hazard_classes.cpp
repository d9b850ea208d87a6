#include "gis_io/read/tables/hazard_classes.hpp"

#include <algorithm>
#include <cctype>

#include "gis_io/read/packs/packs.hpp"
#include "gis_io/read/text/normalise.hpp"
#include "models/base/nearest.hpp"

namespace sise {
namespace {

/// The symbols of the standard that the program carries.
const std::vector<std::string>& known_symbols() {
  static const std::vector<std::string> kSymbols = [] {
    std::vector<std::string> symbols;
    for (const HazardClass& c : major_hazard_pack("gb18218-2018").classes) symbols.push_back(c.symbol);
    return symbols;
  }();
  return kSymbols;
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  std::string plain = normalised(text);
  for (std::size_t at = plain.find("、"); at != std::string::npos; at = plain.find("、")) plain.replace(at, 3, ";");
  for (const char c : plain) {
    if (std::string_view(";, /+|").find(c) != std::string_view::npos) {
      end_word();
    } else {
      word += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
  }
  end_word();
  return words;
}

}  // namespace

std::vector<std::string> hazard_classes_from(const std::string& text, const Location& where, Problems& problems) {
  std::vector<std::string> symbols;
  for (std::string& word : words_of(text)) {
    if (std::find(known_symbols().begin(), known_symbols().end(), word) != known_symbols().end()) {
      symbols.push_back(std::move(word));
      continue;
    }
    problems.error(
        "unknown_hazard_class",
        {"'" + word + "' is no class of GB 18218-2018 table 2", "'" + word + "' 不是 GB 18218-2018 表2 的类别"}, where,
        {"Allowed are " + listed(known_symbols(), 30) + "; several are parted by ';'",
         "可用的有 " + listed(known_symbols(), 30) + "; 多个类别以 ';' 分隔"});
  }
  return symbols;
}

}  // namespace sise
