#include "gis_io/products/also_formats.hpp"

#include <vector>

#include "models/base/comma_words.hpp"
#include "models/base/error.hpp"
#include "models/base/nearest.hpp"

namespace sise {

namespace {

Text nearest_format(const std::string& word) {
  const std::vector<std::string> near = nearest_names(word, {"gpkg", "kml", "kmz", "sld", "xlsx", "all"});
  if (near.empty()) return {"Allowed: gpkg, kml, kmz, sld, xlsx, all", "可用: gpkg, kml, kmz, sld, xlsx, all"};
  return {"Did you mean '" + near.front() + "'?", "是否指 '" + near.front() + "'?"};
}

}  // namespace

AlsoFormats also_formats(const std::string& list) {
  AlsoFormats formats;
  for (const std::string& word : comma_words(list)) {
    const bool all = word == "all";
    if (!all && word != "gpkg" && word != "kml" && word != "kmz" && word != "sld" && word != "xlsx") {
      throw ConfigError("unknown_format",
                        {"'" + word + "' is no format of --also", "'" + word + "' 不是 --also 的格式"},
                        {.field = "--also"}, nearest_format(word));
    }
    formats.gpkg |= all || word == "gpkg";
    formats.kml |= all || word == "kml";
    formats.kmz |= all || word == "kmz";
    formats.sld |= all || word == "sld";
    formats.xlsx |= all || word == "xlsx";
  }
  return formats;
}

}  // namespace sise
