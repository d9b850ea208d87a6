#include "gis_io/products/also_formats.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "models/base/comma_words.hpp"
#include "models/base/error.hpp"
#include "models/base/nearest.hpp"

namespace sise {

namespace {

const char* const kAll = "all";

std::vector<std::string> allowed() {
  std::vector<std::string> words = also_format_names();
  words.emplace_back(kAll);
  return words;
}

Text nearest_format(const std::string& word) {
  const std::vector<std::string> near = nearest_names(word, allowed());
  const std::string all = fmt::format("{}", fmt::join(allowed(), ", "));
  if (near.empty()) return {"Allowed: " + all, "可用: " + all};
  return {"Did you mean '" + near.front() + "'?", "是否指 '" + near.front() + "'?"};
}

}  // namespace

AlsoFormats AlsoFormats::without(const std::string& name) const {
  AlsoFormats fewer = *this;
  fewer.names_.erase(name);
  return fewer;
}

AlsoFormats also_formats(const std::string& list) {
  const std::vector<std::string>& known = also_format_names();
  std::set<std::string, std::less<>> asked;
  for (const std::string& word : comma_words(list)) {
    if (word == kAll) {
      asked.insert(known.begin(), known.end());
    } else if (std::find(known.begin(), known.end(), word) != known.end()) {
      asked.insert(word);
    } else {
      throw ConfigError("unknown_format",
                        {"'" + word + "' is no format of --also", "'" + word + "' 不是 --also 的格式"},
                        {.field = "--also"}, nearest_format(word));
    }
  }
  return AlsoFormats(std::move(asked));
}

}  // namespace sise
