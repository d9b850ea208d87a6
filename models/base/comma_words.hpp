// "gpkg,kmz": the words of a list on the command line.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace sise {

/// Every word, empty ones too: "" is one empty word, "a," is "a" and an empty one.
[[nodiscard]] inline std::vector<std::string> comma_words(std::string_view list) {
  std::vector<std::string> words;
  for (;;) {
    const std::size_t comma = list.find(',');
    words.emplace_back(list.substr(0, comma));
    if (comma == std::string_view::npos) return words;
    list.remove_prefix(comma + 1);
  }
}

}  // namespace sise
